package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.World;
import se.genrep.federation.EntityMetadata;
import se.genrep.lint.Finding;
import se.genrep.lint.Linter;
import se.genrep.lint.Severity;
import se.genrep.registry.ServiceType;

/** The signing service in the metadata of the federation (DP 2.1.4, EC 4.1). */
class SigningMetadataTest {

  private final World world = new World();

  private EntityMetadata entity() {
    return world.federation.serviceProvider(world.service.entityId()).orElseThrow();
  }

  @Test
  void itDeclaresThatItIsASigningServiceAndSignsRequests() {
    assertTrue(entity().declares(ServiceType.SIGSERVICE.uri()));
    assertTrue(entity().sp().authnRequestsSigned());
    assertTrue(entity().isPublished());
  }

  /** What it is told for information is so on purpose: it is for employees as well. */
  @Test
  void itKeepsTheRulesThatLintKnows() {
    List<Finding> found =
        Linter.lint(
                "sign.xml",
                new ByteArrayInputStream(world.service.metadata()),
                Linter.Options.at(world.clock.instant()))
            .all()
            .filter(finding -> finding.severity() != Severity.INFO)
            .toList();
    assertEquals(List.of(), found);
  }

  @Test
  void itsMetadataIsInTheFeedFromTheStart() {
    String feed = new String(world.federation.aggregate(), StandardCharsets.UTF_8);
    assertTrue(feed.contains("entityID=\"" + world.service.entityId() + "\""));
  }
}
