package se.genrep.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.protocol.SamlAttribute;
import se.genrep.registry.Attribute;

/**
 * What an identity provider says of the signer, after it was found to be true.
 *
 * @param id the ID of the assertion
 * @param issuer the entityID of the identity provider
 * @param authorities who authenticated for it (DP-6.2-23)
 * @param context the authentication context URI
 * @param authenticated when
 */
record Assertion(
    String id,
    String issuer,
    List<String> authorities,
    String context,
    Instant authenticated,
    List<SamlAttribute> attributes) {

  /** The attribute with exactly this Name. */
  Optional<SamlAttribute> attribute(String name) {
    return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  Optional<String> value(Attribute attribute) {
    return value(attribute.oidName());
  }

  Optional<String> value(String name) {
    return attribute(name).flatMap(each -> each.values().stream().findFirst());
  }
}
