package se.genrep.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What is known of the signature of the document.
 *
 * @param method the signature method; empty when it is not signed
 * @param claimed the certificate inside; anyone can put one there
 * @param problem why it does not verify with the certificate inside; empty when it does
 * @param trusted the certificate given beside it, with which it verifies
 * @param distrust why it verifies with no certificate given; empty when it does, or none was given
 */
public record Signature(
    boolean present,
    String method,
    String digest,
    Optional<X509Certificate> claimed,
    Optional<String> problem,
    Optional<X509Certificate> trusted,
    Optional<String> distrust) {}
