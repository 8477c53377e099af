package se.genrep.idp;

import java.security.cert.X509Certificate;
import java.util.Optional;
import se.genrep.saml.RedirectBinding.QuerySignature;

/**
 * A SAMLRequest as it arrived, not yet judged.
 *
 * @param redirect true for HTTP-Redirect, false for HTTP-POST
 * @param location the address it arrived at, as metadata names it
 * @param xml the message, inflated or base64-decoded
 * @param relayState what came with it
 * @param querySignature the signature of a Redirect query; empty when unsigned and for HTTP-POST
 * @param holderOfKey that it arrived at an endpoint of the Holder-of-key profile (DP-5-01)
 */
public record Inbound(
    boolean redirect,
    String location,
    byte[] xml,
    Optional<String> relayState,
    Optional<QuerySignature> querySignature,
    Optional<HolderOfKeyEndpoint> holderOfKey) {

  /**
   * @param certificate of the key that the browser proved to have; empty when it proved none
   */
  public record HolderOfKeyEndpoint(Optional<X509Certificate> certificate) {}

  /** One of the ordinary Web Browser SSO profile. */
  public Inbound(
      boolean redirect,
      String location,
      byte[] xml,
      Optional<String> relayState,
      Optional<QuerySignature> querySignature) {
    this(redirect, location, xml, relayState, querySignature, Optional.empty());
  }
}
