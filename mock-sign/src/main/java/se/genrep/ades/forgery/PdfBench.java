package se.genrep.ades.forgery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import se.genrep.ades.Document;

/** Makes PDF documents and changes them after they were signed. */
final class PdfBench {

  static final float LEFT = 50;
  static final float BASE = 700;

  private PdfBench() {}

  /** A change of an open PDF. */
  @FunctionalInterface
  interface Change {
    void apply(PDDocument pdf) throws IOException;
  }

  /** A PDF of one page that says this. */
  static Document pdf(String text) throws IOException {
    return pdf(text, pdf -> {});
  }

  static Document pdf(String text, Change more) throws IOException {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(LEFT, BASE);
        content.showText(text);
        content.endText();
      }
      more.apply(pdf);
      // Every object by itself, so that a forger finds it.
      pdf.save(out, CompressParameters.NO_COMPRESSION);
      return new Document("order.pdf", out.toByteArray());
    }
  }

  /** Adds an incremental update behind the signed bytes. */
  static byte[] updated(byte[] signed, Change change) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(signed);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      change.apply(pdf);
      pdf.saveIncremental(out);
      return out.toByteArray();
    }
  }

  /** The page's drawing says something else. */
  static void redraw(PDDocument pdf, String text) throws IOException {
    PDPage page = pdf.getPage(0);
    COSStream stream = pdf.getDocument().createCOSStream();
    try (var out = stream.createOutputStream()) {
      String font = page.getResources().getFontNames().iterator().next().getName();
      out.write(
          ("BT /" + font + " 12 Tf " + LEFT + " " + BASE + " Td (" + text + ") Tj ET")
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    page.getCOSObject().setItem(COSName.CONTENTS, stream);
    page.getCOSObject().setNeedToBeUpdated(true);
  }

  static byte[] replaced(byte[] bytes, String from, String to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains(from)) {
      throw new IllegalStateException("there is no '" + from + "' in the file");
    }
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] replacedFirst(byte[] bytes, String pattern, String to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String changed = text.replaceFirst(pattern, to);
    if (changed.equals(text)) {
      throw new IllegalStateException("there is no '" + pattern + "' in the file");
    }
    return changed.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
