package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.http.Language;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.RunResult;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;

/** The page stands alone, shows hostile text as text, and says what a decision maker needs. */
class HtmlReportTest {

  private static String written(RunResult run, Language language) {
    Report report = ReportWriter.report(run, SampleRun.catalogue(), SampleRun.allCases());
    return new String(
        ReportWriter.html(report, SampleRun.catalogue(), language), StandardCharsets.UTF_8);
  }

  private static HtmlPage page(String html) throws IOException {
    try (WebClient client = new WebClient()) {
      client.getOptions().setJavaScriptEnabled(false);
      client.getOptions().setCssEnabled(false);
      return client.loadHtmlCodeIntoCurrentWindow(html);
    }
  }

  private static String text(HtmlPage page, String testId) {
    DomNode node = page.querySelector("[data-testid=" + testId + "]");
    return node == null ? "" : node.getTextContent();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingIsLoadedAndNothingRuns(Language language) {
    String html = written(SampleRun.runFullOf(SampleRun.HOSTILE), language);

    List<String> references = new ArrayList<>();
    Matcher matcher =
        Pattern.compile(
                "<(?:script|link|img|iframe|object|embed|base|form|svg)\\b"
                    + "|\\s(?:src|srcset|on[a-z]+|style|action)=|href=\"[^#]|url\\(|@import",
                Pattern.CASE_INSENSITIVE)
            .matcher(html.replaceAll("onload='alert\\(2\\)'|onload=&#39;alert\\(2\\)&#39;", ""));
    while (matcher.find()) {
      references.add(html.substring(matcher.start(), Math.min(html.length(), matcher.end() + 40)));
    }
    assertEquals(List.of(), references);
    assertTrue(html.contains("default-src 'none'"));
  }

  @Test
  void hostileTextIsTextEverywhere() throws IOException {
    String html = written(SampleRun.runFullOf(SampleRun.HOSTILE), Language.EN);
    HtmlPage page = page(html);

    assertEquals(0, page.getElementsByTagName("script").size());
    String shown = Visible.of(SampleRun.HOSTILE);
    assertEquals(shown, page.querySelector("h1").getTextContent());
    assertEquals(shown, page.querySelector(".actual dd").getTextContent());
    assertEquals(shown, page.querySelector(".transcript pre").getTextContent());
    assertEquals(shown, page.querySelector(".rerun .command").getTextContent());
    assertTrue(
        html.codePoints()
            .noneMatch(
                point ->
                    Character.isISOControl(point) && point != '\n' && point != '\t'
                        || Character.getType(point) == Character.FORMAT),
        "every character can be seen");
    for (DomElement each : page.getDomElementDescendants()) {
      each.getAttributesMap()
          .keySet()
          .forEach(name -> assertFalse(name.toLowerCase(Locale.ROOT).startsWith("on"), name));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLinkHasItsTargetAndIdsAreUnique(Language language) throws IOException {
    HtmlPage page = page(written(SampleRun.run(), language));

    Set<String> ids = new HashSet<>();
    for (DomElement each : page.getDomElementDescendants()) {
      if (!each.getId().isEmpty()) {
        assertTrue(ids.add(each.getId()), each.getId());
      }
    }
    var links = page.querySelectorAll("a[href]");
    assertTrue(links.size() > 5);
    for (DomNode link : links) {
      assertTrue(ids.contains(((DomElement) link).getAttribute("href").substring(1)));
    }
  }

  @Test
  void findingsComeWorstFirstAndKnownOnesLast() throws IOException {
    HtmlPage page = page(written(SampleRun.run(), Language.EN));

    assertEquals(
        List.of(
            SampleRun.RECIPIENT.id(),
            SampleRun.LEVEL.id(),
            SampleRun.MESSAGE.id(),
            SampleRun.SKEW.id(),
            SampleRun.KNOWN.id()),
        page.querySelectorAll(".case .caseid").stream().map(DomNode::getTextContent).toList());
  }

  @Test
  void aFindingShowsRequirementDifferenceAndCommand() throws IOException {
    HtmlPage page = page(written(SampleRun.run(), Language.EN));
    DomNode finding = page.querySelector("[data-testid=finding]");

    assertEquals(
        "The Recipient of the subject confirmation is compared with the address the answer came to.",
        finding.querySelector("blockquote p").getTextContent());
    assertTrue(finding.querySelector("blockquote footer").getTextContent().contains("MUST"));
    assertEquals("sp.example.com", finding.querySelector(".REMOVED mark").getTextContent());
    assertEquals("other.example.org", finding.querySelector(".ADDED mark").getTextContent());
    assertEquals(
        "genrep test sut.yaml --case saml/sp/foreign-recipient",
        finding.querySelector(".command").getTextContent());
    assertFalse(
        finding.querySelector(".transcript").getTextContent().contains("--- before ---"),
        "what the difference shows is not repeated");
  }

  @Test
  void aDeviationWithoutBeforeAndAfterIsShownAsItIs() throws IOException {
    var transcript = new se.genrep.model.Transcript();
    transcript.add(
        java.time.Instant.EPOCH,
        se.genrep.model.Transcript.Kind.DEVIATION,
        "d",
        "--- after ---\nx");
    HtmlPage page =
        page(
            written(
                SampleRun.run(
                    SampleRun.result(
                        SampleRun.LEVEL, Verdict.INCONCLUSIVE, "why", transcript, List.of())),
                Language.EN));

    assertEquals("--- after ---\nx", page.querySelector(".transcript pre").getTextContent());
  }

  @Test
  void aRequirementThatTheCatalogueDoesNotHaveIsNamed() throws IOException {
    ConformanceCase later = SampleRun.sampleCase("saml/sp/later", "does something new", "DP-99-01");
    HtmlPage page =
        page(
            written(
                SampleRun.run(
                    SampleRun.result(
                        later, Verdict.INCONCLUSIVE, "why", SampleRun.transcript(""), List.of())),
                Language.EN));

    assertTrue(page.querySelector("blockquote").getTextContent().contains("does not have"));
    assertTrue(page.querySelector("blockquote").getTextContent().contains("DP-99-01"));
  }

  @Test
  void maskedNumbersAreRemarked() throws IOException {
    assertTrue(
        text(page(written(SampleRun.run(), Language.SV)), "remarks")
            .contains("maskerade på 3 ställen i saml/sp/lower-level"));
    assertEquals("", text(page(written(SampleRun.run(new CaseResult[0]), Language.SV)), "remarks"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | No case was run against %s.",
        "SKIPPED | No case applies to %s, so this report says nothing about it.",
        "INCONCLUSIVE SKIPPED | Nothing can be said about %s: no case could be judged.",
        "PASS | %s does right in the one case that was run.",
        "PASS PASS SKIPPED | %s does right in all 2 cases that were run.",
        "PASS WARN | %s meets every mandatory requirement tested, but departs from a"
            + " recommendation in 1 of 2 cases.",
        "PASS REVIEW WARN | Whether %s meets the requirements is still to be judged: a person must"
            + " judge 1 of 3 cases.",
        "PASS INCONCLUSIVE REVIEW | Whether %s meets the requirements cannot be told: 1 of 3 cases"
            + " could not be judged.",
        "PASS INCONCLUSIVE FAIL | %s does not meet the requirements: it breaks a mandatory one in 1"
            + " of 3 cases.",
        "PASS FAIL! | %s does not meet the requirements: it breaks a mandatory one in 1 of 2 cases."
            + " All of these are known, and expected by the baseline.",
        "FAIL FAIL! | %s does not meet the requirements: it breaks a mandatory one in 2 of 2 cases."
            + " Known, and expected by the baseline: 1 of these.",
      })
  void theVerdictIsOneSentence(String verdicts, String sentence) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (String word : verdicts.isEmpty() ? new String[0] : verdicts.split(" ")) {
      Verdict verdict = Verdict.valueOf(word.replace("!", ""));
      CaseResult result =
          SampleRun.result(
              SampleRun.sampleCase("saml/sp/x" + results.size(), "does", "DP-6.1-01"),
              verdict,
              "because",
              SampleRun.transcript(""),
              List.of(SampleRun.finding("a", "b", "c", SampleRun.UNSIGNED)));
      results.add(word.endsWith("!") ? result.known("issue 1") : result);
    }

    RunResult run = SampleRun.run(results.toArray(CaseResult[]::new));
    assertEquals(
        sentence.formatted("Bygglov <Test> & Co"),
        text(page(written(run, Language.EN)), "verdict"));
    assertFalse(text(page(written(run, Language.SV)), "verdict").isEmpty());
  }

  @Test
  void theWholeCatalogueFitsOnThePage() throws IOException {
    Report report = ReportWriter.report(SampleRun.run(), Catalogue.load(), List.of());
    HtmlPage page =
        page(
            new String(
                ReportWriter.html(report, Catalogue.load(), Language.EN), StandardCharsets.UTF_8));

    assertEquals(
        report.requirements().notTested().size(),
        page.querySelectorAll("[data-testid=not-tested] code").size());
  }

  @Test
  void bothLanguagesHaveEveryText() {
    for (ReportText text : ReportText.values()) {
      for (Language language : Language.values()) {
        assertFalse(text.in(language, 1, 2, 3).isBlank(), text.name());
        assertFalse(text.in(language, 1, 2, 3).contains("%"), text.name());
      }
    }
  }
}
