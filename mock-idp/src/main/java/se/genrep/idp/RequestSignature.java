package se.genrep.idp;

import java.security.cert.X509Certificate;
import java.util.List;
import se.genrep.federation.EntityMetadata;
import se.genrep.saml.RedirectBinding.QuerySignature;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;
import se.genrep.saml.XmlVerifier.InvalidSignature;

/**
 * The signature of an AuthnRequest (DP 5.2): needed when the identity provider or the service
 * provider's metadata says so, and always verified when it is there.
 */
final class RequestSignature {

  private final IdpProfile profile;

  RequestSignature(IdpProfile profile) {
    this.profile = profile;
  }

  void check(XmlNode message, Inbound in, EntityMetadata sender) throws RefusedRequest {
    boolean signed =
        in.redirect() ? in.querySignature().isPresent() : XmlVerifier.isSigned(message);
    // SAML bindings 3.4.4.1: with HTTP-Redirect the signature is in the query and nowhere else.
    if (in.redirect() && XmlVerifier.isSigned(message)) {
      throw RefusedRequest.denied(
          "A request by HTTP-Redirect must be signed in the query, not inside the XML");
    }
    if (!signed) {
      demandNone(sender);
      return;
    }
    List<X509Certificate> keys = sender.sp().keys().signing();
    if (keys.isEmpty()) {
      throw RefusedRequest.denied(
          "The request is signed, but the metadata of "
              + sender.entityId()
              + " has no signing key");
    }
    if (in.redirect()) {
      verifyQuery(in.querySignature().orElseThrow(), keys);
    } else {
      verifyEnveloped(message, keys);
    }
  }

  /** DP-5.2-08, DP-5.2-15, DP-2.1.2-07: an unsigned request where a signed one is due. */
  private void demandNone(EntityMetadata sender) throws RefusedRequest {
    if (profile.wantAuthnRequestsSigned()) {
      throw RefusedRequest.denied(
          "The request is not signed, and this identity provider takes signed requests only");
    }
    if (sender.sp().authnRequestsSigned()) {
      throw RefusedRequest.denied(
          "The request is not signed, but the metadata of "
              + sender.entityId()
              + " says AuthnRequestsSigned");
    }
  }

  /** DP-5.2-12, DP-5.2-13; any signing key of the metadata may have made it (DP-2.1.1.2-13). */
  private void verifyQuery(QuerySignature signature, List<X509Certificate> keys)
      throws RefusedRequest {
    allow("signature", signature.algorithm(), profile.acceptedSignatures());
    if (keys.stream().noneMatch(key -> signature.verifies(key.getPublicKey()))) {
      throw RefusedRequest.denied(
          "The signature of the query does not verify with a key of the sender's metadata");
    }
  }

  private void verifyEnveloped(XmlNode message, List<X509Certificate> keys) throws RefusedRequest {
    XmlVerifier.Methods methods = XmlVerifier.methods(message);
    allow("signature", methods.signature(), profile.acceptedSignatures());
    for (String digest : methods.digests()) {
      allow("digest", digest, profile.acceptedDigests());
    }
    try {
      XmlVerifier.verify(message, fitting(methods.signature(), keys));
    } catch (InvalidSignature e) {
      throw RefusedRequest.denied("The signature cannot be relied on: " + e.getMessage());
    }
  }

  /** A key of another kind cannot have made the signature, and upsets its verification. */
  private static List<X509Certificate> fitting(String method, List<X509Certificate> keys) {
    String kind = method.contains("#ecdsa-") ? "EC" : "RSA";
    return keys.stream().filter(key -> key.getPublicKey().getAlgorithm().equals(kind)).toList();
  }

  /** DP-8-08: an algorithm outside chapter 8 that our metadata does not declare is refused. */
  private static void allow(String kind, String algorithm, List<String> accepted)
      throws RefusedRequest {
    if (!accepted.contains(algorithm)) {
      throw RefusedRequest.unsupported(
          "The " + kind + " algorithm '" + algorithm + "' is not accepted here (DP chapter 8)");
    }
  }
}
