package se.genrep.reference;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.federation.EntityMetadata;
import se.genrep.reference.DemoVisits.Pending;
import se.genrep.reference.DemoVisits.Visit;
import se.genrep.reference.Sessions.Asked;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** How people come in: makes the requests of the demo, and judges the answers to them. */
final class DemoEntrance {

  private final DemoSp.Place place;
  private final String baseUrl;
  private final ServiceKeys keys;
  private final DemoDirectory directory;
  private final Sessions sessions = new Sessions();

  DemoEntrance(DemoSp.Place place, String baseUrl, ServiceKeys keys) {
    this.place = place;
    this.baseUrl = baseUrl;
    this.keys = keys;
    this.directory = new DemoDirectory(place.federation(), place.clock());
  }

  /** Those who can be asked. */
  DemoDirectory directory() {
    return directory;
  }

  /**
   * Asks an identity provider.
   *
   * @param wanted URIs of levels; empty for all that both have
   * @return where to send the browser
   */
  String ask(
      Visit visit, DemoService service, EntityMetadata idp, List<String> wanted, boolean forced) {
    List<String> common = service.common(idp);
    List<String> contexts =
        service.levels().stream()
            .map(LevelOfAssurance::uri)
            .filter(wanted.isEmpty() && !common.isEmpty() ? common::contains : wanted::contains)
            .toList();
    Policy policy = policy(service, idp, contexts);
    ServiceRequest requests = new ServiceRequest(policy);
    Asked asked = requests.make(forced);
    Sessions.Session session = sessions.begin();
    session.asked(asked);
    visit.ask(asked.id(), new Pending(service, policy, session, forced));
    return requests.location(asked, Sessions.unguessable());
  }

  private Policy policy(DemoService service, EntityMetadata idp, List<String> contexts) {
    Setup setup =
        new Setup(
            place.clock(),
            place.pki(),
            idp,
            directory.providers(),
            contexts,
            place.host(),
            place.port());
    return service.policy(baseUrl, setup, keys);
  }

  /**
   * An answer with what it is judged by.
   *
   * @param solicited whether this browser asked for it
   */
  record Judging(Policy policy, Optional<Pending> solicited, Set<Check> passed) {

    List<Check> held() {
      return passed.stream().sorted(Comparator.naturalOrder()).toList();
    }
  }

  /**
   * Finds what an answer is to be judged by. Nothing of it is believed here: what it says it
   * answers only chooses among this browser's own requests, and the judgement proves it.
   */
  Judging judging(DemoService service, String message, Optional<Visit> visit) {
    Optional<XmlNode> unproven = parse(message);
    Optional<Pending> pending =
        unproven
            .flatMap(root -> root.attribute("InResponseTo"))
            .flatMap(request -> visit.flatMap(each -> each.pending(request)))
            .filter(each -> each.service() == service);
    Set<Check> passed = new LinkedHashSet<>();
    Policy policy =
        pending
            .map(Pending::policy)
            .orElseGet(() -> policy(service, claimed(unproven), List.of()))
            .telling(passed::add);
    return new Judging(policy, pending, passed);
  }

  /**
   * Throws whatever is wrong with the answer; an answer that nobody asked for is always refused.
   */
  SignedIn judge(Judging how, String message) throws Refusal {
    try {
      return new ReferenceJudge(how.policy(), sessions)
          .judge(message, how.solicited().map(Pending::session));
    } catch (Refusal refusal) {
      how.passed().removeIf(check -> check.name().equals(refusal.check()));
      throw refusal;
    }
  }

  /** Who says that they sent it; anybody, when that is nobody of the federation. */
  private EntityMetadata claimed(Optional<XmlNode> unproven) {
    return unproven
        .flatMap(root -> root.find("saml:Issuer"))
        .flatMap(issuer -> directory.find(issuer.text()))
        .orElseGet(() -> directory.providers().get(0));
  }

  private static Optional<XmlNode> parse(String message) {
    try {
      return Optional.of(XmlNode.root(Xml.parse(PostBinding.decode(message, "SAMLResponse"))));
    } catch (MalformedMessage e) {
      return Optional.empty(); // the judgement says what is wrong with it
    }
  }
}
