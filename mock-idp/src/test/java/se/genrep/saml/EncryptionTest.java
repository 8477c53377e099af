package se.genrep.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.params.ConcatKDFParams;
import org.apache.xml.security.encryption.params.KeyAgreementParameters;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.utils.EncryptionConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.w3c.dom.Document;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;

/** What is encrypted here, others decrypt; and the other way round (DP 8.3, 8.4). */
class EncryptionTest {

  private static final TestPki PKI = TestPki.inMemory(Clock.systemUTC());
  private static final Credential RSA = PKI.credential("sp", KeyType.RSA_2048);
  private static final String SHA256 = SignatureAlgorithm.SHA256;
  private static final String SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512";
  private static final String MGF1_SHA256 = "http://www.w3.org/2009/xmlenc11#mgf1sha256";

  private static final List<String> BLOCKS =
      List.of(
          EncryptionAlgorithm.AES128_CBC,
          EncryptionAlgorithm.AES192_CBC,
          EncryptionAlgorithm.AES256_CBC,
          EncryptionAlgorithm.AES128_GCM,
          EncryptionAlgorithm.AES192_GCM,
          EncryptionAlgorithm.AES256_GCM);

  static Stream<EncryptionAlgorithm> transports() {
    return BLOCKS.stream()
        .flatMap(
            block ->
                Stream.of(
                    EncryptionAlgorithm.MANDATORY.withBlock(block),
                    new EncryptionAlgorithm(
                        block, EncryptionAlgorithm.RSA_OAEP_MGF1P, SHA256, null),
                    new EncryptionAlgorithm(
                        block, EncryptionAlgorithm.RSA_OAEP_MGF1P, SHA512, null),
                    new EncryptionAlgorithm(
                        block, EncryptionAlgorithm.RSA_OAEP_11, SHA256, MGF1_SHA256)));
  }

  static Stream<Arguments> agreements() {
    return Stream.of(KeyType.P_256, KeyType.P_384, KeyType.P_521)
        .flatMap(
            curve ->
                Stream.of(
                    Arguments.of(
                        curve,
                        EncryptionAlgorithm.agreement(
                            EncryptionAlgorithm.AES128_GCM,
                            SHA256,
                            EncryptionAlgorithm.WRAP_AES128)),
                    Arguments.of(
                        curve,
                        EncryptionAlgorithm.agreement(
                            EncryptionAlgorithm.AES192_GCM,
                            SHA256,
                            EncryptionAlgorithm.WRAP_AES192)),
                    Arguments.of(
                        curve,
                        EncryptionAlgorithm.agreement(
                            EncryptionAlgorithm.AES256_GCM,
                            SHA512,
                            EncryptionAlgorithm.WRAP_AES256))));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void openSamlDecryptsWhatWasTransported(EncryptionAlgorithm algorithm) throws Exception {
    XmlNode encrypted = XmlEncrypter.encrypt(assertion(), RSA.certificate(), algorithm);
    assertEquals(
        new XmlDecrypter.Methods(algorithm.block(), algorithm.keyTransport()),
        XmlDecrypter.methods(encrypted));
    assertEquals("MOCK", openSaml(encrypted, RSA.privateKey()));
    assertEquals("MOCK", issuer(XmlDecrypter.decrypt(encrypted, RSA.privateKey())));
  }

  /** DP 8.4: what the key transport says of itself, so that the receiver does the same. */
  @Test
  void digestAndMaskAreWritten() {
    EncryptionAlgorithm algorithm =
        new EncryptionAlgorithm(
            EncryptionAlgorithm.AES256_GCM, EncryptionAlgorithm.RSA_OAEP_11, SHA256, MGF1_SHA256);
    XmlNode method =
        XmlEncrypter.encrypt(assertion(), RSA.certificate(), algorithm)
            .at("xenc:EncryptedData/ds:KeyInfo/xenc:EncryptedKey/xenc:EncryptionMethod");
    assertEquals(SHA256, method.at("ds:DigestMethod").attribute("Algorithm").orElseThrow());
    assertEquals(MGF1_SHA256, method.at("xenc11:MGF").attribute("Algorithm").orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("agreements")
  void santuarioFollowsOurAgreement(KeyType curve, EncryptionAlgorithm algorithm) throws Exception {
    Credential recipient = PKI.credential("agreeing", curve);
    XmlNode encrypted = XmlEncrypter.encrypt(assertion(), recipient.certificate(), algorithm);
    assertEquals(
        new XmlDecrypter.Methods(algorithm.block(), EncryptionAlgorithm.ECDH_ES),
        XmlDecrypter.methods(encrypted));
    assertEquals("MOCK", issuer(santuario(encrypted, recipient.privateKey())));
    assertEquals("MOCK", issuer(XmlDecrypter.decrypt(encrypted, recipient.privateKey())));
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"P_256", "P_384", "P_521"})
  void weFollowSantuariosAgreement(KeyType curve) throws Exception {
    Credential recipient = PKI.credential("agreeing", curve);
    XmlNode encrypted = bySantuario(recipient);
    assertEquals("MOCK", issuer(XmlDecrypter.decrypt(encrypted, recipient.privateKey())));
  }

  /** The empty bit string, as some write it; it is another input than one byte of zeros. */
  @Test
  void theEmptyInfoIsAnotherThanAZero() {
    Credential recipient = PKI.credential("agreeing", KeyType.P_256);
    XmlNode encrypted = agreed(recipient);
    parameters(encrypted).set("AlgorithmID", "00");
    assertThrows(
        MalformedMessage.class, () -> XmlDecrypter.decrypt(encrypted, recipient.privateKey()));
  }

  @Test
  void whatIsNoAgreementOfThisKindIsRefused() {
    Credential recipient = PKI.credential("agreeing", KeyType.P_256);
    assertRefused(recipient, "whole bytes", e -> parameters(e).set("AlgorithmID", "0300"));
    assertRefused(recipient, "hexadecimal", e -> parameters(e).set("PartyUInfo", "zz"));
    assertRefused(recipient, "uses 'urn:x'", e -> method(e).set("Algorithm", "urn:x"));
    assertRefused(
        recipient,
        "another curve",
        e -> key(e).at("dsig11:NamedCurve").set("URI", "urn:oid:1.3.132.0.34"));
    assertRefused(
        recipient, "no uncompressed point", e -> key(e).at("dsig11:PublicKey").text("AAAA"));
    assertRefused(
        recipient,
        "digest",
        e -> parameters(e).at("ds:DigestMethod").set("Algorithm", "urn:no-digest"));
    assertThrows(
        MalformedMessage.class, () -> XmlDecrypter.decrypt(agreed(recipient), RSA.privateKey()));
  }

  /** A point of another curve would tell a sender about the private key. */
  @Test
  void aPointOffTheCurveIsRefused() throws Exception {
    Credential recipient = PKI.credential("agreeing", KeyType.P_256);
    byte[] point = new byte[65];
    point[0] = 4;
    point[32] = 1;
    point[64] = 1;
    String off = java.util.Base64.getEncoder().encodeToString(point);
    assertRefused(recipient, "not on its curve", e -> key(e).at("dsig11:PublicKey").text(off));
  }

  private static void assertRefused(
      Credential recipient, String reason, UnaryOperator<XmlNode> bend) {
    XmlNode encrypted = agreed(recipient);
    bend.apply(encrypted);
    MalformedMessage refused =
        assertThrows(
            MalformedMessage.class, () -> XmlDecrypter.decrypt(encrypted, recipient.privateKey()));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  private static XmlNode agreed(Credential recipient) {
    return XmlEncrypter.encrypt(
        assertion(),
        recipient.certificate(),
        EncryptionAlgorithm.agreement(
            EncryptionAlgorithm.AES256_GCM, SHA256, EncryptionAlgorithm.WRAP_AES256));
  }

  private static XmlNode method(XmlNode encrypted) {
    return encrypted.at(
        "xenc:EncryptedData/ds:KeyInfo/xenc:EncryptedKey/ds:KeyInfo/xenc:AgreementMethod");
  }

  private static XmlNode parameters(XmlNode encrypted) {
    return method(encrypted).at("xenc11:KeyDerivationMethod/xenc11:ConcatKDFParams");
  }

  private static XmlNode key(XmlNode encrypted) {
    return method(encrypted).at("xenc:OriginatorKeyInfo/ds:KeyValue/dsig11:ECKeyValue");
  }

  private static XmlNode assertion() {
    XmlNode assertion = XmlNode.newRoot("saml:Assertion").set("ID", "_a").set("Version", "2.0");
    assertion.set("IssueInstant", "2026-11-24T08:00:00Z").add("saml:Issuer").text("MOCK");
    return assertion;
  }

  private static String issuer(XmlNode assertion) {
    return assertion.at("saml:Issuer").text();
  }

  private static String openSaml(XmlNode encrypted, PrivateKey key) throws Exception {
    SamlRuntime.startOpenSaml();
    XmlNode copy = encrypted.detached();
    EncryptedAssertion read =
        (EncryptedAssertion)
            XMLObjectSupport.getUnmarshaller(copy.element()).unmarshall(copy.element());
    Decrypter decrypter =
        new Decrypter(
            null,
            new StaticKeyInfoCredentialResolver(
                new BasicCredential(RSA.certificate().getPublicKey(), key)),
            new InlineEncryptedKeyResolver());
    return decrypter.decrypt(read).getIssuer().getValue();
  }

  private static XmlNode santuario(XmlNode encrypted, PrivateKey key) throws Exception {
    XmlNode copy = encrypted.detached();
    Document document = copy.element().getOwnerDocument();
    XmlNode data = copy.at("xenc:EncryptedData");
    XMLCipher unwrapping = XMLCipher.getInstance();
    unwrapping.init(XMLCipher.UNWRAP_MODE, key);
    EncryptedKey wrapped =
        unwrapping.loadEncryptedKey(document, data.at("ds:KeyInfo/xenc:EncryptedKey").element());
    String block = data.at("xenc:EncryptionMethod").attribute("Algorithm").orElseThrow();
    Key content = unwrapping.decryptKey(wrapped, block);
    XMLCipher cipher = XMLCipher.getInstance();
    cipher.init(XMLCipher.DECRYPT_MODE, content);
    return XmlNode.root(Xml.parse(cipher.decryptToByteArray(data.element())));
  }

  private static XmlNode bySantuario(Credential recipient) throws Exception {
    XmlNode wrapper = XmlNode.newRoot("saml:EncryptedAssertion");
    Document document = wrapper.element().getOwnerDocument();
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(256);
    SecretKey content = generator.generateKey();
    ConcatKDFParams kdf =
        ConcatKDFParams.createBuilder(256, SHA256)
            .algorithmID("0000")
            .partyUInfo("00ABCD")
            .partyVInfo("0012")
            .build();
    KeyAgreementParameters parameters =
        new KeyAgreementParameters(
            KeyAgreementParameters.ActorType.ORIGINATOR, EncryptionAlgorithm.ECDH_ES, kdf);
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(
        ((java.security.interfaces.ECPublicKey) recipient.certificate().getPublicKey())
            .getParams());
    parameters.setOriginatorKeyPair(pairs.generateKeyPair());
    parameters.setRecipientPublicKey(recipient.certificate().getPublicKey());
    XMLCipher wrapping = XMLCipher.getInstance(EncryptionAlgorithm.WRAP_AES256);
    wrapping.init(XMLCipher.WRAP_MODE, recipient.certificate().getPublicKey());
    EncryptedKey key = wrapping.encryptKey(document, content, parameters, null);
    XMLCipher cipher = XMLCipher.getInstance(EncryptionAlgorithm.AES256_GCM);
    cipher.init(XMLCipher.ENCRYPT_MODE, content);
    EncryptedData data =
        cipher.encryptData(
            document,
            EncryptionConstants.TYPE_ELEMENT,
            new ByteArrayInputStream(
                Xml.text(assertion().element()).getBytes(StandardCharsets.UTF_8)));
    KeyInfo info = new KeyInfo(document);
    info.add(key);
    data.setKeyInfo(info);
    wrapper.append(XmlNode.of(cipher.martial(document, data)));
    return wrapper;
  }
}
