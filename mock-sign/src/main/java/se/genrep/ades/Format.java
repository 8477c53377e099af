package se.genrep.ades;

import java.util.Arrays;
import java.util.Optional;

/** The formats of advanced signatures, each with the packaging that suits any document. */
public enum Format {
  /** In a PDF (EN 319 142-1). */
  PADES("pades", "pdf"),
  /** Enveloped in an XML document, or around any other (EN 319 132-1). */
  XADES("xades", "xml"),
  /** CMS around the document (EN 319 122-1). */
  CADES("cades", "p7m"),
  /** JWS around the document, in the flattened JSON serialization (TS 119 182-1). */
  JADES("jades", "json"),
  /** A container of any number of documents with XAdES (EN 319 162-1). */
  ASIC_E("asic-e", "sce"),
  /** A container of one document with CAdES (EN 319 162-1). */
  ASIC_S("asic-s", "scs");

  private final String word;
  private final String extension;

  Format(String word, String extension) {
    this.word = word;
    this.extension = extension;
  }

  /** As the command line writes it. */
  public String word() {
    return word;
  }

  /** How names of signed files of the format end, without a dot. */
  public String extension() {
    return extension;
  }

  /** The format that is written so; empty when there is none. */
  public static Optional<Format> ofWord(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** The usual format for a document: in the document itself where it can carry a signature. */
  public static Format suiting(Document document) {
    return switch (Content.of(document.content())) {
      case PDF -> PADES;
      case XML -> XADES;
      default -> ASIC_E;
    };
  }
}
