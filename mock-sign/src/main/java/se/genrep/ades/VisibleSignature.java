package se.genrep.ades;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What of a signature is seen on a page: lines of text in a frame, without a background, so that
 * nothing under it is hidden. The font is one that every reader has, since to embed one would cost
 * more than the signature.
 */
final class VisibleSignature {

  private static final float WIDEST = 250;
  private static final float SIZE = 9;
  private static final float LEADING = 12;
  private static final float PADDING = 5;

  private VisibleSignature() {}

  /** A document of one page from which PDFBox takes the field's look and place. */
  static byte[] of(Appearance appearance, PDDocument target) throws IOException {
    PDRectangle page = target.getPage(0).getCropBox();
    List<String> lines = appearance.text().lines().map(VisibleSignature::encodable).toList();
    float height = lines.size() * LEADING + 2 * PADDING;
    float width = Math.min(WIDEST, page.getWidth() - 2 * appearance.left());
    try (PDDocument template = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      template.addPage(new PDPage(page));
      PDAcroForm form = new PDAcroForm(template);
      template.getDocumentCatalog().setAcroForm(form);
      PDSignatureField field = new PDSignatureField(form);
      PDAnnotationWidget widget = field.getWidgets().get(0);
      form.getFields().add(field);
      form.setSignaturesExist(true);
      form.setAppendOnly(true);
      form.getCOSObject().setDirect(true);
      widget.setRectangle(
          new PDRectangle(
              page.getLowerLeftX() + appearance.left(),
              page.getLowerLeftY() + appearance.bottom(),
              width,
              height));
      PDAppearanceDictionary look = new PDAppearanceDictionary();
      look.getCOSObject().setDirect(true);
      look.setNormalAppearance(look(lines, width, height, template));
      widget.setAppearance(look);
      template.save(out);
      return out.toByteArray();
    }
  }

  private static PDAppearanceStream look(
      List<String> lines, float width, float height, PDDocument template) throws IOException {
    PDFormXObject frame = new PDFormXObject(new PDStream(template));
    PDResources resources = new PDResources();
    frame.setResources(resources);
    frame.setBBox(new PDRectangle(width, height));
    PDAppearanceStream stream = new PDAppearanceStream(frame.getCOSObject());
    PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    COSName fontName = resources.add(font);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    write(content, "0.5 w 0.25 0.25 %s %s re S%n", width - 0.5f, height - 0.5f);
    write(
        content,
        "BT /%s %s Tf %s TL %s %s Td%n",
        fontName.getName(),
        SIZE,
        LEADING,
        PADDING,
        height - PADDING - SIZE);
    for (String line : lines) {
      content.write('(');
      for (byte each : font.encode(line)) {
        if (each == '(' || each == ')' || each == '\\') {
          content.write('\\');
        }
        content.write(each);
      }
      write(content, ") Tj T*%n");
    }
    write(content, "ET%n");
    try (var out = stream.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
      content.writeTo(out);
    }
    return stream;
  }

  private static void write(ByteArrayOutputStream out, String format, Object... arguments) {
    out.writeBytes(
        String.format(java.util.Locale.ROOT, format, arguments)
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  /** Letters that the font has not lose their marks, or become a question mark. */
  private static String encodable(String line) {
    PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    StringBuilder text = new StringBuilder();
    line.codePoints()
        .forEach(
            each -> {
              String letter = Character.toString(each);
              String bare = Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, 1);
              text.append(has(font, letter) ? letter : has(font, bare) ? bare : "?");
            });
    return text.toString();
  }

  private static boolean has(PDType1Font font, String letter) {
    try {
      return font.encode(letter).length > 0;
    } catch (IOException | IllegalArgumentException missing) {
      return false;
    }
  }
}
