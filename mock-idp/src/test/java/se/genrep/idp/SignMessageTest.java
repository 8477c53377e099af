package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.registry.StatusCode.REQUESTER;
import static se.genrep.registry.StatusCode.REQUEST_DENIED;
import static se.genrep.registry.StatusCode.REQUEST_UNSUPPORTED;
import static se.genrep.registry.StatusCode.RESPONDER;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.deviation.Deviations;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SpMetadata;
import se.genrep.idp.message.MessageFormat;
import se.genrep.idp.message.SignMessage;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlEncrypter;
import se.genrep.saml.XmlNode;

/** DP 7.1.1, DSS extension 3.1.2: the sign message of a request. */
class SignMessageTest {

  private static final String TEXT =
      "I hereby confirm that I want to join example.com as a customer";

  /** Of the example in ATTR 3.2.4, written out there. */
  private static final String DIGEST =
      "http://www.w3.org/2001/04/xmlenc#sha256;0yKaSVsYeh+PX2Q6diqO2w89+a3Dm303tp3AVjgxwj0=";

  private static final String LOA3 = LevelOfAssurance.LOA3.uri();

  private final Setting setting = Setting.supplier().with(signatureService());

  private static SpMetadata signatureService() {
    return SpMetadata.usual(Setting.SP_KEY)
        .categories(
            "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
            "http://id.swedenconnect.se/contract/sc/eid-authorization-system",
            "http://id.elegnamnden.se/st/1.0/sigservice");
  }

  private SignMessage read(String attributes, String content) {
    return setting.accept(setting.request().signMessage(attributes, content)).signMessage();
  }

  private void refused(String attributes, String content, String hint) {
    setting.refuse(
        setting.request().signMessage(attributes, content), REQUESTER, REQUEST_UNSUPPORTED, hint);
  }

  /** DP-7.1.1-02. */
  @ParameterizedTest
  @CsvSource({
    "'', TEXT, false",
    "MimeType=\"text\", TEXT, false",
    "MimeType=\"text/markdown\" MustShow=\"true\", MARKDOWN, true",
    "MimeType=\"text/html\" MustShow=\"1\", HTML, true",
    "MustShow=\"false\", TEXT, false"
  })
  void aMessageIsReadAsItIs(String attributes, MessageFormat format, boolean mustShow) {
    assertEquals(
        new SignMessage(format, "Hej å\n<b>två</b>", mustShow),
        read(attributes, RequestText.message("Hej å\n<b>två</b>")));
  }

  /** DP-7.1.1-12, DP-7.2-01, ATTR 3.2.4. */
  @Test
  void anAcceptedMessageIsAttestedByItsDigest() {
    Opened opened = signIn(setting.request().signMessage("", RequestText.message(TEXT)));
    assertEquals(DIGEST, opened.attributes().get("signMessageDigest"));
  }

  /** DP-7.2-02. */
  @Test
  void withoutMessageThereIsNoDigest() {
    assertFalse(signIn(setting.request()).attributes().containsKey("signMessageDigest"));
  }

  private Opened signIn(RequestText request) {
    return Opened.with(
        Setting.SP_KEY,
        setting.idp.answer(
            setting.accept(request),
            new Decision.SignIn(People.WITH_PERSONNUMMER, LOA3),
            "192.0.2.7",
            Deviations.NONE,
            null));
  }

  /** DP-7.1.1-13: neither ForceAuthn="false" nor a live session spares the message. */
  @Test
  void aSessionDoesNotAnswerASignMessage() {
    SsoSession session =
        setting
            .idp
            .answer(
                setting.accept(setting.request()),
                new Decision.SignIn(People.WITH_PERSONNUMMER, LOA3),
                "192.0.2.7",
                Deviations.NONE,
                null)
            .session()
            .orElseThrow();
    Received received =
        setting.idp.receive(
            setting
                .request()
                .set("ForceAuthn", "false")
                .signMessage("", RequestText.message(TEXT))
                .posted(setting.post()),
            Optional.of(session));
    assertTrue(received instanceof Received.Ask, received::toString);
  }

  /** DP-7.1.1-01. */
  @Test
  void onlyASignatureServiceSendsOne() {
    Setting other = Setting.supplier().withUsualSp();
    other.refuse(
        other.request().signMessage("", RequestText.message(TEXT)),
        REQUESTER,
        REQUEST_DENIED,
        "sigservice");
  }

  /** DP-7.1.1-08, DP-7.1.1-11: whether or not MustShow is set. */
  @ParameterizedTest
  @ValueSource(strings = {"", "MustShow=\"true\""})
  void whatCannotBeShownIsRefused(String attributes) {
    refused(attributes, "", "one Message or one EncryptedMessage");
    refused(
        attributes,
        RequestText.message("a") + RequestText.message("b"),
        "one Message or one EncryptedMessage");
    refused(attributes, RequestText.message("").replace("></", ">%</"), "base64");
    refused(attributes, RequestText.message("").replace("></", ">/w==</"), "UTF-8");
    refused(attributes, RequestText.message(""), "Nothing of the sign message");
    refused(attributes, RequestText.message(" \n\u202e"), "Nothing of the sign message");
    refused(
        attributes + " MimeType=\"text/html\"",
        RequestText.message("<script>alert(1)</script><style>p{}</style>"),
        "Nothing of the sign message");
    refused(attributes, RequestText.message("x".repeat(100_001)), "100000 characters");
    refused(
        attributes + " DisplayEntity=\"https://other.example/\"",
        RequestText.message(TEXT),
        "https://other.example/");
  }

  @Test
  void aMessageForThisDisplayEntityIsShown() {
    assertEquals(
        TEXT,
        read("DisplayEntity=\"" + setting.idp.entityId() + "\"", RequestText.message(TEXT)).text());
  }

  /** DP-7.1.1-11, BID-4.3.1.1-04: at an identity provider for BankID, also text/html. */
  @Test
  void aFormatThatIsNotSupportedIsRefused() {
    setting.refuse(
        setting.request().signMessage("MimeType=\"text/rtf\"", RequestText.message(TEXT)),
        RESPONDER,
        REQUEST_UNSUPPORTED,
        "text/rtf");
    Setting bankid = Setting.bankid().with(signatureService());
    bankid.refuse(
        bankid
            .request()
            .signMessage("MimeType=\"text/html\"", RequestText.message(TEXT))
            .postedSigned(bankid.post(), Setting.SP_KEY),
        RESPONDER,
        REQUEST_UNSUPPORTED,
        "text/html");
    bankid.accept(
        bankid
            .request()
            .signMessage("MimeType=\"text/markdown\"", RequestText.message(TEXT))
            .postedSigned(bankid.post(), Setting.SP_KEY));
  }

  /** DP-7.1.1-03, DP-8.3, DP-8.4: with every algorithm that chapter 8 lists. */
  @Test
  void anEncryptedMessageIsOpenedWithTheKeyOfTheMetadata() {
    for (String block :
        new String[] {
          EncryptionAlgorithm.AES128_CBC,
          EncryptionAlgorithm.AES192_CBC,
          EncryptionAlgorithm.AES256_CBC,
          EncryptionAlgorithm.AES128_GCM,
          EncryptionAlgorithm.AES192_GCM,
          EncryptionAlgorithm.AES256_GCM
        }) {
      SignMessage message =
          read(
              "MustShow=\"true\"",
              encrypted(
                  RequestText.message("Hemligt å"),
                  EncryptionAlgorithm.MANDATORY.withBlock(block)));
      assertEquals(new SignMessage(MessageFormat.TEXT, "Hemligt å", true), message, block);
    }
    assertEquals(
        "Hemligt",
        read(
                "",
                encrypted(
                    RequestText.message("Hemligt"),
                    oaep("http://www.w3.org/2001/04/xmlenc#sha256")))
            .text());
    assertEquals(
        DIGEST,
        signIn(
                setting
                    .request()
                    .signMessage(
                        "", encrypted(RequestText.message(TEXT), EncryptionAlgorithm.MANDATORY)))
            .attributes()
            .get("signMessageDigest"));
  }

  private static EncryptionAlgorithm oaep(String digest) {
    return new EncryptionAlgorithm(
        EncryptionAlgorithm.AES256_GCM, EncryptionAlgorithm.RSA_OAEP_MGF1P, digest, null);
  }

  @Test
  void anEncryptedMessageThatCannotBeOpenedIsRefused() {
    Credential stranger = Setting.PKI.credential("stranger", KeyType.RSA_2048);
    refused(
        "",
        encrypted(RequestText.message(TEXT), stranger, EncryptionAlgorithm.MANDATORY),
        "not a csig:Message encrypted to a key");
    refused(
        "",
        encrypted("<x:Message xmlns:x=\"urn:x\">eA==</x:Message>", EncryptionAlgorithm.MANDATORY),
        "not a csig:Message encrypted to a key");
    refused("", "<csig:EncryptedMessage/>", "cannot be read");
  }

  /** DP-8-08, DP-8-11. */
  @Test
  void anEncryptedMessageWithOtherAlgorithmsIsRefused() {
    refused(
        "",
        encrypted(
            RequestText.message(TEXT),
            new EncryptionAlgorithm(
                EncryptionAlgorithm.AES256_CBC, EncryptionAlgorithm.RSA_1_5, null, null)),
        "rsa-1_5");
    refused(
        "",
        encrypted(
            RequestText.message(TEXT),
            EncryptionAlgorithm.MANDATORY.withBlock(EncryptionAlgorithm.TRIPLEDES_CBC)),
        "tripledes");
  }

  private String encrypted(String message, EncryptionAlgorithm algorithm) {
    EntityMetadata metadata =
        MetadataReader.read("idp.xml", setting.idp.metadata(), Setting.NOW).entities().get(0);
    return encrypted(
        message,
        new Credential(
            "idp",
            null,
            metadata.identityProvider().orElseThrow().keys().encryption().get(0).certificate()),
        algorithm);
  }

  private static String encrypted(String message, Credential to, EncryptionAlgorithm algorithm) {
    XmlNode wrapper =
        XmlEncrypter.encrypt(XmlNode.root(Xml.parse(message)), to.certificate(), algorithm);
    return "<csig:EncryptedMessage>"
        + wrapper.at("xenc:EncryptedData")
        + "</csig:EncryptedMessage>";
  }
}
