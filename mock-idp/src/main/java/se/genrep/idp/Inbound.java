package se.genrep.idp;

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
 */
public record Inbound(
    boolean redirect,
    String location,
    byte[] xml,
    Optional<String> relayState,
    Optional<QuerySignature> querySignature) {}
