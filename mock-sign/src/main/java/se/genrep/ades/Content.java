package se.genrep.ades;

import java.nio.charset.StandardCharsets;

/** What bytes are, by how they begin. */
enum Content {
  PDF,
  XML,
  ZIP,
  /** ASN.1, as CMS begins. */
  DER,
  /** A JWS in one of its serializations. */
  JWS,
  OTHER;

  /** A PDF may have some bytes before its header (ISO 32000-1, annex H.3). */
  private static final int PDF_HEADER_WITHIN = 1024;

  static Content of(byte[] bytes) {
    String start =
        new String(
            bytes, 0, Math.min(bytes.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
    String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
    text = text.stripLeading();
    if (start.contains("%PDF-")) {
      return PDF;
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return ZIP;
    }
    if (text.startsWith("<")) {
      return XML;
    }
    if (start.startsWith("\u0030")
        && bytes.length > 1
        && ((bytes[1] & 0x80) != 0 || bytes[1] == bytes.length - 2)) {
      return DER;
    }
    if (start.startsWith("-----BEGIN ")) {
      return DER;
    }
    if (text.startsWith("{") || text.matches("(?s)[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\..*")) {
      return JWS;
    }
    return OTHER;
  }
}
