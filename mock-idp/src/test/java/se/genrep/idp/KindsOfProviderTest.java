package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.deviation.Deviations;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SpMetadata;
import se.genrep.input.Yaml;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;
import se.genrep.registry.Prid;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** What each kind of identity provider does that the others do not: who, what, and by whom. */
class KindsOfProviderTest {

  private static final String LOA3 = LevelOfAssurance.LOA3.uri();
  private static final String LOA3_NONRESIDENT = LevelOfAssurance.LOA3_NONRESIDENT.uri();
  private static final String LOA3_ORGID = ServiceEntityCategory.LOA3_ORGID.uri();
  private static final String LOA3_PNR = ServiceEntityCategory.LOA3_PNR.uri();
  private static final String LOA3_NAME = ServiceEntityCategory.LOA3_NAME.uri();
  private static final String EIDAS = ServiceEntityCategory.EIDAS_NATURALPERSON.uri();
  private static final String NF_SUB = LevelOfAssurance.EIDAS_NF_SUB.uri();

  // Employees

  /** ATTR-2.4-01, ATTR-2.4-02, ATTR-2.4-04, TAR-2.3-03. */
  @Test
  void theOrgidCategoryGetsTheOrganisationIdentityAndNoNumber() {
    Setting employee = setting("employee-orgid", LOA3_ORGID);
    assertEquals(
        Map.of(
            "displayName", "Agneta Anställd-Test",
            "orgAffiliation", "a.test@5599999975",
            "o", "Exempelverket AB",
            "organizationIdentifier", "5599999975"),
        given(employee, "employee", LOA3));
  }

  /** TAR-3.4.5: name beside organisation identity; TAR-2.3-04: the number where it is asked for. */
  @Test
  void theNameAndTheNumberComeWithTheirCategories() {
    Map<String, String> named =
        given(setting("employee-orgid", LOA3_ORGID, LOA3_NAME), "employee", LOA3);
    assertEquals("Agneta", named.get("givenName"));
    assertFalse(named.containsKey("personalIdentityNumber"));
    assertEquals(
        "197810292388",
        given(setting("employee-orgid", LOA3_PNR), "employee", LOA3).get("personalIdentityNumber"));
  }

  /** TAR-1.2.3-10 to -12, REG-3.1.1.1-02, -04. */
  @Test
  void whoHasNoNumberIsIdentifiedAtTheNonResidentLevel() {
    Setting employee = setting("employee-orgid", LOA3_ORGID, LOA3_NAME, LOA3_PNR);
    TestPerson person = People.CAST.person("employee-without-number");
    assertEquals(
        List.of(LOA3_NONRESIDENT), contexts(employee, person, LOA3, LOA3_NONRESIDENT, "urn:x"));
    Map<String, String> given = given(employee, person.id(), LOA3_NONRESIDENT);
    assertEquals("gosta@5599999975", given.get("orgAffiliation"));
    assertEquals("Gösta", given.get("givenName"));
    assertFalse(given.containsKey("personalIdentityNumber"));
  }

  /** REG-3.1.1.1-04: also for somebody who has a number, and also when it is demanded. */
  @Test
  void noNumberIsReleasedAtANonResidentLevel() {
    Setting employee = new Setting("employee-orgid");
    String number = Attribute.PERSONAL_IDENTITY_NUMBER.oidName();
    TestPerson known = People.CAST.person("employee");
    TestPerson person =
        new TestPerson(
            "both",
            known.group(),
            known.reason(),
            known.attributes(),
            EnumSet.of(LevelOfAssurance.LOA3_NONRESIDENT));
    employee.with(metadata(employee, LOA3_NAME).requests(0, number));
    Release wished = employee.idp.release(request(employee), person, LOA3_NONRESIDENT);
    assertFalse(byName(wished).containsKey("personalIdentityNumber"));
    employee.with(metadata(employee, LOA3_NAME).requests(0, number + "!"));
    Release demanded = employee.idp.release(request(employee), person, LOA3_NONRESIDENT);
    assertEquals(
        StatusCode.REQUEST_UNSUPPORTED,
        assertInstanceOf(Release.Withheld.class, demanded).secondStatus());
  }

  /** TAR-1.1.4: an eID of an employer is no eID of everybody. */
  @Test
  void onlyEmployeesHaveAnEmployeeEid() {
    Setting employee = setting("employee-orgid", LOA3_ORGID);
    List<Candidate> candidates = employee.idp.candidates(request(employee));
    assertTrue(candidates.size() >= 7, candidates::toString);
    candidates.forEach(
        each -> assertTrue(each.person().value(Attribute.ORG_AFFILIATION).isPresent()));
  }

  /** DP-2.1.3.1-01, DP-6.2.1-03, ATTR-3.1.2-02, ATTR-3.1.3-04. */
  @Test
  void anAffiliationOutsideItsScopesIsNotReleased() {
    Setting employee = setting("employee-orgid", LOA3_ORGID);
    assertEquals(
        List.of("doris@5599999975", "d.tvajobb@5599999967"),
        affiliations(employee, "employee-of-two-organisations"));
    assertEquals(
        List.of("sixten@kontoret@5599999967"), affiliations(employee, "user-with-at-sign"));
    String yaml = text("employee-orgid").replaceAll("scopes: .*", "scopes: [\"5599999975\"]");
    Setting narrow =
        new Setting(IdpProfileReader.read("employee-orgid", Yaml.parse(yaml, "x.yaml")));
    narrow.with(metadata(narrow, LOA3_ORGID));
    assertEquals(
        List.of("doris@5599999975"), affiliations(narrow, "employee-of-two-organisations"));
    assertEquals(List.of(), contexts(narrow, People.CAST.person("user-with-at-sign"), LOA3));
  }

  // People with personnummer only

  @Test
  void aSupplierWithoutSamordningsnummerHasNobodyWithOne() {
    String optIn = GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri();
    Setting without = setting("supplier-without-samordningsnummer", LOA3_PNR, optIn);
    Setting with = setting("supplier-loa2-loa3", LOA3_PNR, optIn);
    TestPerson person = People.WITH_SAMORDNINGSNUMMER;
    assertEquals(List.of(LOA3), contexts(with, person, LOA3));
    assertEquals(List.of(), contexts(without, person, LOA3));
    assertEquals(List.of(LOA3), contexts(without, People.WITH_PERSONNUMMER, LOA3));
    assertEquals(
        Optional.empty(), without.idp.candidate(request(without), Optional.empty(), person.id()));
  }

  // Level 4

  /** EC-2.1.3-01, TAR-3.4.2-01. */
  @Test
  void theSupplierOfLevelFourDeliversItsSetsAtThatLevel() {
    Setting supplier = setting("supplier-loa4", ServiceEntityCategory.LOA4_PNR.uri());
    String loa4 = LevelOfAssurance.LOA4.uri();
    assertEquals(List.of(loa4), supplier.accept(supplier.request()).contexts());
    Map<String, String> given = given(supplier, "only-loa4", loa4);
    assertEquals("198207059299", given.get("personalIdentityNumber"));
    supplier.refuse(
        supplier.request().contexts(LOA3),
        StatusCode.REQUESTER,
        StatusCode.NO_AUTHN_CONTEXT,
        "supported here");
  }

  // The transition

  /** EC-1.3-04, TAR-3.6.3-02: a service provider that has changed over is not its customer. */
  @Test
  void theOldContractServesThoseWhoStillHaveIt() {
    Setting old = new Setting("eid-choice-2017");
    old.with(
        SpMetadata.usual(Setting.SP_KEY)
            .categories(LOA3_PNR, ServiceContract.EID_AUTHORIZATION_SYSTEM.uri()));
    old.refuse(
        old.request(), StatusCode.REQUESTER, StatusCode.REQUEST_DENIED, "none of the contracts");
    old.with(
        SpMetadata.usual(Setting.SP_KEY)
            .categories(
                LOA3_PNR,
                ServiceContract.EID_AUTHORIZATION_SYSTEM.uri(),
                ServiceContract.EID_CHOICE_2017.uri()));
    assertEquals(List.of(LOA3), old.accept(old.request()).contexts());
  }

  /** DP-6.3.5-04, DP 10: the one change from 1.8 to 1.9. */
  @ParameterizedTest
  @CsvSource({"eid-choice-2017, 5", "supplier-loa2-loa3, 1"})
  void theClockSkewIsThatOfTheVersion(String profile, int minutes) {
    Setting idp = setting(profile, LOA3_PNR);
    Duration skew = Duration.ofMinutes(minutes);
    idp.accept(idp.request().set("IssueInstant", Setting.NOW.plus(skew).toString()));
    idp.refuse(
        idp.request().set("IssueInstant", Setting.NOW.plus(skew).plusSeconds(1).toString()),
        StatusCode.REQUESTER,
        StatusCode.REQUEST_DENIED,
        "in the future");
    Duration age = RequestRules.MOST_AGE.plus(skew);
    idp.accept(idp.request().set("IssueInstant", Setting.NOW.minus(age).toString()));
    idp.refuse(
        idp.request().set("IssueInstant", Setting.NOW.minus(age).minusSeconds(1).toString()),
        StatusCode.REQUESTER,
        StatusCode.REQUEST_DENIED,
        "too old");
  }

  // eIDAS

  /** ATTR-2.5-01, TAR-2.3-06, EC-2.2.1-01. */
  @Test
  void theConnectorDeliversItsSetAndNothingElse() {
    Setting connector = setting("eidas-connector", EIDAS);
    assertEquals(
        Map.of(
            "prid", "NO:05068907693",
            "pridPersistence", "A",
            "eidasPersonIdentifier", "NO/SE/05068907693",
            "dateOfBirth", "1989-06-05",
            "sn", "Eksempel",
            "givenName", "Prøve",
            "c", "NO"),
        given(connector, "eidas-prid", NF_SUB));
  }

  /** ATTR-2.5-02, ATTR-3.3.3.1-01 to -03. */
  @Test
  void whatTheForeignNodeSuppliesBesidesIsDeliveredToo() {
    Map<String, String> given =
        given(setting("eidas-connector", EIDAS), "eidas-all-attributes", NF_SUB);
    assertEquals("Przykładowo", given.get("placeOfBirth"));
    assertEquals("F", given.get("gender"));
    assertTrue(given.containsKey("birthName"));
    assertTrue(given.get("eidasNaturalPersonAddress").startsWith("Thoroughfare=Testowa;"));
  }

  /** ATTR-2.5-03, ATTR-3.3.2-01, -02, -06, EC-6.2-03: without any opt-in. */
  @ParameterizedTest
  @ValueSource(strings = {"eidas-mapped-personnummer", "eidas-mapped-samordningsnummer"})
  void aBoundNumberIsDeliveredAsSuch(String id) {
    Map<String, String> given = given(setting("eidas-connector", EIDAS), id, NF_SUB);
    TestPerson person = People.CAST.person(id);
    assertEquals(
        person.value(Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER).orElseThrow(),
        given.get("mappedPersonalIdentityNumber"));
    assertTrue(given.containsKey("personalIdentityNumberBinding"));
    assertFalse(given.containsKey("personalIdentityNumber"));
  }

  /** REG-3.1.1-02, -03, TAR-1.2.3-04 to -09. */
  @Test
  void theLevelsForNotifiedSchemesAreForThoseAlone() {
    Setting connector = setting("eidas-connector", EIDAS);
    String low = LevelOfAssurance.EIDAS_LOW.uri();
    String notifiedLow = LevelOfAssurance.EIDAS_NF_LOW.uri();
    assertEquals(
        List.of(notifiedLow, low),
        contexts(connector, People.CAST.person("eidas-prid"), notifiedLow, low));
    assertEquals(
        List.of(low), contexts(connector, People.CAST.person("eidas-low-only"), notifiedLow, low));
    TestPerson spanish =
        new TestPerson(
            "es",
            People.CAST.person("eidas-low-only").group(),
            People.CAST.person("eidas-low-only").reason(),
            People.CAST.person("eidas-low-only").attributes(),
            EnumSet.allOf(LevelOfAssurance.class));
    assertEquals(
        Optional.empty(),
        new Authorities(connector.idp.profile(), "")
            .of(new PersonFacts(spanish), LevelOfAssurance.EIDAS_NF_LOW));
  }

  /** EIDAS-2.1-03, EIDAS-2.3.1, EIDAS-2.4: everybody of the cast has a node, and one class each. */
  @Test
  void everyForeignPersonOfTheCastComesFromACountryOfTheConnector() {
    Setting connector = setting("eidas-connector", EIDAS);
    List<TestPerson> foreign =
        People.CAST.all().stream()
            .filter(person -> person.value(Attribute.PRID).isPresent())
            .toList();
    assertTrue(foreign.size() >= 8, foreign::toString);
    SignInRequest request = request(connector);
    Set<TestPerson> seen =
        connector.idp.authorities(request).stream()
            .flatMap(country -> connector.idp.candidates(request, Optional.of(country)).stream())
            .map(Candidate::person)
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(foreign), seen);
    for (TestPerson person : foreign) {
      assertEquals(
          Prid.DEFAULT_EIDAS.of(person.value(Attribute.EIDAS_PERSON_IDENTIFIER).orElseThrow()),
          person.value(Attribute.PRID));
    }
    foreign.stream()
        .collect(Collectors.groupingBy(p -> p.value(Attribute.COUNTRY).orElseThrow()))
        .forEach(
            (country, people) ->
                assertEquals(
                    1,
                    people.stream()
                        .map(p -> p.value(Attribute.PRID_PERSISTENCE))
                        .distinct()
                        .count(),
                    country));
  }

  /** DP-6.2-23, ATTR-2.5-04: the node of the country, and an id of what it did. */
  @Test
  void theConnectorNamesTheNodeThatAuthenticated() {
    Setting connector = setting("eidas-connector", EIDAS);
    Opened opened = signIn(connector, "eidas-mapped-personnummer", NF_SUB);
    assertEquals(Optional.of("https://dk.eidas-node.genrep.example/mock"), authority(opened));
    assertFalse(opened.attributes().get("transactionIdentifier").isBlank());
  }

  /** DP 5.3.2, note: {@code c} in PrincipalSelection takes the place of the choice. */
  @Test
  void theServiceCanNameTheCountry() {
    Setting connector = setting("eidas-connector", EIDAS);
    assertEquals(9, connector.idp.authorities(request(connector)).size());
    assertEquals(List.of("no"), ids(connector, selected("NO")));
    assertEquals(List.of("no"), ids(connector, selected("no")));
    assertEquals(9, ids(connector, selected("ZZ")).size());
  }

  /** DP-5.3.2, REG-3.1.9.1-02. */
  @Test
  void aCountryIsMeantByItsAliasInEitherCase() {
    Authority norway =
        IdpProfiles.find("eidas-connector").authorities().stream()
            .filter(each -> each.id().equals("no"))
            .findFirst()
            .orElseThrow();
    String alias = "http://id.swedenconnect.se/eidas/1.0/proxy-service/";
    assertTrue(norway.isMeantBy(alias + "no", Setting.BASE));
    assertTrue(norway.isMeantBy(alias + "NO", Setting.BASE));
    assertTrue(norway.isMeantBy("https://no.eidas-node.genrep.example/mock", Setting.BASE));
    assertFalse(norway.isMeantBy(alias + "dk", Setting.BASE));
    assertFalse(
        norway.isMeantBy("http://id.swedenconnect.se/eidas/1.0/connector/no", Setting.BASE));
  }

  // Proxy

  /** DP-6.2-23, REG-3.1.1.2-03 to -06, TAR-1.2.3-18 to -21. */
  @ParameterizedTest
  @CsvSource({
    "uncertified-loa3, ordinary-woman, https://localhost:8443/idp/uncertified-bankid",
    "uncertified-loa2, ordinary-woman, https://password.genrep.example/mock",
    "uncertified-eidas-low, eidas-prid, https://localhost:8443/idp/eidas-connector",
    "uncertified-eidas-sub, eidas-prid, https://localhost:8443/idp/eidas-connector",
    "uncertified-eidas-high, eidas-prid, https://localhost:8443/idp/eidas-connector"
  })
  void theProxyNamesWhoAuthenticated(String level, String person, String authority) {
    Setting proxy = setting("proxy", LOA3_PNR, ServiceEntityCategory.LOA2_PNR.uri(), EIDAS);
    String uri = "http://id.swedenconnect.se/loa/1.0/" + level;
    Opened opened = signIn(proxy, person, uri);
    assertEquals(uri, opened.context());
    assertEquals(Optional.of(authority), authority(opened));
    String identity = level.contains("eidas") ? "prid" : "personalIdentityNumber";
    assertTrue(opened.attributes().containsKey(identity), opened.attributes()::toString);
    assertTrue(
        proxy.idp.profile().levels().stream()
            .allMatch(l -> l.kind() == Kind.UNCERTIFIED || l.kind() == Kind.UNCERTIFIED_EIDAS));
  }

  @Test
  void anIdentityProviderOfItsOwnNamesNobody() {
    Setting supplier = setting("supplier-loa2-loa3", LOA3_PNR);
    assertEquals(Optional.empty(), authority(signIn(supplier, "ordinary-woman", LOA3)));
    assertEquals(List.of(), supplier.idp.authorities(request(supplier)));
  }

  @Test
  void onlyThoseWhoReachARequestedLevelAreOffered() {
    Setting proxy = setting("proxy", LOA3_PNR, EIDAS);
    assertEquals(List.of("bankid", "password", "eidas"), ids(proxy, request(proxy)));
    SignInRequest one =
        proxy.accept(
            proxy
                .request()
                .contexts(LevelOfAssurance.UNCERTIFIED_EIDAS_SUB.uri())
                .postedSigned(proxy.post(), Setting.SP_KEY));
    assertEquals(List.of("eidas"), ids(proxy, one));
  }

  // Keys

  /** DP-6.1-04, DP-8.2-01, -02: whatever its key, a peer that knows its metadata can verify. */
  @ParameterizedTest
  @CsvSource({
    "supplier-loa2-loa3, rsa-sha256",
    "supplier-loa4, rsa-sha256",
    "supplier-without-samordningsnummer, ecdsa-sha256",
    "employee-orgid, ecdsa-sha256",
    "proxy, rsa-sha256",
    "eidas-connector, rsa-sha256",
    "eid-choice-2017, rsa-sha256",
    "uncertified-bankid, rsa-sha256"
  })
  void answersVerifyWithTheKeyInMetadata(String profile, String method) throws Exception {
    Setting setting = setting(profile, LOA3_PNR);
    XmlNode response =
        Opened.response(
            setting
                .idp
                .answer(
                    request(setting),
                    new Decision.Fail(StatusCode.RESPONDER.uri(), null, null),
                    "192.0.2.1",
                    Deviations.NONE,
                    People.WITH_PERSONNUMMER)
                .form());
    assertEquals(
        "http://www.w3.org/2001/04/xmldsig-more#" + method,
        XmlVerifier.methods(response).signature());
    XmlVerifier.verify(
        response,
        MetadataReader.readOne("idp.xml", setting.idp.metadata(), Setting.NOW)
            .identityProvider()
            .orElseThrow()
            .keys()
            .signing());
  }

  // Helpers

  private static Setting setting(String profile, String... categories) {
    Setting setting = new Setting(profile);
    return setting.with(metadata(setting, categories));
  }

  private static SpMetadata metadata(Setting setting, String... categories) {
    return SpMetadata.usual(Setting.SP_KEY)
        .categories(
            Stream.concat(Arrays.stream(categories), setting.idp.profile().contracts().stream())
                .toArray(String[]::new));
  }

  private static SignInRequest request(Setting setting) {
    return setting.accept(setting.request().postedSigned(setting.post(), Setting.SP_KEY));
  }

  private static String selected(String country) {
    return "<psc:PrincipalSelection"
        + " xmlns:psc=\"http://id.swedenconnect.se/authn/1.0/principal-selection/ns\">"
        + "<psc:MatchValue Name=\"urn:oid:2.5.4.6\">"
        + country
        + "</psc:MatchValue></psc:PrincipalSelection>";
  }

  private static List<String> ids(Setting setting, String extension) {
    return ids(
        setting,
        setting.accept(
            setting.request().extensions(extension).postedSigned(setting.post(), Setting.SP_KEY)));
  }

  private static List<String> ids(Setting setting, SignInRequest request) {
    return setting.idp.authorities(request).stream().map(Authority::id).toList();
  }

  private static List<String> contexts(Setting setting, TestPerson person, String... asked) {
    SignInRequest request =
        setting.accept(
            setting.request().contexts(asked).postedSigned(setting.post(), Setting.SP_KEY));
    return setting
        .idp
        .candidate(request, Optional.empty(), person.id())
        .map(Candidate::contexts)
        .orElse(List.of());
  }

  /** Without transactionIdentifier, which is another each time. */
  private static Map<String, String> given(Setting setting, String person, String level) {
    Map<String, String> given =
        byName(setting.idp.release(request(setting), People.CAST.person(person), level));
    assertTrue(given.containsKey("transactionIdentifier"));
    given.remove("transactionIdentifier");
    return given;
  }

  private static Map<String, String> byName(Release release) {
    return assertInstanceOf(Release.Given.class, release, release::toString).attributes().stream()
        .collect(Collectors.toMap(ReleasedAttribute::friendlyName, a -> a.values().get(0)));
  }

  private static List<String> affiliations(Setting setting, String person) {
    Release release = setting.idp.release(request(setting), People.CAST.person(person), LOA3);
    return assertInstanceOf(Release.Given.class, release, release::toString).attributes().stream()
        .filter(attribute -> attribute.friendlyName().equals("orgAffiliation"))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static Opened signIn(Setting setting, String person, String level) {
    TestPerson who = People.CAST.person(person);
    return Opened.with(
        Setting.SP_KEY,
        setting.idp.answer(
            request(setting), new Decision.SignIn(who, level), "192.0.2.1", Deviations.NONE, who));
  }

  private static Optional<String> authority(Opened opened) {
    return opened
        .assertion()
        .find("saml:AuthnStatement/saml:AuthnContext/saml:AuthenticatingAuthority")
        .map(each -> each.text());
  }

  private static String text(String profile) {
    try (var in = IdpProfiles.class.getResourceAsStream("/profiles/" + profile + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
