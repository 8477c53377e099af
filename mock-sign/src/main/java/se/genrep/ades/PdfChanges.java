package se.genrep.ades;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What EU DSS does not compare between the signed revision of a PDF and the whole file: where the
 * signature fields are on the page, and how they look.
 */
final class PdfChanges {

  private final Map<String, Integer> looksNow;
  private final Map<Long, Map<String, Integer>> looksThen = new HashMap<>();
  private final boolean emptyField;

  private PdfChanges(Map<String, Integer> looksNow, boolean emptyField) {
    this.looksNow = looksNow;
    this.emptyField = emptyField;
  }

  static PdfChanges none() {
    return new PdfChanges(Map.of(), false);
  }

  static PdfChanges of(Document document, DiagnosticData data) {
    Map<String, Integer> now = new HashMap<>();
    boolean field = read(document.content(), now);
    PdfChanges changes = new PdfChanges(now, field);
    for (SignatureWrapper signature : data.getSignatures()) {
      long end = end(signature.getPDFRevision());
      if (end > 0 && end < document.content().length && !changes.looksThen.containsKey(end)) {
        Map<String, Integer> then = new HashMap<>();
        read(Arrays.copyOf(document.content(), (int) end), then);
        changes.looksThen.put(end, then);
      }
    }
    return changes;
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

  /** Whether anything follows what a signature covers. */
  boolean isFollowed(PDFRevisionWrapper revision) {
    return looksThen.containsKey(end(revision));
  }

  private static long end(PDFRevisionWrapper revision) {
    List<BigInteger> range = revision == null ? List.of() : revision.getSignatureByteRange();
    return range.size() == 4 ? range.get(2).longValue() + range.get(3).longValue() : 0;
  }

  private static boolean read(byte[] pdf, Map<String, Integer> looks) {
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
          }
        }
      }
      return found;
    } catch (IOException unreadable) {
      return false;
    }
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
    if (value instanceof org.apache.pdfbox.cos.COSDictionary dictionary) {
      return entries(dictionary, depth);
    }
    return value.toString().hashCode();
  }

  private static int entries(org.apache.pdfbox.cos.COSDictionary dictionary, int depth)
      throws IOException {
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
