package se.genrep.sut;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.genrep.federation.EntityMetadata;
import se.genrep.model.SutFacts;
import se.genrep.model.Transcript;
import se.genrep.reference.TesterRequest;
import se.genrep.reference.TesterSps;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.Namespace;
import se.genrep.sut.DeclaredPerson.Kind;

/**
 * What the stimuli for one identity provider are played with: the testers, browsers and people, and
 * what was seen of it so far. Thread-safe.
 */
final class IdpBench {

  private final IdpSutConfig config;
  private final TesterSps testers;
  private final UserAgent.Factory agents;
  private final Clock clock;
  private final IdpWatched watched;

  IdpBench(
      IdpSutConfig config,
      TesterSps testers,
      byte[] metadata,
      UserAgent.Factory agents,
      Clock clock,
      Predicate<String> testNumbers) {
    this.config = config;
    this.testers = testers;
    this.agents = agents;
    this.clock = clock;
    this.watched = new IdpWatched(config.metadata(), metadata, testers.idp(), clock, testNumbers);
  }

  IdpSutConfig config() {
    return config;
  }

  IdpWatched watched() {
    return watched;
  }

  TesterSps testers() {
    return testers;
  }

  EntityMetadata idp() {
    return testers.idp();
  }

  /** A browser that was never used. */
  IdpBrowser browser(String name, Transcript transcript) {
    return new IdpBrowser(config, testers, agents, name, transcript, clock);
  }

  /**
   * One request, whoever is at the pages; what comes of it is watched.
   *
   * @param contexts those to ask for when the request has none of its own
   */
  Visit ask(
      IdpBrowser browser,
      TesterRequest request,
      List<String> contexts,
      DeclaredPerson person,
      IdpBrowser.Deed deed) {
    Visit visit = browser.visit(testers.send(request, contexts), person, deed);
    watched.add(visit);
    return visit;
  }

  /** The contexts that the identity provider declares and the person can use, in its order. */
  List<String> contexts(DeclaredPerson person) {
    return idp().assurance().stream()
        .filter(uri -> LevelOfAssurance.of(uri).map(person::canUse).orElse(true))
        .toList();
  }

  Optional<DeclaredPerson> person(Kind kind) {
    return config.person(kind);
  }

  /** Somebody else. */
  Optional<DeclaredPerson> other(DeclaredPerson person) {
    return config.persons().stream().filter(each -> !each.id().equals(person.id())).findFirst();
  }

  /** Who signs in where it does not matter who. */
  DeclaredPerson usual() {
    return config.persons().get(0);
  }

  /** What cases depend on. */
  SutFacts facts() {
    Set<String> traits = new HashSet<>();
    idp().assurance().forEach(uri -> traits.add(IdpTraits.level(uri)));
    for (Kind kind : Kind.values()) {
      person(kind).ifPresent(person -> traits.add(IdpTraits.person(kind)));
    }
    idp()
        .identityProvider()
        .ifPresent(
            role -> {
              if (role.wantAuthnRequestsSigned()) {
                traits.add(IdpTraits.SIGNED_REQUESTS);
              }
              if (role.singleSignOn().stream().anyMatch(EntityMetadata.Endpoint::holderOfKey)) {
                traits.add(IdpTraits.HOLDER_OF_KEY);
              }
              if (!role.scopes().isEmpty()) {
                traits.add(IdpTraits.SCOPES);
              }
            });
    if (asksWhoIsExpected()) {
      traits.add(IdpTraits.PRINCIPAL_SELECTION);
    }
    switch (IdpPlan.following(idp())) {
      case "authorisation-system-supplier" -> traits.add(IdpTraits.AUTHORISATION_SYSTEM);
      case "employee-supplier" -> traits.add(IdpTraits.EMPLOYEES);
      default -> {}
    }
    if (isBankId()) {
      traits.add(IdpTraits.BANKID);
    }
    if (idp().assurance().stream().anyMatch(uri -> uri.contains("/uncertified-eidas-"))) {
      traits.add(IdpTraits.PROXY);
    }
    if (idp().categories().stream().anyMatch(uri -> uri.contains("/contract/"))) {
      traits.add(IdpTraits.CONTRACTS);
    }
    config.pages().forEach(page -> traits.add(IdpTraits.page(page.kind())));
    if (config.pages().stream().anyMatch(page -> !page.cancel().isEmpty())) {
      traits.add(IdpTraits.CANCEL);
    }
    if (config.persons().size() > 1) {
      traits.add(IdpTraits.TWO_PERSONS);
    }
    return SutFacts.of(Set.copyOf(idp().categories()), traits);
  }

  /** By the names it shows and its entityID, as the lint rules see it. */
  private boolean isBankId() {
    return Stream.concat(
            Stream.of(idp().entityId()),
            idp().identityProvider().stream()
                .flatMap(role -> role.ui().displayNames().values().stream()))
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("bankid"));
  }

  /** PSC 2.2, by the personal identity number. */
  private boolean asksWhoIsExpected() {
    NodeList asked = idp().element().element().getElementsByTagNameNS(Namespace.PSC, "MatchValue");
    return IntStream.range(0, asked.getLength())
        .mapToObj(i -> ((Element) asked.item(i)).getAttribute("Name"))
        .anyMatch(Attribute.PERSONAL_IDENTITY_NUMBER.oidName()::equals);
  }
}
