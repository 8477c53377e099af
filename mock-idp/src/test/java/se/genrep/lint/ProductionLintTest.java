package se.genrep.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import se.genrep.lint.LintResult.Judged;
import se.genrep.lint.Rule.Subject;
import se.genrep.pki.Pem;

/**
 * The genuine aggregate of the federation's identity providers of August 2022, which may not be
 * kept in the project: its signature verifies, and each of its known oddities is reported.
 */
class ProductionLintTest {

  private static final String FEED = "samples/sweden-connect-prod-idp-2022-08-16.xml";
  private static final String SIGNER = "samples/sweden-connect-prod-metadata-signer.crt";
  private static final Instant THEN = Instant.parse("2022-08-16T15:00:00Z");

  private static LintResult lint(Instant at) throws IOException {
    try (InputStream feed = Files.newInputStream(fact(FEED))) {
      return Linter.lint(
          "feed.xml",
          feed,
          new Linter.Options(
              Set.of(Subject.IDP, Subject.SP), Pem.readCertificates(fact(SIGNER)), at));
    }
  }

  /** What a rule has seen, by the host or name of the entity. */
  private static Map<String, List<String>> seen(LintResult result, String rule) {
    Map<String, List<String>> seen = new TreeMap<>();
    for (Judged entity : result.entities()) {
      List<String> texts =
          entity.findings().stream()
              .filter(finding -> finding.rule().equals(rule))
              .map(Finding::seen)
              .toList();
      if (!texts.isEmpty()) {
        seen.put(entity.entityId(), texts);
      }
    }
    return seen;
  }

  @Test
  void itsSignatureVerifiesWithTheOperatorsCertificate() throws IOException {
    LintResult result = lint(THEN);
    assertEquals(12, result.entities().size());
    assertTrue(result.signature().trusted().isPresent(), result.signature().toString());
    assertEquals("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", result.signature().method());
    assertEquals(List.of(), result.findings());
  }

  @Test
  void itIsOutOfDateNow() throws IOException {
    LintResult result = lint(RulesTest.NOW);
    assertEquals(List.of("expired"), result.findings().stream().map(Finding::rule).toList());
    assertTrue(result.signature().trusted().isPresent());
  }

  @Test
  void noEntityBreaksTheSchema() throws IOException {
    assertEquals(Map.of(), seen(lint(THEN), "schema"));
  }

  @Test
  void oneMunicipalityDeclaresLevelsThatNoCategoryDelivers() throws IOException {
    assertEquals(
        List.of(
            "http://id.elegnamnden.se/loa/1.0/loa1, which no declared category delivers",
            "http://id.elegnamnden.se/loa/1.0/loa2, which no declared category delivers"),
        seen(lint(THEN), "level-without-category")
            .get("https://idp1.eskilstuna.se/saml/authenticate/swedenconnect"));
  }

  @Test
  void signMessageContextsAreStillThere() throws IOException {
    LintResult result = lint(THEN);
    assertEquals(
        Map.of(
            "https://idp-sweden-connect-valfr-2017.prod.frejaeid.com",
            List.of("http://id.elegnamnden.se/loa/1.0/loa3-sigmessage")),
        seen(result, "sign-message-context"));
    assertEquals(
        List.of(
            "https://eid.legitimeringstjanst.se/sc/bankid/",
            "https://eid.legitimeringstjanst.se/sc/mobilt-bankid/",
            "https://eid.legitimeringstjanst.se/sc/telia-browserplugin/"),
        List.copyOf(seen(result, "removed-context").keySet()));
  }

  @Test
  void contractsHaveLettersThatNoUrlHasAndSlashesOfTheirOwn() throws IOException {
    LintResult result = lint(THEN);
    Map<String, List<String>> letters = seen(result, "identifier-no-url");
    assertEquals(5, letters.size(), letters.toString());
    letters.values().forEach(texts -> assertTrue(texts.get(0).contains("tjänster"), texts.get(0)));
    Map<String, List<String>> slashes = seen(result, "contract-with-slashes");
    assertEquals(8, slashes.size(), slashes.toString());
    assertEquals(14, slashes.values().stream().mapToInt(List::size).sum());
  }

  @Test
  void someEntitiesHaveNamesThatAreNoAddresses() throws IOException {
    Set<String> names = seen(lint(THEN), "entity-id-no-address").keySet();
    assertEquals(5, names.size(), names.toString());
    names.forEach(name -> assertTrue(name.startsWith("urn:"), name));
  }

  @Test
  void someMailAddressesAreNoUris() throws IOException {
    Map<String, List<String>> addresses = seen(lint(THEN), "email-without-mailto");
    Set<String> without = new TreeSet<>();
    addresses.values().forEach(without::addAll);
    assertEquals(
        Set.of(
            "itdrift@eskilstuna.se",
            "operations@swedenconnect.se",
            "partnersupport@frejaeid.com",
            "pm-eid@pensionsmyndigheten.se",
            "servicedesk@cybercom.com"),
        without);
    assertEquals(7, addresses.size(), "the other five write mailto:");
  }

  @Test
  void nineOfTwelveAreUncertified() throws IOException {
    assertEquals(9, seen(lint(THEN), "uncertified").size());
  }

  @Test
  void theOnlyContractOfTheOperatorIsThatOf2017() throws IOException {
    LintResult result = lint(THEN);
    assertEquals(
        Map.of(
            "https://idp-sweden-connect-valfr-2017.prod.frejaeid.com",
            List.of("eid-choice-2017 alone of the two")),
        seen(result, "eid-choice-2017"));
  }

  @Test
  void eachIsReportedUnderARequirement() throws IOException {
    Map<String, Set<String>> ids =
        lint(THEN)
            .all()
            .collect(
                Collectors.groupingBy(
                    Finding::rule,
                    TreeMap::new,
                    Collectors.flatMapping(f -> f.requirements().stream(), Collectors.toSet())));
    assertTrue(ids.get("sign-message-context").contains("TAR-3.3-08"));
    assertTrue(ids.get("removed-context").contains("TAR-3.3-08"));
    assertTrue(ids.get("level-without-category").contains("DP-2.1.3-01"));
    assertTrue(ids.get("identifier-no-url").contains("REG-2.1-01"));
    assertTrue(ids.get("contract-with-slashes").contains("TAR-3.6.2-01"));
    assertTrue(ids.get("entity-id-no-address").contains("DP-2-01"));
    assertTrue(ids.get("email-without-mailto").contains("DP-2-02"));
    assertTrue(ids.get("uncertified").contains("REG-3.1.1.2-02"));
    assertTrue(ids.get("eid-choice-2017").contains("TAR-3.6.5-02"));
    assertTrue(ids.get("category-deprecated").contains("TAR-3.4.1-05"));
  }

  /** Beside the repository; a build machine must have it, another may not. */
  private static Path fact(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("docs/design.md"))) {
      folder = folder.getParent();
    }
    Path file =
        folder == null ? null : folder.resolveSibling("shared").resolve("facts").resolve(name);
    if (file == null || !Files.exists(file)) {
      String reason = "../shared/facts/" + name + " is not there";
      if ("true".equals(System.getenv("CI"))) {
        fail(reason);
      }
      Assumptions.abort(reason);
    }
    return file;
  }
}
