package se.genrep.idp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The content of a successful answer, before it becomes XML.
 *
 * @param issuer entityID of the identity provider
 * @param attributes what is released to this service provider
 * @param context the authentication context URI the person was authenticated under (DP 6.2)
 * @param nameId a pseudonym for this pair of identity and service provider (DP 6.2)
 * @param nameIdFormat persistent or transient (DP 3)
 * @param authnInstant when the person was authenticated
 * @param sessionIndex the session at the identity provider, as this service provider knows it
 * @param issueInstant when the answer is made
 * @param validity how long the subject can be confirmed
 * @param address the browser's network address
 * @param authenticatingAuthority the identity provider behind a proxy, or null
 */
public record Answer(
    String issuer,
    SignInRequest request,
    List<ReleasedAttribute> attributes,
    String context,
    String nameId,
    String nameIdFormat,
    Instant authnInstant,
    String sessionIndex,
    Instant issueInstant,
    Duration validity,
    String address,
    String authenticatingAuthority) {}
