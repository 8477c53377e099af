package se.genrep.ades;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import se.genrep.input.BadInput;

/**
 * Makes room for a signature in a PDF, once, by an incremental update (ISO 32000-1, 12.8; PAdES, EN
 * 319 142-1), and puts the CMS there later.
 */
final class PdfPreparation {

  /** A chain of three certificates and a time-stamp take a third of it. */
  private static final int ROOM = 24 << 10;

  /** What stands between the brackets of Contents while there is no signature. */
  private static final byte NOTHING = '0';

  private PdfPreparation() {}

  /**
   * The PDF with a signature dictionary whose Contents is empty.
   *
   * @throws BadInput when the PDF cannot be signed
   */
  static Document prepare(Document document, SigningOptions wanted, Instant time) {
    try (PDDocument pdf = PdfFile.open(document);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SignatureOptions options = new SignatureOptions()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
      Calendar date = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      date.setTime(Date.from(time));
      signature.setSignDate(date);
      options.setPreferredSignatureSize(ROOM);
      if (wanted.visible().isPresent()) {
        options.setVisualSignature(
            new ByteArrayInputStream(VisibleSignature.of(wanted.visible().get(), pdf)));
        options.setPage(0);
      }
      wanted.certification().ifPresent(permission -> certify(pdf, signature, permission));
      pdf.addSignature(signature, options);
      ExternalSigningSupport signing = pdf.saveIncrementalForExternalSigning(out);
      signing.getContent().close();
      signing.setSignature(new byte[0]);
      return new Document(document.name(), out.toByteArray());
    } catch (IOException e) {
      throw PdfFile.damaged(document, e);
    }
  }

  /** Makes it a certification signature (ISO 32000-1, 12.8.2.2 and 12.8.4). */
  private static void certify(PDDocument pdf, PDSignature signature, int permission) {
    COSDictionary parameters = new COSDictionary();
    parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
    parameters.setInt(COSName.P, permission);
    parameters.setName(COSName.V, "1.2");
    COSDictionary reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
    reference.setName("TransformMethod", "DocMDP");
    reference.setItem("TransformParams", parameters);
    COSArray references = new COSArray();
    references.add(reference);
    signature.getCOSObject().setItem("Reference", references);
    COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
    COSDictionary permissions = new COSDictionary();
    permissions.setItem("DocMDP", signature);
    catalog.setItem("Perms", permissions);
    catalog.setNeedToBeUpdated(true);
  }

  /** The digest of what the signature covers. */
  static byte[] digest(byte[] prepared, String algorithm) {
    int[] range = range(prepared);
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(prepared, range[0], range[1]);
      digest.update(prepared, range[2], range[3]);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime knows no " + algorithm, e);
    }
  }

  /** The signed PDF: the CMS in hexadecimal, in the place that was left for it. */
  static byte[] complete(byte[] prepared, byte[] cms) {
    int[] range = range(prepared);
    int from = range[1] + 1;
    byte[] hex = HexFormat.of().formatHex(cms).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    if (hex.length > range[2] - 1 - from) {
      throw new IllegalArgumentException("the signature needs more room than was left for it");
    }
    byte[] signed = prepared.clone();
    Arrays.fill(signed, from, range[2] - 1, NOTHING);
    System.arraycopy(hex, 0, signed, from, hex.length);
    return signed;
  }

  /** The ByteRange of the last signature dictionary. */
  private static int[] range(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getLastSignatureDictionary().getByteRange();
    } catch (IOException e) {
      throw new IllegalStateException("A prepared PDF cannot be read again", e);
    }
  }
}
