package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.idp.ErrorAnswer;
import se.genrep.idp.MatchValue;
import se.genrep.idp.Scoping;
import se.genrep.idp.SignInRequest;
import se.genrep.idp.message.MessageFormat;
import se.genrep.idp.message.SignMessage;
import se.genrep.idp.message.UserMessage;
import se.genrep.idp.sap.SadRequest;
import se.genrep.pki.TestPki;
import se.genrep.registry.Attribute;

class SealedStateTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456789Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final TestPki PKI = TestPki.inMemory(CLOCK);
  private static final String IDP = "http://localhost:8480/idp/one";

  private static final Pending CHOICE =
      new Pending.Choice(
          new SignInRequest(
              "_id",
              "https://sp.example.org/åäö",
              "https://sp.example.org/acs?a=b&c",
              null,
              List.of("http://a", "http://b"),
              "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
              true,
              false,
              -1,
              List.of(
                  new MatchValue(Attribute.PRID, "NO:050689076"),
                  new MatchValue(Attribute.PERSONAL_IDENTITY_NUMBER, "191212121212"),
                  new MatchValue(Attribute.PERSONAL_IDENTITY_NUMBER, "189001019802")),
              null,
              null,
              Scoping.NONE,
              null,
              null,
              NOW));
  private static final Pending SIGNING =
      new Pending.Signing(
          new SignInRequest(
              "_id",
              "https://sp.example.org/",
              "https://sp.example.org/acs",
              "",
              List.of("http://a"),
              "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
              false,
              true,
              3,
              List.of(),
              new UserMessage(MessageFormat.MARKDOWN, ordered("sv", "*å*", "en", "*a*")),
              new SignMessage(MessageFormat.HTML, "<b>å</b>", true),
              new Scoping(List.of("http://idp"), List.of("http://sp", "http://sp2"), 2),
              new SadRequest("_sad", "http://sp", "request", 3, "1.0"),
              "Y2VydA==",
              NOW),
          "person",
          "http://a",
          true);
  private static final Pending CONFIRMATION =
      new Pending.Confirmation(
          new ErrorAnswer(
              IDP,
              "https://sp.example.org/",
              null,
              "https://sp.example.org/acs",
              "r".repeat(80_000),
              "urn:top",
              null,
              "Meddelande",
              NOW));

  private final SealedState state = new SealedState(PKI, CLOCK);

  private static Map<String, String> ordered(String a, String b, String c, String d) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put(a, b);
    map.put(c, d);
    return map;
  }

  @Test
  void opensToWhatWasSealed() {
    for (Pending pending : List.of(CHOICE, SIGNING, CONFIRMATION)) {
      assertEquals(pending, state.open(state.seal(pending, IDP), IDP));
    }
  }

  @Test
  void keepsTheOrderOfTheLanguages() {
    Pending.Signing opened = (Pending.Signing) state.open(state.seal(SIGNING, IDP), IDP);

    assertEquals(
        List.of("sv", "en"), new ArrayList<>(opened.request().userMessage().texts().keySet()));
  }

  @Test
  void isCompactAndNeedsNoEscaping() {
    String sealed = state.seal(CHOICE, IDP);

    assertTrue(sealed.length() < 520, () -> "length " + sealed.length());
    assertTrue(sealed.matches("[A-Za-z0-9_-]+"), sealed);
    assertFalse(sealed.equals(state.seal(CHOICE, IDP)), "two seals are alike");
  }

  @Test
  void refusesEveryChangedByte() {
    byte[] sealed = Base64.getUrlDecoder().decode(state.seal(CHOICE, IDP));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      refused(Text.STATE_FOREIGN, Base64.getUrlEncoder().encodeToString(changed));
    }
  }

  @Test
  void refusesWhatIsNoState() {
    for (String text : List.of("", "AQ", "!!", "å", "A".repeat(100))) {
      refused(Text.STATE_FOREIGN, text);
    }
  }

  @Test
  void refusesTheStateOfAnotherIdentityProvider() {
    refused(Text.STATE_FOREIGN, state.seal(CHOICE, IDP + "2"));
  }

  @Test
  void refusesTheStateOfAnotherDataFolder() {
    SealedState other = new SealedState(TestPki.inMemory(CLOCK), CLOCK);

    refused(Text.STATE_FOREIGN, other.seal(CHOICE, IDP));
  }

  @Test
  void expiresAfterItsLifetime() {
    String sealed = state.seal(CHOICE, IDP);

    assertEquals(CHOICE, after(SealedState.LIFETIME.minusSeconds(1)).open(sealed, IDP));
    Problem problem =
        assertThrows(
            Problem.class, () -> after(SealedState.LIFETIME.plusSeconds(1)).open(sealed, IDP));
    assertEquals(Text.STATE_EXPIRED, problem.title());
    assertEquals(400, problem.status());
  }

  private static SealedState after(Duration time) {
    return new SealedState(PKI, Clock.offset(CLOCK, time));
  }

  @Test
  void opensInAnotherProcessWithTheSameFolder(@TempDir Path folder) {
    String sealed = new SealedState(TestPki.open(folder, CLOCK), CLOCK).seal(CHOICE, IDP);

    assertEquals(CHOICE, new SealedState(TestPki.open(folder, CLOCK), CLOCK).open(sealed, IDP));
  }

  private void refused(Text title, String sealed) {
    Problem problem = assertThrows(Problem.class, () -> state.open(sealed, IDP));
    assertEquals(title, problem.title());
    assertEquals(400, problem.status());
  }
}
