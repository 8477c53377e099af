package se.genrep.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.deviation.Deviation.deviation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.saml.XmlNode;

/**
 * The library as a whole: nothing is forgotten, nothing stands twice, everything does something.
 */
class DeviationLibraryTest {

  static Stream<Deviation> all() {
    return DeviationLibrary.all().stream();
  }

  @Test
  void constantsOfEveryFileAreFoundSortedById() {
    List<String> ids = all().map(Deviation::id).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
    assertTrue(
        ids.containsAll(
            List.of(
                "xsw1",
                "unsigned",
                "sha1-signature",
                "unencrypted",
                "foreign-audience",
                "foreign-recipient",
                "error-with-assertion",
                "level-1",
                "clock-50-s-ahead",
                "no-number")),
        ids.toString());
    assertEquals(WrappingDeviations.XSW8, DeviationLibrary.find("xsw8").orElseThrow());
    assertTrue(DeviationLibrary.find("xsw9").isEmpty());
  }

  @Test
  void twoWithOneIdAreRefused() {
    List<Deviation> two = List.of(deviation("twin", "is one"), deviation("twin", "is the other"));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> DeviationLibrary.checked(two));
    assertTrue(refused.getMessage().contains("'twin'"), refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource("all")
  void idsAreKebabCaseAndTitlesSayWhatThePeerDoes(Deviation deviation) {
    assertTrue(deviation.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), deviation.id());
    String title = deviation.title();
    assertTrue(title.matches("[a-z].*[^.]") && title.length() < 76, title);
    assertFalse(title.matches(".*\\b(should|test)\\b.*"), title);
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachChangesTheMessageAtItsStage(Deviation deviation) {
    assertChanges(Scenario.usual(), deviation);
    assertChanges(Scenario.signedBy(Scenario.ELLIPTIC), deviation);
    if (deviation != SignatureDeviations.ASSERTION_SIGNED_TOO) {
      assertChanges(Scenario.usual().wantingAssertionsSigned(), deviation);
    }
  }

  private static void assertChanges(Scenario scenario, Deviation deviation) {
    List<Applied> essential =
        scenario.answer(deviation).applied().stream().filter(Applied::essential).toList();
    assertEquals(
        deviation.steps().stream().filter(Deviation.Step::essential).count(), essential.size());
    assertFalse(essential.isEmpty());
    essential.forEach(step -> assertTrue(step.changed(), step.stage()));
  }

  /** What is encrypted anew each time tells nothing apart; so it is left out. */
  @Test
  void noTwoDoTheSame() {
    Map<String, String> seen = new HashMap<>();
    all()
        .forEach(
            deviation -> {
              StringBuilder done = new StringBuilder();
              for (Applied step : Scenario.usual().answer(deviation).applied()) {
                done.append(step.stage()).append(step.after().replaceAll("CipherValue>[^<]*", ""));
              }
              XmlNode opened = openable(deviation);
              done.append(opened == null ? deviation.id() : opened.toString());
              String twin = seen.put(done.toString(), deviation.id());
              assertEquals(null, twin, deviation.id() + " does what " + twin + " does");
            });
    assertEquals(DeviationLibrary.all().size(), seen.size());
  }

  private static XmlNode openable(Deviation deviation) {
    return deviation == EncryptionDeviations.ENCRYPTED_TO_ANOTHER
        ? null
        : Scenario.usual().read(deviation).opened();
  }

  @Test
  void withoutDeviationTheAnswerIsGood() throws Exception {
    Careless good = Scenario.usual().read();
    assertEquals(1, good.assertions().size());
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(good.firstAssertion()));
    XmlNode signature = good.sent().at("ds:Signature");
    assertTrue(Careless.verifies(signature, Scenario.RSA.certificate().getPublicKey()));
  }
}
