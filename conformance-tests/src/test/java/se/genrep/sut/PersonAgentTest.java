package se.genrep.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.model.Outcome;

class PersonAgentTest {

  private static final URI LOGIN = URI.create("https://sp.example.org/login");
  private static final URI WHOAMI = URI.create("https://sp.example.org/me");

  private final StringWriter words = new StringWriter();

  private UserAgent person(String typed) {
    return PersonAgent.factory(
            new BufferedReader(new StringReader(typed)), new PrintWriter(words, true))
        .fresh(step -> {});
  }

  @Test
  void isToldWhereToGoAndThatTheBrowserMustBeFresh() {
    UserAgent person = person("\n");
    person.open(LOGIN);
    person.forgetCookies();
    assertEquals(
        """
        Close every private window of your browser and open a new one.
        Open https://sp.example.org/login, and go on until you are back or stuck. Then press Enter.
        Close every private window of your browser and open a new one.
        """,
        words.toString());
  }

  @Test
  void saysWhoIsSignedIn() {
    assertEquals(
        new Outcome.Accepted("198001019876"),
        person(" 198001019876 \n").testimony(WHOAMI).orElseThrow());
    assertInstanceOf(Outcome.Refused.class, person("Nobody\n").testimony(WHOAMI).orElseThrow());
    assertInstanceOf(Outcome.Error.class, person("error\n").testimony(WHOAMI).orElseThrow());
  }

  @Test
  void saysWhatTheServiceShows() {
    UserAgent person = person(" 1980-01-01 \n\n");
    assertEquals(Optional.of("1980-01-01"), person.testimony(WHOAMI, "date of birth"));
    assertEquals(Optional.of(""), person.testimony(WHOAMI, "age"));
    assertTrue(words.toString().contains("Type the age that the service shows"));
  }

  @Test
  void isAskedAgainUntilTheAnswerIsOne() {
    Outcome outcome = person("\nsomebody else\nnobody\n").testimony(WHOAMI).orElseThrow();
    assertInstanceOf(Outcome.Refused.class, outcome);
    assertEquals(2, words.toString().split("That is none of the three", -1).length - 1);
  }

  @Test
  void isGoneWhenTheInputEnds() {
    UserAgent person = person("");
    UserAgent.Unreachable gone =
        assertThrows(UserAgent.Unreachable.class, () -> person.testimony(WHOAMI));
    assertTrue(gone.getMessage().startsWith("nobody answers any more"), gone.getMessage());
    Page.Form form = new Page.Form("POST", LOGIN, Map.of());
    assertThrows(UserAgent.Unreachable.class, () -> person.submit(form));
  }
}
