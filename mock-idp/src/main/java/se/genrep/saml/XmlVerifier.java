package se.genrep.saml;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;

/**
 * Verifies the signature of a SAML element as SAML core 5.4 demands, with OpenSAML: the Signature
 * is the element's own child, has one reference to exactly this element, only the two allowed
 * transforms, and verifies with a key known beforehand. ds:KeyInfo of the message is never trusted.
 */
public final class XmlVerifier {

  private XmlVerifier() {}

  /** The algorithms that a signature names. */
  public record Methods(String signature, Set<String> digests) {}

  /** True when the element has a ds:Signature child of its own. */
  public static boolean isSigned(XmlNode element) {
    return element.find("ds:Signature").isPresent();
  }

  public static Methods methods(XmlNode element) {
    XmlNode info = element.at("ds:Signature").at("ds:SignedInfo");
    List<XmlNode> digests = info.all("ds:Reference/ds:DigestMethod");
    return new Methods(
        info.find("ds:SignatureMethod").flatMap(m -> m.attribute("Algorithm")).orElse(""),
        digests.stream()
            .map(digest -> digest.attribute("Algorithm").orElse(""))
            .collect(Collectors.toSet()));
  }

  /**
   * Verifies the element's own signature with any of the certificates' keys.
   *
   * @throws InvalidSignature with the reason when it is missing, of a wrong shape or does not
   *     verify
   */
  public static void verify(XmlNode element, Collection<X509Certificate> trusted)
      throws InvalidSignature {
    SamlRuntime.startOpenSaml(); // here, since to ask whether there is a signature needs none of it
    if (element.all("ds:Signature").size() != 1) {
      throw new InvalidSignature(
          "<"
              + element.element().getLocalName()
              + "> has "
              + element.all("ds:Signature").size()
              + " signatures of its own, not one");
    }
    if (trusted.isEmpty()) {
      throw new InvalidSignature("the metadata of the sender has no signing certificate");
    }
    SignableSAMLObject signed = unmarshal(element);
    try {
      new SAMLSignatureProfileValidator().validate(signed.getSignature());
    } catch (SignatureException e) {
      throw new InvalidSignature("the signature has not the form SAML demands: " + e.getMessage());
    } catch (RuntimeException e) {
      // The library does not expect every form that a stranger can give a signature.
      throw new InvalidSignature("the signature has not the form SAML demands");
    }
    InvalidSignature last = null;
    for (X509Certificate certificate : trusted) {
      try {
        SignatureValidator.validate(signed.getSignature(), new BasicX509Credential(certificate));
        return;
      } catch (SignatureException e) {
        last =
            new InvalidSignature(
                "the signature does not verify with a key of the sender's metadata");
      }
    }
    throw last;
  }

  private static SignableSAMLObject unmarshal(XmlNode element) throws InvalidSignature {
    try {
      var unmarshaller = XMLObjectSupport.getUnmarshaller(element.element());
      if (unmarshaller != null
          && unmarshaller.unmarshall(element.element()) instanceof SignableSAMLObject signable) {
        return signable;
      }
      throw new InvalidSignature(
          "<" + element.element().getNodeName() + "> is no SAML element that can be signed");
    } catch (UnmarshallingException e) {
      throw new InvalidSignature("the signed element cannot be read: " + e.getMessage());
    } catch (RuntimeException e) {
      // A time that is none, for instance, is not caught inside.
      throw new InvalidSignature("the signed element cannot be read");
    }
  }

  /** A signature that must not be relied on; the message says why. */
  public static final class InvalidSignature extends Exception {
    public InvalidSignature(String reason) {
      super(reason);
    }
  }
}
