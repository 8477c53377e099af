package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.reference.Tester;
import se.genrep.reference.TesterAnswer;
import se.genrep.reference.TesterRequest;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.sut.DeclaredPerson.Kind;

/**
 * Every declared person at every level the person can use, asked for by one tester: exactly what
 * the rules allow is given, and nobody is given to whom nothing may be given.
 */
public record Matrix(Tester tester) implements IdpStimulus {

  @Override
  public Played play(IdpBench bench, Transcript transcript) {
    return new Played(outcome(bench, transcript), new People("", ""), Optional.empty());
  }

  private Outcome outcome(IdpBench bench, Transcript transcript) {
    EntityMetadata service = bench.testers().metadata(tester);
    int asked = 0;
    for (DeclaredPerson person : bench.config().persons()) {
      for (String context : bench.contexts(person)) {
        Optional<LevelOfAssurance> level = LevelOfAssurance.of(context);
        if (level.isEmpty() || !wants(bench.idp(), service, level.get())) {
          continue;
        }
        asked++;
        try (IdpBrowser browser = bench.browser("browser", transcript)) {
          Visit visit =
              bench.ask(
                  browser,
                  TesterRequest.askedBy(tester),
                  List.of(context),
                  person,
                  IdpBrowser.Deed.SIGN_IN);
          Optional<Outcome> wrong = wrong(bench.idp(), visit, service, level.get());
          if (wrong.isPresent()) {
            return wrong.get();
          }
        } catch (UserAgent.Unreachable e) {
          return new Outcome.Error(e.getMessage());
        }
      }
    }
    return asked == 0
        ? new Outcome.NotSeen("the identity provider delivers none of the tester's categories")
        : new Outcome.Kept(asked + " combinations of person and level");
  }

  /**
   * Whether a category of the tester is delivered at the level; without any, every level will do.
   */
  private static boolean wants(EntityMetadata idp, EntityMetadata service, LevelOfAssurance level) {
    return Release.categories(service).isEmpty()
        || Release.common(idp, service, level).findAny().isPresent();
  }

  private static Optional<Outcome> wrong(
      EntityMetadata idp, Visit visit, EntityMetadata service, LevelOfAssurance level) {
    Outcome oracle = visit.outcome();
    if (oracle instanceof Outcome.Error || oracle instanceof Outcome.NotDelivered) {
      return Optional.of(oracle);
    }
    String who = visit.person().id() + " at " + level.uri();
    Optional<TesterAnswer> answer = visit.answer().filter(each -> visit.gaveAssertion());
    if (answer.isEmpty()) {
      return mustBeGiven(idp, visit, service, level)
          ? Optional.of(
              new Outcome.Broken(who + " is not given an assertion, but " + oracle.inWords()))
          : Optional.empty();
    }
    if (mustNotBeGiven(idp, visit, service, level)) {
      return Optional.of(
          new Outcome.Broken(
              who + " has a samordningsnummer, and is given to a service that has not opted in"));
    }
    if (answer.get().context().filter(level.uri()::equals).isEmpty()) {
      return Optional.of(
          new Outcome.Broken(who + " is given at " + answer.get().context().orElse("no level")));
    }
    return Release.missing(answer.get())
        .map(missing -> who + " is given without " + missing)
        .or(() -> Release.excess(answer.get()).map(excess -> who + " is given with " + excess))
        .or(() -> Optional.of(oracle.inWords()).filter(words -> isSomebodyElse(visit, service)))
        .map(Outcome.Broken::new);
  }

  private static boolean isSomebodyElse(Visit visit, EntityMetadata service) {
    return !Release.categories(service).isEmpty() && !visit.recognised();
  }

  /** Whether all that is required of the person is known, and nothing forbids to give it. */
  private static boolean mustBeGiven(
      EntityMetadata idp, Visit visit, EntityMetadata service, LevelOfAssurance level) {
    List<ServiceEntityCategory> categories = Release.common(idp, service, level).toList();
    return !categories.isEmpty()
        && !mustNotBeGiven(idp, visit, service, level)
        && categories.stream()
            .flatMap(category -> category.requiredAttributes().stream())
            .allMatch(
                attribute -> !attribute.identity() || !visit.person().values(attribute).isEmpty());
  }

  private static boolean mustNotBeGiven(
      EntityMetadata idp, Visit visit, EntityMetadata service, LevelOfAssurance level) {
    return visit.person().is(Kind.SAMORDNINGSNUMMER)
        && !service.declares(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri())
        && Release.common(idp, service, level)
            .anyMatch(
                category ->
                    category.requiredAttributes().contains(Attribute.PERSONAL_IDENTITY_NUMBER));
  }

  @Override
  public String inWords() {
    return "Every person of SUT.yaml signs in at every level for a tester that "
        + tester.situation();
  }
}
