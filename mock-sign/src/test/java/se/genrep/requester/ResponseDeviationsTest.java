package se.genrep.requester;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.deviation.Applied;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.idp.Decision;
import se.genrep.person.TestPerson;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignRequest;
import se.genrep.registry.Attribute;
import se.genrep.service.SignInstruction;
import se.genrep.service.SignMade;
import se.genrep.service.deviation.SignDeviations;

/**
 * Every wrong response is refused by the requester, for the reason that it is wrong, and taken by
 * one that leaves that check out.
 */
class ResponseDeviationsTest {

  /** The check that notices each; none for what is not of the form the profile demands. */
  private static final Map<String, Optional<RequesterCheck>> NOTICED_BY = new HashMap<>();

  private static void noticed(RequesterCheck check, String... ids) {
    for (String id : ids) {
      NOTICED_BY.put("sign-response-" + id, Optional.ofNullable(check));
    }
  }

  static {
    noticed(
        RequesterCheck.RESPONSE_SIGNATURE,
        "unsigned",
        "unknown-key",
        "other-members-key",
        "changed-afterwards",
        "misplaced-signature");
    noticed(RequesterCheck.RESPONSE_ALGORITHM, "sha1");
    noticed(RequesterCheck.REQUEST_ID, "other-request");
    noticed(RequesterCheck.RELAY_STATE, "other-relay-state", "without-relay-state");
    noticed(RequesterCheck.VERSION, "other-version");
    noticed(RequesterCheck.RESPONSE_TIME, "old", "of-the-future");
    noticed(RequesterCheck.RESULT, "error-with-signatures");
    noticed(RequesterCheck.IDENTITY_PROVIDER, "other-idp");
    noticed(RequesterCheck.LEVEL, "lower-level");
    noticed(RequesterCheck.SIGNER, "other-signer");
    noticed(
        RequesterCheck.EVERY_TASK,
        "missing-task",
        "task-twice",
        "unsigned-task",
        "other-task-id",
        "success-without-signatures");
    noticed(RequesterCheck.TO_BE_SIGNED, "other-octets", "swapped-tasks");
    noticed(RequesterCheck.SIGNATURE_ALGORITHM, "other-algorithm");
    noticed(RequesterCheck.SIGNATURE_VALUE, "wrong-signature", "key-each", "swapped-signatures");
    noticed(RequesterCheck.CHAIN, "incomplete-chain", "chain-without-root", "foreign-chain");
    noticed(RequesterCheck.CERTIFICATE_TIME, "expired-certificate");
    noticed(RequesterCheck.CERTIFICATE_USE, "certificate-not-for-signatures");
    noticed(RequesterCheck.AUTH_CONTEXT, "without-auth-context");
    noticed(
        RequesterCheck.AUTH_CONTEXT_AGREES,
        "lower-level-in-certificate",
        "other-idp-in-certificate");
    noticed(RequesterCheck.CERTIFICATE_SUBJECT, "other-person", "other-subject");
    noticed(
        null,
        "other-binding",
        "other-profile",
        "without-assertion-ref",
        "without-signer",
        "without-chain");
  }

  /**
   * Where a second check notices the same fault: what says that the assertion was another also says
   * something else than the certificate.
   */
  private static final Map<String, Set<RequesterCheck>> ALSO =
      Map.of(
          "sign-response-lower-level", Set.of(RequesterCheck.AUTH_CONTEXT_AGREES),
          "sign-response-other-idp", Set.of(RequesterCheck.AUTH_CONTEXT_AGREES),
          "sign-response-other-signer", Set.of(RequesterCheck.CERTIFICATE_SUBJECT),
          "sign-response-foreign-chain",
              Set.of(
                  RequesterCheck.CERTIFICATE_USE,
                  RequesterCheck.AUTH_CONTEXT,
                  RequesterCheck.TO_BE_SIGNED,
                  RequesterCheck.SIGNATURE_VALUE),
          "sign-response-swapped-tasks", Set.of(RequesterCheck.SIGNATURE_VALUE),
          "sign-response-unsigned-task", Set.of());

  private final World world = new World();

  static Stream<Deviation> all() {
    return SignDeviations.all().stream();
  }

  private record Tried(SignRequest request, SignMade made) {}

  private Tried tried(Deviation deviation) {
    TestPerson person = world.person("ordinary-woman");
    SignRequest request =
        world
            .draft()
            .signer(
                new SamlAttribute(
                    Attribute.PERSONAL_IDENTITY_NUMBER.oidName(), person.number().orElseThrow()))
            .levels(World.LOA3)
            .tasks(Tasks.cms("first", AdesType.BES, "a"), Tasks.cms("second", AdesType.BES, "b"));
    SignMade made =
        world.sign(
            world.idp(),
            request,
            new Decision.SignIn(person, World.LOA3),
            SignInstruction.of(Deviations.of(deviation)));
    return new Tried(request, made);
  }

  @Test
  void everyDeviationHasItsCheck() {
    assertEquals(
        new TreeSet<>(SignDeviations.all().stream().map(Deviation::id).toList()),
        new TreeSet<>(NOTICED_BY.keySet()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRequesterRefusesForTheRightReason(Deviation deviation) {
    Tried tried = tried(deviation);
    List<Applied> applied = tried.made().applied();
    assertFalse(applied.isEmpty(), "it did nothing");
    for (Applied step : applied) {
      assertTrue(!step.essential() || !step.before().equals(step.after()), "it changed nothing");
    }
    ResponseRefusal refusal =
        assertThrows(
            ResponseRefusal.class,
            () -> world.requester().judge(tried.made().form().fields(), tried.request()));
    assertEquals(NOTICED_BY.get(deviation.id()), refusal.check(), refusal.getMessage());
  }

  /** All but what cannot be read at all: there the structure itself is wrong. */
  static Stream<Deviation> readable() {
    return all()
        .filter(each -> NOTICED_BY.get(each.id()).isPresent())
        .filter(each -> !each.id().equals("sign-response-misplaced-signature"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void oneThatLeavesTheCheckOutTakesIt(Deviation deviation) throws Exception {
    Tried tried = tried(deviation);
    Set<RequesterCheck> dropped = EnumSet.of(NOTICED_BY.get(deviation.id()).orElseThrow());
    dropped.addAll(ALSO.getOrDefault(deviation.id(), Set.of()));
    world
        .requester(dropped.toArray(RequesterCheck[]::new))
        .judge(tried.made().form().fields(), tried.request());
  }

  @Test
  void everyCheckNoticesSomething() {
    List<RequesterCheck> unseen = new ArrayList<>(List.of(RequesterCheck.values()));
    NOTICED_BY.values().forEach(check -> check.ifPresent(unseen::remove));
    unseen.remove(RequesterCheck.REPLAY); // of a delivery, below
    assertEquals(List.of(), unseen);
  }

  @Test
  void aResponseIsTakenOnce() throws Exception {
    TestPerson person = world.person("ordinary-woman");
    SignRequest request = world.draft().tasks(Tasks.cms("t", AdesType.BES, "a"));
    SignMade made = world.sign(world.idp(), request, person, World.LOA3);
    SignRequester requester = world.requester();
    requester.judge(made.form().fields(), request);
    ResponseRefusal refusal =
        assertThrows(ResponseRefusal.class, () -> requester.judge(made.form().fields(), request));
    assertEquals(Optional.of(RequesterCheck.REPLAY), refusal.check());
    SignRequester careless = world.requester(RequesterCheck.REPLAY);
    careless.judge(made.form().fields(), request);
    careless.judge(made.form().fields(), request);
  }

  @Test
  void requestIdsAreRandom() {
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = SignRequester.newRequestId();
      assertTrue(id.matches("[0-9a-f]{40}"), id);
      assertTrue(seen.add(id));
    }
    assertNotEquals(SignRequester.newRequestId(), SignRequester.newRequestId());
  }
}
