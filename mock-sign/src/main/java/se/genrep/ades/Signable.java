package se.genrep.ades;

import se.genrep.input.BadInput;

/** Whether a document can be signed in a format, said before anything is written. */
final class Signable {

  private Signable() {}

  /**
   * Refuses what the format cannot take.
   *
   * @throws BadInput naming the document, the reason and what to do
   */
  static void require(Document document, Format format) {
    if (document.content().length == 0) {
      throw new BadInput(document.name(), "the file is empty", "Give a document with content");
    }
    Content content = Content.of(document.content());
    if (format == Format.PADES) {
      PdfFile.requireSignable(document);
    }
    if (content == Content.XML) {
      XmlFile.requireSafe(document);
    }
  }

  static BadInput refused(Document document, RuntimeException e) {
    return new BadInput(
        document.name(),
        "it cannot be signed (" + firstLine(e) + ")",
        "Give an undamaged document, or choose another format",
        e);
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
