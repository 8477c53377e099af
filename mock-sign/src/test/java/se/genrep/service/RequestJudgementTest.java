package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Scene;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.Csig;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SigType;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignTask;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.SignStatusCode;
import se.genrep.saml.PostForm;
import se.genrep.saml.XmlNode;
import se.genrep.service.deviation.SignDeviations;
import se.genrep.trust.CertType;

/** Wrong requests: an error where the requester is known, a page where it is not. */
class RequestJudgementTest {

  private static final String PAGE = "page";
  private static final String FORM = ResultCode.GENERAL_ERROR;
  private static final String NOT_SUPPORTED = ResultCode.NOT_SUPPORTED;
  private static final String EXPIRED = SignStatusCode.REQ_EXPIRED.uri();

  /** What each wrong request ends in: a page, or the minor code of an error of the requester's. */
  private static final Map<String, String> ENDS_IN = new HashMap<>();

  /** The check that notices it, where it is not the structure. */
  private static final Map<String, ServiceCheck> NOTICED_BY = new HashMap<>();

  private static void expect(String end, ServiceCheck check, String... ids) {
    for (String id : ids) {
      ENDS_IN.put("sign-request-" + id, end);
      if (check != null) {
        NOTICED_BY.put("sign-request-" + id, check);
      }
    }
  }

  static {
    expect(PAGE, ServiceCheck.REQUEST_SIGNATURE, "unsigned", "unknown-key", "changed-afterwards");
    expect(PAGE, null, "misplaced-signature");
    expect(PAGE, ServiceCheck.REQUEST_ALGORITHM, "sha1");
    expect(PAGE, ServiceCheck.SIGN_SERVICE, "other-service", "without-service");
    expect(PAGE, ServiceCheck.RELAY_STATE, "other-relay-state");
    expect(
        PAGE,
        null,
        "unknown-requester",
        "without-requester",
        "without-conditions",
        "document-type",
        "without-binding");
    expect(EXPIRED, ServiceCheck.REQUEST_AGE, "old", "of-the-future", "old-with-long-conditions");
    expect(EXPIRED, ServiceCheck.REQUEST_CONDITIONS, "conditions-over");
    expect(NOT_SUPPORTED, ServiceCheck.VERSION, "unknown-version");
    expect(NOT_SUPPORTED, ServiceCheck.SIGNATURE_ALGORITHM, "unknown-algorithm");
    expect(NOT_SUPPORTED, ServiceCheck.TASKS, "unknown-rules");
    expect(NOT_SUPPORTED, null, "unknown-idp");
    expect(
        FORM,
        null,
        "without-idp",
        "without-time",
        "more-conditions",
        "other-profile",
        "short-id",
        "entity-without-format",
        "persistent-format",
        "no-tasks",
        "task-without-type",
        "task-of-unknown-type",
        "task-without-octets",
        "task-id-twice");
  }

  private final World world = new World();

  static Stream<Deviation> all() {
    return SignDeviations.ofRequests().stream();
  }

  static Stream<Deviation> droppable() {
    return all()
        .filter(each -> NOTICED_BY.containsKey(each.id()))
        // Without it the structure, which has the service in it, is still wrong.
        .filter(each -> !each.id().equals("sign-request-without-service"));
  }

  private static Arrival arrival(World world, Deviation deviation) {
    SignRequest request = world.draft().tasks(Tasks.cms("t", AdesType.BES, "document"));
    Scene scene =
        new Scene(
            world.clock.instant(),
            Deviations.of(deviation),
            world.cast.canaries().get(0),
            new SignStrangers(world.pki, () -> world.requesterKey, () -> world.requesterKey),
            () -> "_" + UUID.randomUUID());
    PostForm form = world.requester().ask(request, scene);
    assertFalse(scene.applied().isEmpty(), "it did nothing");
    scene.applied().forEach(step -> assertFalse(step.before().equals(step.after())));
    return world.service.receive(form.fields(), MockSign.Instructions.NONE);
  }

  @Test
  void everyDeviationHasItsEnd() {
    assertEquals(
        new TreeSet<>(SignDeviations.ofRequests().stream().map(Deviation::id).toList()),
        new TreeSet<>(ENDS_IN.keySet()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aWrongRequestEndsAsTheProfileSays(Deviation deviation) {
    Arrival arrival = arrival(world, deviation);
    String end = ENDS_IN.get(deviation.id());
    if (end.equals(PAGE)) {
      Arrival.NotAnswered page = assertInstanceOf(Arrival.NotAnswered.class, arrival);
      assertTrue(page.problem().length() > 30, page.problem());
    } else {
      Arrival.Answered answered = assertInstanceOf(Arrival.Answered.class, arrival);
      assertEquals(
          List.of(ResultCode.REQUESTER_ERROR, end),
          World.result(answered.made()),
          World.response(answered.made()).toString());
      assertEquals(World.RETURN_URL, answered.made().form().action());
    }
  }

  @ParameterizedTest
  @MethodSource("droppable")
  void aServiceWithoutTheCheckGoesOn(Deviation deviation) {
    // What was changed after signing is nothing that could be signed, either.
    Set<ServiceCheck> dropped = EnumSet.of(NOTICED_BY.get(deviation.id()), ServiceCheck.TASKS);
    World careless = new World(dropped.toArray(ServiceCheck[]::new));
    assertInstanceOf(Arrival.SignIn.class, arrival(careless, deviation));
  }

  private List<String> refused(SignRequest request) {
    Arrival arrival =
        world.service.receive(world.requester().ask(request).fields(), MockSign.Instructions.NONE);
    return World.result(assertInstanceOf(Arrival.Answered.class, arrival).made());
  }

  @Test
  void aRequestIsTakenOnce() {
    SignRequest request = world.draft().tasks(Tasks.cms("t", AdesType.BES, "a"));
    PostForm form = world.requester().ask(request);
    assertInstanceOf(
        Arrival.SignIn.class, world.service.receive(form.fields(), MockSign.Instructions.NONE));
    Arrival again = world.service.receive(form.fields(), MockSign.Instructions.NONE);
    assertTrue(
        assertInstanceOf(Arrival.NotAnswered.class, again).problem().contains("sent before"));
    World careless = new World(ServiceCheck.REQUEST_REPLAY);
    PostForm other =
        careless.requester().ask(careless.draft().tasks(Tasks.cms("t", AdesType.BES, "a")));
    for (int i = 0; i < 2; i++) {
      assertInstanceOf(
          Arrival.SignIn.class,
          careless.service.receive(other.fields(), MockSign.Instructions.NONE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 239})
  void aRequestIsGoodForThreeMinutesAndWhatClocksMayDiffer(int seconds) {
    SignRequest request = world.draft().tasks(Tasks.cms("t", AdesType.BES, "a"));
    PostForm form = world.requester().ask(request);
    world.clock.forward(Duration.ofSeconds(seconds));
    assertInstanceOf(
        Arrival.SignIn.class, world.service.receive(form.fields(), MockSign.Instructions.NONE));
  }

  @Test
  void afterFourMinutesItIsTooOld() {
    SignRequest request = world.draft().tasks(Tasks.cms("t", AdesType.BES, "a"));
    PostForm form = world.requester().ask(request);
    world.clock.forward(Duration.ofSeconds(241));
    Arrival late = world.service.receive(form.fields(), MockSign.Instructions.NONE);
    assertEquals(
        List.of(ResultCode.REQUESTER_ERROR, EXPIRED),
        World.result(assertInstanceOf(Arrival.Answered.class, late).made()));
  }

  @Test
  void conditionsThatHoldAreTaken() {
    SignRequest request =
        world
            .draft()
            .conditions(
                world.clock.instant().minusSeconds(5), world.clock.instant().plusSeconds(300))
            .tasks(Tasks.cms("t", AdesType.BES, "a"));
    world.begin(request);
  }

  @Test
  void aLevelThatTheIdentityProviderDoesNotSupportIsTold() {
    SignRequest request =
        world.draft().levels(LevelOfAssurance.LOA4.uri()).tasks(Tasks.cms("t", AdesType.BES, "a"));
    assertEquals(
        List.of(ResultCode.RESPONDER_ERROR, SignStatusCode.UNSUPPORTED_LOA.uri()),
        refused(request));
  }

  @Test
  void severalLevelsNeedVersion14() {
    String[] levels = {LevelOfAssurance.LOA3.uri(), LevelOfAssurance.LOA2.uri()};
    SignTask task = Tasks.cms("t", AdesType.BES, "a");
    assertEquals(
        List.of(ResultCode.REQUESTER_ERROR, FORM),
        refused(world.draft().version("1.1").levels(levels).tasks(task)));
    world.begin(world.draft().version("1.4").levels(levels).tasks(task));
  }

  @Test
  void aQualifiedSignatureNeedsASadAndAMessage() {
    SignTask task = Tasks.cms("t", AdesType.BES, "a");
    assertEquals(
        List.of(ResultCode.REQUESTER_ERROR, NOT_SUPPORTED),
        refused(world.draft().certificate(CertType.QC_SSCD).mustShow("m").tasks(task)));
    assertEquals(
        List.of(ResultCode.REQUESTER_ERROR, NOT_SUPPORTED),
        refused(world.draft(world.idp("supplier-loa4")).certificate(CertType.QC_SSCD).tasks(task)));
  }

  static Stream<SignTask> unusable() {
    SignatureMethod other = SignatureMethod.ECDSA_SHA384;
    return Stream.of(
        SignTask.plain("no-der", SigType.CMS, new byte[] {1, 2, 3}),
        SignTask.plain("no-attributes", SigType.PDF, new byte[] {0x31, 0}),
        SignTask.of("no-policy", SigType.CMS, AdesType.EPES, Tasks.signedAttributes("a")),
        SignTask.plain("no-xml", SigType.XML, "<a>".getBytes()),
        SignTask.plain("doctype", SigType.XML, "<!DOCTYPE a><ds:SignedInfo/>".getBytes()),
        SignTask.plain("no-signed-info", SigType.XML, "<a></a>".getBytes()),
        Tasks.xml("other-method", AdesType.NONE, "a", other),
        SignTask.of(
            "no-object",
            SigType.XML,
            AdesType.BES,
            Tasks.signedInfo("a", SignatureMethod.ECDSA_SHA256)),
        Tasks.xml("no-policy-in-xades", AdesType.EPES, "a", SignatureMethod.ECDSA_SHA256),
        Tasks.jws("other-alg", AdesType.NONE, "a", other),
        SignTask.plain("no-jws", SigType.CMS, "abc".getBytes()).withRule(Csig.JWS_RULE));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aTaskThatCannotBeSignedIsNamed(SignTask task) {
    SignRequest request = world.draft().tasks(task);
    Arrival arrival =
        world.service.receive(world.requester().ask(request).fields(), MockSign.Instructions.NONE);
    SignMade made = assertInstanceOf(Arrival.Answered.class, arrival).made();
    XmlNode result = World.response(made).at("dss:Result");
    assertEquals(NOT_SUPPORTED, result.at("dss:ResultMinor").text());
    String message = result.at("dss:ResultMessage").text();
    assertTrue(message.contains(task.id().orElseThrow()), message);
  }
}
