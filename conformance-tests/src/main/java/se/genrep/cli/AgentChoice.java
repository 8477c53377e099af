package se.genrep.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import se.genrep.input.BadInput;
import se.genrep.sut.BrowserSession;
import se.genrep.sut.EmbeddedAgent;
import se.genrep.sut.PersonAgent;
import se.genrep.sut.UserAgent;

/** The browsers of a run, by the word of {@code --agent}. */
final class AgentChoice implements AutoCloseable {

  static final String EMBEDDED = "embedded";
  private static final String CHROME = "chrome";
  static final String PERSON = "person";

  private final UserAgent.Factory agents;
  private final AutoCloseable behind;

  private AgentChoice(UserAgent.Factory agents, AutoCloseable behind) {
    this.agents = agents;
    this.behind = behind;
  }

  /**
   * @param word embedded, chrome, person, or the URL of a WebDriver
   * @param javaScript for the embedded one; the others run scripts as they are
   * @throws BadInput when there is no such browser
   */
  static AgentChoice of(String word, boolean javaScript, boolean insecureTls, PrintWriter err) {
    return switch (word) {
      case EMBEDDED ->
          new AgentChoice(
              EmbeddedAgent.factory(new EmbeddedAgent.Options(javaScript, insecureTls)), () -> {});
      case CHROME -> of(BrowserSession.local(insecureTls));
      case PERSON ->
          new AgentChoice(
              PersonAgent.factory(new BufferedReader(new InputStreamReader(System.in)), err),
              () -> {});
      default -> {
        if (!word.matches("https?://[^/].*")) {
          throw new BadInput(
              "--agent",
              "there is no agent '" + word + "'",
              "Write embedded, chrome, person, or the URL of a WebDriver: http://host:4444");
        }
        yield of(BrowserSession.remote(URI.create(word), insecureTls));
      }
    };
  }

  private static AgentChoice of(BrowserSession session) {
    return new AgentChoice(session.agents(), session);
  }

  UserAgent.Factory agents() {
    return agents;
  }

  @Override
  public void close() {
    try {
      behind.close();
    } catch (Exception e) {
      throw new IllegalStateException("the browser does not close", e);
    }
  }
}
