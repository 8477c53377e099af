package se.genrep.report;

import se.genrep.http.Language;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;

/** Every text of the HTML report, in both languages side by side. {@code %s} takes an argument. */
public enum ReportText {
  REPORT("Testrapport", "Test report"),
  SUBTITLE("Genrep testrapport", "Genrep test report"),

  // The verdict in one sentence: %1$s is the system, %2$s a number of cases, %3$s of all.
  NOTHING_RUN("Inget testfall kördes mot %1$s.", "No case was run against %1$s."),
  NONE_APPLIED(
      "Inget testfall är tillämpligt på %1$s, så rapporten säger ingenting om systemet.",
      "No case applies to %1$s, so this report says nothing about it."),
  NOTHING_CERTAIN(
      "Ingenting kan sägas om %1$s: inget av testfallen gick att avgöra.",
      "Nothing can be said about %1$s: no case could be judged."),
  BREAKS(
      "%1$s uppfyller inte kraven: %2$s av %3$s testfall visar brott mot tvingande krav.",
      "%1$s does not meet the requirements: %2$s of %3$s cases show a breach of a mandatory one."),
  UNDECIDED(
      "Det går inte att säga om %1$s uppfyller kraven: %2$s av %3$s testfall gick inte att avgöra.",
      "Whether %1$s meets the requirements cannot be told:"
          + " %2$s of %3$s cases could not be judged."),
  TO_REVIEW(
      "Det återstår att bedöma om %1$s uppfyller kraven:"
          + " %2$s av %3$s testfall måste ses över av en människa.",
      "Whether %1$s meets the requirements is still to be judged:"
          + " %2$s of %3$s cases need a person's eye."),
  ADVISED(
      "%1$s uppfyller alla prövade tvingande krav,"
          + " men %2$s av %3$s testfall visar avsteg från rekommendationer.",
      "%1$s meets every mandatory requirement tested,"
          + " but %2$s of %3$s cases show a departure from a recommendation."),
  CONFORMS(
      "%1$s gör rätt i samtliga %3$s prövade testfall.",
      "%1$s does right in all %3$s cases that were run."),
  CONFORMS_ONE(
      "%1$s gör rätt i det enda testfall som prövades.",
      "%1$s does right in the one case that was run."),
  ALL_KNOWN(
      "Alla dessa är kända och väntade enligt referenslistan.",
      "All of these are known, and expected by the baseline."),
  SOME_KNOWN(
      "%1$s av dessa är kända och väntade enligt referenslistan.",
      "%1$s of these are known, and expected by the baseline."),
  SCOPE(
      "Det gäller %1$s prövade krav. %2$s krav som gäller rollen prövades inte; skälen står sist i rapporten.",
      "This concerns %1$s requirements that were tested. %2$s requirements that bind the role were not; the reasons stand at the end."),

  // The run
  RUN("Körningen", "The run"),
  ROLE("Roll", "Role"),
  PLAN("Testplan", "Plan"),
  STARTED("Startad", "Started"),
  RUN_ID("Körningens id", "Run id"),
  CLOCK("Klocka", "Clock"),
  SEED("Frö", "Seed"),
  TOOL("Verktyg", "Tool"),
  SETTINGS("Systemet", "The system"),

  // Parts
  SUMMARY("Sammanfattning", "Summary"),
  CONTENTS("Innehåll", "Contents"),
  REMARKS("Att tänka på", "Remarks"),
  MASKED_ONCE(
      "Ett identitetsnummer som inte är ett känt testnummer är maskerat i %1$s. Använd bara testnummer.",
      "An identity number that is no known test number is masked in %1$s. Use test numbers only."),
  MASKED(
      "Identitetsnummer som inte är kända testnummer är maskerade på %2$s ställen i %1$s. Använd bara testnummer.",
      "Identity numbers that are no known test numbers are masked in %2$s places in %1$s. Use test numbers only."),
  MASKED_SUT("beskrivningen av systemet", "the description of the system"),
  FINDINGS("Iakttagelser", "Findings"),
  NO_FINDINGS("Inga.", "None."),
  REQUIREMENT("Krav", "Requirement"),
  REQUIREMENTS("Krav", "Requirements"),
  PARAPHRASED(
      "Kraven återges med egna ord; källan gäller.",
      "Requirements are paraphrased; the source governs."),
  UNKNOWN_REQUIREMENT(
      "Kravet finns inte i den här versionens katalog.",
      "The catalogue of this version does not have this requirement."),
  CONDITION("Gäller", "Applies"),
  EXPECTED("Väntat", "Expected"),
  ACTUAL("Iakttaget", "Seen"),
  WHERE("Plats", "Where"),
  WHY("Skäl", "Reason"),
  KNOWN("Känt sedan tidigare", "Known"),
  DEVIATION("Vad som avvek: %s", "What deviated: %s"),
  BEFORE("före", "before"),
  AFTER("efter", "after"),
  SAME_LINES("%s likadana rader", "%s lines alike"),
  NO_DIFFERENCE("Ingen skillnad.", "No difference."),
  RERUN("Kör bara det här testfallet igen", "Run just this case again"),
  TRANSCRIPT("Förlopp, %s steg", "Transcript, %s steps"),
  PASSED("Godkända", "Passed"),
  PASSED_NOTE(
      "Förloppen för godkända testfall finns i report.json.",
      "The transcripts of passed cases are in report.json."),
  SKIPPED("Ej tillämpliga", "Skipped"),
  CASE("Testfall", "Case"),
  DURATION("Tid", "Time"),
  COVERAGE("Kravtäckning", "Requirement coverage"),
  COVERED("Prövade krav", "Requirements tested"),
  NOT_TESTED("Krav som inte prövades, och varför", "Requirements not tested, and why"),
  NONE("Inga.", "None."),
  FOOT(
      "Alla personer i rapporten är testpersoner. Texter ur testfall, krav och meddelanden är på engelska eller ordagranna.",
      "All persons in this report are test persons. Messages are quoted verbatim; signs such as ␀ stand for characters that cannot be shown."),

  // Verdicts
  PASS_WORD("Godkänt", "Passed"),
  FAIL_WORD("Underkänt", "Failed"),
  WARN_WORD("Anmärkning", "Warning"),
  SKIPPED_WORD("Ej tillämpligt", "Skipped"),
  INCONCLUSIVE_WORD("Gick inte att avgöra", "Inconclusive"),
  REVIEW_WORD("Ska bedömas", "To review"),

  // Kinds of steps
  NOTE_WORD("Anteckning", "Note"),
  HTTP_WORD("HTTP", "HTTP"),
  MESSAGE_WORD("Meddelande", "Message"),
  DEVIATION_WORD("Avvikelse", "Deviation");

  private final String swedish;
  private final String english;

  ReportText(String swedish, String english) {
    this.swedish = swedish;
    this.english = english;
  }

  String in(Language language, Object... arguments) {
    String text = language == Language.SV ? swedish : english;
    return arguments.length == 0 ? text : String.format(text, arguments);
  }

  static ReportText of(Verdict verdict) {
    return valueOf(verdict.name() + "_WORD");
  }

  static ReportText of(Transcript.Kind kind) {
    return valueOf(kind.name() + "_WORD");
  }
}
