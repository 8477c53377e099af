package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.genrep.federation.SpMetadata;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.StatusCode;

/** DP 6.2.1, EC 2 and 6.2, TAR 3.8: who gets what about whom. */
class AttributeReleaseTest {

  private static final String CONTRACT = ServiceContract.EID_AUTHORIZATION_SYSTEM.uri();
  private static final String OPT_IN = GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri();
  private static final String LOA2_PNR = ServiceEntityCategory.LOA2_PNR.uri();
  private static final String LOA3_PNR = ServiceEntityCategory.LOA3_PNR.uri();
  private static final String LOA3_NAME = ServiceEntityCategory.LOA3_NAME.uri();
  private static final String LOA2 = LevelOfAssurance.LOA2.uri();
  private static final String LOA3 = LevelOfAssurance.LOA3.uri();
  private static final String PREVIOUS = Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER.oidName();

  private final Setting setting = Setting.supplier();

  /** ATTR-2.3-01, ATTR-2.3-02, TAR-2.3-01. */
  @Test
  void thePnrCategoryGetsNamesNumberAndDateOfBirth() {
    declare(LOA3_PNR);
    Map<String, String> given = given(People.WITH_PERSONNUMMER, LOA3);
    assertEquals(
        Set.of(
            "sn",
            "givenName",
            "displayName",
            "personalIdentityNumber",
            "dateOfBirth",
            "transactionIdentifier"),
        given.keySet());
    assertEquals(People.number(People.WITH_PERSONNUMMER), given.get("personalIdentityNumber"));
    assertTrue(given.get("personalIdentityNumber").matches("[0-9]{12}")); // ATTR-3.1-01
    assertTrue(given.get("dateOfBirth").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")); // ATTR-3.1-05
  }

  /** ATTR-2.2-01, ATTR-2.2-02, TAR-2.3-02. */
  @Test
  void theNameCategoryGetsNamesOnly() {
    declare(LOA3_NAME);
    for (TestPerson person : List.of(People.WITH_PERSONNUMMER, People.WITH_SAMORDNINGSNUMMER)) {
      assertEquals(
          Set.of("sn", "givenName", "displayName", "transactionIdentifier"),
          given(person, LOA3).keySet());
    }
  }

  /** DP-6.2.1-10, DP-6.2.1-11. */
  @Test
  void whoAsksForNothingGetsNothingAboutThePerson() {
    declare();
    Set<Attribute> given =
        given(People.WITH_PERSONNUMMER, LOA3).keySet().stream()
            .map(name -> Attribute.ofFriendlyName(name).orElseThrow())
            .collect(Collectors.toSet());
    assertEquals(Set.of(Attribute.TRANSACTION_IDENTIFIER), given);
    assertFalse(Attribute.TRANSACTION_IDENTIFIER.identity());
  }

  /** EC-2-01: a set comes with its own level only. */
  @Test
  void aCategoryOfAnotherLevelIsNotReleased() {
    declare(LOA3_PNR);
    assertEquals(Set.of("transactionIdentifier"), given(People.WITH_PERSONNUMMER, LOA2).keySet());
    declare(LOA3_PNR, LOA2_PNR);
    assertTrue(given(People.WITH_PERSONNUMMER, LOA2).containsKey("personalIdentityNumber"));
  }

  /** EC-1.3-03: what only the service provider declares is no promise of ours. */
  @Test
  void aCategoryTheProfileDoesNotDeclareIsNotReleased() {
    declare(ServiceEntityCategory.LOA3_ORGID.uri());
    assertEquals(Set.of("transactionIdentifier"), given(People.WITH_PERSONNUMMER, LOA3).keySet());
  }

  /** EC-2.1.2-01, TAR-3.4.1-01: loa3-pnr goes with uncertified-loa3 too. */
  @Test
  void theUncertifiedLevelGetsTheSetOfItsCategory() {
    Setting bankid = Setting.bankid();
    bankid.with(SpMetadata.usual(Setting.SP_KEY).categories(LOA3_PNR));
    SignInRequest request =
        bankid.accept(bankid.request().postedSigned(bankid.post(), Setting.SP_KEY));
    Release release =
        bankid.idp.release(
            request, People.WITH_PERSONNUMMER, LevelOfAssurance.UNCERTIFIED_LOA3.uri());
    assertTrue(names(release).contains("personalIdentityNumber"));
  }

  /** EC-6.2-02, TAR-3.8-01: with the opt-in. */
  @Test
  void aSamordningsnummerIsDeliveredToThoseWhoAcceptIt() {
    declare(LOA3_PNR, OPT_IN);
    assertEquals(
        People.number(People.WITH_SAMORDNINGSNUMMER),
        given(People.WITH_SAMORDNINGSNUMMER, LOA3).get("personalIdentityNumber"));
  }

  /** EC-6.2-02, TAR-3.8-03 to -05: without the opt-in. */
  @Test
  void aSamordningsnummerIsNotDeliveredToThoseWhoDoNotAcceptIt() {
    declare(LOA3_PNR);
    Release.Withheld withheld = withheld(People.WITH_SAMORDNINGSNUMMER);
    assertEquals(StatusCode.REQUESTER, withheld.topStatus());
    assertEquals(StatusCode.AUTHN_FAILED, withheld.secondStatus());
    assertTrue(withheld.explanation().get("sv").contains("personnummer"));
    assertTrue(withheld.explanation().get("en").contains("personnummer"));
    declare(LOA3_PNR, LOA3_NAME);
    withheld(People.WITH_SAMORDNINGSNUMMER);
  }

  /** TAR-3.8-05: a number that is only wished for is not left out, there is no assertion. */
  @Test
  void aSamordningsnummerThatIsWishedForIsNotLeftOut() {
    String number = Attribute.PERSONAL_IDENTITY_NUMBER.oidName();
    setting.with(metadata(LOA3_NAME).requests(0, number));
    assertEquals(StatusCode.AUTHN_FAILED, withheld(People.WITH_SAMORDNINGSNUMMER).secondStatus());
    assertTrue(given(People.WITH_PERSONNUMMER, LOA3).containsKey("personalIdentityNumber"));
    setting.with(metadata(LOA3_NAME, OPT_IN).requests(0, number));
    assertTrue(given(People.WITH_SAMORDNINGSNUMMER, LOA3).containsKey("personalIdentityNumber"));
  }

  /** DP-2.1.2-04, TAR-2.3.2-02. */
  @Test
  void requestedAttributesAddToTheSets() {
    setting.with(metadata(LOA3_PNR, OPT_IN).requests(0, PREVIOUS));
    Map<String, String> given = given(People.CHANGED_NUMBER, LOA3);
    assertEquals(
        People.previousNumber(People.CHANGED_NUMBER), given.get("previousPersonalIdentityNumber"));
    assertTrue(given.containsKey("personalIdentityNumber"));
  }

  /** ATTR-3.2.6-03. */
  @Test
  void thePreviousNumberIsNotReleasedUnasked() {
    declare(LOA3_PNR, OPT_IN);
    assertFalse(given(People.CHANGED_NUMBER, LOA3).containsKey("previousPersonalIdentityNumber"));
  }

  /** TAR-3.8-03 speaks of the assertion, whatever the attribute. */
  @Test
  void aPreviousSamordningsnummerNeedsTheOptInToo() {
    setting.with(metadata(LOA3_PNR).requests(0, PREVIOUS));
    assertFalse(given(People.CHANGED_NUMBER, LOA3).containsKey("previousPersonalIdentityNumber"));
    setting.with(metadata(LOA3_PNR).requests(0, PREVIOUS + "!"));
    withheld(People.CHANGED_NUMBER);
  }

  /** DP-6.2.1-08, DP-6.2.1-09. */
  @Test
  void anAttributeThePersonLacksFailsOnlyWhenItIsDemanded() {
    setting.with(metadata(LOA3_PNR).requests(0, PREVIOUS));
    assertTrue(given(People.WITH_PERSONNUMMER, LOA3).containsKey("personalIdentityNumber"));
    setting.with(metadata(LOA3_PNR).requests(0, PREVIOUS + "!"));
    assertEquals(StatusCode.REQUEST_UNSUPPORTED, withheld(People.WITH_PERSONNUMMER).secondStatus());
  }

  /** DP-5.3-10. */
  @Test
  void theIndexOfTheRequestChoosesTheAttributeService() {
    setting.with(
        metadata(LOA3_NAME)
            .requests(0, Attribute.DATE_OF_BIRTH.oidName())
            .requests(1, Attribute.PERSONAL_IDENTITY_NUMBER.oidName()));
    SignInRequest request =
        setting.accept(setting.request().set("AttributeConsumingServiceIndex", "1"));
    List<String> names = names(setting.idp.release(request, People.WITH_PERSONNUMMER, LOA3));
    assertTrue(names.contains("personalIdentityNumber"));
    assertFalse(names.contains("dateOfBirth"));
  }

  /** ATTR-2-04: recommended, if the provider has it. */
  @Test
  void aDateOfBirthThatIsNotKnownIsLeftOut() {
    declare(LOA3_PNR, OPT_IN);
    Map<String, String> given = given(People.WITHOUT_DATE_OF_BIRTH, LOA3);
    assertFalse(given.containsKey("dateOfBirth"));
    assertTrue(given.containsKey("personalIdentityNumber"));
  }

  /** PSC-1-03, PSC-1-04. */
  @Test
  void anotherPersonThanTheSelectedOneIsNotDelivered() {
    Setting bankid = Setting.bankid().with(metadata(LOA3_PNR));
    String selection =
        "<psc:PrincipalSelection"
            + " xmlns:psc=\"http://id.swedenconnect.se/authn/1.0/principal-selection/ns\">"
            + "<psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\">"
            + People.number(People.WITH_PERSONNUMMER)
            + "</psc:MatchValue></psc:PrincipalSelection>";
    SignInRequest request =
        bankid.accept(
            bankid.request().extensions(selection).postedSigned(bankid.post(), Setting.SP_KEY));
    String level = LevelOfAssurance.UNCERTIFIED_LOA3.uri();
    assertInstanceOf(
        Release.Given.class, bankid.idp.release(request, People.WITH_PERSONNUMMER, level));
    Release other = bankid.idp.release(request, People.CHANGED_NUMBER, level);
    assertEquals(
        StatusCode.UNKNOWN_PRINCIPAL,
        assertInstanceOf(Release.Withheld.class, other).secondStatus());
  }

  /** TAR-1.2.3-10, REG-3.1.1.1-01. */
  @Test
  void peopleWithoutSwedishNumberAreNotOffered() {
    declare(LOA3_PNR);
    SignInRequest request = setting.accept(setting.request().contexts(LOA3));
    List<Candidate> candidates = setting.idp.candidates(request);
    List<TestPerson> people = candidates.stream().map(Candidate::person).toList();
    assertTrue(people.contains(People.WITH_PERSONNUMMER));
    assertTrue(people.contains(People.WITH_SAMORDNINGSNUMMER));
    assertFalse(people.contains(People.WITHOUT_NUMBER));
    candidates.forEach(candidate -> assertEquals(List.of(LOA3), candidate.contexts()));
    assertThrows(
        IllegalArgumentException.class,
        () -> setting.idp.release(request, People.WITHOUT_NUMBER, LOA3));
  }

  private SpMetadata metadata(String... categories) {
    String[] all = Arrays.copyOf(categories, categories.length + 1);
    all[categories.length] = CONTRACT;
    return SpMetadata.usual(Setting.SP_KEY).categories(all);
  }

  private void declare(String... categories) {
    setting.with(metadata(categories));
  }

  private Release release(TestPerson person, String level) {
    return setting.idp.release(setting.accept(setting.request().contexts(level)), person, level);
  }

  private Map<String, String> given(TestPerson person, String level) {
    return byName(release(person, level));
  }

  private static Map<String, String> byName(Release release) {
    return assertInstanceOf(Release.Given.class, release, release::toString).attributes().stream()
        .collect(Collectors.toMap(ReleasedAttribute::friendlyName, a -> a.values().get(0)));
  }

  private Release.Withheld withheld(TestPerson person) {
    Release release = release(person, LOA3);
    return assertInstanceOf(Release.Withheld.class, release, release::toString);
  }

  private static List<String> names(Release release) {
    return ((Release.Given) release)
        .attributes().stream().map(ReleasedAttribute::friendlyName).toList();
  }
}
