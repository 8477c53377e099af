package se.genrep.deviation;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.genrep.pki.Credential;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSignaturePieces;

/**
 * A ds:Signature put together piece by piece, for those that no library would make. Without any
 * change it is a good one.
 */
final class CraftedSignature {

  static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
  static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  /** A ds:Reference; without a URI when that is null. */
  private record Reference(String uri, List<XmlNode> transforms, byte[] digest) {}

  private final XmlNode target;
  private final Credential signer;
  private String digestMethod;
  private final List<Reference> references = new ArrayList<>();
  private String canonicalisation = EXCLUSIVE;
  private String method;
  private byte[] secret;

  /** What is done to a Response instead of signing it in the usual way. */
  @FunctionalInterface
  interface Signing {
    void of(XmlNode response, Scene scene);
  }

  /** A deviation whose Response is signed by a crafted signature only. */
  static Deviation instead(String id, String title, Signing signing) {
    return Deviation.deviation(id, title)
        .prepare(Stage.PROTECTION, (protection, scene) -> protection.signingResponse(false))
        .at(
            Stage.SIGNED_RESPONSE,
            (response, scene) -> {
              signing.of(response, scene);
              return response;
            });
  }

  /** The reference to an element that every signature has. */
  static String reference(XmlNode element) {
    return "#" + element.attribute("ID").orElseThrow();
  }

  private CraftedSignature(XmlNode target, Protection protection) {
    this.target = target;
    this.signer = protection.signer();
    this.digestMethod = protection.algorithm().digest();
    this.method = protection.algorithm().signature();
  }

  /** For an element that stands as it is to be signed. */
  static CraftedSignature of(XmlNode target, Scene scene) {
    return new CraftedSignature(target, scene.protection());
  }

  /** A usual reference to the target but for what its URI says. */
  CraftedSignature referring(String uri) {
    return referring(
        uri, digest(Parts.stripped(target)), transform(ENVELOPED), transform(EXCLUSIVE));
  }

  CraftedSignature referring(String uri, byte[] digest, XmlNode... transforms) {
    references.add(new Reference(uri, List.of(transforms), digest));
    return this;
  }

  CraftedSignature canonicalising(String by) {
    canonicalisation = by;
    return this;
  }

  /** Comes before the references, whose digests are made by it. */
  CraftedSignature digesting(String by) {
    digestMethod = by;
    return this;
  }

  /** Keyed with a secret that is none. */
  CraftedSignature hmac(byte[] key) {
    method = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
    secret = key.clone();
    return this;
  }

  XmlNode transform(String by) {
    return target.create("ds:Transform").set("Algorithm", by);
  }

  /** The digest of an element in its canonical form, by the method of the answer. */
  byte[] digest(XmlNode element) {
    return digest(XmlSignaturePieces.canonical(element, EXCLUSIVE).orElseThrow());
  }

  byte[] digest(byte[] octets) {
    try {
      return XmlSignaturePieces.digest(digestMethod, octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + digestMethod, e);
    }
  }

  static byte[] digest(XmlNode element, Scene scene) {
    return of(element, scene).digest(element);
  }

  /** Signs and places the signature after the Issuer. What cannot be canonicalised is empty. */
  XmlNode place() {
    XmlNode signature = target.create("ds:Signature");
    XmlNode info = signature.add("ds:SignedInfo");
    info.add("ds:CanonicalizationMethod").set("Algorithm", canonicalisation);
    info.add("ds:SignatureMethod").set("Algorithm", method);
    for (Reference each : references) {
      XmlNode reference = info.add("ds:Reference");
      if (each.uri() != null) {
        reference.set("URI", each.uri());
      }
      XmlNode transforms = reference.add("ds:Transforms");
      each.transforms().forEach(transforms::append);
      reference.add("ds:DigestMethod").set("Algorithm", digestMethod);
      reference.add("ds:DigestValue").text(Base64.getEncoder().encodeToString(each.digest()));
    }
    byte[] octets = XmlSignaturePieces.canonical(info, canonicalisation).orElse(new byte[0]);
    signature.add("ds:SignatureValue").text(Base64.getEncoder().encodeToString(signed(octets)));
    try {
      signature
          .add("ds:KeyInfo")
          .add("ds:X509Data")
          .add("ds:X509Certificate")
          .text(Base64.getEncoder().encodeToString(signer.certificate().getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of ours cannot be written", e);
    }
    return target.at("saml:Issuer").insertAfter(signature);
  }

  private byte[] signed(byte[] octets) {
    try {
      if (secret != null) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return mac.doFinal(octets);
      }
      return XmlSignaturePieces.sign(method, signer.privateKey(), octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + method, e);
    }
  }
}
