package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.deviation.Deviations;
import se.genrep.idp.message.MessageFormat;
import se.genrep.idp.message.UserMessage;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;

/** UM: which message of a request is there to be shown. */
class UserMessageTest {

  private final Setting setting = Setting.supplier().withUsualSp();

  private UserMessage read(String mimeType, String... versions) {
    return setting.accept(setting.request().userMessage(mimeType, versions)).userMessage();
  }

  /** UM-2-03, UM-3.1-02, UM-3.1-10. */
  @Test
  void textIsTakenWithItsLineBreaks() {
    UserMessage message = read(null, "sv", "Hej å\nrad två", "en", "Hello");
    assertEquals(MessageFormat.TEXT, message.format());
    assertEquals(Map.of("sv", "Hej å\nrad två", "en", "Hello"), message.texts());
    assertEquals(List.of("sv", "en"), List.copyOf(message.texts().keySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, TEXT",
    "text/plain;charset=UTF-8, TEXT",
    "text/markdown, MARKDOWN",
    "TEXT/Markdown, MARKDOWN"
  })
  void bothTypesOfTheSpecificationAreSupported(String type, MessageFormat format) {
    assertEquals(format, read(type, "sv", "*Hej*").format());
  }

  /** UM-3.1-07. */
  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/pdf", "", "text"})
  void aMessageOfAnotherTypeIsNotShown(String type) {
    assertNull(read(type, "sv", "Hej"));
  }

  /** UM-3.1-05, UM-3.1-06. */
  @ParameterizedTest
  @CsvSource({
    "sv, en sv, sv",
    "en, sv en, en",
    "sv, en sv-FI, sv-FI",
    "sv, en sv-FI sv, sv",
    "en, EN sv, EN",
    "en, sv fi, sv",
    "sv, de fr, de"
  })
  void theLanguageNearestToThePersonsIsShownElseTheFirst(
      String person, String offered, String shown) {
    String[] versions =
        List.of(offered.split(" ")).stream()
            .flatMap(tag -> List.of(tag, "text in " + tag).stream())
            .toArray(String[]::new);
    assertEquals(
        new UserMessage.Version(shown, "text in " + shown), read(null, versions).in(person));
  }

  /** UM-3.1-09. */
  @Test
  void whatIsNoMessageIsLeftOut() {
    assertNull(read(null, "sv", " \n\t "));
    assertNull(read(null, "sv", "\u202e\u0000"), "nothing that can be seen");
    assertNull(read("text/markdown", "sv", "[](https://x.example)"));
    assertEquals(Map.of("en", "Hello"), read(null, "sv", "", "en", "Hello").texts());
    assertNull(
        setting
            .accept(
                setting
                    .request()
                    .extensions(
                        "<u:UserMessage xmlns:u=\"http://id.swedenconnect.se/authn/1.0/user-message/ns\">"
                            + "<u:Message xml:lang=\"sv\">%%%</u:Message><u:Message>SGVq</u:Message>"
                            + "<u:Message xml:lang=\"en\">/w==</u:Message></u:UserMessage>"))
            .userMessage());
  }

  @Test
  void aMessageBeyondMeasureIsLeftOut() {
    assertEquals(100_000, read(null, "sv", "x".repeat(100_000)).texts().get("sv").length());
    assertNull(read(null, "sv", "x".repeat(100_001)));
  }

  /** UM-3.1-03, UM-3.1-04: a passive request that a session answers shows nothing. */
  @Test
  void aPassiveRequestHasNoMessage() {
    SsoSession session =
        setting
            .idp
            .answer(
                setting.accept(setting.request()),
                new Decision.SignIn(People.WITH_PERSONNUMMER, LevelOfAssurance.LOA3.uri()),
                "192.0.2.7",
                Deviations.NONE,
                null)
            .session()
            .orElseThrow();
    RequestText passive = setting.request().userMessage(null, "sv", "Hej").set("IsPassive", "true");

    Received received = setting.idp.receive(passive.posted(setting.post()), Optional.of(session));

    assertNull(assertInstanceOf(Received.Known.class, received).request().userMessage());
  }

  /** UM-3.1-01: support is declared, and who does not declare it shows none. */
  @Test
  void onlyWhoDeclaresItShowsMessages() {
    String category = GeneralCategory.SUPPORTS_USER_MESSAGE.uri();
    assertEquals(true, setting.idp.profile().categories().contains(category));

    Setting silent = new Setting(Profiles.without(setting.idp.profile(), category)).withUsualSp();
    assertNull(silent.accept(silent.request().userMessage(null, "sv", "Hej")).userMessage());
  }
}
