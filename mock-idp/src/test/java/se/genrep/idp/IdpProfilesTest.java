package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.input.BadInput;
import se.genrep.input.Yaml;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;

class IdpProfilesTest {

  private static final String SUPPLIER = text("supplier-loa2-loa3");
  private static final String PROXY = text("proxy");
  private static final String EIDAS = text("eidas-connector");
  private static final String EMPLOYEE = text("employee-orgid");
  private static final String UNCERTIFIED_LOA3 =
      "http://id.swedenconnect.se/loa/1.0/uncertified-loa3";

  @Test
  void findsEveryProfileByListing() {
    assertEquals(
        List.of(
            "eid-choice-2017",
            "eidas-connector",
            "employee-orgid",
            "proxy",
            "supplier-loa2-loa3",
            "supplier-loa4",
            "supplier-without-samordningsnummer",
            "uncertified-bankid"),
        IdpProfiles.ids());
    assertEquals(IdpProfiles.ids(), IdpProfiles.load().stream().map(IdpProfile::id).toList());
  }

  @Test
  void theSupplierServesLevelTwoAndThreeUnderTheAuthorisationSystem() {
    IdpProfile supplier = IdpProfiles.find("supplier-loa2-loa3");
    assertEquals(List.of(LevelOfAssurance.LOA3, LevelOfAssurance.LOA2), supplier.levels());
    assertEquals(
        List.of("http://id.swedenconnect.se/contract/sc/eid-authorization-system"),
        supplier.contracts());
    assertEquals(Duration.ofMinutes(5), supplier.assertionLifetime());
    assertEquals(
        List.of(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER, Attribute.TRANSACTION_IDENTIFIER),
        supplier.extraAttributes());
  }

  /** BID-4.1-01, TAR-1.2.3-16. */
  @Test
  void theBankIdTypeIsUncertifiedAndWantsSignedRequests() {
    IdpProfile bankid = IdpProfiles.find("uncertified-bankid");
    assertEquals(List.of(LevelOfAssurance.UNCERTIFIED_LOA3), bankid.levels());
    assertTrue(bankid.wantAuthnRequestsSigned());
    assertEquals(List.of(), bankid.contracts());
  }

  @Test
  void anUnknownProfileIsRefusedWithTheKnownOnes() {
    BadInput refused = assertThrows(BadInput.class, () -> IdpProfiles.find("nobody"));
    assertTrue(refused.getMessage().contains("supplier-loa2-loa3"), refused.getMessage());
  }

  @Test
  void unknownAndMissingKeysAreRefused() {
    assertRefused(
        SUPPLIER + "wishes: none\n", "wishes: none", "wishes", "'wishes' is not known here");
    assertRefused(
        SUPPLIER.replace("  signing: rsa-2048\n", ""),
        "encryption: rsa-2048",
        "keys",
        "'signing' is missing");
    assertRefused(
        SUPPLIER.replace("logo:\n", "logos:\n"), "file: supplier", "logos", "'logos' is not known");
  }

  /** A mock says so. */
  @Test
  void aNameWithoutTheWordMockIsRefused() {
    assertRefused(
        SUPPLIER.replace("sv: MOCK Leverantör LoA", "sv: Leverantör LoA"),
        "sv: Leverantör LoA",
        "display-name.sv",
        "lacks the word MOCK");
  }

  /** TAR-3.1-02. */
  @Test
  void anOrganisationNumberWithHyphenIsRefused() {
    assertRefused(
        SUPPLIER.replace("\"5599999991\"", "\"559999-9991\""),
        "559999-9991",
        "organization.number",
        "10 digits");
  }

  @Test
  void identifiersOutsideTheRegistryAreRefused() {
    assertRefused(
        SUPPLIER.replace("loa/1.0/loa2", "loa/1.0/loa9"),
        "loa/1.0/loa9",
        "levels-of-assurance",
        "no level of assurance");
    assertRefused(
        SUPPLIER.replace("loa/1.0/loa2", "loa/1.0/loa3-sigmessage"),
        "loa3-sigmessage",
        "levels-of-assurance",
        "no level of assurance");
    assertRefused(
        SUPPLIER.replace("ec/1.0/loa2-pnr", "ec/1.0/loa9-pnr"),
        "loa9-pnr",
        "entity-categories",
        "no entity category");
    assertRefused(
        SUPPLIER.replace("- dateOfBirth", "- birthday"),
        "- birthday",
        "attributes",
        "no attribute");
  }

  /** DP-2.1.1.3-03. */
  @Test
  void algorithmsOutsideChapterEightAreNotDeclared() {
    assertRefused(
        SUPPLIER.replace("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-md5"),
        "#rsa-md5",
        "algorithms.signature",
        "DP chapter 8");
    assertRefused(
        SUPPLIER.replace("xmlenc#aes256-cbc", "xmlenc#tripledes-cbc"),
        "#tripledes-cbc",
        "algorithms.encryption",
        "DP chapter 8");
  }

  /** REG-3.1.1.2-01, TAR-1.2.3-14. */
  @Test
  void certifiedAndUncertifiedLevelsExcludeEachOther() {
    assertRefused(
        SUPPLIER.replace(
            "http://id.elegnamnden.se/loa/1.0/loa2",
            "http://id.swedenconnect.se/loa/1.0/uncertified-loa2"),
        "loa/1.0/loa3",
        "levels-of-assurance",
        "stand together");
  }

  /** TAR-3.3-06. */
  @Test
  void eidasLevelsAreReserved() {
    assertRefused(
        SUPPLIER.replace("loa/1.0/loa2", "loa/1.0/eidas-sub"),
        "loa/1.0/loa3",
        "levels-of-assurance",
        "eIDAS");
  }

  /** REG-3.1.1.2-03, TAR-1.2.3-21, TAR-3.4.7-03. */
  @Test
  void uncertifiedEidasLevelsAreForProxies() {
    String alone = PROXY.substring(0, PROXY.indexOf("# Who is behind"));
    String rest = PROXY.substring(PROXY.indexOf("entity-categories:"));
    assertRefused(alone + rest, UNCERTIFIED_LOA3, "levels-of-assurance", "only a proxy may use");
  }

  /** DP-6.2-23: who authenticated must follow from the level. */
  @Test
  void everyLevelOfAProxyHasOneAuthority() {
    assertRefused(
        PROXY.replace(
            "      - http://id.swedenconnect.se/loa/1.0/uncertified-loa2\n",
            "      - http://id.swedenconnect.se/loa/1.0/uncertified-loa3\n"),
        UNCERTIFIED_LOA3,
        "levels-of-assurance",
        "2 of the authorities");
    assertRefused(
        PROXY.replace("profile: eidas-connector", "profile: eidas"),
        "profile: eidas",
        "authorities.profile",
        "no profile 'eidas'");
    assertRefused(
        PROXY.replace("- id: password", "- id: bankid"),
        "- id: bankid\n    entity-id",
        "authorities",
        "stands here twice");
  }

  /** TAR-3.3-06: the levels come with the countries, and with nothing else. */
  @Test
  void theEidasConnectorHasCountriesAndEidasLevelsAlone() {
    String loa = "  - http://id.elegnamnden.se/loa/1.0/eidas-low\n";
    assertRefused(
        EIDAS.replace(loa, "  - http://id.elegnamnden.se/loa/1.0/loa3\n"),
        "eidas-nf-sub",
        "levels-of-assurance",
        "for it alone");
    assertRefused(
        EIDAS.replace("code: \"NO\"", "code: \"no\""),
        "code: \"no\"",
        "countries.code",
        "no country code");
    assertTrue(IdpProfiles.find("eidas-connector").isEidasConnector());
    assertFalse(IdpProfiles.find("proxy").isEidasConnector());
  }

  /** TAR-3.3-04, -05. */
  @Test
  void nonResidentLevelsNeedTheEmployeeContract() {
    assertRefused(
        EMPLOYEE.replace("  - http://id.swedenconnect.se/contract/sc/prepaid-auth-2021\n", ""),
        "http://id.elegnamnden.se/loa/1.0/loa3",
        "levels-of-assurance",
        "without the contract prepaid-auth-2021");
  }

  /** TAR-2.1.2-02, TAR-2.3-03 to -05, DP-2.1.3.1-02. */
  @Test
  void theEmployeeContractNeedsAttributeDisplayThreeSetsAndScopes() {
    String first = "http://id.swedenconnect.se/ec/1.0/loa2-orgid";
    assertRefused(
        EMPLOYEE.replace("attribute-display: true", "attribute-display: false"),
        first,
        "entity-categories",
        "always told");
    assertRefused(
        EMPLOYEE.replace("  - http://id.elegnamnden.se/ec/1.0/loa2-pnr\n", ""),
        first,
        "entity-categories",
        "wants the orgid, the pnr and the name category");
    assertRefused(
        EMPLOYEE.replaceAll("scopes: .*\n", "scopes: []\n"),
        "  - sn",
        "attributes",
        "no scopes are");
  }

  /** TAR-1.1.1-01. */
  @Test
  void theOldContractIsForLevelThreeAndFour() {
    assertRefused(
        SUPPLIER.replace("eid-authorization-system", "eid-choice-2017"),
        "loa/1.0/loa3",
        "levels-of-assurance",
        "level 3 and 4 alone");
  }

  @Test
  void anUnknownVersionOfTheFrameworkIsRefused() {
    assertRefused(
        SUPPLIER.replace("framework: \"1.9-draft\"", "framework: \"2.0\""),
        "framework: \"2.0\"",
        "framework",
        "Use 1.8 or 1.9-draft");
    assertEquals(Framework.V1_8, IdpProfiles.find("eid-choice-2017").framework());
  }

  /** TAR-3.4.1-03, EC-2.1.1-01. */
  @Test
  void aCategoryNeedsItsLevel() {
    assertRefused(
        SUPPLIER.replace("  - http://id.elegnamnden.se/loa/1.0/loa3\n", ""),
        "ec/1.0/loa2-pnr",
        "entity-categories",
        "loa3-pnr is declared without a level");
  }

  /** TAR-3.4.1-04. */
  @Test
  void aPnrCategoryNeedsTheNameCategory() {
    assertRefused(
        SUPPLIER.replace("  - http://id.swedenconnect.se/ec/1.0/loa3-name\n", ""),
        "ec/1.0/loa2-pnr",
        "entity-categories",
        "without loa3-name");
  }

  /** DP-6.2.1-02. */
  @Test
  void aCategoryNeedsTheAttributesOfItsSet() {
    assertRefused(
        SUPPLIER.replace("  - displayName\n", ""), "  - sn", "attributes", "demands displayName");
  }

  /** TAR-2.3-01, TAR-2.3-02. */
  @Test
  void theAuthorisationSystemNeedsBothSetsAtEveryLevel() {
    assertRefused(
        SUPPLIER.replace("  - http://id.swedenconnect.se/ec/1.0/loa2-name\n", ""),
        "ec/1.0/loa2-pnr",
        "entity-categories",
        "the authorisation system");
  }

  /** DP-8-01, DP-8-03. */
  @Test
  void shortKeysAndEncryptionToEcKeysAreRefused() {
    assertRefused(
        SUPPLIER.replace("signing: rsa-2048", "signing: rsa-1024"),
        "signing: rsa-1024",
        "keys",
        "2048");
    assertRefused(
        SUPPLIER.replace("encryption: rsa-2048", "encryption: p-256"),
        "encryption: p-256",
        "keys.encryption",
        "cannot be encrypted to");
  }

  @Test
  void aSenselessLifetimeIsRefused() {
    assertRefused(
        SUPPLIER.replace("assertion-lifetime-seconds: 300", "assertion-lifetime-seconds: 0"),
        "lifetime-seconds: 0",
        "assertion-lifetime-seconds",
        "no sensible lifetime");
  }

  /** BID-5.2-02: who is like a BankID service says so; DP 6.4 leaves it open. */
  @Test
  void aFailedAuthenticationIsTheRequestersOrTheResponders() {
    assertEquals(
        List.of("uncertified-bankid"),
        IdpProfiles.load().stream()
            .filter(profile -> profile.failedAuthentication() == StatusCode.REQUESTER)
            .map(IdpProfile::id)
            .toList());
    assertEquals(
        StatusCode.RESPONDER,
        IdpProfileReader.read("x", Yaml.parse(SUPPLIER, "x.yaml")).failedAuthentication());
    assertRefused(
        SUPPLIER + "failed-authentication: success\n",
        "failed-authentication: success",
        "failed-authentication",
        "no top-level status");
  }

  @Test
  void aMissingLogoIsRefused() {
    assertRefused(
        SUPPLIER.replace("file: supplier-loa2-loa3.svg", "file: none.svg"),
        "file: none.svg",
        "logo.file",
        "no SVG image 'none.svg'");
  }

  /**
   * @param onLine what stands on the line that the complaint names
   */
  private static void assertRefused(String yaml, String onLine, String key, String problem) {
    BadInput refused =
        assertThrows(BadInput.class, () -> IdpProfileReader.read("x", Yaml.parse(yaml, "x.yaml")));
    long line = yaml.substring(0, yaml.indexOf(onLine)).lines().count();
    boolean startsLine = yaml.charAt(yaml.indexOf(onLine) - 1) == '\n';
    assertEquals("x.yaml:" + (startsLine ? line + 1 : line) + ": " + key, refused.where());
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
  }

  private static String text(String id) {
    try (InputStream in = IdpProfiles.class.getResourceAsStream("/profiles/" + id + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
