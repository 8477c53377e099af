package se.genrep.ades.forgery;

import static se.genrep.ades.forgery.DocumentDeviation.content;
import static se.genrep.ades.forgery.ForgeryDesk.CANARY;
import static se.genrep.ades.forgery.ForgeryDesk.GENUINE;
import static se.genrep.ades.forgery.PdfBench.pdf;
import static se.genrep.ades.forgery.PdfBench.redraw;
import static se.genrep.ades.forgery.PdfBench.updated;

import java.io.IOException;
import se.genrep.ades.Appearance;
import se.genrep.ades.Document;
import se.genrep.ades.Format;
import se.genrep.ades.Level;
import se.genrep.ades.SigningOptions;

/**
 * The attacks on certified PDF documents of 2021 (Rohlmann and others): evil annotation and sneaky
 * signature. A certification says how much others may change (ISO 32000-1, 12.8.2.2): nothing, fill
 * in forms and sign, or annotate too.
 */
final class CertificationForgeries {

  static final DocumentDeviation CHANGE_WHERE_NONE_IS_ALLOWED =
      content(
          "pdf-certified-p1-changed",
          "changes the page of a document that is certified against all changes",
          Format.PADES,
          desk -> updated(certified(desk, 1), pdf -> redraw(pdf, CANARY)));

  static final DocumentDeviation EVIL_ANNOTATION_P1 = annotation(1);
  static final DocumentDeviation EVIL_ANNOTATION_P2 = annotation(2);
  static final DocumentDeviation EVIL_ANNOTATION_P3 = annotation(3);
  static final DocumentDeviation SNEAKY_SIGNATURE_P1 = sneaky(1);
  static final DocumentDeviation SNEAKY_SIGNATURE_P2 = sneaky(2);
  static final DocumentDeviation SNEAKY_SIGNATURE_P3 = sneaky(3);

  private CertificationForgeries() {}

  private static DocumentDeviation annotation(int permission) {
    return content(
        "pdf-evil-annotation-p" + permission,
        "lays an annotation over the text of a document certified at level " + permission,
        Format.PADES,
        desk ->
            updated(
                certified(desk, permission),
                pdf -> {
                  PdfLaterChanges.cover(pdf, CANARY);
                  pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
                }));
  }

  /** The second signature is as good as the first, and its look lies over the text. */
  private static DocumentDeviation sneaky(int permission) {
    return content(
        "pdf-sneaky-signature-p" + permission,
        "adds a signature whose look hides the text of a document certified at level " + permission,
        Format.PADES,
        desk -> {
          byte[] certified = certified(desk, permission);
          SigningOptions sneaky =
              new SigningOptions(Format.PADES, Level.B)
                  .showing(new Appearance(CANARY, PdfBench.LEFT, PdfBench.BASE - 5));
          return desk.sign(new Document("order.pdf", certified), sneaky);
        });
  }

  private static byte[] certified(ForgeryDesk desk, int permission) throws IOException {
    return desk.sign(
        pdf(GENUINE), new SigningOptions(Format.PADES, Level.B).certifying(permission));
  }
}
