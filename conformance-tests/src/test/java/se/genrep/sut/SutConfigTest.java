package se.genrep.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.input.BadInput;
import se.genrep.model.SutRole;

class SutConfigTest {

  private static final String GOOD =
      """
      role: sp
      metadata: sp.xml
      login: http://localhost:3000/login?idp={idp}
      whoami: http://localhost:3000/me
      subject: /user/number
      """;

  @TempDir Path folder;

  private SutConfig read(String text) {
    try {
      return SutConfig.read(Files.writeString(folder.resolve("my-service.yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void fiveLinesAreEnough() {
    SutConfig config = read(GOOD);
    assertEquals(SutRole.SP, config.role());
    assertEquals("my-service", config.name());
    assertEquals(Optional.of(folder.resolve("sp.xml")), config.metadataFile());
    assertEquals(Optional.empty(), config.idp());
    assertEquals(
        Optional.of("199001142398"),
        config.subject().find("{\"user\":{\"number\":\"199001142398\"}}"));
  }

  @Test
  void metadataMayBeAnAddress() {
    SutConfig config = read(GOOD.replace("sp.xml", "http://localhost:3000/metadata"));
    assertEquals(Optional.empty(), config.metadataFile());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "role: sp|role: op|1: role|'op' is not known",
        "whoami: http://localhost:3000/me|whoami: localhost|4: whoami|is no web address",
        "login: http://localhost:3000/login?idp={idp}|login: /x|3: login|is no web address",
        "subject: /user/number|subject: number|5: subject|neither a JSON pointer nor",
        "subject: /user/number|subject: 'regex:abc'|5: subject|exactly one group",
        "subject: /user/number|subject: 'regex:(a'|5: subject|not a regular expression",
        "subject: /user/number|refused: x|1|the key 'subject' is missing",
        "subject: /user/number|subjekt: x|5: subjekt|the key 'subjekt' is not known here"
      })
  void saysWhereAMistakeIs(String good, String bad, String where, String message) {
    BadInput e = assertThrows(BadInput.class, () -> read(GOOD.replace(good, bad)));
    assertTrue(e.where().contains("my-service.yaml:" + where), e.where());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "/subject, '{\"subject\":\"a\"}', a",
    "/subject, '{\"subject\":[\"a\",\"b\"]}', 'a, b'",
    "/subject, '{\"subject\":null}',",
    "/subject, '{\"subject\":\"\"}',",
    "/subject, '{}',",
    "/subject, '<html>Please sign in</html>',",
    "regex:Number: ([0-9]+), '<b>Number: 12</b>', 12",
    "regex:Number: ([0-9]+), '<b>Sign in</b>',"
  })
  void findsWhoIsSignedIn(String place, String page, String subject) {
    SutConfig config = read(GOOD.replace("/user/number", "'" + place + "'"));
    assertEquals(Optional.ofNullable(subject), config.subject().find(page));
  }
}
