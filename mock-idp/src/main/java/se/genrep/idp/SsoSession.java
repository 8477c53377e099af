package se.genrep.idp;

import java.time.Instant;
import java.util.List;

/**
 * What a full authentication leaves behind (DP 5.4.5): kept by the browser, sealed, for this
 * identity provider alone.
 *
 * @param id random; the SessionIndex of each service provider is made from it
 * @param person the id of the test person
 * @param context the authentication context URI the person was authenticated under
 * @param authenticated when that was; never moved by an answer that relies on it (DP-6.2-05)
 * @param delivered names of the identity attributes the service provider of that time got
 * @param certificate SHA-256 of the client certificate in hexadecimal when it was by Holder-of-key,
 *     else empty
 */
public record SsoSession(
    String id,
    String person,
    String context,
    Instant authenticated,
    List<String> delivered,
    String certificate) {}
