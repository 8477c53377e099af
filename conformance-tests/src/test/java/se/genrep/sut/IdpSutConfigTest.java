package se.genrep.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.input.BadInput;
import se.genrep.model.SutRole;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.sut.DeclaredPerson.Kind;

class IdpSutConfigTest {

  private static final String GOOD =
      """
      role: idp
      metadata: idp.xml
      persons:
        anna:
          attributes:
            personalIdentityNumber: "197610122389"
            displayName: Anna Testsson
          levels: [loa3]
          values: {user: anna}
        sam:
          attributes:
            personalIdentityNumber: "197603722393"
            orgAffiliation: [a@5566778899, b@5566778899]
          values: {user: sam}
      pages:
        - when: form#login
          is: login
          do:
            - fill: "#user"
              with: "{user}"
            - choose: "option[value='{level}']"
            - click: "#go"
          cancel:
            - click: "#cancel"
        - when: .error
          is: error
          do:
            - wait: "#ok"
            - click: "#ok"
      """;

  @TempDir private Path folder;

  private IdpSutConfig read(String text) {
    return IdpSutConfig.read(write(text));
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("my-idp.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysWhoSignsInAndHow() {
    IdpSutConfig config = read(GOOD);
    assertEquals(SutRole.IDP, SutFile.role(folder.resolve("my-idp.yaml")));
    assertEquals("my-idp", config.name());
    assertEquals(folder.resolve("idp.xml"), config.metadataFile().orElseThrow());
    assertEquals(
        List.of("anna", "sam"), config.persons().stream().map(DeclaredPerson::id).toList());
    assertEquals(Set.of(LevelOfAssurance.LOA3), config.persons().get(0).levels());
    assertEquals(2, config.pages().size());
    assertEquals(3, config.pages().get(0).steps().size());
    assertEquals(1, config.pages().get(0).cancel().size());
  }

  @Test
  void whatKindAPersonIsFollowsFromTheAttributes() {
    IdpSutConfig config = read(GOOD);
    DeclaredPerson anna = config.persons().get(0);
    DeclaredPerson sam = config.persons().get(1);
    assertTrue(anna.is(Kind.PERSONNUMMER) && !anna.is(Kind.EMPLOYEE));
    assertTrue(sam.is(Kind.SAMORDNINGSNUMMER) && sam.is(Kind.EMPLOYEE));
    assertEquals("sam", config.person(Kind.SAMORDNINGSNUMMER).orElseThrow().id());
    assertTrue(config.person(Kind.FOREIGN).isEmpty());
    assertEquals(
        "anna 197610122389 uri", anna.filled("{user} {personalIdentityNumber} {level}", "uri"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "displayName: Anna|nickname: Anna|7: persons.anna.attributes.nickname|is no attribute",
        "\"197610122389\"|\"197610122388\"|6|is no personnummer or samordningsnummer",
        "[loa3]|[loa9]|8|is no level of assurance",
        "{user: sam}|{name: sam}|20|the person 'sam' has no value for {user}",
        "is: login|is: entrance|17|is not known",
        "is: login|is: other|16|no page is the one where a person is authenticated",
        "with: \"{user}\"|when: \"{user}\"|20|is not known here",
        "- choose:|- click: x\\n        choose:|21|a step does one thing",
        "when: .error|where: .error|25|is not known here",
        "metadata: idp.xml|metadate: idp.xml|2|the key 'metadate' is not known"
      })
  void saysWhereAMistakeIs(String good, String bad, String where, String message) {
    String text = GOOD.replace(good, bad.replace("\\n", "\n"));
    assertTrue(!text.equals(GOOD), good);
    BadInput e = assertThrows(BadInput.class, () -> read(text));
    assertTrue(e.where().contains("my-idp.yaml:" + where), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
