package se.genrep.ades.forgery;

import static se.genrep.ades.forgery.DocumentDeviation.content;
import static se.genrep.ades.forgery.DocumentDeviation.signature;
import static se.genrep.ades.forgery.ForgeryDesk.CANARY;
import static se.genrep.ades.forgery.ForgeryDesk.GENUINE;
import static se.genrep.ades.forgery.PdfBench.pdf;
import static se.genrep.ades.forgery.PdfBench.updated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import se.genrep.ades.Appearance;
import se.genrep.ades.Document;
import se.genrep.ades.Format;
import se.genrep.ades.Level;
import se.genrep.ades.PreparedDocument;
import se.genrep.ades.Requester;
import se.genrep.ades.SigningOptions;

/**
 * What is done to a signed PDF by updates that viewers take for harmless: shadow attacks (Mainka
 * and others, 2021), changes to annotations, fields and the look of the signature itself.
 */
final class PdfLaterChanges {

  private static final PDRectangle OVER_TEXT =
      new PDRectangle(PdfBench.LEFT - 5, PdfBench.BASE - 5, 300, 25);

  static final DocumentDeviation SHADOW_HIDE =
      content(
          "pdf-shadow-hide",
          "has a text signed under an opaque picture and takes the picture away",
          Format.PADES,
          desk ->
              updated(
                  desk.sign(pdf(CANARY, pdf -> cover(pdf, GENUINE)), Format.PADES),
                  pdf -> {
                    pdf.getPage(0).getCOSObject().removeItem(COSName.ANNOTS);
                    pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation SHADOW_REPLACE =
      content(
          "pdf-shadow-replace",
          "changes what a form field shows after the document was signed",
          Format.PADES,
          desk ->
              updated(
                  desk.sign(pdf("Belopp:", pdf -> field(pdf, GENUINE)), Format.PADES),
                  pdf -> {
                    PDTextField field = textField(pdf);
                    PDAnnotationWidget widget = field.getWidgets().get(0);
                    PDAppearanceDictionary look = new PDAppearanceDictionary();
                    look.setNormalAppearance(look(pdf, CANARY, widget.getRectangle()));
                    widget.setAppearance(look);
                    widget.getCOSObject().setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation SHADOW_HIDE_AND_REPLACE =
      content(
          "pdf-shadow-hide-and-replace",
          "has a second page signed that nothing refers to, and shows it instead",
          Format.PADES,
          desk ->
              updated(
                  desk.sign(pdf(GENUINE, PdfLaterChanges::hidePage), Format.PADES),
                  pdf -> {
                    COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
                    COSDictionary hidden = catalog.getCOSDictionary(COSName.getPDFName("Spare"));
                    COSDictionary pages = pdf.getPages().getCOSObject();
                    COSArray kids = new COSArray();
                    kids.add(hidden);
                    pages.setItem(COSName.KIDS, kids);
                    pages.setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation ANNOTATION =
      content(
          "pdf-annotation-after-signing",
          "lays an annotation over the text after the document was signed",
          Format.PADES,
          desk ->
              updated(
                  PdfForgeries.genuine(desk),
                  pdf -> {
                    cover(pdf, CANARY);
                    pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation FORM_FILL =
      content(
          "pdf-form-fill-after-signing",
          "fills in a form field after the document was signed",
          Format.PADES,
          desk ->
              updated(
                  desk.sign(pdf("Belopp:", pdf -> field(pdf, GENUINE)), Format.PADES),
                  pdf -> {
                    PDTextField field = textField(pdf);
                    field.setValue(CANARY);
                    field.getCOSObject().setNeedToBeUpdated(true);
                    field.getWidgets().get(0).getCOSObject().setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation CHANGED_RECTANGLE =
      content(
          "pdf-signature-moved",
          "moves the visible signature over the text, to be read in its place",
          Format.PADES,
          desk ->
              updated(
                  visible(desk),
                  pdf -> {
                    PDAnnotationWidget widget = signatureWidget(pdf);
                    widget.setRectangle(OVER_TEXT);
                    widget.getCOSObject().setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation CHANGED_APPEARANCE =
      content(
          "pdf-signature-look-changed",
          "has the visible signature show another text",
          Format.PADES,
          desk ->
              updated(
                  visible(desk),
                  pdf -> {
                    PDAnnotationWidget widget = signatureWidget(pdf);
                    PDAppearanceDictionary look = new PDAppearanceDictionary();
                    look.setNormalAppearance(look(pdf, CANARY + " nu", widget.getRectangle()));
                    widget.setAppearance(look);
                    widget.getCOSObject().setNeedToBeUpdated(true);
                  }));

  static final DocumentDeviation UNBOUND_CERTIFICATE =
      signature(
          "pdf-without-signing-certificate",
          "leaves the signing-certificate-v2 attribute out",
          Format.PADES,
          desk -> {
            String ecdsa = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
            Document document = pdf(GENUINE);
            PreparedDocument prepared =
                Requester.prepare(
                    document, Format.PADES, ecdsa, Optional.empty(), desk.clock().instant());
            ForgeryDesk.Certified certified = desk.certified();
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(certified.keys().getPrivate());
            signature.update(prepared.toBeSigned());
            return Requester.complete(
                prepared,
                ecdsa,
                new PreparedDocument.Signed(
                    prepared.toBeSigned(), Optional.empty(), signature.sign(), certified.chain()));
          });

  private PdfLaterChanges() {}

  private static byte[] visible(ForgeryDesk desk) throws IOException {
    return desk.sign(
        pdf(GENUINE), new SigningOptions(Format.PADES, Level.B).showing(Appearance.of(CANARY)));
  }

  static PDAnnotationWidget signatureWidget(PDDocument pdf) throws IOException {
    return pdf.getSignatureFields().get(0).getWidgets().get(0);
  }

  /** Lays an opaque stamp with a text over the text of the page. */
  static void cover(PDDocument pdf, String text) throws IOException {
    PDPage page = pdf.getPage(0);
    PDAnnotation stamp = new PDAnnotationRubberStamp();
    stamp.setRectangle(OVER_TEXT);
    stamp.setPrinted(true);
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(look(pdf, text, OVER_TEXT));
    stamp.setAppearance(appearance);
    List<PDAnnotation> all = page.getAnnotations();
    all.add(stamp);
    page.setAnnotations(all);
  }

  private static PDAppearanceStream look(PDDocument pdf, String text, PDRectangle box)
      throws IOException {
    PDAppearanceStream look = new PDAppearanceStream(pdf);
    look.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
    PDResources resources = new PDResources();
    look.setResources(resources);
    String font = resources.add(new PDType1Font(Standard14Fonts.FontName.HELVETICA)).getName();
    try (var out = look.getCOSObject().createOutputStream()) {
      out.write(
          ("1 g 0 0 "
                  + box.getWidth()
                  + " "
                  + box.getHeight()
                  + " re f 0 g BT /"
                  + font
                  + " 12 Tf 5 8 Td ("
                  + text
                  + ") Tj ET")
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    return look;
  }

  private static void field(PDDocument pdf, String value) throws IOException {
    PDAcroForm form = new PDAcroForm(pdf);
    pdf.getDocumentCatalog().setAcroForm(form);
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
    form.setDefaultResources(resources);
    form.setDefaultAppearance("/Helv 12 Tf 0 g");
    PDTextField field = new PDTextField(form);
    field.setPartialName("belopp");
    PDAnnotationWidget widget = field.getWidgets().get(0);
    widget.setRectangle(new PDRectangle(PdfBench.LEFT, 600, 300, 20));
    widget.setPage(pdf.getPage(0));
    widget.setPrinted(true);
    pdf.getPage(0).getAnnotations().add(widget);
    pdf.getPage(0).setAnnotations(List.of(widget));
    form.getFields().add(field);
    field.setValue(value);
  }

  private static PDTextField textField(PDDocument pdf) {
    return (PDTextField) pdf.getDocumentCatalog().getAcroForm(null).getField("belopp");
  }

  private static void hidePage(PDDocument pdf) throws IOException {
    PDPage spare = new PDPage(pdf.getPage(0).getMediaBox());
    PDPage first = pdf.getPage(0);
    spare.setResources(first.getResources());
    var stream = pdf.getDocument().createCOSStream();
    try (var out = stream.createOutputStream()) {
      String font = first.getResources().getFontNames().iterator().next().getName();
      out.write(
          ("BT /" + font + " 12 Tf 50 700 Td (" + CANARY + ") Tj ET")
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    spare.getCOSObject().setItem(COSName.CONTENTS, stream);
    spare.getCOSObject().setItem(COSName.PARENT, pdf.getPages());
    pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Spare"), spare);
  }
}
