package se.genrep.report;

import se.genrep.http.Language;
import se.genrep.model.Transcript;
import se.genrep.model.Verdict;

/** Every text of the HTML report, in both languages side by side. {@code %s} takes an argument. */
public enum ReportText {
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
      "%1$s uppfyller inte kraven: tvingande krav bryts i %2$s av %3$s testfall.",
      "%1$s does not meet the requirements: it breaks a mandatory one in %2$s of %3$s cases."),
  UNDECIDED(
      "Det går inte att säga om %1$s uppfyller kraven: %2$s av %3$s testfall gick inte att avgöra.",
      "Whether %1$s meets the requirements cannot be told:"
          + " %2$s of %3$s cases could not be judged."),
  TO_REVIEW(
      "Det återstår att bedöma om %1$s uppfyller kraven:"
          + " en människa måste bedöma %2$s av %3$s testfall.",
      "Whether %1$s meets the requirements is still to be judged:"
          + " a person must judge %2$s of %3$s cases."),
  ADVISED(
      "%1$s uppfyller alla prövade tvingande krav,"
          + " men avviker från en rekommendation i %2$s av %3$s testfall.",
      "%1$s meets every mandatory requirement tested,"
          + " but departs from a recommendation in %2$s of %3$s cases."),
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
      "Känt och väntat enligt referenslistan: %1$s av dessa.",
      "Known, and expected by the baseline: %1$s of these."),
  SCOPE(
      "Prövade krav: %1$s. Krav som gäller rollen men inte prövades: %2$s; skälen står sist.",
      "Requirements tested: %1$s. Requirements that bind the role but were not tested: %2$s;"
          + " the reasons stand at the end."),

  // The run
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
  REMARKS("Att tänka på", "Remarks"),
  MASKED_ONCE(
      "Ett identitetsnummer som inte är ett känt testnummer är maskerat i %1$s."
          + " Använd bara testnummer.",
      "An identity number that is no known test number is masked in %1$s."
          + " Use test numbers only."),
  MASKED(
      "Identitetsnummer som inte är kända testnummer är maskerade på %2$s ställen i %1$s."
          + " Använd bara testnummer.",
      "Identity numbers that are no known test numbers are masked in %2$s places in %1$s."
          + " Use test numbers only."),
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
  CUT("%s tecken till", "%s more characters"),
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
      "Meddelanden återges ordagrant; tecken som inte kan visas skrivs som ⟨U+0000⟩."
          + " Titlar, krav och skäl är på engelska.",
      "Messages are quoted verbatim; characters that cannot be shown are written as ⟨U+0000⟩."),

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
