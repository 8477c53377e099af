package se.genrep.sut;

import java.net.URI;
import se.genrep.sut.PageRule.Kind;

/**
 * A page that an identity provider showed.
 *
 * @param kind what it is for, by the rules of SUT.yaml; {@link Kind#OTHER} when no rule fits
 * @param known whether a rule fits
 */
public record SeenPage(URI uri, int status, Kind kind, boolean known, String html) {

  /** What a person reads: without tags, scripts and styles, white space collapsed. */
  public String text() {
    return Html.text(html);
  }

  /** As {@link #text}, of the main part where the page has one. */
  public String main() {
    int from = html.indexOf("<main");
    int to = html.indexOf("</main>");
    return from >= 0 && to > from ? Html.text(html.substring(from, to)) : text();
  }
}
