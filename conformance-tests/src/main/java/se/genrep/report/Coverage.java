package se.genrep.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.RunResult;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.requirement.Role;

/** Which requirements a run has tested, and for each other one that binds the role, why not. */
final class Coverage {

  private final RunResult run;
  private final Catalogue catalogue;
  private final List<ConformanceCase> allCases;

  Coverage(RunResult run, Catalogue catalogue, List<ConformanceCase> allCases) {
    this.run = run;
    this.catalogue = catalogue;
    this.allCases = allCases;
  }

  Report.Requirements report() {
    Set<String> judged = new LinkedHashSet<>();
    run.cases().stream()
        .filter(result -> saysSomething(result.verdict()))
        .forEach(result -> judged.addAll(result.conformanceCase().requirements()));
    List<String> covered = new ArrayList<>();
    catalogue.all().stream().map(Requirement::id).filter(judged::remove).forEach(covered::add);
    covered.addAll(judged); // ids that the catalogue does not have, so that none is lost
    Set<String> tested = Set.copyOf(covered);
    List<Report.NotTested> notTested =
        run.role().kinds().stream()
            .flatMap(kind -> catalogue.byRole(Role.valueOf(kind)).stream())
            .distinct()
            .filter(requirement -> !tested.contains(requirement.id()))
            .map(requirement -> new Report.NotTested(requirement.id(), whyNot(requirement)))
            .toList();
    return new Report.Requirements(covered, notTested);
  }

  /** A case that was skipped or could not be judged has tested nothing. */
  private static boolean saysSomething(Verdict verdict) {
    return verdict != Verdict.SKIPPED && verdict != Verdict.INCONCLUSIVE;
  }

  private String whyNot(Requirement requirement) {
    List<String> unjudged =
        run.cases().stream()
            .filter(result -> tests(result.conformanceCase(), requirement))
            .map(Coverage::whyUnjudged)
            .toList();
    if (!unjudged.isEmpty()) {
      return String.join("; ", unjudged);
    }
    List<String> left =
        allCases.stream()
            .filter(each -> each.stimulus().role() == run.role() && tests(each, requirement))
            .map(ConformanceCase::id)
            .toList();
    if (!left.isEmpty()) {
      return "not part of this run (plan "
          + run.plan()
          + "): "
          + String.join(", ", left)
          + (left.size() == 1 ? " was not chosen" : " were not chosen");
    }
    return catalogue
        .notTested(requirement, Role.valueOf(run.role().name()))
        .orElse("no case tests it");
  }

  private static boolean tests(ConformanceCase candidate, Requirement requirement) {
    return candidate.requirements().contains(requirement.id());
  }

  private static String whyUnjudged(CaseResult result) {
    return result.conformanceCase().id()
        + (result.verdict() == Verdict.SKIPPED ? " was skipped: " : " was inconclusive: ")
        + result.reason();
  }
}
