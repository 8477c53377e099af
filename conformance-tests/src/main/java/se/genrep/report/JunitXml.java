package se.genrep.report;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.genrep.model.Verdict;

/**
 * The report as JUnit XML, the form that build servers read: one testsuite, FAIL as failure,
 * INCONCLUSIVE as error, SKIPPED and REVIEW as skipped, WARN as passed with its findings in
 * system-out. A verdict that the baseline expects is skipped, so that a build is red exactly when
 * the exit code says so.
 */
final class JunitXml {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final StringBuilder xml = new StringBuilder();

  private JunitXml() {}

  static byte[] write(Report report) {
    JunitXml writer = new JunitXml();
    writer.suite(report);
    return writer.xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void suite(Report report) {
    List<Report.Case> cases = report.cases();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    attribute("name", report.sut().name());
    attribute("tests", String.valueOf(cases.size()));
    attribute("failures", count(cases, "failure"));
    attribute("errors", count(cases, "error"));
    attribute("skipped", count(cases, "skipped"));
    attribute("time", seconds(cases.stream().mapToLong(Report.Case::durationMs).sum()));
    attribute("timestamp", UTC.format(report.run().started()));
    xml.append(">\n  <properties>\n");
    property("run", report.run().id());
    property("plan", report.plan());
    property("role", report.sut().role());
    property("seed", String.valueOf(report.run().seed()));
    property("clock", report.run().clock());
    property(report.tool().name(), report.tool().version());
    xml.append("  </properties>\n");
    cases.forEach(this::testcase);
    xml.append("</testsuite>\n");
  }

  private static String count(List<Report.Case> cases, String element) {
    return String.valueOf(cases.stream().filter(each -> element(each).equals(element)).count());
  }

  /** The element that says how a case went; empty for none. */
  private static String element(Report.Case each) {
    return switch (each.verdict()) {
      case PASS, WARN -> "";
      case FAIL -> each.isKnown() ? "skipped" : "failure";
      case INCONCLUSIVE -> each.isKnown() ? "skipped" : "error";
      case SKIPPED, REVIEW -> "skipped";
    };
  }

  private void property(String name, String value) {
    xml.append("    <property");
    attribute("name", name);
    attribute("value", value);
    xml.append("/>\n");
  }

  private void testcase(Report.Case each) {
    int slash = each.id().lastIndexOf('/');
    xml.append("  <testcase");
    attribute("classname", slash < 0 ? "genrep" : each.id().substring(0, slash).replace('/', '.'));
    attribute("name", each.id().substring(slash + 1) + ": " + each.title());
    attribute("time", seconds(each.durationMs()));
    String element = element(each);
    boolean printed = element.isEmpty() && !each.findings().isEmpty() || each.isKnown();
    if (element.isEmpty() && !printed) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    if (element.equals("skipped")) {
      xml.append("    <skipped");
      attribute("message", message(each));
      xml.append("/>\n");
    } else if (!element.isEmpty()) {
      xml.append("    <").append(element);
      attribute("message", message(each));
      attribute("type", each.verdict().name());
      xml.append('>').append(text(findings(each))).append("</").append(element).append(">\n");
    }
    if (printed) {
      xml.append("    <system-out>").append(text(findings(each))).append("</system-out>\n");
    }
    xml.append("  </testcase>\n");
  }

  private static String message(Report.Case each) {
    if (each.isKnown()) {
      return each.verdict() + ", known: " + each.known();
    }
    String what = each.findings().isEmpty() ? each.reason() : each.findings().get(0).actual();
    return each.verdict() == Verdict.REVIEW ? "a person must judge: " + what : what;
  }

  private static String findings(Report.Case each) {
    String findings =
        each.findings().stream()
            .map(
                finding ->
                    "expected: %s\nactual: %s\nwhere: %s\nrequirement: %s\nrerun: %s\n"
                        .formatted(
                            finding.expected(),
                            finding.actual(),
                            finding.where(),
                            finding.requirement(),
                            finding.rerun()))
            .collect(Collectors.joining("\n"));
    return each.verdict() + "\n" + (findings.isEmpty() ? each.reason() + "\n" : findings);
  }

  private static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
  }

  private void attribute(String name, String value) {
    xml.append(' ')
        .append(name)
        .append("=\"")
        .append(text(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;"))
        .append('"');
  }

  private static String text(String value) {
    return Visible.of(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
