package se.genrep.idp.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DP-7.1.1-09, DP-7.1.1-10: a message looks as it should and does nothing. */
class MessageHtmlTest {

  private static String html(String text) {
    return MessageHtml.of(MessageFormat.HTML, text);
  }

  private static String markdown(String text) {
    return MessageHtml.of(MessageFormat.MARKDOWN, text);
  }

  @Test
  void textIsShownAsItIsWritten() {
    assertEquals(
        "1 &lt; 2 &amp; &quot;x&quot; &#39;y&#39;\n*a* åäö",
        MessageHtml.of(MessageFormat.TEXT, "1 < 2 & \"x\" 'y'\n*a* åäö"));
  }

  @Test
  void charactersThatCannotBeSeenAreLeftOut() {
    assertEquals("ab", MessageHtml.of(MessageFormat.TEXT, "a\u202e\u0000\u200bb"));
  }

  @Test
  void markdownIsFormatted() {
    assertEquals("<p>a <em>b</em> <strong>c</strong></p>\n", markdown("a *b* **c**"));
    assertEquals("<ul><li>a</li><li>b</li></ul>\n", markdown("- a\n- b").replaceAll("\n(?=<)", ""));
    assertTrue(markdown("a  \nb").contains("<br"), markdown("a  \nb"));
  }

  @Test
  void headingsStandBelowThoseOfThePage() {
    assertEquals("<h3>a</h3>\n", markdown("# a"));
    assertEquals("<h3>b</h3>", html("<h2>b</h2>"));
  }

  @Test
  void linksOfTheWebStay() {
    String link = markdown("[a](https://example.com/?b=c&d=e)");
    assertTrue(link.contains("href=\"https://example.com/?b&#61;c&amp;d&#61;e\""), link);
    assertTrue(link.contains("nofollow") && link.contains("noopener"), link);
  }

  @Test
  void tablesAndListsOfHtmlStay() {
    String table = "<table><tbody><tr><th>a</th><td colspan=\"2\">b</td></tr></tbody></table>";
    assertEquals(table, html(table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>x",
        "<img src=x onerror=alert(1)>x",
        "<svg/onload=alert(1)>x",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" &#106;avascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<iframe src=\"https://x.example\"></iframe>x",
        "<form action=\"https://x.example\"><input name=a><button>x</button></form>x",
        "<p style=\"position:fixed\" onclick=\"alert(1)\" id=\"answer\" class=\"band\">x</p>",
        "<style>body{display:none}</style>x",
        "<meta http-equiv=refresh content=\"0;url=https://x.example\">x",
        "<base href=\"https://x.example\">x",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x</noscript>",
        "</section></main></body>x",
        "<!--><script>alert(1)</script-->x",
        "[x](javascript:alert(1))",
        "![x](https://x.example/pixel.png)",
        "<div\nonmouseover=alert(1)>x"
      })
  void nothingIsRunFetchedOrBrokenOutOf(String hostile) {
    for (MessageFormat format : MessageFormat.values()) {
      String shown = MessageHtml.of(format, hostile);
      String tags = String.join(" ", shown.split("(?<=>)[^<]*|^[^<]*")).toLowerCase(Locale.ROOT);
      for (String never :
          new String[] {
            "<script",
            "<img",
            "<svg",
            "<iframe",
            "<form",
            "<input",
            "<button",
            "<style",
            "<meta",
            "<base",
            "<math",
            "<noscript",
            "<!--",
            "</section",
            "</main",
            "</body",
            "javascript:",
            "data:",
            " on",
            "style=",
            "id=",
            "class="
          }) {
        assertFalse(tags.contains(never), format + ": " + shown);
      }
    }
  }

  @Test
  void blankIsWhatShowsNothing() {
    assertTrue(MessageHtml.isBlank(html("<p> <br> &nbsp;</p>")));
    assertTrue(MessageHtml.isBlank(html("<script>alert(1)</script>")));
    assertFalse(MessageHtml.isBlank(html("<p>x</p>")));
    assertFalse(MessageHtml.isBlank(MessageHtml.of(MessageFormat.TEXT, "<")));
  }
}
