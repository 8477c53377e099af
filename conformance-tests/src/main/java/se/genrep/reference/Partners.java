package se.genrep.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.genrep.federation.EntityMetadata;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** The identity providers that people can sign in with at one service provider. Thread-safe. */
final class Partners {

  private static final int MOST_REQUESTS = 20_000;

  /**
   * One identity provider.
   *
   * @param requests makes the requests to it
   * @param judge decides about its answers
   */
  record Partner(EntityMetadata idp, ServiceRequest requests, Judge judge) {}

  private final Setup setup;
  private final Function<Setup, Partner> make;
  private final Map<String, Partner> made = new LinkedHashMap<>();

  /** Whom each request was sent to. */
  private final Map<String, Partner> asked =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Partner> eldest) {
          return size() > MOST_REQUESTS;
        }
      };

  Partners(Setup setup, Function<Setup, Partner> make) {
    this.setup = setup;
    this.make = make;
  }

  /** The one that is asked when nobody has chosen. */
  synchronized Partner usual() {
    return made.computeIfAbsent(setup.idp().entityId(), known -> make.apply(setup));
  }

  /** The one with the entityID; empty when no metadata knows it. */
  synchronized Optional<Partner> find(String entityId) {
    if (!made.containsKey(entityId)) {
      setup.members().stream()
          .filter(member -> member.entityId().equals(entityId))
          .filter(member -> member.identityProvider().isPresent())
          .findFirst()
          .ifPresent(idp -> made.put(entityId, make.apply(setup.signingInWith(idp))));
    }
    return Optional.ofNullable(made.get(entityId));
  }

  synchronized void asked(String request, Partner partner) {
    asked.put(request, partner);
  }

  /** Whom a request was sent to. */
  synchronized Partner asked(String request) {
    return asked.getOrDefault(request, usual());
  }

  /**
   * Whose answer it must be, by the request that it says it answers. Nothing of it is believed
   * here: the judgement proves it.
   */
  synchronized Partner answering(String message) {
    return request(message).map(this::asked).orElseGet(this::usual);
  }

  private static Optional<String> request(String message) {
    try {
      return XmlNode.root(Xml.parse(PostBinding.decode(message, "SAMLResponse")))
          .attribute("InResponseTo");
    } catch (MalformedMessage e) {
      return Optional.empty(); // the judgement says what is wrong with it
    }
  }
}
