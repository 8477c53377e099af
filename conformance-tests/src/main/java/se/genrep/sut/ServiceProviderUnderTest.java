package se.genrep.sut;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.genrep.control.Exchange;
import se.genrep.deviation.Deviations;
import se.genrep.http.MockFederation;
import se.genrep.idp.MockIdp;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.SutFacts;
import se.genrep.model.SutRole;
import se.genrep.model.SystemUnderTest;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;

/**
 * A service provider, tested by signing in at it with an identity provider of the mock federation.
 * Its word about who is signed in is the oracle: no status code alone makes a verdict.
 */
public final class ServiceProviderUnderTest implements SystemUnderTest {

  private final Bench bench;
  private final AtomicInteger controls = new AtomicInteger();

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
   * @param metadata what it publishes, as a document
   */
  public ServiceProviderUnderTest(
      MockFederation federation,
      MockIdp idp,
      SutConfig config,
      byte[] metadata,
      UserAgent.Factory agents,
      Clock clock,
      Run run) {
    this.bench = new Bench(federation, idp, config, metadata, agents, clock, run);
  }

  @Override
  public SutRole role() {
    return SutRole.SP;
  }

  @Override
  public String name() {
    return bench.config().name();
  }

  @Override
  public List<String> description() {
    List<String> lines = new ArrayList<>();
    lines.add("metadata: " + bench.config().metadata());
    lines.add("login: " + bench.login());
    bench
        .config()
        .logins()
        .forEach((name, login) -> lines.add("login '" + name + "': " + bench.address(login)));
    lines.add("whoami: " + bench.config().whoami());
    lines.add("identity provider: " + bench.idp().entityId());
    return List.copyOf(lines);
  }

  @Override
  public String rerun(ConformanceCase conformanceCase) {
    return bench.run().rerun() + " --case " + conformanceCase.id();
  }

  @Override
  public SutFacts facts() {
    return bench.facts();
  }

  @Override
  public int lanes() {
    return bench.config().parallel();
  }

  /** Tries a good sign-in step by step, to find what is misconfigured. */
  public List<FlightStep> preFlight() {
    return new PreFlight(bench).fly();
  }

  @Override
  public Played control(Transcript transcript) {
    List<TestPerson> people = bench.federation().cast().controls();
    TestPerson person = people.get(Math.floorMod(controls.getAndIncrement(), people.size()));
    String number = Bench.number(person);
    Exchange exchange = bench.arm(person, person, Deviations.NONE, false);
    try (Browser browser = bench.browser("control browser", transcript)) {
      Outcome outcome = bench.signIn(browser, exchange);
      if (outcome instanceof Outcome.Accepted accepted) {
        bench.learn(exchange, number, accepted);
      }
      String subject = bench.subject(number);
      return new Played(outcome, new People(subject, subject), Optional.empty());
    } finally {
      bench.finish(exchange, transcript);
    }
  }

  @Override
  public Played play(ConformanceCase conformanceCase, int number, Transcript transcript) {
    return ((SpStimulus) conformanceCase.stimulus()).play(bench, number, transcript);
  }
}
