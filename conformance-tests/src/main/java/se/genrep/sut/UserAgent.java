package se.genrep.sut;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import se.genrep.model.Outcome;

/**
 * A browser with cookies of its own. Every step is reported to the listener it was made with. It is
 * smaller than WebDriver because verdicts need the HTTP status and the body, which WebDriver hides.
 */
public interface UserAgent extends AutoCloseable {

  /** Makes browsers, each as fresh as one that was never used. */
  interface Factory {
    UserAgent fresh(Consumer<HttpStep> listener);

    /** The same on a phone; empty where that cannot be played. */
    default Optional<Factory> phone() {
      return Optional.empty();
    }
  }

  /** One request and its answer, redirects each on their own. */
  record HttpStep(
      String method, URI uri, String requestBody, int status, String location, String body) {}

  /** Opens an address and follows redirects. */
  Page open(URI uri);

  /** Sends a form and follows redirects. */
  Page submit(Page.Form form);

  /**
   * Who is signed in, by the agent's own word. Empty when the page that tells it can be read.
   *
   * @param whoami that page
   */
  default Optional<Outcome> testimony(URI whoami) {
    return Optional.empty();
  }

  /**
   * What the service shows, by the agent's own word; nothing is an empty text. Empty when the page
   * that tells who is signed in can be read.
   *
   * @param what for a sentence: "date of birth"
   */
  default Optional<String> testimony(URI whoami, String what) {
    return Optional.empty();
  }

  /** Whether the page that is open has an element that the CSS selector names. */
  boolean has(String selector);

  /**
   * Writes into a field of the page that is open.
   *
   * @throws NoSuchElement when there is none
   */
  void fill(String selector, String value);

  /**
   * Chooses a radio button, a check box or an option of the page that is open.
   *
   * @throws NoSuchElement when there is none
   */
  void choose(String selector);

  /**
   * Clicks on something of the page that is open, and follows where it leads.
   *
   * @throws NoSuchElement when there is none
   */
  Page click(String selector);

  /**
   * Waits for an element that a script brings.
   *
   * @throws NoSuchElement when it does not come in time
   */
  Page await(String selector);

  /** Becomes as one that was never used. */
  void forgetCookies();

  @Override
  void close();

  /** The address cannot be reached or does not answer in time; the text says which and why. */
  final class Unreachable extends RuntimeException {
    public Unreachable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The page has nothing that the selector names. */
  final class NoSuchElement extends RuntimeException {
    public NoSuchElement(String selector, URI page) {
      this("the page " + page + " has no element '" + selector + "'");
    }

    NoSuchElement(String sentence) {
      super(sentence);
    }
  }
}
