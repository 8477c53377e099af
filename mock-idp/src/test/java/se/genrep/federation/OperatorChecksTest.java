package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.genrep.federation.EntityMetadata.Organization;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.requirement.Role;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

class OperatorChecksTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final TestPki PKI = TestPki.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
  private static final Credential KEY = PKI.credential("sp", KeyType.RSA_2048);
  private static final String NUMBER =
      "<md:Extensions><o:OrganizationNumber"
          + " xmlns:o=\"http://id.swedenconnect.se/authn/1.0/md-org-ext/ns\">%s"
          + "</o:OrganizationNumber></md:Extensions>";

  @Test
  void nothingIsFoundAboutGoodMetadata() {
    assertEquals(
        List.of(),
        remarks(good().organization(NUMBER.formatted("5599999991") + SpMetadata.ORGANIZATION)));
  }

  /** TAR-3.1-01. */
  @Test
  void anEntityBelongsToAnOrganization() {
    assertFault("TAR-3.1-01", 8, good().organization(""));
  }

  /** TAR-3.1-02, TAR-3.1-06. */
  @Test
  void aNumberThatIsGivenIsOne() {
    for (String wrong : List.of("559999-9991", "55999999", "0005599999991", "")) {
      assertFault(
          "TAR-3.1-02", -2, good().organization(NUMBER.formatted(wrong) + SpMetadata.ORGANIZATION));
    }
    assertFault(
        "TAR-3.1-06",
        -2,
        good().organization(NUMBER.formatted("5599999992") + SpMetadata.ORGANIZATION));
  }

  /** TAR-3.1-06: a missing one is added; the same for the same organisation, and possible. */
  @Test
  void aMissingNumberIsAddedAndSaid() {
    List<Finding> found = remarks(good());
    assertEquals(List.of("TAR-3.1-06"), found.stream().map(Finding::requirement).toList());
    assertFalse(found.get(0).isFault());
    Set<String> numbers = new TreeSet<>();
    for (int i = 0; i < 300; i++) {
      String number = OrganizationNumber.assigned(organization("MOCK " + i));
      assertTrue(OrganizationNumber.isPossible(number), number);
      assertEquals(number, OrganizationNumber.assigned(organization("mock " + i)));
      numbers.add(number);
    }
    assertTrue(numbers.size() > 100, numbers::toString);
  }

  private static Organization organization(String name) {
    return new Organization(Map.of("sv", name), Map.of(), Map.of(), Optional.empty());
  }

  /** TAR-3.2-06. */
  @Test
  void aServiceIsShownWithLogotypeAndSwedishName() {
    assertFault("TAR-3.2-06", -2, good().roleExtensions(""));
    assertFault(
        "TAR-3.2-06",
        -2,
        good().roleExtensions(SpMetadata.UI_INFO.replaceAll("<mdui:Logo.*</mdui:Logo>", "")));
    assertFault(
        "TAR-3.2-06",
        -2,
        good().roleExtensions(SpMetadata.UI_INFO.replace("xml:lang=\"sv\"", "xml:lang=\"fi\"")));
  }

  /** TAR-3.5.2-03. */
  @Test
  void aServiceIsOfOneSector() {
    assertFault("TAR-3.5.2-03", -2, good().categories("urn:none"));
    assertFault(
        "TAR-3.5.2-03",
        -2,
        good().categories(SpMetadata.PUBLIC, SpMetadata.PUBLIC.replace("public", "private")));
    assertEquals(
        1, remarks(good().categories(SpMetadata.PUBLIC.replace("public", "private"))).size());
  }

  /** DP-2.1.4-03, AFS-2.1.4-03. */
  @Test
  void aSignatureServiceSignsItsRequests() {
    String signing = "http://id.elegnamnden.se/st/1.0/sigservice";
    SpMetadata service = good().categories(SpMetadata.PUBLIC, signing);
    assertFault("DP-2.1.4-03", -2, service);
    assertFault("DP-2.1.4-03", -2, service.role("AuthnRequestsSigned=\"false\""));
    assertEquals(1, remarks(service.role("AuthnRequestsSigned=\"true\"")).size());
  }

  /** TAR-3.7-02, TAR-3.7-04. */
  @Test
  void organisationIdentitiesComeWithScopes() {
    assertEquals(Set.of("TAR-3.7-02"), faults(idp("loa3-orgid", "")));
    assertEquals(Set.of(), faults(idp("loa3-pnr", "")));
    assertEquals(Set.of(), faults(idp("loa3-orgid", "5599999991")));
    assertEquals(Set.of("TAR-3.7-04"), faults(idp("loa3-orgid", "559999-9991")));
  }

  private static Set<String> faults(EntityMetadata entity) {
    return entity.remarks().stream()
        .filter(Finding::isFault)
        .map(Finding::requirement)
        .collect(Collectors.toSet());
  }

  private static EntityMetadata idp(String category, String scope) {
    String uri =
        (category.endsWith("orgid")
                ? "http://id.swedenconnect.se/ec/1.0/"
                : "http://id.elegnamnden.se/ec/1.0/")
            + category;
    String text =
        good()
            .categories(uri)
            .roleExtensions(
                SpMetadata.UI_INFO
                    + (scope.isEmpty()
                        ? ""
                        : "<s:Scope xmlns:s=\"urn:mace:shibboleth:metadata:1.0\">"
                            + scope
                            + "</s:Scope>"))
            .consumers(
                "<md:SingleSignOnService Location=\"https://idp.example.org/\""
                    + " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\"/>")
            .text()
            .replace("SPSSODescriptor", "IDPSSODescriptor");
    return MetadataReader.readOne("idp.xml", text.getBytes(StandardCharsets.UTF_8), NOW);
  }

  /** TAR-3.1-07, and the other checks: what is published has no fault. */
  @Test
  void whatIsPublishedHoldsWhatTheOperatorChecks() {
    Federation federation = Federation.inMemory(PKI, Clock.fixed(NOW, ZoneOffset.UTC));
    federation.join("good", SpMetadata.registered("urn:good", KEY).bytes());
    federation.join("bare", SpMetadata.of("urn:bare").key("", KEY, "").bytes());
    assertTrue(federation.serviceProvider("urn:bare").isPresent(), "it can sign in all the same");
    XmlNode root = XmlNode.root(Xml.parse(federation.aggregate()));
    assertEquals(1, root.all("md:EntityDescriptor").size());
    for (MetadataReader.Reading reading :
        List.of(
            MetadataReader.read("all.xml", federation.aggregate(), NOW),
            MetadataReader.read(
                "one.xml", federation.document("urn:good").orElseThrow().bytes(), NOW))) {
      EntityMetadata published = reading.entities().get(0);
      assertEquals(List.of(), published.remarks());
      assertTrue(published.organization().orElseThrow().number().isPresent());
    }
    assertTrue(federation.document("urn:bare").isEmpty());
  }

  /** EC-2-03: further categories are no fault. */
  @Test
  void unknownCategoriesArePublished() {
    assertFalse(
        remarks(good().categories(SpMetadata.PUBLIC, "http://id.swedenconnect.se/ec/genrep/own"))
            .stream()
            .anyMatch(Finding::isFault));
  }

  /** What the operator has to do that no metadata shows; docs/federation.md says the same. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("DP-2.1.1.1-11", "leaves room for further demands; they are TAR-3.2's"),
          Map.entry("TAR-1.3.4-02", "a review by Digg is no matter of metadata"),
          Map.entry("TAR-3.2-07", "only eyes can judge; the join page says so"),
          Map.entry("TAR-3.6.1-02", "the mock federation has no agreements"),
          Map.entry("TAR-3.6.3-03", "the mock federation has no agreements"),
          Map.entry("TAR-3.6.4-03", "the mock federation has no agreements"),
          Map.entry("TAR-3.6.5-03", "the mock federation has no agreements"),
          Map.entry("TAR-3.7-06", "nobody reports a list of organisations to it"),
          Map.entry("IB-2-01", "no identity binding service runs here"),
          Map.entry("IB-2-02", "no identity binding service runs here"),
          Map.entry("IB-3-01", "no identity binding service runs here"),
          Map.entry("IB-3-02", "no identity binding service runs here"),
          Map.entry("IB-3-03", "no identity binding service runs here"),
          Map.entry("IB-3-04", "no identity binding service runs here"),
          Map.entry("IB-3-05", "no identity binding service runs here"),
          Map.entry("IB-3-06", "no identity binding service runs here"),
          Map.entry("IB-3.2-02", "no identity binding service runs here"),
          Map.entry("IB-3.2-03", "no identity binding service runs here"));

  /** The tests of this class that name the requirement in their comment. */
  private static final Set<String> TESTED =
      Set.of(
          "TAR-3.1-06",
          "TAR-3.1-07",
          "TAR-3.2-06",
          "TAR-3.5.2-03",
          "TAR-3.7-02",
          "DP-2.1.4-03",
          "AFS-2.1.4-03",
          "EC-2-03");

  @Test
  void everyRequirementOnTheOperatorIsTestedOrHasAReason() {
    Set<String> all =
        Catalogue.load().all().stream()
            .filter(each -> each.roles().contains(Role.FEDERATION_OPERATOR))
            .map(Requirement::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(TESTED);
    known.addAll(REASONS.keySet());
    assertEquals(all, known);
  }

  private static SpMetadata good() {
    return SpMetadata.registered("urn:a", KEY);
  }

  private static List<Finding> remarks(SpMetadata metadata) {
    return MetadataReader.readOne("sp.xml", metadata.bytes(), NOW).remarks();
  }

  /**
   * @param line -2 for any
   */
  private static void assertFault(String requirement, int line, SpMetadata metadata) {
    List<Finding> faults = remarks(metadata).stream().filter(Finding::isFault).toList();
    assertEquals(
        Set.of(requirement), faults.stream().map(Finding::requirement).collect(Collectors.toSet()));
    assertTrue(faults.get(0).line() > 0, faults::toString);
    if (line > 0) {
      assertEquals(line, faults.get(0).line());
    }
  }
}
