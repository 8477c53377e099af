package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.lint.Finding;
import se.genrep.lint.LintResult;
import se.genrep.lint.Linter;
import se.genrep.lint.Rule.Subject;
import se.genrep.lint.Severity;

/** What every profile publishes keeps the rules that lint knows. */
class IdpLintTest {

  /**
   * On purpose, each with its reason.
   *
   * <ul>
   *   <li>rsa-key-short: 2048 bits are allowed, and a signature takes a third of the time
   *   <li>certificate-not-self-signed: all keys chain to the MOCK root, so that nobody takes them
   *       for anything else
   * </ul>
   */
  private static final Set<String> ON_PURPOSE =
      Set.of("rsa-key-short", "certificate-not-self-signed");

  static Stream<String> profiles() {
    return IdpProfiles.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theMetadataOfTheProfileKeepsTheRules(String profile) {
    Setting setting = new Setting(profile);
    LintResult result =
        Linter.lint(
            profile,
            new ByteArrayInputStream(setting.idp.metadata()),
            new Linter.Options(
                Set.of(Subject.IDP, Subject.SP),
                List.of(setting.federation.signer()),
                Setting.NOW));
    Set<String> found =
        result
            .all()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(Finding::rule)
            .filter(rule -> !ON_PURPOSE.contains(rule))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), found, result.entities()::toString);
    assertEquals(setting.federation.signer(), result.signature().trusted().orElseThrow());
  }
}
