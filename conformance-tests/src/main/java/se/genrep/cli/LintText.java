package se.genrep.cli;

import java.io.PrintWriter;
import java.util.List;
import se.genrep.lint.Finding;
import se.genrep.lint.LintResult;
import se.genrep.lint.LintResult.Judged;
import se.genrep.lint.Severity;
import se.genrep.lint.Signature;

/** The result of lint for a person: the document, then each entity with its findings. */
final class LintText {

  private static final int LONGEST_VALUE = 300;

  private final PrintWriter out;

  private LintText(PrintWriter out) {
    this.out = out;
  }

  static void print(LintResult result, PrintWriter out) {
    new LintText(out).write(result);
  }

  private void write(LintResult result) {
    line("", result.source() + ": " + what(result));
    line("", signature(result.signature()));
    result.findings().forEach(this::finding);
    for (Judged entity : result.entities()) {
      out.print("\n");
      String roles = String.join(", ", entity.roles());
      line(
          "",
          entity.entityId()
              + (" (" + (roles.isEmpty() ? "no role" : roles) + ", line " + entity.line() + ")")
              + (entity.findings().isEmpty() ? ": nothing to say" : ""));
      entity.findings().forEach(this::finding);
    }
    out.print("\n");
    line("", summary(result));
  }

  private static String what(LintResult result) {
    int number = result.entities().size();
    String what =
        result.aggregate()
            ? "an aggregate, " + number + (number == 1 ? " entity" : " entities") + " judged"
            : "one entity";
    return what + result.validUntil().map(until -> ", valid until " + until).orElse("");
  }

  private static String signature(Signature signature) {
    if (!signature.present()) {
      return "not signed";
    }
    String by =
        signature
            .claimed()
            .map(certificate -> "signed by " + certificate.getSubjectX500Principal().getName())
            .orElse("signed, without a certificate inside");
    String verifies =
        signature.problem().map(problem -> "; does not verify: " + problem).orElse("; verifies");
    if (signature.trusted().isPresent()) {
      return by + verifies + "; the signer is the one named";
    }
    return by
        + verifies
        + (signature.distrust().isPresent()
            ? "; the signer is not the one named"
            : "; whether to trust the signer, --signer tells");
  }

  private void finding(Finding finding) {
    String severity = finding.severity().word();
    line(
        "  ",
        (severity + "       ").substring(0, 8)
            + (finding.line() > 0 ? "line " + finding.line() + "  " : "")
            + String.join(" ", finding.requirements())
            + "  "
            + finding.sentence());
    line("          seen      ", finding.seen());
    line("          expected  ", finding.expected());
    line("          do        ", finding.remedy());
    line("          at        ", finding.xpath());
  }

  private static String summary(LintResult result) {
    List<String> counts =
        List.of(
            count(result, Severity.ERROR, "error"),
            count(result, Severity.WARNING, "warning"),
            count(result, Severity.INFO, "note"));
    return String.join(", ", counts)
        + (result.count(Severity.ERROR) == 0 ? ". No rule is broken." : ".");
  }

  private static String count(LintResult result, Severity severity, String word) {
    long count = result.count(severity);
    return count + " " + word + (count == 1 ? "" : "s");
  }

  /** A line with nothing in it that a terminal would obey. */
  private void line(String label, String text) {
    String shown = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    boolean all = shown.length() <= LONGEST_VALUE || label.endsWith("at        ");
    out.print(label + (all ? shown : shown.substring(0, LONGEST_VALUE) + "…") + "\n");
  }
}
