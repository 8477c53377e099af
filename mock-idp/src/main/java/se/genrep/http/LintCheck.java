package se.genrep.http;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import se.genrep.federation.Finding;
import se.genrep.federation.Finding.Weight;
import se.genrep.federation.RegistrationCheck;
import se.genrep.lint.Linter;
import se.genrep.lint.Rule.Subject;
import se.genrep.lint.Severity;

/**
 * What {@code genrep lint} says of metadata that is handed in. It is advice: the mock publishes
 * what a real operator would send back, so that it can be mended step by step.
 */
final class LintCheck implements RegistrationCheck {

  private final Clock clock;

  LintCheck(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String name, byte[] xml) {
    Linter.Options options = new Linter.Options(Set.of(Subject.SP), List.of(), clock.instant());
    return Linter.lint(name, new ByteArrayInputStream(xml), options)
        .all()
        .map(LintCheck::finding)
        .toList();
  }

  private static Finding finding(se.genrep.lint.Finding found) {
    return new Finding(
        found.requirements().get(0),
        found.severity() == Severity.INFO ? Weight.NOTE : Weight.ADVICE,
        found.line() > 0 ? found.line() : -1,
        found.sentence() + ": " + found.seen() + "; " + found.remedy());
  }
}
