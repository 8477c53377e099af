package se.genrep.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.federation.Federation;
import se.genrep.federation.MetadataReader;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.MockIdp;
import se.genrep.person.Cast;
import se.genrep.pki.TestPki;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** Feeds that are wrong in one way each. */
class FeedDeviationsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final TestPki PKI = TestPki.inMemory(CLOCK);

  private static Federation federation;
  private static MockIdp idp;

  @BeforeAll
  static void start() {
    federation = Federation.inMemory(PKI, CLOCK);
    idp = member("supplier-loa2-loa3");
    member("eid-choice-2017");
  }

  private static MockIdp member(String profile) {
    AtomicInteger ids = new AtomicInteger();
    return new MockIdp(
        IdpProfiles.find(profile),
        "http://idp.example.org",
        PKI,
        federation,
        Cast::load,
        CLOCK,
        () -> "_id" + ids.incrementAndGet());
  }

  static Stream<Deviation> ofFeeds() {
    return DeviationLibrary.all().stream().filter(Deviation::isOfFeeds);
  }

  private static Scene scene(Deviation deviation) {
    return idp.sceneOfFeed(Deviations.of(deviation));
  }

  private static String written(Scene scene) {
    return new String(
        FeedWriter.write(federation.aggregate(), federation.operator(), scene),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("ofFeeds")
  void eachChangesTheFeedAtItsStage(Deviation deviation) {
    Scene scene = scene(deviation);
    written(scene);
    List<Applied> steps = scene.applied();
    assertEquals(deviation.steps().size(), steps.size());
    assertFalse(steps.isEmpty());
    steps.forEach(step -> assertTrue(step.changed(), step.stage()));
  }

  @Test
  void noTwoMakeTheSameFeed() {
    Set<String> seen = new HashSet<>();
    List<Deviation> all = ofFeeds().toList();
    all.forEach(deviation -> assertTrue(seen.add(body(deviation)), deviation.id()));
    assertTrue(all.size() >= 18, "only " + all.size());
  }

  /** Without what differs each time: the ID, and so digest and signature. */
  private static String body(Deviation deviation) {
    return written(scene(deviation))
        .replaceAll("ID=\"[^\"]*\"|URI=\"[^\"]*\"", "")
        .replaceAll("(Digest|Signature)Value>[^<]*", "");
  }

  @Test
  void withoutADeviationTheFeedIsGood() {
    String good = written(idp.sceneOfFeed(Deviations.NONE));
    MetadataReader.Reading reading =
        MetadataReader.read("feed", good.getBytes(StandardCharsets.UTF_8), NOW);
    assertEquals(2, reading.entities().size());
    assertEquals(List.of(), reading.problems());
  }

  /** What is attacked must be all that is wrong. */
  @ParameterizedTest
  @MethodSource("ofFeeds")
  void eachIsMetadataStill(Deviation deviation) {
    Set<Deviation> odd =
        Set.of(
            FeedDeviations.FEED_TRUNCATED,
            FeedDeviations.FEED_DOCTYPE,
            FeedDeviations.FEED_EXPIRED);
    if (odd.contains(deviation)) {
      return;
    }
    byte[] feed = written(scene(deviation)).getBytes(StandardCharsets.UTF_8);
    MetadataReader.Reading reading = MetadataReader.read("feed", feed, NOW);
    assertEquals(List.of(), reading.problems());
    boolean gone = deviation.equals(FeedDeviations.FEED_WITHOUT_IDP);
    assertEquals(
        !gone,
        reading.entities().stream().anyMatch(each -> each.entityId().equals(idp.entityId())));
  }

  @Test
  void theFeedOfYesterdayEndsBeforeTheOneOfToday() {
    XmlNode today = XmlNode.root(Xml.parse(federation.aggregate()));
    XmlNode yesterday = XmlNode.root(Xml.parse(written(scene(FeedDeviations.FEED_ROLLED_BACK))));
    Instant end = Instant.parse(yesterday.attribute("validUntil").orElseThrow());
    assertTrue(end.isBefore(Instant.parse(today.attribute("validUntil").orElseThrow())));
    assertTrue(end.isAfter(NOW));
    assertNotEquals(today.toString(), yesterday.toString());
  }
}
