package se.genrep.saml;

/**
 * Bounds the nesting of a document before a parser builds a tree of it: later steps
 * (canonicalisation, unmarshalling) recurse, and a stack overflow is no clear answer.
 */
final class DepthGuard {

  private DepthGuard() {}

  /**
   * Counts start and end tags in one pass. It works on bytes of any ASCII-compatible encoding; in a
   * document of another encoding it counts nothing, and the parser's own limits hold.
   */
  static void check(byte[] xml) {
    int depth = 0;
    for (int i = 0; i + 1 < xml.length; i++) {
      if (xml[i] != '<') {
        continue;
      }
      byte next = xml[i + 1];
      if (next == '/') {
        depth--;
      } else if (next == '!' || next == '?') {
        i = skip(xml, i, next);
      } else {
        int end = endOfTag(xml, i + 1);
        if (xml[end - 1] != '/' && ++depth > Xml.MOST_DEPTH) {
          throw new MalformedMessage(
              "elements are nested deeper than " + Xml.MOST_DEPTH + " levels", null);
        }
        i = end;
      }
    }
  }

  private static int skip(byte[] xml, int start, byte kind) {
    if (kind == '!' && startsWith(xml, start, "<!--")) {
      return after(xml, start + 4, "-->");
    }
    if (kind == '!' && startsWith(xml, start, "<![CDATA[")) {
      return after(xml, start + 9, "]]>");
    }
    return kind == '?' ? after(xml, start + 2, "?>") : start + 1;
  }

  private static int endOfTag(byte[] xml, int from) {
    byte quote = 0;
    for (int i = from; i < xml.length; i++) {
      byte b = xml[i];
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '>') {
        return i;
      }
    }
    return xml.length - 1;
  }

  private static boolean startsWith(byte[] xml, int at, String text) {
    if (at + text.length() > xml.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (xml[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int after(byte[] xml, int from, String end) {
    for (int i = from; i < xml.length; i++) {
      if (startsWith(xml, i, end)) {
        return i + end.length() - 1;
      }
    }
    return xml.length - 1;
  }
}
