package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.deviation.Protection;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SpMetadata;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.registry.Algorithm;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;

/** DP 6.1 and chapter 8: the keys and algorithms for a service provider. */
class ProtectionChoiceTest {

  private static final Credential SP = Setting.SP_KEY;
  private static final Credential RSA = Setting.PKI.credential("idp", KeyType.RSA_2048);
  private static final Credential EC = Setting.PKI.credential("idp", KeyType.P_256);

  /** DP-6.1-11. */
  @Test
  void whoDeclaresNothingGetsTheMandatoryAlgorithms() {
    Protection chosen = choose(RSA, SpMetadata.usual(SP));
    assertEquals(SignatureAlgorithm.RSA_SHA256, chosen.algorithm());
    assertEquals(EncryptionAlgorithm.MANDATORY, chosen.encryption());
    assertEquals(Optional.of(SP.certificate()), chosen.encryptTo());
    assertTrue(chosen.signResponse());
    assertEquals(SignatureAlgorithm.ECDSA_SHA256, choose(EC, SpMetadata.usual(SP)).algorithm());
  }

  /** DP-6.1-05, DP-6.1-06. */
  @Test
  void theAssertionIsSignedForThoseWhoWantIt() {
    assertFalse(choose(RSA, SpMetadata.usual(SP)).signAssertion());
    assertTrue(
        choose(RSA, SpMetadata.usual(SP).role("WantAssertionsSigned=\"true\"")).signAssertion());
  }

  /** DP-6.1-10. */
  @Test
  void theFirstDeclaredSignatureMethodForTheKeyIsUsed() {
    String declared =
        alg("SigningMethod", Algorithm.RSA_SHA1)
            + alg("SigningMethod", Algorithm.ECDSA_SHA384)
            + alg("SigningMethod", Algorithm.RSA_SHA512)
            + alg("SigningMethod", Algorithm.RSA_SHA256);
    String digests = alg("DigestMethod", Algorithm.SHA1) + alg("DigestMethod", Algorithm.SHA512);
    SpMetadata sp = SpMetadata.usual(SP).roleExtensions(digests + declared);
    assertEquals(
        new SignatureAlgorithm(Algorithm.RSA_SHA512.uri(), Algorithm.SHA512.uri()),
        choose(RSA, sp).algorithm());
    assertEquals(
        new SignatureAlgorithm(Algorithm.ECDSA_SHA384.uri(), Algorithm.SHA512.uri()),
        choose(EC, sp).algorithm());
  }

  /** DP-8-10: what chapter 8 does not list is not used, even when nothing else is declared. */
  @Test
  void shaOneIsNotUsedThoughDeclared() {
    SpMetadata sp =
        SpMetadata.usual(SP)
            .roleExtensions(
                alg("DigestMethod", Algorithm.SHA1) + alg("SigningMethod", Algorithm.RSA_SHA1));
    assertEquals(SignatureAlgorithm.RSA_SHA256, choose(RSA, sp).algorithm());
  }

  /** DP-8.3-04, DP-8-07. */
  @Test
  void gcmIsUsedForThoseWhoDeclareIt() {
    assertEquals(
        EncryptionAlgorithm.MANDATORY.withBlock(EncryptionAlgorithm.AES128_GCM),
        encryption(
            method(EncryptionAlgorithm.TRIPLEDES_CBC)
                + method(EncryptionAlgorithm.AES128_GCM)
                + method(EncryptionAlgorithm.AES256_CBC)));
  }

  /** DP-8.4-02. */
  @Test
  void theDeclaredKeyTransportDigestIsUsed() {
    assertEquals(
        new EncryptionAlgorithm(
            EncryptionAlgorithm.AES256_CBC,
            EncryptionAlgorithm.RSA_OAEP_MGF1P,
            Algorithm.SHA256.uri(),
            null),
        encryption(oaep(EncryptionAlgorithm.RSA_OAEP_MGF1P, Algorithm.SHA256.uri(), null)));
    assertEquals(
        EncryptionAlgorithm.MANDATORY,
        encryption(oaep(EncryptionAlgorithm.RSA_OAEP_MGF1P, "urn:no-such-digest", null)));
  }

  /** DP-8-07: outside chapter 8, but the peer declares it. */
  @Test
  void newerOaepIsUsedWithItsMaskGenerationFunction() {
    String mgf = "http://www.w3.org/2009/xmlenc11#mgf1sha256";
    assertEquals(
        new EncryptionAlgorithm(
            EncryptionAlgorithm.AES256_CBC,
            EncryptionAlgorithm.RSA_OAEP_11,
            Algorithm.SHA256.uri(),
            mgf),
        encryption(oaep(EncryptionAlgorithm.RSA_OAEP_11, Algorithm.SHA256.uri(), mgf)));
  }

  /** DP-8-11. */
  @Test
  void rsaOneFiveIsNeverUsed() {
    assertEquals(
        EncryptionAlgorithm.MANDATORY.withBlock(EncryptionAlgorithm.AES256_GCM),
        encryption(method(EncryptionAlgorithm.RSA_1_5) + method(EncryptionAlgorithm.AES256_GCM)));
  }

  /** DP-8-07: beyond chapter 8 where both sides say so; in the order of the receiver. */
  @Test
  void pssIsUsedBetweenTwoWhoDeclareIt() {
    SpMetadata sp =
        SpMetadata.usual(SP)
            .roleExtensions(
                alg("SigningMethod", Algorithm.RSA_PSS_SHA384)
                    + alg("SigningMethod", Algorithm.RSA_SHA512));
    List<String> withPss = List.of(Algorithm.RSA_SHA512.uri(), Algorithm.RSA_PSS_SHA384.uri());
    assertEquals(
        Algorithm.RSA_PSS_SHA384.uri(),
        new ProtectionChoice(() -> RSA, withPss).forError(read(sp)).algorithm().signature());
    assertEquals(Algorithm.RSA_SHA512.uri(), choose(RSA, sp).algorithm().signature());
    assertEquals(SignatureAlgorithm.ECDSA_SHA256, choose(EC, sp).algorithm());
  }

  /** DP-8-03, DP-8-07: an EC key is encrypted to where its owner asks for an agreement. */
  @Test
  void anAgreementIsMadeWithAnEcKeyThatDeclaresIt() {
    SpMetadata sp =
        SpMetadata.of("urn:a")
            .key(
                "encryption",
                EC,
                method(EncryptionAlgorithm.AES192_GCM) + method(EncryptionAlgorithm.ECDH_ES))
            .key("encryption", SP, "");
    Protection chosen = choose(RSA, sp);
    assertEquals(Optional.of(EC.certificate()), chosen.encryptTo());
    assertEquals(
        EncryptionAlgorithm.agreement(
            EncryptionAlgorithm.AES192_GCM,
            SignatureAlgorithm.SHA256,
            EncryptionAlgorithm.WRAP_AES192),
        chosen.encryption());
  }

  @Test
  void theDigestAndTheWrappingOfAnAgreementAreThoseDeclared() {
    SpMetadata sp =
        SpMetadata.of("urn:a")
            .key(
                "encryption",
                EC,
                oaep(EncryptionAlgorithm.ECDH_ES, Algorithm.SHA512.uri(), null)
                    + method(EncryptionAlgorithm.WRAP_AES128));
    assertEquals(
        EncryptionAlgorithm.agreement(
            EncryptionAlgorithm.AES256_CBC,
            Algorithm.SHA512.uri(),
            EncryptionAlgorithm.WRAP_AES128),
        choose(RSA, sp).encryption());
  }

  /** DP-2.1.1.2-14: who rolls over publishes the newest alone; of two the first is used. */
  @Test
  void ofTwoEncryptionKeysTheFirstIsUsed() {
    Credential other = Setting.PKI.credential("sp-next", KeyType.RSA_2048);
    SpMetadata sp = SpMetadata.of("urn:a").key("encryption", other, "").key("encryption", SP, "");
    assertEquals(Optional.of(other.certificate()), choose(RSA, sp).encryptTo());
  }

  /** DP-6.1-12. */
  @Test
  void aKeyThatCannotBeEncryptedToIsPassedOver() {
    SpMetadata sp = SpMetadata.of("urn:a").key("encryption", EC, "");
    assertTrue(choice(RSA).of(read(sp)).isEmpty());
    assertEquals(
        Optional.of(SP.certificate()), choose(RSA, sp.key("encryption", SP, "")).encryptTo());
  }

  @Test
  void theChoiceIsMadeOnceForEachVersionOfTheMetadata() {
    ProtectionChoice choice = choice(RSA);
    EntityMetadata first = read(SpMetadata.usual(SP));
    assertSame(choice.of(first).orElseThrow(), choice.of(first).orElseThrow());
    EntityMetadata second = read(SpMetadata.usual(SP).role("WantAssertionsSigned=\"true\""));
    assertTrue(choice.of(second).orElseThrow().signAssertion());
  }

  private static EncryptionAlgorithm encryption(String methods) {
    SpMetadata sp = SpMetadata.of("urn:a").key("encryption", SP, methods);
    return choose(RSA, sp).encryption();
  }

  private static ProtectionChoice choice(Credential signer) {
    return new ProtectionChoice(() -> signer, AlgorithmRules.SIGNATURES);
  }

  private static Protection choose(Credential signer, SpMetadata sp) {
    return choice(signer).of(read(sp)).orElseThrow();
  }

  private static EntityMetadata read(SpMetadata sp) {
    return MetadataReader.readOne("sp.xml", sp.bytes(), Setting.NOW);
  }

  private static String alg(String element, Algorithm algorithm) {
    return "<alg:" + element + " Algorithm=\"" + algorithm.uri() + "\"/>";
  }

  private static String method(String uri) {
    return "<md:EncryptionMethod Algorithm=\"" + uri + "\"/>";
  }

  private static String oaep(String uri, String digest, String mgf) {
    return "<md:EncryptionMethod Algorithm=\""
        + uri
        + "\"><ds:DigestMethod Algorithm=\""
        + digest
        + "\"/>"
        + (mgf == null ? "" : "<xenc11:MGF Algorithm=\"" + mgf + "\"/>")
        + "</md:EncryptionMethod>";
  }
}
