package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.person.TestPerson;
import se.genrep.pki.KeyType;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.RequestedAttribute;
import se.genrep.protocol.RequestedAttribute.NameType;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignRequest;
import se.genrep.registry.Attribute;
import se.genrep.trust.AuthContext;
import se.genrep.trust.CertType;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SignerCertificateRequest.AlternativeName;
import se.genrep.trust.SignerCertificateRequest.NameAttribute;

/** What of the assertion goes into the certificate (DSS extension 3.1.1.1, certificate profile). */
class CertificateContentTest {

  private static final String NUMBER = "197010632391";

  private final World world = new World();

  private static SamlAttribute attribute(Attribute attribute, String value) {
    return new SamlAttribute(
        attribute.oidName(), Optional.of(attribute.friendlyName()), List.of(value));
  }

  private static List<SamlAttribute> usual() {
    return new ArrayList<>(
        List.of(
            attribute(Attribute.PERSONAL_IDENTITY_NUMBER, NUMBER),
            attribute(Attribute.GIVEN_NAME, "Anna"),
            attribute(Attribute.SURNAME, "Ek"),
            attribute(Attribute.DISPLAY_NAME, "Anna Ek"),
            attribute(Attribute.MAIL, "anna@example.com"),
            attribute(Attribute.DATE_OF_BIRTH, "1970-10-03"),
            attribute(Attribute.TRANSACTION_IDENTIFIER, "transaction")));
  }

  private static Assertion assertion(List<SamlAttribute> attributes) {
    return new Assertion(
        "_assertion",
        "https://idp.example.com",
        List.of(),
        World.LOA3,
        Instant.parse("2026-12-01T12:00:00Z"),
        attributes);
  }

  private SignerCertificateRequest certificate(
      List<SamlAttribute> attributes, CertType type, RequestedAttribute... wanted)
      throws SignError {
    SignRequest request =
        world.draft().certificate(type, wanted).tasks(Tasks.cms("t", AdesType.BES, "a"));
    return CertificateContent.of(request, assertion(attributes))
        .request(request, KeyType.P_256.generate().getPublic(), "https://sign.example.com");
  }

  private static Optional<String> subject(SignerCertificateRequest certificate, String oid) {
    return certificate.subject().stream()
        .filter(each -> each.oid().equals(oid))
        .map(NameAttribute::value)
        .findFirst();
  }

  @Test
  void withoutARequestItHasNamesNumberAndCountry() throws Exception {
    SignerCertificateRequest made = certificate(usual(), CertType.PKC);
    assertEquals(Optional.of("PNOSE-" + NUMBER), subject(made, NameAttribute.SERIAL_NUMBER));
    assertEquals(Optional.of("Anna"), subject(made, NameAttribute.GIVEN_NAME));
    assertEquals(Optional.of("Ek"), subject(made, NameAttribute.SURNAME));
    assertEquals(Optional.of("Anna Ek"), subject(made, NameAttribute.COMMON_NAME));
    assertEquals(Optional.of("SE"), subject(made, NameAttribute.COUNTRY));
  }

  @Test
  void everyNameFromTheAssertionIsMapped() throws Exception {
    AuthContext context = certificate(usual(), CertType.PKC).authContext().orElseThrow();
    assertEquals(
        List.of(
            NameAttribute.GIVEN_NAME,
            NameAttribute.SURNAME,
            NameAttribute.COMMON_NAME,
            NameAttribute.SERIAL_NUMBER),
        context.mappings().stream().map(AuthContext.Mapping::ref).toList());
    assertEquals(Optional.of("_assertion"), context.assertionRef());
    assertEquals(Optional.of("https://sign.example.com"), context.serviceId());
    assertEquals(
        "transaction", context.information().get(Attribute.TRANSACTION_IDENTIFIER.oidName()));
  }

  @Test
  void theIdentifierIsTheFirstOfThoseTheProfileLists() throws Exception {
    List<SamlAttribute> foreign =
        List.of(
            attribute(Attribute.EIDAS_PERSON_IDENTIFIER, "NO/SE/05068907693"),
            attribute(Attribute.PRID, "NO:05068907693"));
    SignerCertificateRequest made = certificate(foreign, CertType.QC);
    assertEquals(Optional.of("PI:SE-NO:05068907693"), subject(made, NameAttribute.SERIAL_NUMBER));
  }

  @Test
  void anEmployeeIsKnownByTheEmployerButNotInAQualifiedCertificate() throws Exception {
    List<SamlAttribute> employee = List.of(attribute(Attribute.ORG_AFFILIATION, "anna@5599999975"));
    assertEquals(
        Optional.of("anna@5599999975"),
        subject(certificate(employee, CertType.PKC), NameAttribute.SERIAL_NUMBER));
    assertThrows(SignError.class, () -> certificate(employee, CertType.QC));
  }

  @Test
  void requestedNamesGoWhereTheyAreAskedFor() throws Exception {
    SignerCertificateRequest made =
        certificate(
            usual(),
            CertType.PKC,
            new RequestedAttribute(
                NameType.SAN,
                Optional.of(AlternativeName.RFC822_NAME),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(Attribute.MAIL.oidName())),
            new RequestedAttribute(
                NameType.SDA,
                Optional.of(NameAttribute.DATE_OF_BIRTH),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(Attribute.DATE_OF_BIRTH.oidName())));
    assertEquals(
        List.of(new AlternativeName(AlternativeName.RFC822_NAME, "anna@example.com")),
        made.alternativeNames());
    assertEquals(
        List.of(new NameAttribute(NameAttribute.DATE_OF_BIRTH, "1970-10-03")),
        made.directoryAttributes());
    world.service.authority().issue(made);
  }

  @Test
  void ofSeveralSourcesTheFirstThatIsThereIsTaken() throws Exception {
    RequestedAttribute wanted =
        RequestedAttribute.subject(
            NameAttribute.SERIAL_NUMBER,
            true,
            Attribute.PRID.oidName(),
            Attribute.PERSONAL_IDENTITY_NUMBER.oidName());
    assertEquals(
        Optional.of("PNOSE-" + NUMBER),
        subject(certificate(usual(), CertType.PKC, wanted), NameAttribute.SERIAL_NUMBER));
    List<SamlAttribute> both = usual();
    both.add(attribute(Attribute.PRID, "NO:05068907693"));
    assertEquals(
        Optional.of("PI:SE-NO:05068907693"),
        subject(certificate(both, CertType.PKC, wanted), NameAttribute.SERIAL_NUMBER));
  }

  @Test
  void theFriendlyNameDecidesNothing() throws Exception {
    RequestedAttribute wanted =
        new RequestedAttribute(
            NameType.RDN,
            Optional.of(NameAttribute.GIVEN_NAME),
            Optional.of("surname"),
            Optional.empty(),
            true,
            List.of(Attribute.GIVEN_NAME.oidName()));
    SignerCertificateRequest made = certificate(usual(), CertType.PKC, wanted);
    assertEquals(Optional.of("Anna"), subject(made, NameAttribute.GIVEN_NAME));
    assertEquals(Optional.empty(), subject(made, NameAttribute.SURNAME));
  }

  @Test
  void whatIsRequiredAndNotThereEndsIt() {
    RequestedAttribute wanted =
        RequestedAttribute.subject(
            NameAttribute.ORGANIZATION, true, Attribute.ORGANIZATION.oidName());
    SignError error =
        assertThrows(SignError.class, () -> certificate(usual(), CertType.PKC, wanted));
    assertTrue(error.getMessage().contains(NameAttribute.ORGANIZATION), error.getMessage());
  }

  @Test
  void whatIsWantedAndNotThereIsLeftOut() throws Exception {
    RequestedAttribute wanted =
        RequestedAttribute.subject(
            NameAttribute.ORGANIZATION, false, Attribute.ORGANIZATION.oidName());
    assertEquals(
        Optional.empty(),
        subject(certificate(usual(), CertType.PKC, wanted), NameAttribute.ORGANIZATION));
  }

  @Test
  void onlyACountryIsTakenFromTheRequester() throws Exception {
    RequestedAttribute country =
        RequestedAttribute.subject(NameAttribute.COUNTRY, true, Attribute.COUNTRY.oidName())
            .orElse("NO");
    assertEquals(
        Optional.of("NO"),
        subject(certificate(usual(), CertType.PKC, country), NameAttribute.COUNTRY));
    RequestedAttribute surname =
        RequestedAttribute.subject(NameAttribute.PSEUDONYM, true, "urn:oid:2.5.4.65")
            .orElse("Anybody");
    assertThrows(SignError.class, () -> certificate(usual(), CertType.PKC, surname));
  }

  @Test
  void aCountryOfTheAssertionGoesBeforeThatOfTheRequester() throws Exception {
    List<SamlAttribute> norwegian = usual();
    norwegian.add(attribute(Attribute.COUNTRY, "NO"));
    RequestedAttribute country =
        RequestedAttribute.subject(NameAttribute.COUNTRY, true, Attribute.COUNTRY.oidName())
            .orElse("SE");
    assertEquals(
        Optional.of("NO"),
        subject(certificate(norwegian, CertType.PKC, country), NameAttribute.COUNTRY));
  }

  @Test
  void aNumberComesFromAnIdentifierAlone() {
    RequestedAttribute wanted =
        RequestedAttribute.subject(
            NameAttribute.SERIAL_NUMBER, true, Attribute.DISPLAY_NAME.oidName());
    assertThrows(SignError.class, () -> certificate(usual(), CertType.PKC, wanted));
  }

  @Test
  void aRequiredAttributeThatIsNotDeliveredIsAnsweredWithAnError() {
    TestPerson person = world.person("ordinary-woman");
    SignRequest request =
        world
            .draft()
            .certificate(
                CertType.PKC,
                RequestedAttribute.subject(
                    NameAttribute.ORGANIZATION, true, Attribute.ORGANIZATION.oidName()))
            .tasks(Tasks.cms("t", AdesType.BES, "a"));
    SignMade made = world.sign(world.idp(), request, person, World.LOA3);
    assertEquals(List.of(ResultCode.REQUESTER_ERROR, ResultCode.NOT_SUPPORTED), World.result(made));
    assertTrue(World.response(made).find("dss:SignatureObject").isEmpty());
  }
}
