package se.genrep.cases.saml.idp;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import se.genrep.model.Outcome;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.StatusCode;
import se.genrep.sut.Visit;

/** What cases say of the status of an answer. */
final class Statuses {

  private Statuses() {}

  /** An answer has this status on top. */
  static Function<Visit, Outcome> top(StatusCode wanted) {
    return visit -> judged(visit, wanted, new StatusCode[0]);
  }

  /** An answer has this status on top, and where there is a second one, it is among these. */
  static Function<Visit, Outcome> topAndSecond(StatusCode top, StatusCode... second) {
    return visit -> judged(visit, top, second);
  }

  /** An answer has one of these statuses below the top. */
  static Function<Visit, Outcome> second(StatusCode... wanted) {
    return visit -> {
      Optional<TesterAnswer> answer = error(visit);
      if (answer.isEmpty()) {
        return Saying.broken(visit, "there was no answer with an error");
      }
      String seen = answer.get().secondStatus().orElse("none");
      return Arrays.stream(wanted).map(StatusCode::uri).anyMatch(seen::equals)
          ? new Outcome.Kept(answer.get().statusInWords())
          : new Outcome.Broken(
              "the second-level status is "
                  + seen
                  + ", not "
                  + String.join(" or ", Arrays.stream(wanted).map(StatusCode::uri).toList()));
    };
  }

  private static Outcome judged(Visit visit, StatusCode top, StatusCode[] second) {
    Optional<TesterAnswer> answer = error(visit);
    if (answer.isEmpty()) {
      return Saying.broken(visit, "there was no answer with an error");
    }
    boolean right =
        answer.get().status().filter(top.uri()::equals).isPresent()
            && (second.length == 0
                || answer
                    .get()
                    .secondStatus()
                    .map(uri -> Arrays.stream(second).anyMatch(each -> each.uri().equals(uri)))
                    .orElse(true));
    return right
        ? new Outcome.Kept(answer.get().statusInWords())
        : new Outcome.Broken(
            "the status is " + answer.get().statusInWords() + ", expected " + top.uri());
  }

  private static Optional<TesterAnswer> error(Visit visit) {
    return visit.answer().filter(answer -> answer.response().isPresent() && !answer.success());
  }
}
