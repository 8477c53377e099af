package se.genrep.idp.message;

import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * A message as HTML that is safe on a page of ours, whatever it says. Text is escaped. Markdown is
 * turned into HTML with the HTML in it escaped, since the text advises against any (UM 2). That and
 * HTML then pass a sanitiser, which lets formatting through: no script, no style, no form, no
 * image, which would tell its server who reads, and no address but of the web and of mail.
 */
public final class MessageHtml {

  /** Control and format characters but for white space; joiners stay, since scripts need them. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s\\x{200C}\\x{200D}]]");

  private static final Pattern TAGS_AND_SPACE = Pattern.compile("<[^>]*>|[\\s\\p{Z}]");

  private static final Parser MARKDOWN = Parser.builder().build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private static final PolicyFactory ALLOWED =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "br",
              "hr",
              "b",
              "strong",
              "i",
              "em",
              "u",
              "s",
              "small",
              "sub",
              "sup",
              "code",
              "pre",
              "blockquote",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "table",
              "caption",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "th",
              "td",
              "div",
              "span",
              "a")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("https", "http", "mailto")
          .requireRelNofollowOnLinks()
          .requireRelsOnLinks("noopener", "noreferrer")
          .allowAttributes("colspan", "rowspan")
          .matching(Pattern.compile("[0-9]{1,2}"))
          .onElements("td", "th")
          .allowAttributes("lang", "dir")
          .matching(Pattern.compile("[A-Za-z0-9-]{1,35}"))
          .globally()
          // Headings of a message stand below those of the page.
          .allowElements((element, attributes) -> "h3", "h1", "h2")
          .toFactory();

  private MessageHtml() {}

  public static String of(MessageFormat format, String text) {
    String visible = UNSEEN.matcher(text).replaceAll("");
    return switch (format) {
      case TEXT -> escaped(visible);
      case MARKDOWN -> ALLOWED.sanitize(RENDERER.render(MARKDOWN.parse(visible)));
      case HTML -> ALLOWED.sanitize(visible);
    };
  }

  /** Whether nothing of it can be seen. */
  public static boolean isBlank(String html) {
    return TAGS_AND_SPACE.matcher(html).replaceAll("").isEmpty();
  }

  /** Line breaks stay as they are; the page shows them (UM-3.1-10). */
  private static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }
}
