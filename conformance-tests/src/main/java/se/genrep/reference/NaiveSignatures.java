package se.genrep.reference;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSignaturePieces;

/**
 * Verifies signatures as libraries did that were written from scratch, each with one of their
 * faults. It takes the place of the real library in a service provider that leaves one of these
 * checks out.
 */
final class NaiveSignatures {

  static final Set<Check> FAULTS =
      Set.of(
          Check.REFERENCES_RESOLVE,
          Check.ONE_SIGNED_INFO,
          Check.DIGEST_VALUE,
          Check.DIGEST_IN_PLACE,
          Check.CANONICALISATION,
          Check.TRANSFORMS,
          Check.KEY_KIND);

  private final Policy policy;

  NaiveSignatures(Policy policy) {
    this.policy = policy;
  }

  static boolean standInFor(Policy policy) {
    return FAULTS.stream().anyMatch(check -> !policy.makes(check));
  }

  boolean verifies(XmlNode signature, PublicKey key, Function<String, Optional<Element>> targets) {
    try {
      List<XmlNode> infos = signature.all("ds:SignedInfo");
      if (policy.makes(Check.ONE_SIGNED_INFO) && infos.size() != 1) {
        return false;
      }
      byte[] value = decoded(signature.at("ds:SignatureValue").text());
      for (XmlNode info : infos) {
        if (isSigned(info, value, key)) {
          boolean first = policy.variant().reading() == Variant.Reading.FIRST;
          XmlNode read = infos.get(first ? 0 : infos.size() - 1);
          return digestsAgree(signature, read, targets);
        }
      }
      return false;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false; // odd input
    }
  }

  private boolean isSigned(XmlNode info, byte[] value, PublicKey key)
      throws GeneralSecurityException {
    Optional<byte[]> octets =
        XmlSignaturePieces.canonical(info, algorithm(info.at("ds:CanonicalizationMethod")));
    if (octets.isEmpty() && policy.makes(Check.CANONICALISATION)) {
      return false;
    }
    byte[] signed = octets.orElse(new byte[0]);
    String method = algorithm(info.at("ds:SignatureMethod"));
    if (method.contains("#hmac-")) {
      return !policy.makes(Check.KEY_KIND) && isKeyed(signed, value);
    }
    return XmlSignaturePieces.verifies(method, key, signed, value);
  }

  /** Whether some key that is no secret makes this HMAC. */
  private boolean isKeyed(byte[] signed, byte[] value) throws GeneralSecurityException {
    for (byte[] key : publicKeys()) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      if (MessageDigest.isEqual(mac.doFinal(signed), value)) {
        return true;
      }
    }
    return false;
  }

  private List<byte[]> publicKeys() throws CertificateEncodingException {
    List<byte[]> keys = new ArrayList<>(List.of(new byte[1]));
    for (var role : policy.setup().idp().identityProvider().stream().toList()) {
      for (X509Certificate certificate : role.keys().signing()) {
        keys.add(certificate.getEncoded());
        keys.add(certificate.getPublicKey().getEncoded());
      }
    }
    return keys;
  }

  private boolean digestsAgree(
      XmlNode signature, XmlNode info, Function<String, Optional<Element>> targets)
      throws GeneralSecurityException {
    List<XmlNode> references = info.all("ds:Reference");
    if (references.isEmpty()) {
      return !policy.makes(Check.REFERENCES_RESOLVE);
    }
    for (XmlNode reference : references) {
      if (!digestAgrees(signature, reference, targets)) {
        return false;
      }
    }
    return true;
  }

  private boolean digestAgrees(
      XmlNode signature, XmlNode reference, Function<String, Optional<Element>> targets)
      throws GeneralSecurityException {
    String uri = reference.attribute("URI").orElse("");
    Optional<Element> target = targets.apply(uri);
    if (target.isEmpty()) {
      return !policy.makes(Check.REFERENCES_RESOLVE);
    }
    if (!Signatures.leavesNothingOut(reference)) {
      return !policy.makes(Check.TRANSFORMS);
    }
    XmlNode covered = XmlNode.of(target.get()).detached();
    covered.all("ds:Signature").forEach(XmlNode::remove);
    byte[] octets =
        XmlSignaturePieces.canonical(covered, "http://www.w3.org/2001/10/xml-exc-c14n#")
            .orElseThrow();
    byte[] digest = XmlSignaturePieces.digest(algorithm(reference.at("ds:DigestMethod")), octets);
    return MessageDigest.isEqual(digest, decoded(digestValue(signature, reference)));
  }

  private String digestValue(XmlNode signature, XmlNode reference) {
    List<XmlNode> anywhere = signature.everywhere("ds:DigestValue");
    XmlNode value =
        policy.makes(Check.DIGEST_IN_PLACE)
            ? reference.at("ds:DigestValue")
            : anywhere.get(anywhere.size() - 1);
    Node first = value.element().getFirstChild();
    return !policy.makes(Check.DIGEST_VALUE) && first instanceof Comment comment
        ? comment.getData()
        : value.text();
  }

  private static String algorithm(XmlNode method) {
    return method.attribute("Algorithm").orElse("");
  }

  private static byte[] decoded(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }
}
