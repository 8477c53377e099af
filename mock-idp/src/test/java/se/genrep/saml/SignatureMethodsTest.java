package se.genrep.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Use;
import se.genrep.saml.XmlVerifier.InvalidSignature;

/** Every signature method that may be declared, with every key it goes with (DP 8.2). */
class SignatureMethodsTest {

  private static final TestPki PKI = TestPki.inMemory(Clock.systemUTC());

  static Stream<Arguments> methodsAndKeys() {
    return Arrays.stream(Algorithm.values())
        .filter(algorithm -> algorithm.use() == Use.SIGNATURE && algorithm.allowed())
        .flatMap(
            algorithm ->
                Stream.of(KeyType.RSA_2048, KeyType.P_256, KeyType.P_384, KeyType.P_521)
                    .filter(type -> type.isRsa() == algorithm.name().startsWith("RSA"))
                    .map(type -> Arguments.of(algorithm, type)));
  }

  /** Java's own library is another implementation than the one that signs. */
  @ParameterizedTest
  @MethodSource("methodsAndKeys")
  void javaAndOpenSamlVerifyWhatWeSign(Algorithm method, KeyType type) throws Exception {
    Credential signer = PKI.credential("signer", type);
    XmlNode signed = signed(method, signer);
    XmlVerifier.verify(signed, List.of(signer.certificate()));
    assertTrue(javaVerifies(signed, signer));
    signed.at("saml:Issuer").text("another");
    assertThrows(
        InvalidSignature.class, () -> XmlVerifier.verify(signed, List.of(signer.certificate())));
    assertFalse(javaVerifies(signed, signer));
  }

  @ParameterizedTest
  @MethodSource("methodsAndKeys")
  void aQueryIsSignedToo(Algorithm method, KeyType type) {
    Credential signer = PKI.credential("signer", type);
    String query =
        RedirectBinding.encode(
            "<a/>".getBytes(StandardCharsets.UTF_8),
            "state",
            signer,
            new SignatureAlgorithm(method.uri(), SignatureAlgorithm.SHA256));
    RedirectBinding.QuerySignature signature =
        RedirectBinding.decode(query).signature().orElseThrow();
    assertEquals(method.uri(), signature.algorithm());
    assertTrue(signature.verifies(signer.certificate().getPublicKey()));
    assertFalse(signature.verifies(PKI.credential("other", type).certificate().getPublicKey()));
  }

  /** RFC 6931, 2.3.10: salt as long as the digest. Written out, so that it is no mirror of ours. */
  @Test
  void theSaltOfPssIsAsLongAsItsDigest() throws Exception {
    Credential signer = PKI.credential("signer", KeyType.RSA_2048);
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
    String query =
        RedirectBinding.encode(
            "<a/>".getBytes(StandardCharsets.UTF_8),
            null,
            signer,
            new SignatureAlgorithm(Algorithm.RSA_PSS_SHA384.uri(), SignatureAlgorithm.SHA256));
    RedirectBinding.QuerySignature signature =
        RedirectBinding.decode(query).signature().orElseThrow();
    verifier.initVerify(signer.certificate());
    verifier.update(signature.signed());
    assertTrue(verifier.verify(signature.value()));
  }

  private static XmlNode signed(Algorithm method, Credential signer) {
    XmlNode assertion = XmlNode.newRoot("saml:Assertion").set("ID", "_a").set("Version", "2.0");
    assertion.set("IssueInstant", "2026-11-24T08:00:00Z").add("saml:Issuer").text("MOCK");
    XmlSigner.sign(
        assertion, signer, new SignatureAlgorithm(method.uri(), SignatureAlgorithm.SHA256));
    return XmlNode.root(Xml.parse(Xml.bytes(assertion.element())));
  }

  private static boolean javaVerifies(XmlNode signed, Credential signer) throws Exception {
    Element signature = signed.at("ds:Signature").element();
    DOMValidateContext context =
        new DOMValidateContext(signer.certificate().getPublicKey(), signature);
    context.setIdAttributeNS(signed.element(), null, "ID");
    XMLSignature read =
        XMLSignatureFactory.getInstance("DOM", "XMLDSig").unmarshalXMLSignature(context);
    return read.validate(context);
  }
}
