package se.genrep.sut;

/** The text of a page, for a finding or a comparison. */
final class Html {

  private static final int EXCERPT = 160;

  private Html() {}

  /** Without tags, scripts and styles; entities of markup resolved, white space collapsed. */
  static String text(String html) {
    return html.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>", " ")
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The beginning of a page's text; the transcript has it whole. */
  static String excerpt(String html) {
    String text = text(html);
    return text.isEmpty()
        ? ""
        : ": " + (text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text);
  }
}
