package se.genrep.sut;

import java.util.List;
import se.genrep.lint.Finding;
import se.genrep.lint.Rule;
import se.genrep.lint.Rules;
import se.genrep.lint.Severity;
import se.genrep.model.Outcome;

/**
 * What lint rules say of metadata, as an outcome. What a rule only suspects or points at, a person
 * has to look at.
 *
 * @param rules ids
 */
record LintOutcome(List<String> rules) {

  static LintOutcome of(String... ids) {
    for (String id : ids) {
      Rules.find(id).orElseThrow(() -> new IllegalArgumentException("no lint rule '" + id + "'"));
    }
    return new LintOutcome(List.of(ids));
  }

  Outcome judge(List<Finding> findings) {
    List<Finding> found = findings.stream().filter(each -> rules.contains(each.rule())).toList();
    return found.stream()
        .filter(LintOutcome::proves)
        .findFirst()
        .<Outcome>map(finding -> new Outcome.Broken(inWords(finding)))
        .or(() -> found.stream().findFirst().map(finding -> new Outcome.ToReview(inWords(finding))))
        .orElseGet(() -> new Outcome.Kept("the metadata was looked at"));
  }

  /** A suspicion is no proof, and a pointer breaks nothing. */
  private static boolean proves(Finding finding) {
    Rule rule = Rules.find(finding.rule()).orElseThrow();
    return rule.mildest() == Severity.ERROR;
  }

  private static String inWords(Finding finding) {
    return "the metadata "
        + finding.sentence()
        + ": at "
        + finding.xpath()
        + (finding.line() > 0 ? " (line " + finding.line() + ")" : "")
        + " stands "
        + finding.seen()
        + "; expected "
        + finding.expected()
        + ". "
        + finding.remedy();
  }
}
