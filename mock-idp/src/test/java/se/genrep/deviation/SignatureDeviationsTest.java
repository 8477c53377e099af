package se.genrep.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.genrep.federation.SamlSchema;
import se.genrep.pki.Credential;
import se.genrep.registry.Algorithm;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** Signatures and encryption: what is wrong is exactly what is meant to be, and nothing else. */
class SignatureDeviationsTest {

  private final Scenario scenario = Scenario.usual();

  @Test
  void unsignedMeansNoSignatureAnywhere() {
    Careless reader = scenario.wantingAssertionsSigned().read(SignatureDeviations.UNSIGNED);
    assertEquals(List.of(), reader.signatures());
  }

  @Test
  void theAssertionAloneIsSignedAndVerifies() throws Exception {
    Careless reader = scenario.read(SignatureDeviations.ONLY_ASSERTION_SIGNED);
    assertFalse(XmlVerifier.isSigned(reader.sent()));
    verify(reader.firstAssertion().detached(), Scenario.RSA);
  }

  @Test
  void bothAreSignedAndVerify() throws Exception {
    Careless reader = scenario.read(SignatureDeviations.ASSERTION_SIGNED_TOO);
    verify(reader.sent(), Scenario.RSA);
    verify(reader.firstAssertion().detached(), Scenario.RSA);
  }

  /** The signature is perfect; only nobody knows the key but from the message. */
  @Test
  void theUnregisteredKeyVerifiesAndIsBroughtAlong() throws Exception {
    XmlNode sent = scenario.read(SignatureDeviations.UNREGISTERED_KEY).sent();
    verify(sent, Scenario.STRANGER);
    assertRefused(sent, Scenario.RSA);
    String brought =
        sent.at("ds:Signature/ds:KeyInfo/ds:X509Data/ds:X509Certificate")
            .text()
            .replaceAll("\\s", "");
    assertEquals(
        Base64.getEncoder().encodeToString(Scenario.STRANGER.certificate().getEncoded()), brought);
  }

  @Test
  void theOtherMembersKeyVerifies() throws Exception {
    XmlNode sent = scenario.read(SignatureDeviations.OTHER_MEMBERS_KEY).sent();
    verify(sent, Scenario.OTHER_MEMBER);
    assertRefused(sent, Scenario.RSA);
  }

  @Test
  void theSignatureOverAnotherElementVerifiesOverThatOne() throws Exception {
    Careless reader = scenario.read(SignatureDeviations.OTHER_ELEMENT_SIGNED);
    XmlNode sent = reader.sent();
    assertEquals(Optional.empty(), SamlSchema.check(sent.element()));
    assertEquals(1, sent.everywhere("ds:Signature").size());
    XmlNode signature = sent.at("ds:Signature");
    assertTrue(Careless.verifies(signature, Scenario.RSA.certificate().getPublicKey()));
    XmlNode error = sent.at("samlp:Extensions/ds:Object/samlp:Response");
    assertEquals(
        Optional.of("#" + error.attribute("ID").orElseThrow()),
        signature.at("ds:SignedInfo/ds:Reference").attribute("URI"));
    assertEquals(List.of(), error.everywhere("saml:EncryptedAssertion"));
    assertRefused(sent, Scenario.RSA);
    assertEquals(1, reader.assertions().size());
  }

  @Test
  void theFirstOfTwoSignaturesIsGenuine() throws Exception {
    XmlNode sent = scenario.read(SignatureDeviations.TWO_SIGNATURES).sent();
    List<XmlNode> signatures = sent.all("ds:Signature");
    assertEquals(2, signatures.size());
    assertTrue(Careless.verifies(signatures.get(0), Scenario.RSA.certificate().getPublicKey()));
    assertFalse(
        Careless.verifies(signatures.get(1), Scenario.STRANGER.certificate().getPublicKey()));
  }

  @Test
  void oneBitOfTheSignatureIsWrong() throws Exception {
    XmlNode sent = scenario.read(SignatureDeviations.BROKEN_SIGNATURE).sent();
    assertRefused(sent, Scenario.RSA);
    assertEquals(Optional.empty(), SamlSchema.check(sent.element()));
  }

  @Test
  void onlyTheAssertionsSignatureIsBroken() throws Exception {
    Careless reader = scenario.read(SignatureDeviations.BROKEN_ASSERTION_SIGNATURE);
    verify(reader.sent(), Scenario.RSA);
    assertTrue(XmlVerifier.isSigned(reader.firstAssertion()));
    assertRefused(reader.firstAssertion().detached(), Scenario.RSA);
  }

  @Test
  void replacedContentIsAboutTheCanaryAndBreaksTheDigest() {
    Careless reader = scenario.read(SignatureDeviations.CONTENT_REPLACED);
    assertEquals(1, reader.assertions().size());
    assertEquals(Scenario.CANARY_NUMBER, Careless.number(reader.firstAssertion()));
    assertRefused(reader.sent(), Scenario.RSA);
    assertEquals(Optional.empty(), SamlSchema.check(reader.opened().element()));
  }

  /** Weak or odd as they are, the signatures are right: nothing else may lead to refusal. */
  @Test
  void signaturesByOtherAlgorithmsVerify() throws Exception {
    assertMethods(AlgorithmDeviations.SHA1_SIGNATURE, Algorithm.RSA_SHA1, Algorithm.SHA1);
    assertMethods(AlgorithmDeviations.SHA1_DIGEST, Algorithm.RSA_SHA256, Algorithm.SHA1);
    assertMethods(
        AlgorithmDeviations.UNLISTED_SIGNATURE, Algorithm.RSA_PSS_SHA256, Algorithm.SHA256);
    assertMethods(AlgorithmDeviations.LONGER_DIGEST, Algorithm.RSA_SHA512, Algorithm.SHA512);
  }

  @Test
  void ellipticKeysSignLikewise() throws Exception {
    for (Deviation deviation :
        List.of(
            AlgorithmDeviations.SHA1_SIGNATURE,
            AlgorithmDeviations.SHA1_DIGEST,
            AlgorithmDeviations.UNLISTED_SIGNATURE,
            AlgorithmDeviations.LONGER_DIGEST)) {
      XmlNode sent = Scenario.signedBy(Scenario.ELLIPTIC).read(deviation).sent();
      assertTrue(
          Careless.verifies(
              sent.at("ds:Signature"), Scenario.ELLIPTIC.certificate().getPublicKey()),
          deviation.id());
    }
  }

  private void assertMethods(Deviation deviation, Algorithm signature, Algorithm digest)
      throws Exception {
    XmlNode sent = scenario.read(deviation).sent();
    XmlVerifier.Methods methods = XmlVerifier.methods(sent);
    assertEquals(signature.uri(), methods.signature(), deviation.id());
    assertEquals(Set.of(digest.uri()), methods.digests(), deviation.id());
    assertTrue(
        Careless.verifies(sent.at("ds:Signature"), Scenario.RSA.certificate().getPublicKey()),
        deviation.id());
  }

  @Test
  void encryptionByOtherAlgorithmsCanBeOpened() throws Exception {
    assertEncryption(
        AlgorithmDeviations.TRIPLE_DES, Algorithm.TRIPLEDES_CBC, Algorithm.RSA_OAEP_MGF1P);
    assertEncryption(AlgorithmDeviations.RSA_1_5, Algorithm.AES256_CBC, Algorithm.RSA_1_5);
    assertEncryption(
        AlgorithmDeviations.OTHER_MANDATORY_CIPHER, Algorithm.AES192_CBC, Algorithm.RSA_OAEP_MGF1P);
  }

  private void assertEncryption(Deviation deviation, Algorithm block, Algorithm transport)
      throws Exception {
    Careless reader = scenario.read(deviation);
    assertEquals(
        new XmlDecrypter.Methods(block.uri(), transport.uri()),
        XmlDecrypter.methods(reader.sent().at("saml:EncryptedAssertion")));
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(reader.firstAssertion()));
    verify(reader.sent(), Scenario.RSA);
  }

  @Test
  void unencryptedMeansAnAssertionInClearUnderAGoodSignature() throws Exception {
    XmlNode sent = scenario.read(EncryptionDeviations.UNENCRYPTED).sent();
    assertEquals(List.of(), sent.everywhere("saml:EncryptedAssertion"));
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(sent.at("saml:Assertion")));
    verify(sent, Scenario.RSA);
  }

  @Test
  void onlyTheOtherServiceProviderCanOpenWhatIsEncryptedToIt() throws Exception {
    Scenario.Answered answered = scenario.answer(EncryptionDeviations.ENCRYPTED_TO_ANOTHER);
    Careless other = Careless.reader(answered.form(), Scenario.OTHER_SP);
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(other.firstAssertion()));
    assertThrows(MalformedMessage.class, () -> Careless.reader(answered.form(), Scenario.SP_KEY));
  }

  private static void verify(XmlNode element, Credential key) throws Exception {
    XmlVerifier.verify(element, List.of(key.certificate()));
  }

  private static void assertRefused(XmlNode element, Credential key) {
    assertThrows(XmlVerifier.InvalidSignature.class, () -> verify(element, key));
  }
}
