package se.genrep.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.deviation.Deviation.deviation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.saml.MalformedMessage;

/**
 * The library as a whole: nothing is forgotten, nothing stands twice, everything does something.
 */
class DeviationLibraryTest {

  /** Cipher texts, and the digests and signatures over them. */
  private static final Pattern RANDOM =
      Pattern.compile("(?<=(Cipher|Digest|Signature)Value)>[^<]*");

  static Stream<Deviation> all() {
    return DeviationLibrary.all().stream();
  }

  static Stream<Deviation> ofAnswers() {
    return DeviationLibrary.ofAnswers().stream();
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
  @MethodSource("ofAnswers")
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

  @Test
  void theLibraryIsLarge() {
    assertTrue(DeviationLibrary.all().size() >= 220, "only " + DeviationLibrary.all().size());
  }

  /**
   * The same sign-in with the same clock, keys and IDs gives other bytes with every deviation. What
   * is encrypted anew each time tells nothing apart, so the answer in clear is looked at too.
   */
  @Test
  void noTwoGiveTheSameBytes() {
    Map<String, String> seen = new HashMap<>();
    seen.put(bytes(), "no deviation");
    ofAnswers()
        .forEach(
            deviation -> {
              String twin = seen.put(bytes(deviation), deviation.id());
              assertEquals(null, twin, deviation.id() + " does what " + twin + " does");
            });
    assertEquals(DeviationLibrary.ofAnswers().size() + 1, seen.size());
  }

  @Test
  void theSameDeviationGivesTheSameBytes() {
    Deviation one = SignatureDeviations.UNREGISTERED_KEY;
    assertEquals(bytes(one), bytes(one));
    Deviation encrypted = EncryptionDeviations.ENCRYPTED_TO_ANOTHER;
    assertEquals(bytes(encrypted), bytes(encrypted));
  }

  /** In clear, and encrypted without what is random. */
  private static String bytes(Deviation... deviations) {
    Scenario.Answered clear = Scenario.usual().unencrypted().answer(deviations);
    StringBuilder all = new StringBuilder(clear.form().action()).append(message(clear));
    if (!all.toString().contains("EncryptedAssertion")) {
      all.append(clear.form().fields());
    }
    Scenario.Answered encrypted = Scenario.usual().answer(deviations);
    all.append(RANDOM.matcher(message(encrypted)).replaceAll(">")).append(opens(encrypted));
    clear.applied().stream()
        .filter(step -> step.stage().equals(Stage.PROTECTION.name()))
        .forEach(step -> all.append(step.after()));
    return all.toString();
  }

  /** Whether the service provider can read it. */
  private static boolean opens(Scenario.Answered answered) {
    try {
      Careless.reader(answered.form(), Scenario.SP_KEY);
      return true;
    } catch (MalformedMessage e) {
      return false;
    }
  }

  private static String message(Scenario.Answered answered) {
    String sent =
        new String(
            Base64.getMimeDecoder().decode(answered.form().fields().get("SAMLResponse")),
            StandardCharsets.UTF_8);
    return sent.contains("EncryptedAssertion") ? RANDOM.matcher(sent).replaceAll(">") : sent;
  }

  @Test
  void withoutDeviationTheAnswerIsGood() throws Exception {
    Careless good = Scenario.usual().read();
    assertEquals(1, good.assertions().size());
    assertEquals(Scenario.GENUINE_NUMBER, Careless.number(good.firstAssertion()));
    var signature = good.sent().at("ds:Signature");
    assertTrue(Careless.verifies(signature, Scenario.RSA.certificate().getPublicKey()));
  }
}
