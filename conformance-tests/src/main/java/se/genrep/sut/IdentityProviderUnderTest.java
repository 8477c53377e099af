package se.genrep.sut;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.SutFacts;
import se.genrep.model.SutRole;
import se.genrep.model.SystemUnderTest;
import se.genrep.model.Transcript;
import se.genrep.reference.TesterRequest;
import se.genrep.reference.TesterSps;
import se.genrep.reference.Testers;

/**
 * An identity provider, tested by asking it in the name of testers. What its answers say, opened
 * with the tester's key, is the oracle.
 */
public final class IdentityProviderUnderTest implements SystemUnderTest {

  private final IdpBench bench;
  private final ServiceProviderUnderTest.Run run;
  private final AtomicInteger controls = new AtomicInteger();

  /**
   * @param metadata what it publishes, as a document
   * @param testNumbers whether 12 digits are an identity number that nobody has
   */
  public IdentityProviderUnderTest(
      IdpSutConfig config,
      TesterSps testers,
      byte[] metadata,
      UserAgent.Factory agents,
      Clock clock,
      Predicate<String> testNumbers,
      ServiceProviderUnderTest.Run run) {
    this.bench = new IdpBench(config, testers, metadata, agents, clock, testNumbers);
    this.run = run;
  }

  @Override
  public SutRole role() {
    return SutRole.IDP;
  }

  @Override
  public String name() {
    return bench.config().name();
  }

  @Override
  public List<String> description() {
    return List.of(
        "metadata: " + bench.config().metadata(),
        "entityID: " + bench.idp().entityId(),
        "test persons: "
            + String.join(", ", bench.config().persons().stream().map(DeclaredPerson::id).toList()),
        "asked by: " + bench.testers().acsUrl(Testers.USUAL));
  }

  @Override
  public String rerun(ConformanceCase conformanceCase) {
    return run.rerun() + " --case " + conformanceCase.id();
  }

  @Override
  public SutFacts facts() {
    return bench.facts();
  }

  /** Signs every person in, to find what is misconfigured; only the last step can have failed. */
  public List<FlightStep> preFlight() {
    List<FlightStep> steps = new ArrayList<>();
    for (DeclaredPerson person : bench.config().persons()) {
      Played played = control(new Transcript());
      Outcome outcome = played.outcome();
      boolean good =
          outcome instanceof Outcome.Accepted accepted && accepted.subject().equals(person.id());
      steps.add(
          new FlightStep(
              "sign-in of " + person.id(),
              good,
              outcome.inWords(),
              good ? "" : IdpRemedy.of(outcome)));
      if (!good) {
        break;
      }
    }
    return List.copyOf(steps);
  }

  /** Each person in turn, so that one who is always the same is noticed. */
  @Override
  public Played control(Transcript transcript) {
    List<DeclaredPerson> people = bench.config().persons();
    DeclaredPerson person = people.get(Math.floorMod(controls.getAndIncrement(), people.size()));
    Outcome outcome;
    try (IdpBrowser browser = bench.browser("control browser", transcript)) {
      outcome =
          bench
              .ask(
                  browser,
                  TesterRequest.askedBy(Testers.USUAL),
                  bench.contexts(person),
                  person,
                  IdpBrowser.Deed.SIGN_IN)
              .outcome();
    } catch (UserAgent.Unreachable e) {
      outcome = new Outcome.Error(e.getMessage());
    }
    return new Played(outcome, new People(person.id(), person.id()), Optional.empty());
  }

  @Override
  public Played play(ConformanceCase conformanceCase, int number, Transcript transcript) {
    return ((IdpStimulus) conformanceCase.stimulus()).play(bench, transcript);
  }
}
