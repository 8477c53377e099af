package se.genrep.ades;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/**
 * What EU DSS does not compare between the signed revision of a PDF and the whole file: where the
 * signature fields are on the page, how they look, and what they hide.
 */
final class PdfChanges {

  private static final Pattern END = Pattern.compile("startxref\\s+\\d+\\s+%%EOF");

  private final Document document;
  private final Map<String, Integer> looksNow = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<Long, Map<String, Integer>> looksThen = new HashMap<>();
  private boolean emptyField;

  /** Where a field is seen: the page from 0, and a rectangle from the page's upper left corner. */
  private record Place(int page, Rectangle2D area) {}

  private PdfChanges(Document document) {
    this.document = document;
  }

  /** Of a file that is no PDF. */
  static PdfChanges none() {
    return new PdfChanges(new Document("", new byte[0]));
  }

  static PdfChanges of(Document document, DiagnosticData data) {
    PdfChanges changes = new PdfChanges(document);
    changes.emptyField = read(document.content(), changes.looksNow, changes.places);
    for (SignatureWrapper signature : data.getSignatures()) {
      long end = end(signature.getPDFRevision());
      if (end > 0 && end < document.content().length && !changes.looksThen.containsKey(end)) {
        Map<String, Integer> then = new HashMap<>();
        read(Arrays.copyOf(document.content(), (int) end), then, new HashMap<>());
        changes.looksThen.put(end, then);
      }
    }
    return changes;
  }

  /**
   * Whether something follows the last end-of-file marker that belongs to a cross-reference table.
   * Programs that mend files find objects there.
   */
  boolean isContinuedBehindItsEnd() {
    String text = new String(document.content(), StandardCharsets.ISO_8859_1);
    Matcher end = END.matcher(text);
    int last = text.length();
    while (end.find()) {
      last = end.end();
    }
    return !text.substring(last).isBlank();
  }

  /** Whether there is a field for a signature. */
  boolean emptyField() {
    return emptyField;
  }

  boolean isSignatureField(String name) {
    return looksNow.containsKey(name);
  }

  /** The fields that looked otherwise, or elsewhere, when a signature was made. */
  List<String> changedFields(PDFRevisionWrapper revision) {
    Map<String, Integer> then = looksThen.getOrDefault(end(revision), Map.of());
    return then.entrySet().stream()
        .filter(each -> !each.getValue().equals(looksNow.get(each.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The fields of later signatures that lie over text which was there when this was made. */
  List<String> hidingFields(PDFRevisionWrapper revision) {
    long end = end(revision);
    if (!looksThen.containsKey(end)) {
      return List.of();
    }
    Map<String, Place> later = new TreeMap<>(places);
    later.keySet().removeAll(looksThen.get(end).keySet());
    if (later.isEmpty()) {
      return List.of();
    }
    try (PDDocument pdf = Loader.loadPDF(Arrays.copyOf(document.content(), (int) end))) {
      List<String> hiding = new ArrayList<>();
      for (Map.Entry<String, Place> each : later.entrySet()) {
        if (hasText(pdf, each.getValue())) {
          hiding.add(each.getKey());
        }
      }
      return hiding;
    } catch (IOException e) {
      throw new IllegalStateException("A PDF that was read before cannot be read again", e);
    }
  }

  private static boolean hasText(PDDocument pdf, Place place) throws IOException {
    if (place.page() < 0 || place.page() >= pdf.getNumberOfPages()) {
      return false;
    }
    PDFTextStripperByArea stripper = new PDFTextStripperByArea();
    stripper.addRegion("field", place.area());
    stripper.extractRegions(pdf.getPage(place.page()));
    return !stripper.getTextForRegion("field").isBlank();
  }

  /** Whether anything follows what a signature covers. */
  boolean isFollowed(PDFRevisionWrapper revision) {
    return looksThen.containsKey(end(revision));
  }

  private static long end(PDFRevisionWrapper revision) {
    List<BigInteger> range = revision == null ? List.of() : revision.getSignatureByteRange();
    return range.size() == 4 ? range.get(2).longValue() + range.get(3).longValue() : 0;
  }

  private static boolean read(byte[] pdf, Map<String, Integer> looks, Map<String, Place> places) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
      if (form == null) {
        return false;
      }
      boolean found = false;
      for (PDField field : form.getFieldTree()) {
        if (field instanceof PDSignatureField signature) {
          found = true;
          for (PDAnnotationWidget widget : signature.getWidgets()) {
            looks.put(field.getFullyQualifiedName(), look(widget));
            place(document, widget)
                .ifPresent(place -> places.put(field.getFullyQualifiedName(), place));
          }
        }
      }
      return found;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Empty for what is not seen. */
  private static Optional<Place> place(PDDocument pdf, PDAnnotationWidget widget) {
    PDRectangle box = widget.getRectangle();
    PDPage page = widget.getPage();
    if (box == null || page == null || box.getWidth() <= 0 || box.getHeight() <= 0) {
      return Optional.empty();
    }
    PDRectangle crop = page.getCropBox();
    return Optional.of(
        new Place(
            pdf.getPages().indexOf(page),
            new Rectangle2D.Float(
                box.getLowerLeftX() - crop.getLowerLeftX(),
                crop.getUpperRightY() - box.getUpperRightY(),
                box.getWidth(),
                box.getHeight())));
  }

  /** Position and normal appearance; a checksum is enough to tell that they differ. */
  private static int look(PDAnnotationWidget widget) throws IOException {
    COSBase rectangle = widget.getCOSObject().getDictionaryObject(COSName.RECT);
    int look = String.valueOf(rectangle).hashCode();
    look = 31 * look + widget.getAnnotationFlags();
    return 31 * look + look(widget.getCOSObject().getDictionaryObject(COSName.AP), 0);
  }

  private static int look(COSBase item, int depth) throws IOException {
    COSBase value = item instanceof COSObject reference ? reference.getObject() : item;
    if (depth > 8 || value == null) {
      return 0;
    }
    if (value instanceof COSStream stream) {
      return 31 * Arrays.hashCode(stream.createInputStream().readAllBytes())
          + entries(stream, depth);
    }
    if (value instanceof COSDictionary dictionary) {
      return entries(dictionary, depth);
    }
    return value.toString().hashCode();
  }

  private static int entries(COSDictionary dictionary, int depth) throws IOException {
    int sum = 0;
    for (COSName name : dictionary.keySet()) {
      sum += name.hashCode() * 31 ^ look(dictionary.getItem(name), depth + 1);
    }
    return sum;
  }

  /** The level that a certification signature allows; empty for others. */
  static Optional<Integer> permission(PDFRevisionWrapper revision) {
    return Optional.ofNullable(revision.getDocMDPPermissions()).map(each -> each.getCode());
  }
}
