package se.genrep.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Stimulus;
import se.genrep.model.SystemUnderTest;
import se.genrep.requirement.Catalogue;

/**
 * Runs cases, each between two control exchanges that must be accepted. The control after one case
 * is the control before the next: nothing happens in between. Where a system can take it, several
 * lanes of cases and controls run side by side.
 */
public final class Runner {

  /** After so many failed controls in a row the system is not asked again: it is down. */
  private static final int MOST_FAILED_CONTROLS = 3;

  /** Is told how far a run has come. */
  public interface Progress {
    void finished(CaseResult result, int done, int of);

    Progress NONE = (result, done, of) -> {};
  }

  private final SystemUnderTest sut;
  private final Catalogue catalogue;
  private final Map<String, Integer> numbers;
  private final Clock clock;
  private final Progress progress;
  private final int lanes;

  /**
   * @param all every case there is; their order gives each its number, and so its canary
   */
  public Runner(
      SystemUnderTest sut,
      Catalogue catalogue,
      List<ConformanceCase> all,
      Clock clock,
      Progress progress) {
    this(sut, catalogue, numbered(all), clock, progress, 1);
  }

  private Runner(
      SystemUnderTest sut,
      Catalogue catalogue,
      Map<String, Integer> numbers,
      Clock clock,
      Progress progress,
      int lanes) {
    this.sut = sut;
    this.catalogue = catalogue;
    this.numbers = numbers;
    this.clock = clock;
    this.progress = progress;
    this.lanes = lanes;
  }

  private static Map<String, Integer> numbered(List<ConformanceCase> all) {
    Map<String, Integer> numbers = new TreeMap<>();
    all.forEach(each -> numbers.put(each.id(), numbers.size()));
    return numbers;
  }

  /** The same with so many lanes. */
  public Runner inLanes(int number) {
    return new Runner(sut, catalogue, numbers, clock, progress, number);
  }

  /**
   * Runs the cases in the order given, but for those that only watch: they come last, when there is
   * most to be seen. With several lanes, what concerns everybody comes after the others, alone.
   *
   * @return the results in the order given
   */
  public List<CaseResult> run(List<ConformanceCase> cases) {
    Run run = new Run(cases);
    Lane first = new Lane(run, Control.of(sut, clock));
    if (lanes > 1) {
      inParallel(run, first, those(cases, each -> !each.watches() && !each.concernsAll()));
      first.run(those(cases, each -> !each.watches() && each.concernsAll()));
    } else {
      first.run(those(cases, each -> !each.watches()));
    }
    if (cases.stream().allMatch(each -> each.stimulus().watches())) {
      // Two sign-ins at least, so that there is something to compare.
      first.before = Control.of(sut, clock);
    }
    first.watch(those(cases, Stimulus::watches));
    return run.inOrder();
  }

  private static Queue<ConformanceCase> those(
      List<ConformanceCase> cases, Predicate<Stimulus> which) {
    return new ConcurrentLinkedQueue<>(
        cases.stream().filter(each -> which.test(each.stimulus())).toList());
  }

  private void inParallel(Run run, Lane first, Queue<ConformanceCase> cases) {
    List<Thread> others =
        IntStream.range(1, lanes)
            .mapToObj(n -> new Lane(run, first.before))
            .map(lane -> new Thread(() -> lane.run(cases), "lane"))
            .toList();
    others.forEach(Thread::start);
    first.run(cases);
    for (Thread other : others) {
      try {
        other.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the run was interrupted", e);
      }
    }
  }

  /** What the lanes of one run have in common. Thread-safe. */
  private final class Run {

    private final List<ConformanceCase> cases;
    private final List<CaseResult> results = new ArrayList<>();
    private final AtomicInteger failedControls = new AtomicInteger();

    Run(List<ConformanceCase> cases) {
      this.cases = cases;
    }

    synchronized void finished(CaseResult result) {
      results.add(result);
      progress.finished(result, results.size(), cases.size());
    }

    synchronized List<CaseResult> inOrder() {
      List<String> order = cases.stream().map(ConformanceCase::id).toList();
      results.sort(Comparator.comparingInt(result -> order.indexOf(result.conformanceCase().id())));
      return List.copyOf(results);
    }
  }

  /** Plays one case after the other, with controls before, between and after. */
  private final class Lane {

    private final Run run;
    private Control before;

    Lane(Run run, Control before) {
      this.run = run;
      this.before = before;
    }

    /** Takes cases until none is left. */
    void run(Queue<ConformanceCase> cases) {
      Stream.generate(cases::poll).takeWhile(each -> each != null).forEach(this::play);
    }

    private void play(ConformanceCase each) {
      Ruling ruling = new Ruling(sut, catalogue, clock, each);
      run.finished(
          before.failed()
              ? uncontrolled(ruling)
              : notApplicable(each)
                  .map(ruling::skipped)
                  .orElseGet(() -> betweenControls(each, ruling)));
    }

    private CaseResult uncontrolled(Ruling ruling) {
      CaseResult result = ruling.uncontrolled("before", before);
      if (run.failedControls.incrementAndGet() < MOST_FAILED_CONTROLS) {
        before = Control.of(sut, clock);
      }
      return result;
    }

    private CaseResult betweenControls(ConformanceCase each, Ruling ruling) {
      run.failedControls.set(0);
      ruling.note("the case " + each.id() + " begins");
      Played played = played(each, ruling);
      boolean nothingDone = played.outcome() instanceof Outcome.NotSeen;
      Control after = nothingDone ? before : Control.of(sut, clock);
      before = after;
      return after.failed() ? ruling.afterFailure(played, after) : ruling.of(played);
    }

    /**
     * What breaks a rule is found without a control, and may be why controls fail: an identity
     * provider refuses a wrong request. That rules are kept says nothing of a system that is down.
     */
    void watch(Queue<ConformanceCase> cases) {
      for (ConformanceCase each : cases) {
        Ruling ruling = new Ruling(sut, catalogue, clock, each);
        Optional<String> notApplicable = before.failed() ? Optional.empty() : notApplicable(each);
        if (notApplicable.isPresent()) {
          run.finished(ruling.skipped(notApplicable.get()));
          continue;
        }
        ruling.note("the case " + each.id() + " looks at the run so far");
        Played played = played(each, ruling);
        run.finished(
            before.failed() && !(played.outcome() instanceof Outcome.Broken)
                ? ruling.uncontrolled("before", before)
                : ruling.of(played));
      }
    }

    private Optional<String> notApplicable(ConformanceCase each) {
      return each.appliesTo().reasonNot().apply(sut.facts());
    }

    private Played played(ConformanceCase each, Ruling ruling) {
      try {
        return sut.play(each, numbers.getOrDefault(each.id(), 0), ruling.transcript());
      } catch (RuntimeException e) {
        // One case that cannot be played must not take the others with it.
        return new Played(
            new Outcome.NotDelivered("an error of Genrep itself: " + e), null, Optional.empty());
      }
    }
  }
}
