package se.genrep.sut;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.model.Outcome;

/**
 * A person with a browser of their own, who is told what to do and asked what they see. For systems
 * that no program can sign in at.
 */
public final class PersonAgent implements UserAgent {

  /** A Swedish identity number, or another identity in one word. */
  private static final Pattern IDENTITY = Pattern.compile("\\S{2,}");

  private final BufferedReader answers;
  private final PrintWriter words;

  private PersonAgent(BufferedReader answers, PrintWriter words) {
    this.answers = answers;
    this.words = words;
    say("Close every private window of your browser and open a new one.");
  }

  /**
   * @param answers where the person types, a line each
   * @param words where they are told what to do
   */
  public static Factory factory(BufferedReader answers, PrintWriter words) {
    return listener -> new PersonAgent(answers, words);
  }

  @Override
  public Page open(URI uri) {
    return done("Open " + uri + ", and go on until you are back or stuck.", uri);
  }

  /** Nobody can post a form by hand: it is opened where it posts itself. */
  @Override
  public Page submit(Page.Form form) {
    throw new Unreachable(
        "a person cannot post to " + form.action() + "; run this case with another --agent", null);
  }

  private Page done(String instruction, URI uri) {
    say(instruction + " Then press Enter.");
    answer();
    return new Page(uri, 200, "", List.of());
  }

  @Override
  public Optional<Outcome> testimony(URI whoami) {
    while (true) {
      say(
          "Open "
              + whoami
              + ". Type the identity that the service shows for you, 'nobody' when you are not"
              + " signed in, or 'error' when the service has crashed:");
      String said = answer().strip();
      switch (said.toLowerCase(Locale.ROOT)) {
        case "nobody" -> {
          return Optional.of(new Outcome.Refused("a person saw that nobody is signed in"));
        }
        case "error" -> {
          return Optional.of(new Outcome.Error("a person saw an error of the service"));
        }
        default -> {
          if (IDENTITY.matcher(said).matches()) {
            return Optional.of(new Outcome.Accepted(said));
          }
          say("That is none of the three.");
        }
      }
    }
  }

  @Override
  public Optional<String> testimony(URI whoami, String what) {
    say("Type the " + what + " that the service shows for you, or just press Enter for none:");
    return Optional.of(answer().strip());
  }

  @Override
  public boolean has(String selector) {
    say("Does the page have '" + selector + "'? Type yes or no:");
    return answer().strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  @Override
  public void fill(String selector, String value) {
    done("Write '" + value + "' into '" + selector + "'.", null);
  }

  @Override
  public void choose(String selector) {
    done("Choose '" + selector + "'.", null);
  }

  @Override
  public Page click(String selector) {
    return done("Click on '" + selector + "', and go on until you are back or stuck.", null);
  }

  @Override
  public Page await(String selector) {
    return done("Wait until '" + selector + "' is there.", null);
  }

  @Override
  public void forgetCookies() {
    say("Close every private window of your browser and open a new one.");
  }

  private void say(String text) {
    words.println(text);
    words.flush();
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new Unreachable("nobody answers any more: the input has ended", null);
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
