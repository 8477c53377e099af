package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The metadata of real identity providers, which may not be kept in the project. */
class ProductionMetadataTest {

  private static final String SAMPLE = "samples/sweden-connect-prod-idp-2022-08-16.xml";

  @Test
  void theProductionFeedOfAugust2022IsReadWhole() throws IOException {
    MetadataReader.Reading reading =
        MetadataReader.read(
            "feed.xml", Files.readAllBytes(sample()), Instant.parse("2022-08-16T12:00:00Z"));
    assertEquals(List.of(), reading.problems());
    assertEquals(12, reading.entities().size());
    for (EntityMetadata entity : reading.entities()) {
      assertFalse(entity.assurance().isEmpty(), entity.entityId());
      assertFalse(entity.organization().orElseThrow().names().isEmpty(), entity.entityId());
      var role = entity.identityProvider().orElseThrow();
      assertTrue(role.ui().displayName("sv").isPresent(), entity.entityId());
      assertFalse(role.keys().signing().isEmpty(), entity.entityId());
      assertFalse(role.singleSignOn().isEmpty(), entity.entityId());
    }
  }

  @Test
  void theProductionFeedOfAugust2022IsOutOfDateNow() throws IOException {
    MetadataReader.Reading reading =
        MetadataReader.read(
            "feed.xml", Files.readAllBytes(sample()), Instant.parse("2026-11-24T08:00:00Z"));
    assertEquals(List.of(), reading.entities());
    assertTrue(reading.problems().get(0).problem().contains("which has passed"));
  }

  /** Beside the repository; a build machine must have it, another may not. */
  private static Path sample() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("docs/design.md"))) {
      folder = folder.getParent();
    }
    Path file =
        folder == null ? null : folder.resolveSibling("shared").resolve("facts").resolve(SAMPLE);
    if (file == null || !Files.exists(file)) {
      String reason = "../shared/facts/" + SAMPLE + " is not there";
      if ("true".equals(System.getenv("CI"))) {
        fail(reason);
      }
      Assumptions.abort(reason);
    }
    return file;
  }
}
