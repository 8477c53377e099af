package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.idp.Decision;
import se.genrep.idp.message.MessageFormat;
import se.genrep.person.TestPerson;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignMessage;
import se.genrep.protocol.SignRequest;
import se.genrep.registry.Attribute;
import se.genrep.registry.SignStatusCode;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlNode;

/** What the signing service makes of the answers of identity providers, the good and the bad. */
class AnswerJudgementTest {

  private static final String SUCCESS = ResultCode.SUCCESS;
  private static final String AUTHN_FAILED = SignStatusCode.AUTHN_FAILED.uri();

  /**
   * Right, or only written in another way: with these there is a signature. RelayState is not the
   * engine's: the site finds what is under way by it. An affiliation is read by nobody who asked
   * for a personnummer.
   */
  private static final Set<String> TAKEN =
      Set.of(
          "advice",
          "aes128-cbc",
          "aes128-gcm",
          "aes256-gcm",
          "affiliation-foreign-scope",
          "affiliation-scope-hidden",
          "any-type-values",
          "assertion-id-again",
          "assertion-issuer-format-entity",
          "assertion-signed-too",
          "canonical-with-comments",
          "cdata-in-number",
          "changed-number",
          "clock-50-s-ahead",
          "comment-before-the-response",
          "comment-in-number",
          "confirmation-expired-50-s-ago",
          "default-namespace",
          "expired-50-s-ago",
          "foreign-advice",
          "forged-in-key-info",
          "friendly-name-borrowed",
          "instruction-after-the-response",
          "instruction-in-number",
          "issuer-in-references",
          "key-info-with-name",
          "level-3",
          "lines-of-base64",
          "longer-digest",
          "mandatory-encryption",
          "many-saml-attributes",
          "mapped-number-beside",
          "name-id-email",
          "name-id-empty",
          "name-id-format-empty",
          "name-id-is-a-number",
          "name-id-is-an-unspecified-number",
          "name-id-missing",
          "name-id-without-format",
          "name-qualifier-empty",
          "name-qualifier-other",
          "no-friendly-names",
          "not-before-50-s-ahead",
          "number-after-comment",
          "oaep-sha256",
          "oaep-sha512",
          "one-time-use",
          "other-mandatory-cipher",
          "other-prefixes",
          "previous-number-beside",
          "proxy-restriction",
          "relay-state-changed",
          "relay-state-long",
          "relay-state-lost",
          "relay-state-markup",
          "relay-state-url",
          "response-consent",
          "response-issuer-format-entity",
          "samordningsnummer-unasked",
          "session-not-over",
          "several-audiences",
          "sha384-signature",
          "sp-name-qualifier-other",
          "spaces-between-elements",
          "status-detail",
          "status-message",
          "time-hundred-nanoseconds",
          "time-microseconds",
          "time-tenths",
          "two-authorities",
          "two-comments-in-number",
          "two-equal-restrictions",
          "unknown-attribute",
          "untyped-values",
          "without-key-info",
          "without-session-index",
          "xml-declaration");

  /** With the check left out, these are taken too: each check is one that can be seen to fail. */
  private static final Map<String, ServiceCheck> NOTICED_BY =
      Map.ofEntries(
          Map.entry("unregistered-key", ServiceCheck.ANSWER_SIGNATURE),
          Map.entry("foreign-response-issuer", ServiceCheck.ANSWER_ISSUER),
          Map.entry("foreign-destination", ServiceCheck.DESTINATION),
          Map.entry("other-request-confirmed", ServiceCheck.IN_RESPONSE_TO),
          Map.entry("foreign-recipient", ServiceCheck.RECIPIENT),
          Map.entry("foreign-audience", ServiceCheck.AUDIENCE),
          Map.entry("session-over", ServiceCheck.ANSWER_TIMES),
          Map.entry("authenticated-an-hour-ago", ServiceCheck.AUTHENTICATED_NOW),
          Map.entry("triple-des", ServiceCheck.ENCRYPTION),
          Map.entry("two-numbers", ServiceCheck.IDENTIFIER),
          Map.entry("assertion-version-1-1", ServiceCheck.ANSWER_FORM));

  private final World world = new World();
  private final TestPerson person = world.person("ordinary-woman");

  private static SignMade finished(World world, TestPerson person, Deviation deviation) {
    SignRequest request = world.draft().levels(World.LOA3).tasks(Tasks.cms("t", AdesType.BES, "a"));
    Arrival.SignIn signIn = world.begin(request);
    Decision decision = new Decision.SignIn(person, World.LOA3);
    String answer = world.answer(world.idp(), signIn, decision, Deviations.of(deviation));
    return world.service.finish(signIn.state(), answer, MockSign.Instructions.NONE);
  }

  /** There are others, of metadata, which no answer shows. */
  private static List<Deviation> ofAnswers() {
    Set<Stage<?>> stages =
        Set.of(
            Stage.PROTECTION,
            Stage.ASSERTION,
            Stage.SIGNED_ASSERTION,
            Stage.RESPONSE,
            Stage.SIGNED_RESPONSE,
            Stage.TEXT,
            Stage.DELIVERY);
    return DeviationLibrary.all().stream()
        .filter(each -> each.steps().stream().allMatch(step -> stages.contains(step.stage())))
        .toList();
  }

  @Test
  void onlyWhatIsRightInSubstanceIsSignedFor() {
    TreeSet<String> taken = new TreeSet<>();
    String canary = world.cast.canaries().get(0).number().orElseThrow();
    for (Deviation deviation : ofAnswers()) {
      SignMade made = finished(world, person, deviation);
      if (World.result(made).get(0).equals(SUCCESS)) {
        taken.add(deviation.id());
        // Every one of these that forges an identity forges this one.
        assertFalse(
            World.response(made).toString().contains(canary)
                && !deviation.id().equals("samordningsnummer-unasked"),
            deviation.id());
      }
    }
    assertEquals(new TreeSet<>(TAKEN), taken);
  }

  static Stream<String> noticed() {
    return NOTICED_BY.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("noticed")
  void aServiceWithoutTheCheckSignsAllTheSame(String id) {
    Deviation deviation = DeviationLibrary.find(id).orElseThrow();
    assertEquals(
        ResultCode.RESPONDER_ERROR, World.result(finished(world, person, deviation)).get(0));
    World careless = new World(NOTICED_BY.get(id));
    assertEquals(SUCCESS, World.result(finished(careless, person, deviation)).get(0));
  }

  private SignMade decided(SignRequest request, Decision decision) {
    return world.sign(world.idp(), request, decision, SignInstruction.NONE);
  }

  private SignRequest usual() {
    return world.draft().levels(World.LOA3).tasks(Tasks.cms("t", AdesType.BES, "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "CANCEL, USER_CANCEL",
    "FRAUD, SECURITY_VIOLATION",
    "POSSIBLE_FRAUD, SECURITY_VIOLATION",
    "NO_AUTHN_CONTEXT, UNSUPPORTED_LOA",
    "UNKNOWN_PRINCIPAL, USER_MISMATCH",
    "AUTHN_FAILED, AUTHN_FAILED",
    "REQUEST_UNSUPPORTED, AUTHN_FAILED"
  })
  void aStatusIsToldOn(StatusCode said, SignStatusCode told) {
    SignMade made = decided(usual(), new Decision.NotAuthenticated(said.uri(), "no"));
    assertEquals(List.of(ResultCode.RESPONDER_ERROR, told.uri()), World.result(made));
    assertTrue(World.response(made).everywhere("csig:SignTasks").isEmpty(), "nothing is signed");
  }

  @Test
  void beforeVersion15NewCodesAreNotUsed() {
    SignRequest request = world.draft().version("1.4").tasks(Tasks.cms("t", AdesType.BES, "a"));
    SignMade made =
        decided(request, new Decision.NotAuthenticated(StatusCode.AUTHN_FAILED.uri(), "no"));
    assertEquals(List.of(ResultCode.RESPONDER_ERROR, ResultCode.GENERAL_ERROR), World.result(made));
  }

  @Test
  void anAssertionIsTakenOnce() {
    Arrival.SignIn signIn = world.begin(usual());
    Decision decision = new Decision.SignIn(person, World.LOA3);
    String answer = world.answer(world.idp(), signIn, decision, Deviations.NONE);
    SignMade first = world.service.finish(signIn.state(), answer, MockSign.Instructions.NONE);
    assertEquals(SUCCESS, World.result(first).get(0));
    SignMade second = world.service.finish(signIn.state(), answer, MockSign.Instructions.NONE);
    assertEquals(List.of(ResultCode.RESPONDER_ERROR, AUTHN_FAILED), World.result(second));
  }

  private static SamlAttribute number(TestPerson of) {
    return new SamlAttribute(
        Attribute.PERSONAL_IDENTITY_NUMBER.oidName(), of.number().orElseThrow());
  }

  @Test
  void anotherPersonThanTheSignerIsRefused() {
    SignRequest request =
        world
            .draft()
            .signer(number(world.person("ordinary-man")))
            .tasks(Tasks.cms("t", AdesType.BES, "a"));
    // This identity provider asks for no principal selection, so it does not know whom we expect.
    SignMade made = decided(request, new Decision.SignIn(person, World.LOA3));
    assertEquals(
        List.of(ResultCode.RESPONDER_ERROR, SignStatusCode.USER_MISMATCH.uri()),
        World.result(made));
    World careless = new World(ServiceCheck.SIGNER);
    SignRequest other =
        careless
            .draft()
            .signer(number(careless.person("ordinary-man")))
            .tasks(Tasks.cms("t", AdesType.BES, "a"));
    assertEquals(
        SUCCESS, World.result(careless.sign(careless.idp(), other, person, World.LOA3)).get(0));
  }

  @Test
  void anAttributeOfTheSignerThatIsNotDeliveredIsAMismatch() {
    SignRequest request =
        world
            .draft()
            .signer(number(person), new SamlAttribute("urn:oid:1.2.3.4", "x"))
            .tasks(Tasks.cms("t", AdesType.BES, "a"));
    assertEquals(
        SignStatusCode.USER_MISMATCH.uri(),
        World.result(decided(request, new Decision.SignIn(person, World.LOA3))).get(1));
  }

  private SignMade shown(World in, boolean mustShow, Deviation deviation) {
    var message =
        SignMessage.of(
            "Jag skriver under", MessageFormat.TEXT.signMimeType(), mustShow, in.idp().entityId());
    SignRequest request = in.draft().message(message).tasks(Tasks.cms("t", AdesType.BES, "a"));
    Arrival.SignIn signIn = in.begin(request);
    Decision decision = new Decision.SignIn(person, World.LOA3);
    String answer = in.answer(in.idp(), signIn, decision, Deviations.of(deviation));
    return in.service.finish(signIn.state(), answer, MockSign.Instructions.NONE);
  }

  private static Deviation digest(String value) {
    return Deviation.deviation("digest", "sends another digest of the sign message")
        .at(
            Stage.ASSERTION,
            (assertion, scene) -> {
              for (XmlNode each : assertion.all("saml:AttributeStatement/saml:Attribute")) {
                if (each.attribute("Name")
                    .orElse("")
                    .equals(Attribute.SIGN_MESSAGE_DIGEST.oidName())) {
                  if (value == null) {
                    each.remove();
                  } else {
                    each.at("saml:AttributeValue").text(value);
                  }
                }
              }
              return assertion;
            });
  }

  @Test
  void withoutTheMessageShownThereIsNoSignature() {
    String other =
        "http://www.w3.org/2001/04/xmlenc#sha256;0yKaSVsYeh+PX2Q6diqO2w89+a3Dm303tp3AVjgxwj0=";
    List<String> refused =
        List.of(ResultCode.RESPONDER_ERROR, SignStatusCode.SIGMESSAGE_ERROR.uri());
    assertEquals(refused, World.result(shown(world, true, digest(null))));
    assertEquals(refused, World.result(shown(world, true, digest(other))));
    assertEquals(refused, World.result(shown(world, true, digest("no digest"))));
    World careless = new World(ServiceCheck.MESSAGE_SHOWN);
    assertEquals(SUCCESS, World.result(shown(careless, true, digest(null))).get(0));
  }

  @Test
  void aMessageThatNeedNotBeShownIsNotMissed() {
    assertEquals(SUCCESS, World.result(shown(world, false, digest(null))).get(0));
  }

  @Test
  void aLevelThatWasNotAskedForIsRefused() {
    Deviation loa2 =
        Deviation.deviation("loa2", "says another level than it was asked for")
            .at(
                Stage.ASSERTION,
                (assertion, scene) -> {
                  assertion
                      .at("saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef")
                      .text("http://id.elegnamnden.se/loa/1.0/loa2");
                  return assertion;
                });
    assertEquals(
        List.of(ResultCode.RESPONDER_ERROR, SignStatusCode.UNSUPPORTED_LOA.uri()),
        World.result(finished(world, person, loa2)));
    World careless = new World(ServiceCheck.LEVEL_MET);
    assertEquals(SUCCESS, World.result(finished(careless, person, loa2)).get(0));
  }

  @Test
  void anArrangedOutcomeIsAnswered() {
    for (SignInstruction.Outcome outcome : SignInstruction.Outcome.all()) {
      SignInstruction instruction =
          new SignInstruction(
              Optional.of(outcome), Deviations.NONE, Optional.empty(), Optional.empty());
      SignMade made =
          world.sign(world.idp(), usual(), new Decision.SignIn(person, World.LOA3), instruction);
      assertEquals(List.of(outcome.major(), outcome.minor()), World.result(made));
    }
  }
}
