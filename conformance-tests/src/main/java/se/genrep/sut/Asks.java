package se.genrep.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.reference.TesterRequest;
import se.genrep.sut.DeclaredPerson.Kind;

/**
 * Requests of testers to an identity provider, one after the other by the same browser. The last
 * one is judged; those before must have been answered with an assertion.
 *
 * @param turns at least one
 * @param kind who is at the pages; empty for the first person of SUT.yaml
 * @param words what is asked, for explanations
 * @param judge what the visits show; empty for the identity oracle on the last one
 */
public record Asks(List<Turn> turns, Optional<Kind> kind, String words, Optional<Judge> judge)
    implements IdpStimulus {

  /** Says what visits show. */
  @FunctionalInterface
  public interface Judge {
    /**
     * @param visits in the order in which they were made; the last one is what a case is about
     */
    Outcome judge(List<Visit> visits);
  }

  /**
   * One request.
   *
   * @param request gives it
   * @param contexts which of the contexts that the person can use are asked for
   * @param deed what the person does
   */
  record Turn(
      Function<Occasion, TesterRequest> request,
      UnaryOperator<List<String>> contexts,
      IdpBrowser.Deed deed) {}

  /** Of a request whose contexts do not depend on the person. */
  public static Asks asks(TesterRequest request) {
    return asking(occasion -> request);
  }

  public static Asks asking(Function<Occasion, TesterRequest> request) {
    Turn turn = new Turn(request, UnaryOperator.identity(), IdpBrowser.Deed.SIGN_IN);
    return new Asks(List.of(turn), Optional.empty(), "", Optional.empty());
  }

  /** Once more, by the same browser. */
  public Asks then(Asks next) {
    List<Turn> more = new ArrayList<>(turns);
    more.addAll(next.turns);
    return new Asks(List.copyOf(more), kind, words, judge);
  }

  /** What is asked, present tense, the tester is the subject. */
  public Asks saying(String what) {
    return new Asks(turns, kind, what, judge);
  }

  public Asks as(Kind person) {
    return new Asks(turns, Optional.of(person), words, judge);
  }

  private Asks with(Turn last) {
    List<Turn> changed = new ArrayList<>(turns);
    changed.set(turns.size() - 1, last);
    return new Asks(List.copyOf(changed), kind, words, judge);
  }

  private Turn last() {
    return turns.get(turns.size() - 1);
  }

  /**
   * The last request asks for some of the contexts that the person can use; none skips the case.
   */
  public Asks at(UnaryOperator<List<String>> which) {
    return with(new Turn(last().request(), which, last().deed()));
  }

  /** The person breaks off. */
  public Asks cancelling() {
    return with(new Turn(last().request(), last().contexts(), IdpBrowser.Deed.CANCEL));
  }

  /** The person breaks off where what is signed or given out is shown. */
  public Asks cancellingLate() {
    return with(new Turn(last().request(), last().contexts(), IdpBrowser.Deed.CANCEL_LATE));
  }

  public Asks judged(Judge how) {
    return new Asks(turns, kind, words, Optional.of(how));
  }

  /** Judged by the last visit alone. */
  public Asks seeing(Function<Visit, Outcome> how) {
    return judged(visits -> how.apply(visits.get(visits.size() - 1)));
  }

  @Override
  public Played play(IdpBench bench, Transcript transcript) {
    Optional<DeclaredPerson> person = kind.map(bench::person).orElse(Optional.of(bench.usual()));
    if (person.isEmpty()) {
      return played(
          new Outcome.NotSeen("SUT.yaml declares no person with " + kind.get().words()), "");
    }
    return played(outcome(bench, person.get(), transcript), person.get().id());
  }

  private static Played played(Outcome outcome, String person) {
    return new Played(outcome, new People(person, person), Optional.empty());
  }

  private Outcome outcome(IdpBench bench, DeclaredPerson person, Transcript transcript) {
    List<Visit> visits = new ArrayList<>();
    try (IdpBrowser browser = bench.browser("browser", transcript)) {
      for (Turn turn : turns) {
        if (!visits.isEmpty() && !visits.get(visits.size() - 1).gaveAssertion()) {
          return new Outcome.NotDelivered(
              "the request before was not answered with an assertion, but "
                  + visits.get(visits.size() - 1).outcome().inWords());
        }
        List<String> contexts = turn.contexts().apply(bench.contexts(person));
        if (contexts.isEmpty()) {
          return new Outcome.NotSeen(
              "the identity provider and " + person.id() + " have no level for it");
        }
        Occasion occasion = new Occasion(person, bench.other(person), bench.idp(), contexts);
        TesterRequest request = turn.request().apply(occasion);
        if (!bench.testers().hasEndpoint(request.post(), request.holderOfKey())) {
          return new Outcome.NotSeen("the identity provider has no endpoint for it");
        }
        visits.add(bench.ask(browser, request, contexts, person, turn.deed()));
      }
    } catch (UserAgent.Unreachable e) {
      return new Outcome.Error(e.getMessage());
    }
    return judge.isPresent()
        ? judge.get().judge(List.copyOf(visits))
        : visits.get(visits.size() - 1).outcome();
  }

  @Override
  public String inWords() {
    return words;
  }
}
