package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.genrep.lint.Finding;
import se.genrep.lint.Linter;
import se.genrep.lint.Severity;

/** What the reference service provider publishes keeps the rules that lint knows. */
class ServiceLintTest {

  /** Allowed, and quicker; one root for all, so that nobody takes the keys for anything else. */
  static final Set<String> ON_PURPOSE = Set.of("rsa-key-short", "certificate-not-self-signed");

  private static Stream<Finding> findings(World world, Variant variant) {
    Policy policy =
        new Policy(
            variant,
            world.setup,
            "https://demo.example.org",
            "https://demo.example.org/acs",
            ServiceKeys.of(World.PKI));
    byte[] metadata = ServiceMetadata.write(policy);
    return Linter.lint("sp.xml", new ByteArrayInputStream(metadata), Linter.Options.at(World.NOW))
        .all()
        .filter(finding -> !ON_PURPOSE.contains(finding.rule()));
  }

  @Test
  void itsMetadataKeepsTheRulesWithEitherIdentityProvider() {
    assertEquals(List.of(), findings(World.supplier(), Variant.conforming()).toList());
    assertEquals(List.of(), findings(World.uncertified(), Variant.conforming()).toList());
  }

  @Test
  void thatItTurnsSamordningsnummerAwayIsPointedOutAndNoError() {
    List<Finding> found = findings(World.supplier(), Variant.conforming().notOptedIn()).toList();
    assertEquals(
        List.of("samordningsnummer-not-accepted"), found.stream().map(Finding::rule).toList());
    assertEquals(Severity.INFO, found.get(0).severity());
  }
}
