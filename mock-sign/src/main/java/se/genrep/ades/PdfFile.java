package se.genrep.ades;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import se.genrep.input.BadInput;

/** Looks into a PDF before it is signed. */
final class PdfFile {

  private PdfFile() {}

  /**
   * Refuses what is no PDF, is encrypted, or has no page that can be found.
   *
   * @throws BadInput naming the document, the reason and what to do
   */
  static void requireSignable(Document document) {
    if (Content.of(document.content()) != Content.PDF) {
      throw new BadInput(
          document.name(),
          "this is not a PDF",
          "Give a PDF, or choose another format with --format xades, cades, jades, asic-e or"
              + " asic-s");
    }
    try (PDDocument pdf = open(document)) {
      if (pdf.getNumberOfPages() == 0) {
        throw damaged(document, null);
      }
    } catch (IOException e) {
      throw damaged(document, e);
    }
  }

  /**
   * The PDF, which nobody has protected.
   *
   * @throws BadInput when it is encrypted or damaged
   */
  static PDDocument open(Document document) {
    try {
      PDDocument pdf = Loader.loadPDF(document.content());
      if (pdf.isEncrypted()) {
        pdf.close();
        throw encrypted(document);
      }
      return pdf;
    } catch (InvalidPasswordException e) {
      throw encrypted(document);
    } catch (IOException e) {
      throw damaged(document, e);
    }
  }

  private static BadInput encrypted(Document document) {
    return new BadInput(
        document.name(), "the PDF is encrypted", "Remove the protection before it is signed");
  }

  static BadInput damaged(Document document, IOException e) {
    return new BadInput(
        document.name(),
        "the PDF is damaged: its cross-reference table or its pages cannot be found",
        "Give an undamaged PDF",
        e);
  }
}
