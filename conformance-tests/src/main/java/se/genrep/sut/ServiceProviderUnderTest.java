package se.genrep.sut;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.genrep.control.Exchange;
import se.genrep.control.Script;
import se.genrep.deviation.Deviations;
import se.genrep.federation.EntityMetadata;
import se.genrep.http.MockFederation;
import se.genrep.idp.Decision;
import se.genrep.idp.MockIdp;
import se.genrep.idp.SignInRequest;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.SutFacts;
import se.genrep.model.SutRole;
import se.genrep.model.SystemUnderTest;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/**
 * A service provider, tested by signing in at it with an identity provider of the mock federation.
 * Its word about who is signed in is the oracle: no status code alone makes a verdict.
 */
public final class ServiceProviderUnderTest implements SystemUnderTest {

  private final MockFederation federation;
  private final MockIdp idp;
  private final SutConfig config;
  private final UserAgent.Factory agents;
  private final Clock clock;
  private final Run run;
  private final AtomicInteger exchanges = new AtomicInteger();
  private final AtomicInteger controls = new AtomicInteger();
  private final Evidence evidence;
  private volatile SubjectForm form;
  private volatile SutFacts facts = new SutFacts(Set.of(), List.of(), Set.of());

  /**
   * What a run is called and depends on.
   *
   * @param id unique in the federation
   * @param seed decides which canary a case has
   * @param rerun the command that makes the same run, to which {@code --case} is added
   */
  public record Run(String id, long seed, String rerun) {}

  /**
   * @param idp which identity provider answers
   */
  public ServiceProviderUnderTest(
      MockFederation federation,
      MockIdp idp,
      SutConfig config,
      UserAgent.Factory agents,
      Clock clock,
      Run run) {
    this.federation = federation;
    this.idp = idp;
    this.config = config;
    this.agents = agents;
    this.clock = clock;
    this.run = run;
    this.evidence = new Evidence(clock);
  }

  @Override
  public SutRole role() {
    return SutRole.SP;
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public List<String> description() {
    return List.of(
        "metadata: " + config.metadata(),
        "login: " + login(),
        "whoami: " + config.whoami(),
        "identity provider: " + idp.entityId());
  }

  @Override
  public String rerun(ConformanceCase conformanceCase) {
    return run.rerun() + " --case " + conformanceCase.id();
  }

  @Override
  public SutFacts facts() {
    return facts;
  }

  @Override
  public Played control(Transcript transcript) {
    List<TestPerson> people = federation.cast().controls();
    TestPerson person = people.get(Math.floorMod(controls.getAndIncrement(), people.size()));
    String number = number(person);
    Exchange exchange = arm(person, person, Deviations.NONE, false);
    try (Browser browser = browser("control browser", transcript)) {
      Outcome outcome = signIn(browser, exchange);
      if (outcome instanceof Outcome.Accepted accepted) {
        SubjectForm.learn(number, accepted.subject()).ifPresent(learned -> form = learned);
        evidence.factsOf(exchange, federation).ifPresent(learned -> facts = learned);
      }
      String subject = subject(number);
      return new Played(outcome, new People(subject, subject), java.util.Optional.empty());
    } finally {
      evidence.add(transcript, exchange);
      federation.exchanges().disarm(exchange);
    }
  }

  @Override
  public Played play(ConformanceCase conformanceCase, int number, Transcript transcript) {
    SignIn stimulus = (SignIn) conformanceCase.stimulus();
    TestPerson canary = canary(stimulus.who(), number);
    TestPerson signer = stimulus.forged() ? federation.cast().controls().get(0) : canary;
    boolean held =
        stimulus.delivery() == SignIn.Delivery.OTHER_BROWSER
            || stimulus.delivery() == SignIn.Delivery.UNASKED;
    Exchange exchange = arm(signer, canary, stimulus.answer(), held);
    Outcome outcome;
    try {
      outcome = play(stimulus.delivery(), exchange, transcript);
    } finally {
      evidence.add(transcript, exchange);
      federation.exchanges().disarm(exchange);
    }
    return new Played(
        outcome,
        new People(subject(number(canary)), subject(number(signer))),
        Evidence.voidBecause(stimulus, exchange));
  }

  private Outcome play(SignIn.Delivery delivery, Exchange exchange, Transcript transcript) {
    try (Browser browser = browser("browser", transcript)) {
      Outcome first = signIn(browser, exchange);
      if (delivery == SignIn.Delivery.USUAL || first instanceof Outcome.NotDelivered) {
        return first;
      }
      boolean again =
          delivery == SignIn.Delivery.AGAIN_SAME_BROWSER
              || delivery == SignIn.Delivery.AGAIN_OTHER_BROWSER;
      if (again && !(first instanceof Outcome.Accepted)) {
        return new Outcome.NotDelivered("the first delivery was not accepted, " + first.inWords());
      }
      return switch (delivery) {
        case AGAIN_SAME_BROWSER -> afterAnotherSignIn(browser, exchange);
        case AGAIN_OTHER_BROWSER, OTHER_BROWSER -> elsewhere(exchange, transcript, true);
        case UNASKED -> elsewhere(exchange, transcript, false);
        case USUAL -> first;
      };
    }
  }

  /** Somebody else signs in with the same browser; then the first answer is brought once more. */
  private Outcome afterAnotherSignIn(Browser browser, Exchange exchange) {
    TestPerson other = federation.cast().controls().get(0);
    Exchange second = arm(other, other, Deviations.NONE, false);
    try {
      Outcome outcome = signIn(browser, second);
      if (second.inbound().isEmpty()) {
        // Signed in already, it asked for nothing: the session has to end first.
        browser.forgetCookies();
        outcome = signIn(browser, second);
      }
      if (!(outcome instanceof Outcome.Accepted)) {
        return new Outcome.NotDelivered(
            "the second sign-in was not accepted, " + outcome.inWords());
      }
    } finally {
      federation.exchanges().disarm(second);
    }
    browser.deliver(exchange.answer().orElseThrow());
    Outcome outcome = browser.whoAmI();
    boolean unmoved =
        outcome instanceof Outcome.Accepted accepted
            && accepted.subject().equals(subject(number(other)));
    return unmoved ? new Outcome.Refused("still signed in as the person before") : outcome;
  }

  private Outcome elsewhere(Exchange exchange, Transcript transcript, boolean underWay) {
    TestPerson other = federation.cast().controls().get(0);
    Exchange own = arm(other, other, Deviations.NONE, true);
    try (Browser browser = browser("other browser", transcript)) {
      if (underWay) {
        browser.signIn(own);
        if (own.answer().isEmpty()) {
          return new Outcome.NotDelivered(
              "the other browser's own sign-in did not reach the identity provider; it ended at "
                  + browser.whereItEnded());
        }
      }
      browser.deliver(exchange.answer().orElseThrow());
      return browser.whoAmI();
    } catch (UserAgent.Unreachable e) {
      return new Outcome.Error(e.getMessage());
    } finally {
      federation.exchanges().disarm(own);
    }
  }

  /** A whole sign-in and who is signed in after it. */
  private Outcome signIn(Browser browser, Exchange exchange) {
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

  private Exchange arm(TestPerson signer, TestPerson canary, Deviations deviations, boolean held) {
    Script script = Script.answering(request -> decide(request, signer), canary).with(deviations);
    return federation
        .exchanges()
        .arm(run.id() + "-" + exchanges.incrementAndGet(), held ? script.held() : script);
  }

  /** The first level asked for that the person has. */
  private static Decision decide(SignInRequest request, TestPerson person) {
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

  private Browser browser(String name, Transcript transcript) {
    return new Browser(federation, config, login(), agents, name, transcript, clock);
  }

  private String login() {
    return config
        .login()
        .replace("{idp}", URLEncoder.encode(idp.entityId(), StandardCharsets.UTF_8));
  }

  private TestPerson canary(SignIn.Who who, int number) {
    List<TestPerson> canaries =
        who == SignIn.Who.SAMORDNINGSNUMMER
            ? federation.cast().canariesWithSamordningsnummer()
            : federation.cast().canaries();
    return canaries.get(Math.floorMod(number + run.seed(), canaries.size()));
  }

  private static String number(TestPerson person) {
    return person.values(Attribute.PERSONAL_IDENTITY_NUMBER).get(0);
  }

  /** The number as this system writes numbers; as it is before that is known. */
  private String subject(String number) {
    SubjectForm known = form;
    return known == null ? number : known.of(number);
  }

  /** Every algorithm that metadata declares for signatures and digests. */
  static Set<String> algorithms(EntityMetadata entity) {
    return Stream.concat(
            entity.sp().algorithms().signing().stream(), entity.sp().algorithms().digest().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
