package se.genrep.ades;

import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.input.BadInput;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.AuthContext;
import se.genrep.trust.AuthContext.Mapping;
import se.genrep.trust.CertType;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SignerCertificateRequest.NameAttribute;

/**
 * The certificate of a test person who signs without a sign request: the same content as by the
 * protocol (certificate profile 2.3), with an authentication that is said to be local.
 */
public final class PersonCertificate {

  /** The identity provider that certificates name when no identity provider was asked. */
  public static final String LOCAL = "https://genrep.example.com/mock/local-signing";

  private static final String SWEDEN = "SE";

  private PersonCertificate() {}

  /**
   * What to ask the authority for.
   *
   * @param level the level at which the person is said to have been authenticated
   * @param now when
   * @throws BadInput when the person has no identifier that a certificate takes
   */
  public static SignerCertificateRequest of(
      TestPerson person, LevelOfAssurance level, CertType type, PublicKey key, Instant now) {
    List<NameAttribute> subject = new ArrayList<>();
    List<Mapping> mappings = new ArrayList<>();
    subject.add(
        new NameAttribute(NameAttribute.COUNTRY, person.value(Attribute.COUNTRY).orElse(SWEDEN)));
    add(person, Attribute.SURNAME, NameAttribute.SURNAME, subject, mappings);
    add(person, Attribute.GIVEN_NAME, NameAttribute.GIVEN_NAME, subject, mappings);
    add(person, Attribute.DISPLAY_NAME, NameAttribute.COMMON_NAME, subject, mappings);
    Attribute identifier = identifier(person);
    String value = person.value(identifier).orElseThrow();
    subject.add(new NameAttribute(NameAttribute.SERIAL_NUMBER, serialNumber(identifier, value)));
    mappings.add(mapping(identifier, NameAttribute.SERIAL_NUMBER, value));
    AuthContext context =
        new AuthContext(
            LOCAL,
            now.truncatedTo(ChronoUnit.SECONDS),
            level.uri(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            mappings);
    return SignerCertificateRequest.of(key, type, subject).with(context);
  }

  private static void add(
      TestPerson person,
      Attribute attribute,
      String oid,
      List<NameAttribute> subject,
      List<Mapping> mappings) {
    person
        .value(attribute)
        .ifPresent(
            value -> {
              subject.add(new NameAttribute(oid, value));
              mappings.add(mapping(attribute, oid, value));
            });
  }

  private static Mapping mapping(Attribute attribute, String oid, String value) {
    return new Mapping(
        "rdn", oid, attribute.oidName(), Optional.of(attribute.friendlyName()), value);
  }

  private static Attribute identifier(TestPerson person) {
    for (Attribute each :
        List.of(
            Attribute.PERSONAL_IDENTITY_NUMBER,
            Attribute.PRID,
            Attribute.EIDAS_PERSON_IDENTIFIER)) {
      if (person.value(each).isPresent()) {
        return each;
      }
    }
    throw new BadInput(
        "",
        "the person '" + person.id() + "' has no identifier that a signer's certificate takes",
        "Choose a person with personnummer, samordningsnummer, prid or an eIDAS identifier");
  }

  /** Certificate profile 2.3.1.1.2, in the form of EN 319 412-1. */
  private static String serialNumber(Attribute identifier, String value) {
    return switch (identifier) {
      case PERSONAL_IDENTITY_NUMBER -> "PNOSE-" + value;
      case PRID -> "PI:SE-" + value;
      default -> value;
    };
  }
}
