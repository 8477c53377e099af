package se.genrep.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** The sign-ins of one service provider: what each sends, and who judges the answers to it. */
final class Doors {

  private record Door(ServiceRequest requests, Judge judge) {}

  private final Map<String, Door> byName = new LinkedHashMap<>();
  private final Door usual;
  private final Sessions sessions;

  /**
   * @param policies what each goes by; the first is the usual one
   */
  Doors(List<Policy> policies, Sessions sessions, Function<Policy, Judge> judges) {
    this.sessions = sessions;
    policies.forEach(
        policy ->
            byName.put(policy.door(), new Door(new ServiceRequest(policy), judges.apply(policy))));
    this.usual = byName.get(policies.get(0).door());
  }

  /** What sends requests by the door with the name. */
  Optional<ServiceRequest> requests(String name) {
    return Optional.ofNullable(byName.get(name)).map(Door::requests);
  }

  /**
   * Who judges an answer. Nothing of it is believed here: what it says it answers only chooses a
   * door, and the judgement takes nothing but answers to requests that were sent by that door.
   */
  Judge judge(String message) {
    return answered(message)
        .flatMap(sessions::request)
        .map(asked -> byName.get(asked.door()))
        .orElse(usual)
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
