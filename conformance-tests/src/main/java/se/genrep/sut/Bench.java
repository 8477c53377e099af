package se.genrep.sut;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import se.genrep.control.Exchange;
import se.genrep.control.Script;
import se.genrep.deviation.Deviations;
import se.genrep.http.MockFederation;
import se.genrep.idp.Decision;
import se.genrep.idp.MockIdp;
import se.genrep.idp.SignInRequest;
import se.genrep.model.Outcome;
import se.genrep.model.SutFacts;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/**
 * What the stimuli for one service provider are played with: the federation it signs in at,
 * browsers, exchanges and people, and what was learned of it so far. Thread-safe.
 */
final class Bench {

  private final MockFederation federation;
  private final MockIdp idp;
  private final SutConfig config;
  private final UserAgent.Factory agents;
  private final Clock clock;
  private final ServiceProviderUnderTest.Run run;
  private final Watched watched;
  private final AtomicInteger exchanges = new AtomicInteger();
  private final Evidence evidence;
  private final Entrances entrances;
  private volatile SubjectForm form;
  private volatile SutFacts facts = new SutFacts(Set.of(), List.of(), Set.of());

  Bench(
      MockFederation federation,
      MockIdp idp,
      SutConfig config,
      byte[] metadata,
      UserAgent.Factory agents,
      Clock clock,
      ServiceProviderUnderTest.Run run) {
    this.watched = new Watched(federation.federation(), config.metadata(), metadata, clock);
    this.federation = federation;
    this.idp = idp;
    this.config = config;
    this.agents = agents;
    this.clock = clock;
    this.run = run;
    this.evidence = new Evidence(clock);
    this.entrances = new Entrances(this);
  }

  MockFederation federation() {
    return federation;
  }

  MockIdp idp() {
    return idp;
  }

  SutConfig config() {
    return config;
  }

  ServiceProviderUnderTest.Run run() {
    return run;
  }

  /** What the system sent so far, and what it publishes. */
  Watched watched() {
    return watched;
  }

  /** All sign-ins of the system. */
  Entrances entrances() {
    return entrances;
  }

  Instant now() {
    return clock.instant();
  }

  SutFacts facts() {
    return facts;
  }

  /** A browser that was never used. */
  Browser browser(String name, Transcript transcript) {
    return browser(name, login(), transcript);
  }

  /** The browser of a phone, if this kind of browser can be one. */
  Optional<Browser> phone(Transcript transcript) {
    return agents
        .phone()
        .map(phone -> new Browser(federation, config, login(), phone, "phone", transcript, clock));
  }

  /** A browser that was never used, for another sign-in of the system. */
  Browser browser(String name, String login, Transcript transcript) {
    return new Browser(federation, config, login, agents, name, transcript, clock);
  }

  /** Where a sign-in with the identity provider starts. */
  String login() {
    return address(config.login());
  }

  /** Where a sign-in with another identity provider starts. */
  String login(MockIdp other) {
    return config.login().replace("{idp}", encoded(other));
  }

  /** Another identity provider that the service offers, if it is known to offer one. */
  Optional<MockIdp> neighbour() {
    return config.idps().stream()
        .map(federation::idp)
        .filter(other -> !other.entityId().equals(idp.entityId()))
        .findFirst();
  }

  /** A login of SUT.yaml with the identity providers it names. */
  String address(String login) {
    String address = login.replace("{idp}", encoded(idp));
    for (MockIdp other : federation.idps()) {
      address = address.replace("{idp:" + other.profile().id() + "}", encoded(other));
    }
    return address;
  }

  private static String encoded(MockIdp idp) {
    return URLEncoder.encode(idp.entityId(), StandardCharsets.UTF_8);
  }

  /** The identity provider that a request was sent to. */
  Optional<MockIdp> receiver(Exchange exchange) {
    return exchange
        .inbound()
        .flatMap(
            in ->
                federation.idps().stream()
                    .filter(
                        each ->
                            List.of(each.location(true), each.location(false))
                                .contains(in.location()))
                    .findFirst());
  }

  /**
   * Lets the identity provider answer the next request of whoever names the exchange.
   *
   * @param signer who signs in, at the first level asked for that they have
   * @param held whether the answer is kept instead of being given to the browser
   */
  Exchange arm(TestPerson signer, TestPerson canary, Deviations deviations, boolean held) {
    Script script = Script.answering(request -> decide(request, signer), canary).with(deviations);
    return arm(held ? script.held() : script);
  }

  Exchange arm(Script script) {
    return federation.exchanges().arm(run.id() + "-" + exchanges.incrementAndGet(), script);
  }

  void disarm(Exchange exchange) {
    exchange.inbound().ifPresent(watched::add);
    federation.exchanges().disarm(exchange);
  }

  /** Disarms it and puts its messages into the transcript. */
  void finish(Exchange exchange, Transcript transcript) {
    evidence.add(transcript, exchange);
    disarm(exchange);
  }

  void note(Transcript transcript, String text) {
    transcript.add(clock.instant(), Transcript.Kind.NOTE, text, "");
  }

  /** A whole sign-in and who is signed in after it. */
  Outcome signIn(Browser browser, Exchange exchange) {
    try {
      browser.signIn(exchange);
      if (exchange.answer().isEmpty()) {
        return new Outcome.NotDelivered(
            Evidence.whyNoAnswer(exchange) + "; the browser ended at " + browser.whereItEnded());
      }
      return exchange.script().hold()
          ? new Outcome.Refused("the answer is held")
          : browser.whoAmI();
    } catch (UserAgent.Unreachable e) {
      return new Outcome.Error(e.getMessage());
    }
  }

  /** Remembers how the system writes numbers, and what it declares and asks for. */
  void learn(Exchange exchange, String number, Outcome.Accepted accepted) {
    SubjectForm.learn(number, accepted.subject()).ifPresent(learned -> form = learned);
    evidence.factsOf(exchange, federation).ifPresent(learned -> facts = learned);
  }

  /** The first level asked for that the person has. */
  static Decision decide(SignInRequest request, TestPerson person) {
    String context =
        request.contexts().stream()
            .filter(uri -> LevelOfAssurance.of(uri).filter(person::canUse).isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        person.id() + " has no eID at any of " + request.contexts()));
    return new Decision.SignIn(person, context);
  }

  /** Somebody who signs in genuinely where the case is about somebody else. */
  TestPerson bystander() {
    return federation.cast().controls().get(0);
  }

  /**
   * @param number of the case among all there are
   */
  TestPerson canary(SignIn.Who who, int number) {
    List<TestPerson> canaries =
        who.samordningsnummer()
            ? federation.cast().canariesWithSamordningsnummer()
            : federation.cast().canaries();
    TestPerson canary = canaries.get(Math.floorMod(number + run.seed(), canaries.size()));
    return who.castId().map(id -> atLevelsOf(canary, federation.cast().person(id))).orElse(canary);
  }

  /** A person of the cast, who can sign in wherever a canary can. */
  private static TestPerson atLevelsOf(TestPerson canary, TestPerson person) {
    return new TestPerson(
        person.id(), person.group(), person.reason(), person.attributes(), canary.levels());
  }

  static String number(TestPerson person) {
    return person.values(Attribute.PERSONAL_IDENTITY_NUMBER).get(0);
  }

  /** The number as this system writes numbers; as it is before that is known. */
  String subject(String number) {
    return Optional.ofNullable(form).map(known -> known.of(number)).orElse(number);
  }
}
