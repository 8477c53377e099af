package se.genrep.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import se.genrep.federation.EntityMetadata;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * The sign-ins of one service provider: what each sends, and who judges the answers to it.
 * Thread-safe.
 */
final class Doors {

  private record Entrance(ServiceRequest requests, Judge judge) {}

  private final Map<String, Entrance> byName = new ConcurrentHashMap<>();
  private final Policy usual;
  private final Sessions sessions;
  private final Function<Policy, Judge> judges;

  /**
   * @param policies what each goes by; the first is the usual one
   */
  Doors(List<Policy> policies, Sessions sessions, Function<Policy, Judge> judges) {
    this.usual = policies.get(0);
    this.sessions = sessions;
    this.judges = judges;
    policies.forEach(policy -> byName.put(policy.door(), entrance(policy)));
  }

  private Entrance entrance(Policy policy) {
    return new Entrance(new ServiceRequest(policy), judges.apply(policy));
  }

  /** What sends requests by the door with the name. */
  Optional<ServiceRequest> requests(String name) {
    return Optional.ofNullable(byName.get(name)).map(Entrance::requests);
  }

  /** What sends requests to an identity provider of choice; empty when no metadata knows it. */
  Optional<ServiceRequest> to(String entityId) {
    if (usual.setup().idp().entityId().equals(entityId)) {
      return requests(usual.door());
    }
    return usual.setup().members().stream()
        .filter(member -> member.entityId().equals(entityId))
        .filter(member -> member.identityProvider().isPresent())
        .findFirst()
        .map(idp -> byName.computeIfAbsent(entityId, name -> entrance(usual.at(door(idp)))))
        .map(Entrance::requests);
  }

  /** For the same levels, as far as the identity provider has them. */
  private Door door(EntityMetadata idp) {
    List<String> common =
        usual.setup().contexts().stream().filter(idp.assurance()::contains).toList();
    return new Door(idp.entityId(), idp, common, usual.knownBy());
  }

  /**
   * Who judges an answer. Nothing of it is believed here: what it says it answers only chooses a
   * door, and the judgement takes nothing but answers to requests that were sent by that door.
   */
  Judge judge(String message) {
    return answered(message)
        .flatMap(sessions::request)
        .map(asked -> byName.get(asked.door()))
        .orElseGet(() -> byName.get(usual.door()))
        .judge();
  }

  private Optional<String> answered(String message) {
    if (byName.size() == 1) {
      return Optional.empty();
    }
    try {
      return XmlNode.root(Xml.parse(PostBinding.decode(message, "SAMLResponse")))
          .attribute("InResponseTo");
    } catch (MalformedMessage e) {
      return Optional.empty(); // the judgement says what is wrong with it
    }
  }
}
