package se.genrep.http;

import java.util.List;
import se.genrep.idp.Authority;

/**
 * Where the person chooses who authenticates for a proxy: another identity provider, or for eIDAS a
 * country (DP 5.3.2).
 *
 * @param idp the proxy's name
 * @param action where the form goes
 * @param state the request, sealed
 * @param countries whether countries are chosen among
 */
public record AuthorityPage(
    Frame frame,
    String idp,
    String action,
    String state,
    Service service,
    boolean countries,
    List<Choice> choices) {

  /**
   * @param id the value of the form field {@code authority}
   */
  public record Choice(String id, String name) {
    static List<Choice> of(List<Authority> authorities, Language language) {
      return authorities.stream()
          .map(each -> new Choice(each.id(), each.displayName().get(language.tag())))
          .toList();
    }
  }

  /** Which of the two questions it asks. */
  public Text title() {
    return countries ? Text.COUNTRY_TITLE : Text.AUTHORITY_TITLE;
  }
}
