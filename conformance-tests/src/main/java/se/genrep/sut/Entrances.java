package se.genrep.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.control.Script;
import se.genrep.idp.Decision;
import se.genrep.idp.SignInRequest;
import se.genrep.model.Outcome;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/**
 * The sign-ins of a system. What each asks for is learned from the request that it sends, and how
 * it knows people from a good sign-in there; nothing of it is taken from SUT.yaml. Thread-safe.
 */
final class Entrances {

  private final Bench bench;
  private final Guise guise;
  private List<Entrance> surveyed;

  Entrances(Bench bench) {
    this.bench = bench;
    this.guise = new Guise(bench.federation().idps());
  }

  /** All of them, the usual one first; each is tried once, when first asked for. */
  synchronized List<Entrance> all(Transcript transcript) {
    if (surveyed == null) {
      List<Entrance> all = new ArrayList<>();
      all.add(survey(Entrance.USUAL, bench.config().login(), transcript));
      bench.config().logins().forEach((name, login) -> all.add(survey(name, login, transcript)));
      surveyed = List.copyOf(all);
    }
    return surveyed;
  }

  /** The first that knows people by an attribute. */
  Optional<Entrance> knowing(Attribute attribute, Transcript transcript) {
    return all(transcript).stream()
        .filter(
            entrance ->
                entrance
                    .known()
                    .filter(known -> known.recognition().attribute() == attribute)
                    .isPresent())
        .findFirst();
  }

  /** Good sign-ins, at one level after the other that was asked for, until one is accepted. */
  private Entrance survey(String name, String login, Transcript transcript) {
    String url = bench.address(login);
    Entrance seen = null;
    int levels = 1;
    for (int which = 0; which < levels && (seen == null || seen.known().isEmpty()); which++) {
      int chosen = which;
      TestPerson person = bench.bystander();
      Exchange exchange =
          bench.arm(Script.answering(request -> decide(request, chosen, person), person));
      try (Browser browser = bench.browser("browser at '" + name + "'", url, transcript)) {
        Outcome outcome = bench.signIn(browser, exchange);
        seen =
            outcome instanceof Outcome.Accepted accepted
                ? known(name, url, exchange, level(exchange, chosen), accepted.subject())
                : new Entrance(name, url, Optional.empty(), fault(exchange, outcome));
        levels = exchange.request().map(request -> request.contexts().size()).orElse(0);
      } finally {
        bench.finish(exchange, transcript);
      }
    }
    return seen;
  }

  private static String fault(Exchange exchange, Outcome outcome) {
    return exchange.request().isEmpty() && exchange.answer().isPresent()
        ? PreFlight.status(exchange.answer().get())
        : outcome.inWords();
  }

  private Entrance known(
      String name, String url, Exchange exchange, LevelOfAssurance level, String subject) {
    Optional<Entrance.Known> known =
        Recognition.learn(at(level, bench.bystander()), subject)
            .flatMap(
                recognition ->
                    bench
                        .receiver(exchange)
                        .map(
                            idp ->
                                new Entrance.Known(
                                    Evidence.contexts(exchange), idp, level, recognition)));
    return new Entrance(
        name,
        url,
        known,
        known.isPresent() ? "" : "the page shows '" + subject + "', by which nobody can be told");
  }

  /** The person as identity providers with the level know people. */
  TestPerson at(LevelOfAssurance level, TestPerson person) {
    return guise.of(person, level);
  }

  private Decision decide(SignInRequest request, int which, TestPerson person) {
    LevelOfAssurance level = LevelOfAssurance.of(request.contexts().get(which)).orElseThrow();
    return new Decision.SignIn(at(level, person), level.uri());
  }

  private static LevelOfAssurance level(Exchange exchange, int which) {
    return LevelOfAssurance.of(exchange.request().orElseThrow().contexts().get(which))
        .orElseThrow();
  }
}
