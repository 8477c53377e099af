package se.genrep.cli;

import java.io.PrintWriter;
import java.util.List;
import se.genrep.ades.Verdict;
import se.genrep.ades.Verdict.OfSignature;
import se.genrep.ades.Verdict.Point;
import se.genrep.http.Language;
import se.genrep.person.Bilingual;

/** The verdict for a person: the answer first, then what each point stands on. */
final class VerifyText {

  private static final Bilingual YES =
      new Bilingual(
          "%s: ja, underskriften är avancerad enligt eIDAS artikel 26.",
          "%s: yes, the signature is advanced by Article 26 of eIDAS.");
  private static final Bilingual ALL =
      new Bilingual(
          "%s: ja, alla %d underskrifter är avancerade enligt eIDAS artikel 26.",
          "%s: yes, all %d signatures are advanced by Article 26 of eIDAS.");
  private static final Bilingual NO =
      new Bilingual(
          "%s: nej, ingen avancerad underskrift enligt eIDAS artikel 26.",
          "%s: no, not an advanced signature by Article 26 of eIDAS.");
  private static final Bilingual SIGNATURE =
      new Bilingual("Underskrift %d: %s", "Signature %d: %s");
  private static final Bilingual SIGNED_BY = new Bilingual("Undertecknare", "Signer");
  private static final Bilingual ISSUED_BY = new Bilingual("Utfärdare", "Issuer");
  private static final Bilingual TIME = new Bilingual("Uppgiven tid", "Claimed time");
  private static final Bilingual RESULT = new Bilingual("Validering", "Validation");
  private static final Bilingual LISTS =
      new Bilingual("Enligt betrodda listor", "By trusted lists");

  private static final List<Bilingual> POINTS =
      List.of(
          new Bilingual(
              "(a) knuten uteslutande till undertecknaren", "(a) uniquely linked to the signatory"),
          new Bilingual(
              "(b) undertecknaren kan identifieras", "(b) capable of identifying the signatory"),
          new Bilingual(
              "(c) under undertecknarens kontroll", "(c) under the signatory's sole control"),
          new Bilingual(
              "(d) senare ändringar upptäcks, och det finns ingen",
              "(d) later changes are noticed, and there is none"));

  private final Language language;
  private final PrintWriter out;

  private VerifyText(Language language, PrintWriter out) {
    this.language = language;
    this.out = out;
  }

  static void print(Verdict verdict, Language language, PrintWriter out) {
    new VerifyText(language, out).write(verdict);
  }

  private void write(Verdict verdict) {
    int count = verdict.signatures().size();
    if (!verdict.advanced()) {
      out.printf(in(NO) + "%n", verdict.file());
    } else if (count == 1) {
      out.printf(in(YES) + "%n", verdict.file());
    } else {
      out.printf(in(ALL) + "%n", verdict.file(), count);
    }
    verdict.reasons().forEach(each -> out.println("  " + in(each)));
    for (int i = 0; i < count; i++) {
      write(i + 1, verdict.signatures().get(i));
    }
  }

  private void write(int number, OfSignature signature) {
    out.printf("%n" + in(SIGNATURE) + "%n", number, signature.format());
    signature
        .signer()
        .ifPresent(
            signer -> {
              out.println("  " + in(SIGNED_BY) + ": " + signer.subject());
              out.println("  " + in(ISSUED_BY) + ": " + signer.issuer());
            });
    signature.signingTime().ifPresent(time -> out.println("  " + in(TIME) + ": " + time));
    out.println(
        "  "
            + in(RESULT)
            + ": "
            + signature.indication()
            + signature.subIndication().map(sub -> " / " + sub).orElse(""));
    signature.qualification().ifPresent(each -> out.println("  " + in(LISTS) + ": " + each));
    List<Bilingual> ofNoPoint =
        signature.reasons().stream()
            .filter(
                each ->
                    signature.article26().points().stream()
                        .noneMatch(point -> point.missing().contains(each)))
            .toList();
    ofNoPoint.forEach(each -> out.println("  - " + in(each)));
    for (int i = 0; i < POINTS.size(); i++) {
      write(POINTS.get(i), signature.article26().points().get(i));
    }
  }

  private void write(Bilingual title, Point point) {
    out.println("  " + (point.holds() ? "+ " : "- ") + in(title));
    point.missing().forEach(each -> out.println("      - " + in(each)));
    point.evidence().forEach(each -> out.println("      " + in(each)));
  }

  private String in(Bilingual text) {
    return language == Language.SV ? text.sv() : text.en();
  }
}
