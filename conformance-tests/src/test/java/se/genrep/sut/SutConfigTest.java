package se.genrep.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  void thereMayBeMoreSignInsAndMoreToSee() {
    SutConfig config =
        read(
            GOOD
                + """
                logins:
                  foreign: http://localhost:3000/eu?idp={idp:eidas-connector}
                  high: http://localhost:3000/loa4?idp={idp}
                shows:
                  birthDate: /user/born
                  account: "regex:account ([0-9]+)"
                """);
    assertEquals(List.of("foreign", "high"), List.copyOf(config.logins().keySet()));
    assertEquals(Set.of(Shown.BIRTH_DATE, Shown.ACCOUNT), config.shows().keySet());
    assertEquals(Optional.of("7"), config.shows().get(Shown.ACCOUNT).find("account 7"));
  }

  @Test
  void identityProvidersAreNamedByProfileOrEntityId() {
    SutConfig config =
        read(
            GOOD
                + """
                idps:
                  - supplier-loa4
                  - http://localhost:8480/idp/eid-choice-2017
                """);
    assertEquals(List.of("supplier-loa4", "eid-choice-2017"), config.idps());
  }

  @Test
  void severalIdentityProvidersNeedAnAddressThatChooses() {
    String text = GOOD.replace("?idp={idp}", "") + "idps: [supplier-loa4]\n";
    BadInput e = assertThrows(BadInput.class, () -> read(text));
    assertTrue(e.where().contains("my-service.yaml:3: login"), e.where());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "idps: [x]|6: idps|no identity provider of the federation",
        "idps: supplier-loa4|6: idps|",
        "refresh: here|6: refresh|is no web address",
        "refresh: {method: GET}|6: refresh|the key 'url' is missing",
        "refresh: {url: 'http://localhost/r', method: PUT}|6|Write GET or POST",
        "refresh: {url: 'http://localhost/r', seconds: 601}|6|from 0 to 600 seconds",
      })
  void saysWhichAdditionIsWrong(String addition, String where, String message) {
    BadInput e = assertThrows(BadInput.class, () -> read(GOOD + addition + "\n"));
    assertTrue(e.where().contains("my-service.yaml:" + where), e.where());
    assertTrue(message == null || e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void refreshingIsAnAddressOrMore() {
    assertEquals(
        Optional.of(Refresh.of("http://localhost:3000/r")),
        read(GOOD + "refresh: http://localhost:3000/r\n").refresh());
    SutConfig config =
        read(
            GOOD
                + """
                refresh:
                  url: http://localhost:3000/r
                  method: GET
                  headers:
                    Authorization: Bearer abc
                  seconds: 7
                """);
    assertEquals(
        new Refresh(
            URI.create("http://localhost:3000/r"), "GET", Map.of("Authorization", "Bearer abc"), 7),
        config.refresh().orElseThrow());
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
        "subject: /user/number|subjekt: x|5: subjekt|the key 'subjekt' is not known here",
        "role: sp|role: sp\\nlogins: {a: /x}|2: logins.a|is no web address",
        "role: sp|role: sp\\nlogins: {a: 'http://x/?{idp:none}'}|2: logins.a|no identity provider 'none'",
        "role: sp|role: sp\\nshows: {size: /x}|2: shows.size|the key 'size' is not known here",
        "role: sp|role: sp\\nshows: {age: x}|2: shows.age|neither a JSON pointer nor"
      })
  void saysWhereAMistakeIs(String good, String bad, String where, String message) {
    String text = GOOD.replace(good, bad.replace("\\n", "\n"));
    BadInput e = assertThrows(BadInput.class, () -> read(text));
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
