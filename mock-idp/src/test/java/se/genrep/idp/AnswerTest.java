package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SamlSchema;
import se.genrep.federation.SpMetadata;
import se.genrep.input.BadInput;
import se.genrep.person.TestPerson;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** DP 6.1, 6.2 and 6.4: the Response, opened and verified as its receiver does. */
class AnswerTest {

  private static final String LOA2 = LevelOfAssurance.LOA2.uri();
  private static final String LOA3 = LevelOfAssurance.LOA3.uri();
  private static final String ADDRESS = "192.0.2.7";

  private final Setting setting = Setting.supplier().withUsualSp();

  /** DP-6.1-04, DP-6.2-04. */
  @Test
  void theResponseIsSignedAndValidAndNamesItsIssuer() throws Exception {
    Opened opened = signIn(setting.request().contexts(LOA3));
    XmlVerifier.verify(
        opened.response(), metadata().identityProvider().orElseThrow().keys().signing());
    assertTrue(SamlSchema.check(opened.response().element()).isEmpty());
    assertTrue(SamlSchema.check(opened.assertion().element()).isEmpty());
    assertEquals(setting.idp.entityId(), opened.response().at("saml:Issuer").text());
    assertEquals(setting.idp.entityId(), opened.assertion().at("saml:Issuer").text());
    assertEquals(
        Optional.of("urn:oasis:names:tc:SAML:2.0:status:Success"),
        opened.response().at("samlp:Status/samlp:StatusCode").attribute("Value"));
  }

  /** DP-6.1-07 to -09. */
  @Test
  void theAssertionIsEncryptedWholeAndNothingStandsBesideIt() {
    Opened opened = signIn(setting.request());
    assertEquals(List.of(), opened.response().all("saml:Assertion"));
    assertEquals(1, opened.response().all("saml:EncryptedAssertion").size());
    assertEquals(List.of(), opened.assertion().everywhere("saml:EncryptedID"));
    assertEquals(List.of(), opened.assertion().everywhere("saml:EncryptedAttribute"));
  }

  /** DP-6.1-05, DP-6.1-06. */
  @Test
  void theAssertionIsSignedTooForThoseWhoWantIt() throws Exception {
    assertFalse(XmlVerifier.isSigned(signIn(setting.request()).assertion()));
    setting.with(SpMetadata.usual(Setting.SP_KEY).role("WantAssertionsSigned=\"true\""));
    XmlVerifier.verify(
        signIn(setting.request()).assertion(),
        metadata().identityProvider().orElseThrow().keys().signing());
  }

  /** DP-6.2-10, DP-6.2-12 to -16. */
  @Test
  void theSubjectIsConfirmedForThisRequestAtThisAddress() {
    RequestText text = setting.request();
    SignInRequest request = setting.accept(text);
    Opened opened = Opened.with(Setting.SP_KEY, answer(request, People.WITH_PERSONNUMMER, LOA3));
    List<XmlNode> confirmations = opened.assertion().all("saml:Subject/saml:SubjectConfirmation");
    assertEquals(1, confirmations.size());
    assertEquals(
        Optional.of("urn:oasis:names:tc:SAML:2.0:cm:bearer"),
        confirmations.get(0).attribute("Method"));
    XmlNode data = confirmations.get(0).at("saml:SubjectConfirmationData");
    assertEquals(Optional.of(request.id()), data.attribute("InResponseTo"));
    assertEquals(Optional.of(SpMetadata.ACS), data.attribute("Recipient"));
    assertEquals(Optional.of("2026-11-24T08:05:00Z"), data.attribute("NotOnOrAfter"));
    assertEquals(Optional.of(ADDRESS), data.attribute("Address"));
    assertEquals(SpMetadata.ACS, opened.form().action());
    assertEquals("relay", opened.form().fields().get("RelayState"));
    assertEquals(Optional.of(request.id()), opened.response().attribute("InResponseTo"));
    assertEquals(Optional.of(SpMetadata.ACS), opened.response().attribute("Destination"));
  }

  /** DP-6.2-18 to -21. */
  @Test
  void theConditionsNameTheAudienceAndTheTimes() {
    XmlNode conditions = signIn(setting.request()).assertion().at("saml:Conditions");
    assertEquals(
        SpMetadata.ENTITY_ID, conditions.at("saml:AudienceRestriction/saml:Audience").text());
    assertEquals(Optional.of("2026-11-24T07:59:50Z"), conditions.attribute("NotBefore"));
    assertEquals(Optional.of("2026-11-24T08:05:00Z"), conditions.attribute("NotOnOrAfter"));
  }

  /** DP-6.2-02, -03, -05, -22. */
  @Test
  void thereIsOneStatementOfEachKindWithTheLevelUsed() {
    Opened opened = signIn(setting.request().contexts(LOA2, LOA3), LOA2);
    assertEquals(LOA2, opened.context());
    assertEquals(1, opened.assertion().all("saml:AuthnStatement").size());
    assertEquals(1, opened.assertion().all("saml:AttributeStatement").size());
    assertEquals(
        Optional.of("2026-11-24T08:00:00Z"),
        opened.assertion().at("saml:AuthnStatement").attribute("AuthnInstant"));
  }

  /** DP-5.3.1-03. */
  @Test
  void aLevelNotRequestedCannotBeDecided() {
    SignInRequest request = setting.accept(setting.request().contexts(LOA3));
    assertThrows(
        IllegalArgumentException.class, () -> answer(request, People.WITH_PERSONNUMMER, LOA2));
  }

  /** DP-6.2-07 to -09. */
  @Test
  void thePersistentNameIdIsAPseudonymForThisPair() {
    String first = signIn(setting.request()).nameId();
    assertEquals(first, signIn(setting.request()).nameId());
    String ofOther =
        Opened.with(
                Setting.SP_KEY,
                answer(setting.accept(setting.request()), People.CHANGED_NUMBER, LOA3))
            .nameId();
    assertNotEquals(first, ofOther);
    String otherSp = "https://other.example.org/";
    setting.with(
        SpMetadata.of(otherSp)
            .key("", Setting.SP_KEY, "")
            .categories("http://id.swedenconnect.se/contract/sc/eid-authorization-system"));
    RequestText text = setting.request().issuer("<saml:Issuer>" + otherSp + "</saml:Issuer>");
    assertNotEquals(first, signIn(text).nameId());
    Setting bankid = Setting.bankid().withUsualSp();
    SignInRequest atBankid =
        bankid.accept(bankid.request().postedSigned(bankid.post(), Setting.SP_KEY));
    Made made =
        bankid.idp.answer(
            atBankid,
            new Decision.SignIn(People.WITH_PERSONNUMMER, atBankid.contexts().get(0)),
            ADDRESS,
            Deviations.NONE,
            People.WITH_PERSONNUMMER);
    assertNotEquals(first, Opened.with(Setting.SP_KEY, made).nameId());
    assertEquals(43, first.length());
    assertFalse(first.contains(People.number(People.WITH_PERSONNUMMER)));
  }

  /** DP-3-02. */
  @Test
  void theTransientNameIdIsNewEachTime() {
    String policy = "Format=\"" + NameIdFormat.TRANSIENT.uri() + "\"";
    Opened first = signIn(setting.request().nameIdPolicy(policy));
    assertEquals(
        Optional.of(NameIdFormat.TRANSIENT.uri()),
        first.assertion().at("saml:Subject/saml:NameID").attribute("Format"));
    assertNotEquals(first.nameId(), signIn(setting.request().nameIdPolicy(policy)).nameId());
  }

  /** DP-6.1-10: what metadata declares is what goes out. */
  @Test
  void theChosenAlgorithmsAreUsed() {
    String gcm = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    setting.with(
        SpMetadata.of(SpMetadata.ENTITY_ID)
            .key("encryption", Setting.SP_KEY, "<md:EncryptionMethod Algorithm=\"" + gcm + "\"/>")
            .categories("http://id.swedenconnect.se/contract/sc/eid-authorization-system"));
    XmlNode response = Opened.response(made(setting.request()).form());
    assertEquals(
        new XmlDecrypter.Methods(gcm, "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"),
        XmlDecrypter.methods(response.at("saml:EncryptedAssertion")));
  }

  /** DP-6.4-01 to -07. */
  @Test
  void aFailedSignInIsASignedErrorWithoutAssertion() throws Exception {
    SignInRequest request = setting.accept(setting.request());
    Decision cancel =
        new Decision.Fail(StatusCode.REQUESTER.uri(), StatusCode.CANCEL.uri(), "Cancelled");
    Made made =
        setting.idp.answer(request, cancel, ADDRESS, Deviations.NONE, People.WITH_PERSONNUMMER);
    XmlNode response = assertError(made, StatusCode.REQUESTER, StatusCode.CANCEL);
    assertEquals(Optional.of(request.id()), response.attribute("InResponseTo"));
    assertEquals("Cancelled", response.at("samlp:Status/samlp:StatusMessage").text());
  }

  @Test
  void aRefusedRequestIsAnsweredWithASignedError() throws Exception {
    ErrorAnswer error =
        setting.refuse(
            setting.request().set("IsPassive", "true"),
            StatusCode.RESPONDER,
            StatusCode.NO_PASSIVE,
            "passive");
    Made made = setting.idp.refuse(error);
    assertError(made, StatusCode.RESPONDER, StatusCode.NO_PASSIVE);
    assertEquals("relay", made.form().fields().get("RelayState"));
    assertEquals(SpMetadata.ACS, made.form().action());
  }

  /** TAR-3.8-05, DP-6.4-01: the decision to sign in becomes an error. */
  @Test
  void whoCannotBeDeliveredIsAnsweredWithAnError() throws Exception {
    SignInRequest request = setting.accept(setting.request());
    assertError(
        answer(request, People.WITH_SAMORDNINGSNUMMER, LOA3),
        StatusCode.REQUESTER,
        StatusCode.AUTHN_FAILED);
  }

  @Test
  void aServiceProviderThatLeftIsNotAnswered() {
    SignInRequest request = setting.accept(setting.request());
    setting.federation.leave(SpMetadata.ENTITY_ID);
    BadInput refused =
        assertThrows(BadInput.class, () -> answer(request, People.WITH_PERSONNUMMER, LOA3));
    assertTrue(refused.getMessage().contains("no longer a member"), refused.getMessage());
  }

  @Test
  void aServiceProviderThatLostItsEncryptionKeyIsNotAnswered() {
    SignInRequest request = setting.accept(setting.request());
    setting.with(SpMetadata.of(SpMetadata.ENTITY_ID).key("signing", Setting.SP_KEY, ""));
    BadInput refused =
        assertThrows(BadInput.class, () -> answer(request, People.WITHOUT_DATE_OF_BIRTH, LOA3));
    assertTrue(refused.getMessage().contains("no RSA certificate for encryption"));
  }

  @Test
  void deviationsAreAppliedAndTold() {
    Deviation other =
        Deviation.deviation("other-level", "states another level")
            .at(
                Stage.ASSERTION,
                (assertion, scene) -> {
                  assertion
                      .at("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef")
                      .text("urn:other");
                  return assertion;
                });
    Made made =
        setting.idp.answer(
            setting.accept(setting.request()),
            new Decision.SignIn(People.WITH_PERSONNUMMER, LOA3),
            ADDRESS,
            Deviations.of(other),
            People.CHANGED_NUMBER);
    assertEquals("urn:other", Opened.with(Setting.SP_KEY, made).context());
    assertEquals(1, made.applied().size());
    assertTrue(made.applied().get(0).changed());
  }

  @Test
  void theStrangersAreStrangersIndeed() throws Exception {
    Credential own = Setting.PKI.credential("idp-supplier-loa2-loa3-signing", KeyType.RSA_2048);
    var strangers =
        new StandInStrangers(Setting.PKI, () -> own, KeyType.RSA_2048, "supplier-loa2-loa3");
    Credential impostor = strangers.unregistered();
    assertEquals(
        own.certificate().getSubjectX500Principal(),
        impostor.certificate().getSubjectX500Principal());
    assertNotEquals(own.certificate().getPublicKey(), impostor.certificate().getPublicKey());
    impostor.certificate().verify(impostor.certificate().getPublicKey());
    assertEquals(List.of(strangers.otherMember().certificate()), published("eid-choice-2017"));
    assertNotEquals(Setting.SP_KEY.certificate(), strangers.otherServiceProvider().certificate());
  }

  /** The other member's key is the one it has in metadata, also where it is of another kind. */
  @Test
  void theOtherMemberIsOneOfTheFederation() {
    Credential other =
        new StandInStrangers(
                Setting.PKI, () -> null, KeyType.P_256, "supplier-without-samordningsnummer")
            .otherMember();
    assertEquals(List.of(other.certificate()), published("eid-choice-2017"));
  }

  private static List<X509Certificate> published(String profile) {
    return MetadataReader.readOne("idp.xml", new Setting(profile).idp.metadata(), Setting.NOW)
        .identityProvider()
        .orElseThrow()
        .keys()
        .signing();
  }

  private XmlNode assertError(Made made, StatusCode top, StatusCode second) throws Exception {
    XmlNode response = Opened.response(made.form());
    XmlVerifier.verify(response, metadata().identityProvider().orElseThrow().keys().signing());
    assertTrue(SamlSchema.check(response.element()).isEmpty());
    assertEquals(List.of(), response.everywhere("saml:Assertion"));
    assertEquals(List.of(), response.everywhere("saml:EncryptedAssertion"));
    XmlNode code = response.at("samlp:Status/samlp:StatusCode");
    assertEquals(Optional.of(top.uri()), code.attribute("Value"));
    assertEquals(Optional.of(second.uri()), code.at("samlp:StatusCode").attribute("Value"));
    return response;
  }

  private EntityMetadata metadata() {
    return MetadataReader.readOne("idp.xml", setting.idp.metadata(), Setting.NOW);
  }

  private Opened signIn(RequestText text) {
    return signIn(text, LOA3);
  }

  private Opened signIn(RequestText text, String context) {
    return Opened.with(
        Setting.SP_KEY, answer(setting.accept(text), People.WITH_PERSONNUMMER, context));
  }

  private Made made(RequestText text) {
    return answer(setting.accept(text), People.WITH_PERSONNUMMER, LOA3);
  }

  private Made answer(SignInRequest request, TestPerson person, String context) {
    return setting.idp.answer(
        request, new Decision.SignIn(person, context), ADDRESS, Deviations.NONE, person);
  }
}
