package se.genrep.service;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.genrep.protocol.RequestedAttribute;
import se.genrep.protocol.RequestedAttribute.NameType;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignRequest;
import se.genrep.registry.Attribute;
import se.genrep.trust.AuthContext;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SignerCertificateRequest.AlternativeName;
import se.genrep.trust.SignerCertificateRequest.NameAttribute;

/**
 * What the certificate says of the signer: what the requester asks for, as far as the assertion
 * knows it, and what the certificate profile demands in any case (certificate profile 2.3.1, EN 319
 * 412-2 4.2.4).
 */
final class CertificateContent {

  /** What goes into the serialNumber, in the order of preference (certificate profile 2.3.1.1). */
  static final List<Attribute> IDENTIFIERS =
      List.of(
          Attribute.PERSONAL_IDENTITY_NUMBER, Attribute.PRID, Attribute.EIDAS_PERSON_IDENTIFIER);

  /** For a certificate that is not qualified, of a person known by their employer alone. */
  private static final Attribute OF_EMPLOYEES = Attribute.ORG_AFFILIATION;

  /** For a requester that asks for nothing in particular. */
  private static final List<RequestedAttribute> USUAL =
      List.of(
          RequestedAttribute.subject(
              NameAttribute.GIVEN_NAME, false, Attribute.GIVEN_NAME.oidName()),
          RequestedAttribute.subject(NameAttribute.SURNAME, false, Attribute.SURNAME.oidName()),
          RequestedAttribute.subject(
              NameAttribute.COMMON_NAME, false, Attribute.DISPLAY_NAME.oidName()));

  /** The countries that a requester may name for itself: the policy of this service. */
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private static final String SWEDEN = "SE";

  private final Assertion assertion;
  private final List<Attribute> identifiers;
  private final Map<String, NameAttribute> subject = new LinkedHashMap<>();
  private final List<AlternativeName> alternativeNames = new ArrayList<>();
  private final List<NameAttribute> directory = new ArrayList<>();
  private final List<AuthContext.Mapping> mappings = new ArrayList<>();

  private CertificateContent(Assertion assertion, boolean qualified) {
    this.assertion = assertion;
    this.identifiers =
        qualified
            ? IDENTIFIERS
            : Stream.concat(IDENTIFIERS.stream(), Stream.of(OF_EMPLOYEES)).toList();
  }

  /**
   * @throws SignError when something that is required is not known
   */
  static CertificateContent of(SignRequest request, Assertion assertion) throws SignError {
    CertificateContent content =
        new CertificateContent(assertion, request.certType().isQualified());
    List<RequestedAttribute> wanted =
        request.certAttributes().isEmpty() ? USUAL : request.certAttributes();
    for (RequestedAttribute each : wanted) {
      content.put(each);
    }
    content.complete();
    return content;
  }

  private void put(RequestedAttribute wanted) throws SignError {
    Optional<SamlAttribute> source =
        wanted.sources().stream()
            .filter(name -> mayGive(wanted, name))
            .flatMap(name -> assertion.attribute(name).stream())
            .filter(attribute -> isWritable(wanted, attribute))
            .findFirst();
    Optional<String> reference = wanted.reference().filter(each -> isPossible(wanted, each));
    if (reference.isPresent() && source.isPresent()) {
      put(wanted.type(), reference.get(), source.get());
      return;
    }
    if (reference.isPresent() && isAcceptable(wanted, reference.get())) {
      String value = wanted.defaultValue().orElseThrow();
      subject.put(reference.get(), new NameAttribute(reference.get(), value));
      return;
    }
    if (wanted.required()) {
      throw SignError.ofRequest(
          "the required certificate attribute "
              + wanted.name()
              + (reference.isEmpty()
                  ? " is none that this service can write"
                  : " is not in the assertion of the identity provider"));
    }
  }

  /** Certificate profile 2.3.1.1.1: a serialNumber comes from an identifier and nothing else. */
  private boolean mayGive(RequestedAttribute wanted, String name) {
    boolean serial =
        wanted.type() == NameType.RDN
            && wanted.reference().filter(NameAttribute.SERIAL_NUMBER::equals).isPresent();
    return !serial || identifiers.stream().anyMatch(each -> each.oidName().equals(name));
  }

  /**
   * Only a country, and only where the identity provider does not say another (DSS ext. 3.1.1.1).
   */
  private boolean isAcceptable(RequestedAttribute wanted, String reference) {
    return wanted.type() == NameType.RDN
        && reference.equals(NameAttribute.COUNTRY)
        && wanted.defaultValue().filter(COUNTRIES::contains).isPresent()
        && assertion
            .value(Attribute.COUNTRY)
            .filter(known -> !known.equals(wanted.defaultValue().get()))
            .isEmpty();
  }

  private static boolean isWritable(RequestedAttribute wanted, SamlAttribute attribute) {
    String value = attribute.values().stream().findFirst().orElse("");
    boolean date = wanted.reference().filter(NameAttribute.DATE_OF_BIRTH::equals).isPresent();
    return !value.isBlank() && (!date || Attribute.DATE_OF_BIRTH.accepts(value));
  }

  private static boolean isPossible(RequestedAttribute wanted, String reference) {
    boolean oid = reference.matches("[0-2]([.](0|[1-9][0-9]{0,17})){1,20}");
    return wanted.type() == NameType.SAN ? reference.matches("[126]") || oid : oid;
  }

  private void put(NameType type, String reference, SamlAttribute source) {
    String value = source.values().get(0);
    switch (type) {
      case RDN -> {
        String written =
            reference.equals(NameAttribute.SERIAL_NUMBER)
                ? identifier(source.name(), value)
                : value;
        if (subject.putIfAbsent(reference, new NameAttribute(reference, written)) != null) {
          return;
        }
      }
      case SAN -> alternativeNames.add(new AlternativeName(reference, value));
      case SDA -> directory.add(new NameAttribute(reference, value));
    }
    mappings.add(
        new AuthContext.Mapping(
            type.value(), reference, source.name(), friendlyName(source), value));
  }

  private static Optional<String> friendlyName(SamlAttribute source) {
    return Attribute.of(source.name()).map(Attribute::friendlyName).or(source::friendlyName);
  }

  /** Certificate profile 2.3.1.1.2: with its semantics, which the authority states beside it. */
  private static String identifier(String attribute, String value) {
    if (attribute.equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName())) {
      return "PNOSE-" + value;
    }
    return attribute.equals(Attribute.PRID.oidName()) ? "PI:SE-" + value : value;
  }

  private void complete() throws SignError {
    if (!subject.containsKey(NameAttribute.SERIAL_NUMBER)) {
      SamlAttribute identifier =
          identifiers.stream()
              .flatMap(attribute -> assertion.attribute(attribute.oidName()).stream())
              .filter(attribute -> !attribute.values().isEmpty())
              .findFirst()
              .orElseThrow(
                  () ->
                      SignError.ofRequest(
                          "the assertion has no identifier of the signer, which every certificate"
                              + " has (certificate profile 2.3.1.1)"));
      put(NameType.RDN, NameAttribute.SERIAL_NUMBER, identifier);
    }
    if (!subject.containsKey(NameAttribute.COUNTRY)) {
      assertion
          .attribute(Attribute.COUNTRY.oidName())
          .filter(country -> !country.values().isEmpty())
          .ifPresentOrElse(
              country -> put(NameType.RDN, NameAttribute.COUNTRY, country),
              () ->
                  subject.put(
                      NameAttribute.COUNTRY, new NameAttribute(NameAttribute.COUNTRY, SWEDEN)));
    }
    if (!subject.containsKey(NameAttribute.COMMON_NAME)) {
      String name = name();
      subject.put(NameAttribute.COMMON_NAME, new NameAttribute(NameAttribute.COMMON_NAME, name));
    }
  }

  /** EN 319 412-2, 4.2.4: there is always a commonName. */
  private String name() {
    String name =
        assertion
            .value(Attribute.DISPLAY_NAME)
            .orElseGet(
                () ->
                    (assertion.value(Attribute.GIVEN_NAME).orElse("")
                            + " "
                            + assertion.value(Attribute.SURNAME).orElse(""))
                        .strip());
    return name.isEmpty() ? subject.get(NameAttribute.SERIAL_NUMBER).value() : name;
  }

  /** What the authority is to certify, with how the signer was authenticated (RFC 7773). */
  SignerCertificateRequest request(SignRequest request, PublicKey key, String service) {
    Map<String, String> information =
        assertion
            .value(Attribute.TRANSACTION_IDENTIFIER)
            .map(id -> Map.of(Attribute.TRANSACTION_IDENTIFIER.oidName(), id))
            .orElse(Map.of());
    AuthContext context =
        new AuthContext(
            assertion.issuer(),
            assertion.authenticated(),
            assertion.context(),
            Optional.of(assertion.id()),
            Optional.of(service),
            information,
            mappings);
    return new SignerCertificateRequest(
        key,
        request.certType(),
        List.copyOf(subject.values()),
        alternativeNames,
        directory,
        Optional.of(context),
        List.of(),
        SignerCertificateRequest.USUAL_VALIDITY);
  }

  /** The attributes that the certificate speaks of, for the response (DSS extension 3.2.1). */
  List<SamlAttribute> told() {
    return mappings.stream()
        .map(AuthContext.Mapping::attribute)
        .distinct()
        .flatMap(name -> assertion.attribute(name).stream())
        .toList();
  }
}
