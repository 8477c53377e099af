package se.genrep.ades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.genrep.ades.forgery.DocumentDeviation;
import se.genrep.ades.forgery.DocumentDeviation.Kind;
import se.genrep.ades.forgery.DocumentDeviations;
import se.genrep.ades.forgery.ForgeryDesk;
import se.genrep.input.BadInput;

/** Every deviation of the document maker is refused, for a reason that it gives. */
class ForgeriesTest {

  private static final Workshop SHOP = new Workshop();
  private static final ForgeryDesk DESK = new ForgeryDesk(SHOP.authority, SHOP.person, SHOP.clock);

  /** Believes what the file holds, and asks nobody. */
  private static final Verifier OFFLINE =
      new Verifier(List.of(SHOP.authority.root()), Optional.empty(), Clock.systemUTC());

  @TestFactory
  Stream<DynamicTest> everyForgeryIsRefused() {
    return DocumentDeviations.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.id(), () -> refuses(each)));
  }

  private static void refuses(DocumentDeviation deviation) throws IOException {
    byte[] forged = deviation.apply(DESK);
    if (deviation.kind() == Kind.CONTENT) {
      assertTrue(says(forged, ForgeryDesk.CANARY), "the forged file does not say the canary");
    }
    Document file = new Document("forged." + deviation.format().extension(), forged);
    Verifier verifier = deviation.kind() == Kind.TRUST ? OFFLINE : SHOP.verifier;
    Verdict verdict;
    try {
      verdict = verifier.verify(file);
    } catch (BadInput refused) {
      assertTrue(refused.getMessage().startsWith("forged."), refused.getMessage());
      return;
    }
    assertFalse(verdict.advanced(), "believed: " + verdict);
    assertTrue(isForTheRightReason(deviation.kind(), verdict), verdict.toString());
  }

  /** What was forged is what is missed, and nothing else. */
  private static boolean isForTheRightReason(Kind kind, Verdict verdict) {
    Optional<Verdict.OfSignature> signature = verdict.leading();
    boolean contentMissed =
        !verdict.reasons().isEmpty()
            || signature.stream().anyMatch(each -> !each.article26().d().holds());
    return switch (kind) {
      case CONTENT -> contentMissed;
      case SIGNATURE ->
          !contentMissed
              && signature.orElseThrow().article26().points().stream()
                      .filter(each -> !each.holds())
                      .count()
                  == 1;
      case TRUST -> !contentMissed && signature.orElseThrow().article26().a().holds();
    };
  }

  private static boolean says(byte[] file, String text) throws IOException {
    String all = new String(file, StandardCharsets.ISO_8859_1);
    if (all.contains(text)
        || all.contains(
            Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))) {
      return true;
    }
    return Content.of(file) == Content.PDF && pdfSays(file, text);
  }

  /** In any stream of the file that is in use: drawings of pages, stamps, fields and signatures. */
  private static boolean pdfSays(byte[] file, String text) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      for (var key : pdf.getDocument().getXrefTable().keySet()) {
        if (pdf.getDocument().getObjectFromPool(key).getObject()
            instanceof org.apache.pdfbox.cos.COSStream stream) {
          String drawn =
              new String(stream.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
          if (drawn.contains(text)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The same documents without the deviation, so that a refusal is not one of everything. */
  @TestFactory
  Stream<DynamicTest> whatWasNotForgedIsAdvanced() {
    return Stream.of(Format.values())
        .flatMap(
            format ->
                Stream.of(Level.B, Level.LT)
                    .map(
                        level ->
                            DynamicTest.dynamicTest(
                                format + " " + level,
                                () -> {
                                  byte[] signed =
                                      SHOP.sign(Workshop.documentFor(format), format, level);
                                  Verifier verifier = level == Level.LT ? OFFLINE : SHOP.verifier;
                                  Verdict verdict =
                                      verifier.verify(
                                          new Document("x." + format.extension(), signed));
                                  assertEquals(
                                      List.of(), verdict.leading().orElseThrow().reasons());
                                  assertFalse(says(signed, ForgeryDesk.CANARY));
                                })));
  }

  @Test
  void theDeviationsAreNamed() {
    assertTrue(DocumentDeviations.all().size() >= 40, DocumentDeviations.all().size() + "");
    for (DocumentDeviation each : DocumentDeviations.all()) {
      assertTrue(each.id().matches("[a-z0-9]+(-[a-z0-9]+)+"), each.id());
      assertFalse(each.title().contains("should") || each.title().endsWith("."), each.title());
    }
  }
}
