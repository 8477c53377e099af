package se.genrep.report;

import static se.genrep.model.ConformanceCase.conformanceCase;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.Finding;
import se.genrep.model.RunResult;
import se.genrep.model.SutRole;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;
import se.genrep.requirement.Catalogue;
import se.genrep.sut.SignIn;

/** A run with every verdict, hostile text and a number that may be somebody's. */
final class SampleRun {

  /** A number with a right check digit that no list of test numbers has. */
  static final String SOMEBODY = "197010632391";

  static final String TEST_NUMBER = "199001142398";

  private static final Instant START = Instant.parse("2026-11-24T10:15:00Z");

  /** What an attacker would like a report to run, and what no format can hold. */
  static final String HOSTILE =
      "<script>alert(1)</script>\" onload='alert(2)' ]]> &amp; \u0000\u001B[31m\uD800\uFFFE"
          + "\u202Eevil\u202C \u2028 åäö \uD83D\uDE00";

  private SampleRun() {}

  static Catalogue catalogue() {
    try {
      return Catalogue.load(
          List.of(Path.of(SampleRun.class.getResource("/report/requirements.yaml").toURI())));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ConformanceCase sampleCase(String id, String title, String... requirements) {
    return conformanceCase(id)
        .title(title)
        .requirement(requirements)
        .stimulus(SignIn.signIn())
        .expect(Expectation.REFUSED)
        .mutant("does not look", () -> "nothing")
        .build();
  }

  static final ConformanceCase RECIPIENT =
      sampleCase(
          "saml/sp/foreign-recipient",
          "refuses an assertion addressed to another endpoint",
          "DP-6.3.2-02");
  static final ConformanceCase SKEW =
      sampleCase(
          "saml/sp/skew-tolerated", "accepts an answer that is 50 seconds old", "DP-6.3.5-04");
  static final ConformanceCase UNSIGNED =
      sampleCase(
          "saml/sp/unsigned-response", "refuses a Response without a signature", "DP-6.1-01");
  static final ConformanceCase LEVEL =
      sampleCase(
          "saml/sp/lower-level",
          "refuses a level of assurance it did not ask for",
          "DP-5.4.4-01",
          "DP-6.1-01");
  static final ConformanceCase SAMORDNINGSNUMMER =
      sampleCase(
          "saml/sp/samordningsnummer",
          "signs in a person with samordningsnummer after opting in",
          "EC-6.2-01");
  static final ConformanceCase MESSAGE =
      sampleCase("saml/sp/sign-message", "shows the text to sign", "DP-7.1-01");
  static final ConformanceCase KNOWN =
      sampleCase("saml/sp/known", "refuses what it is known to take", "DP-6.1-01");
  static final ConformanceCase LEFT_OUT =
      sampleCase("saml/sp/left-out", "does something nobody asked for today", "DP-7.3-01");

  static List<ConformanceCase> allCases() {
    return List.of(RECIPIENT, SKEW, UNSIGNED, LEVEL, SAMORDNINGSNUMMER, MESSAGE, KNOWN, LEFT_OUT);
  }

  static RunResult run(CaseResult... cases) {
    return new RunResult(
        "2026-11-24-101500-7",
        START,
        "system",
        7,
        SutRole.SP,
        "Bygglov <Test> & Co",
        List.of("metadata: https://sp.example.com/metadata", "login: https://sp.example.com/login"),
        "sp-core",
        List.of(cases));
  }

  static RunResult run() {
    return run(
        result(UNSIGNED, Verdict.PASS, "", transcript("nothing to see"), List.of()),
        result(
            RECIPIENT,
            Verdict.FAIL,
            "",
            recipientTranscript(),
            List.of(
                finding(
                    "the message is refused and nobody is signed in",
                    "signed in as '" + TEST_NUMBER + "', the person of the message",
                    "SubjectConfirmationData/@Recipient",
                    RECIPIENT))),
        result(
            SKEW,
            Verdict.WARN,
            "",
            transcript(HOSTILE),
            List.of(
                finding(
                    "the person of the message is signed in",
                    "nobody signed in (" + HOSTILE + ")",
                    "IssueInstant",
                    SKEW))),
        result(
            SAMORDNINGSNUMMER,
            Verdict.SKIPPED,
            "its metadata does not accept samordningsnummer",
            new Transcript(),
            List.of()),
        result(
            LEVEL,
            Verdict.INCONCLUSIVE,
            "the control before the case was not accepted: error: HTTP 500 for " + SOMEBODY,
            transcript("{\"user\":\"" + SOMEBODY + "\"}"),
            List.of(
                new Finding(
                    "the control is signed in",
                    "error: HTTP 500 for " + SOMEBODY,
                    "the control before the case",
                    "",
                    "genrep test sut.yaml --case saml/sp/lower-level"))),
        result(
            MESSAGE,
            Verdict.REVIEW,
            "",
            transcript(""),
            List.of(
                finding(
                    "the text is shown before the person signs",
                    "look at the page in step 1",
                    "the page",
                    MESSAGE))),
        result(
                KNOWN,
                Verdict.FAIL,
                "",
                transcript("as ever"),
                List.of(finding("the message is refused", "signed in as 'x'", "Signature", KNOWN)))
            .known("issue 12, mended in version 3"));
  }

  /** A run that has a text wherever a run can have foreign text. */
  static RunResult runFullOf(String text) {
    Transcript transcript = new Transcript();
    transcript.add(START, Transcript.Kind.HTTP, text, text);
    return new RunResult(
        "1",
        START,
        "system",
        1,
        SutRole.SP,
        text,
        List.of(text),
        "sp-core",
        List.of(
            result(
                    RECIPIENT,
                    Verdict.FAIL,
                    "",
                    transcript,
                    List.of(new Finding(text, text, text, "DP-6.3.2-02", text)))
                .known(text),
            result(LEVEL, Verdict.INCONCLUSIVE, text, transcript, List.of())));
  }

  static CaseResult result(
      ConformanceCase conformanceCase,
      Verdict verdict,
      String reason,
      Transcript transcript,
      List<Finding> findings) {
    return new CaseResult(conformanceCase, verdict, reason, "", findings, transcript, 1234);
  }

  static Finding finding(
      String expected, String actual, String where, ConformanceCase conformanceCase) {
    return new Finding(
        expected,
        actual,
        where,
        conformanceCase.requirements().get(0),
        "genrep test sut.yaml --case " + conformanceCase.id());
  }

  static Transcript transcript(String text) {
    Transcript transcript = new Transcript();
    transcript.add(START.plusMillis(5), Transcript.Kind.NOTE, "control before", "");
    transcript.add(
        START.plusMillis(1005), Transcript.Kind.HTTP, "GET https://sp.example.com/ 200", text);
    return transcript;
  }

  private static Transcript recipientTranscript() {
    String before =
        "<saml:Assertion ID=\"_1\" Version=\"2.0\"><saml:Issuer>https://idp.example.com</saml:Issuer>"
            + "<saml:Subject><saml:SubjectConfirmation><saml:SubjectConfirmationData"
            + " InResponseTo=\"_r\" Recipient=\"https://sp.example.com/acs\"/>"
            + "</saml:SubjectConfirmation></saml:Subject><saml:Conditions/><saml:AuthnStatement/>"
            + "<saml:AttributeStatement/></saml:Assertion>";
    Transcript transcript = transcript("whoami");
    transcript.add(
        START.plusMillis(2000),
        Transcript.Kind.DEVIATION,
        "foreign-recipient at assertion",
        "--- before ---\n"
            + before
            + "\n--- after ---\n"
            + before.replace("sp.example.com/acs", "other.example.org/acs"));
    transcript.add(START.plusMillis(2100), Transcript.Kind.MESSAGE, "the answer", before);
    return transcript;
  }
}
