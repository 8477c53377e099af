package se.genrep.http;

import gg.jte.Content;
import java.util.List;
import se.genrep.idp.SignInRequest;

/**
 * What the page shows where a person and an outcome are chosen.
 *
 * @param idp the identity provider's name
 * @param action where the form goes
 * @param state the request, sealed
 * @param signing the service provider is a signature service (DP 7.1)
 * @param requester the name of who asked the signature service, or null (DP-7.1-05)
 * @param message what the service provider says to the person, or null (UM)
 * @param problem what was wrong with the last choice, or null
 * @param signedIn the name of whom the browser's session is of, or null
 * @param expected the name of whom the service provider expects, or null (PSC)
 * @param people the list of persons, ready made
 * @param search what was searched for; empty for nothing
 * @param levels the levels to choose from, those of the request; with one there is no choice
 * @param level the URI of the chosen level; empty for the first that the person can use
 */
public record ChoosePage(
    Frame frame,
    String idp,
    String action,
    String state,
    Service service,
    boolean signing,
    String requester,
    Message message,
    String problem,
    String signedIn,
    String expected,
    People people,
    String search,
    List<Level> levels,
    String level,
    SignInRequest request) {

  /** A level of assurance: its URI, and the part of it that people know it by. */
  public record Level(String uri, String name) {
    static Level of(String uri) {
      return new Level(uri, uri.substring(uri.lastIndexOf('/') + 1));
    }
  }

  /**
   * @param rows the HTML of the persons that are shown
   * @param shown how many those are
   * @param all how many there are without a search
   */
  public record People(Content rows, int shown, int all) {}
}
