package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.deviation.Deviations;
import se.genrep.federation.SpMetadata;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.AttributeSet;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;

/** EC 2: a category goes with its level and its attribute set, whoever declares it. */
class ReleaseAtItsLevelTest {

  private static final String LOA2 = LevelOfAssurance.LOA2.uri();
  private static final String LOA3 = LevelOfAssurance.LOA3.uri();
  private static final String OPT_IN = GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri();

  /**
   * EC-2.3.1-01, EC-2.3.3-01, EC-2.4.1-01, TAR-3.4.4-01, ATTR-2.6-01, ATTR-2.6-02: a service
   * provider that declares the category alone gets the level it asks for and the set, no more.
   */
  @ParameterizedTest
  @CsvSource({
    "LOA2_ORGID, LOA2, employee, displayName orgAffiliation o organizationIdentifier",
    "LOA4_ORGID, LOA4, employee, displayName orgAffiliation o organizationIdentifier",
    "LOA2_NAME, LOA2, employee, sn givenName displayName",
    "LOA3_HSAID, LOA3, health-care-employee, sn givenName displayName employeeHsaId dateOfBirth"
  })
  void aCategoryGivesItsSetAtItsLevel(
      ServiceEntityCategory category, LevelOfAssurance level, String person, String attributes) {
    Setting setting = new Setting(declaring(category, level));
    setting.with(metadata(setting, category.uri()));
    Opened opened = signIn(setting, People.CAST.person(person), level.uri());
    assertEquals(level.uri(), opened.context());
    Set<String> expected = new TreeSet<>(List.of(attributes.split(" ")));
    expected.add("transactionIdentifier");
    assertEquals(expected, new TreeSet<>(opened.attributes().keySet()));
  }

  /** The issuer of employee eIDs; where it does not declare the category, one that does. */
  private static IdpProfile declaring(ServiceEntityCategory category, LevelOfAssurance level) {
    IdpProfile profile = IdpProfiles.find("employee-orgid");
    return profile.serviceCategories().contains(category)
        ? profile
        : Profiles.with(
            profile.id(),
            Map.of(
                "levels-of-assurance",
                List.of(level.uri()),
                "entity-categories",
                Stream.concat(Stream.of(category), category.alsoDeclaredByIdp().stream())
                    .map(ServiceEntityCategory::uri)
                    .toList()));
  }

  /** REG-3.1.1-01: the URI of a level is answered for an eID of that level and for no other. */
  @ParameterizedTest
  @CsvSource({"only-loa2, LOA2", "only-loa3, LOA3", "loa2-and-loa3, LOA2 LOA3", "only-loa4, ''"})
  void aPersonIsAnsweredAtALevelOfTheirEid(String id, String held) {
    Setting setting = Setting.supplier();
    setting.with(
        metadata(
            setting, ServiceEntityCategory.LOA2_PNR.uri(), ServiceEntityCategory.LOA3_PNR.uri()));
    TestPerson person = People.CAST.person(id);
    SignInRequest request = setting.accept(setting.request().contexts(LOA2, LOA3));
    List<String> expected =
        Arrays.stream(held.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> LevelOfAssurance.valueOf(name).uri())
            .toList();
    assertEquals(
        expected, setting.idp.candidate(request, id).map(Candidate::contexts).orElse(List.of()));
    for (String context : List.of(LOA2, LOA3)) {
      if (expected.contains(context)) {
        assertEquals(context, signIn(setting, person, context).context());
      } else {
        assertThrows(
            IllegalArgumentException.class, () -> setting.idp.release(request, person, context));
      }
    }
  }

  /** TAR-1.1.2-01. */
  @Test
  void theAuthorisationSystemDeliversNumbersAtLevelTwoToFour() {
    List<IdpProfile> suppliers =
        IdpProfiles.load().stream()
            .filter(p -> p.contracts().contains(ServiceContract.EID_AUTHORIZATION_SYSTEM.uri()))
            .toList();
    assertEquals(3, suppliers.size());
    for (IdpProfile supplier : suppliers) {
      assertTrue(
          Set.of(LevelOfAssurance.LOA2, LevelOfAssurance.LOA3, LevelOfAssurance.LOA4)
              .containsAll(supplier.levels()),
          supplier.id());
      Setting setting = new Setting(supplier);
      setting.with(
          metadata(
              setting,
              Stream.concat(
                      Stream.of(OPT_IN),
                      supplier.serviceCategories().stream()
                          .filter(category -> category.attributeSet() == AttributeSet.PNR)
                          .map(ServiceEntityCategory::uri))
                  .toArray(String[]::new)));
      SignInRequest request = setting.accept(setting.request());
      List<Candidate> candidates = setting.idp.candidates(request);
      assertTrue(candidates.size() > 1, supplier.id());
      for (Candidate candidate : candidates) {
        for (String context : candidate.contexts()) {
          assertEquals(
              candidate.person().values(Attribute.PERSONAL_IDENTITY_NUMBER),
              values(
                  setting.idp.release(request, candidate.person(), context),
                  Attribute.PERSONAL_IDENTITY_NUMBER));
          assertTrue(candidate.person().number().isPresent(), candidate.person().id());
        }
      }
    }
  }

  /** ATTR-3.2.5-01: nobody shares an affiliation, and each has the same every time. */
  @Test
  void anAffiliationIsOfOnePerson() {
    Setting setting = new Setting("employee-orgid");
    setting.with(metadata(setting, ServiceEntityCategory.LOA3_ORGID.uri()));
    SignInRequest request = setting.accept(setting.request().contexts(LOA3));
    Map<String, String> owners = new HashMap<>();
    for (Candidate candidate : setting.idp.candidates(request)) {
      TestPerson person = candidate.person();
      List<String> values =
          values(setting.idp.release(request, person, LOA3), Attribute.ORG_AFFILIATION);
      for (String value : values) {
        assertNull(owners.put(value, person.id()), () -> value + " is of " + person.id() + " too");
      }
      assertEquals(
          values,
          values(
              setting.idp.release(setting.accept(setting.request().contexts(LOA3)), person, LOA3),
              Attribute.ORG_AFFILIATION));
    }
    assertTrue(owners.size() > 5, owners::toString);
  }

  /** ATTR-2.4-03, ATTR-3.1-15: whatever its form, it is delivered as it is. */
  @ParameterizedTest
  @CsvSource({
    "employee-orgid, LOA3_ORGID, employee, Administratör 123",
    "employee-orgid, LOA3_ORGID, employee, Agneta Anställd-Test",
    "supplier-loa2-loa3, LOA3_PNR, ordinary-woman, 'LINDEMAN, Valfrid'"
  })
  void aDisplayNameCanHaveAnyForm(
      String profile, ServiceEntityCategory category, String person, String name) {
    Setting setting = new Setting(profile);
    setting.with(metadata(setting, category.uri()));
    TestPerson shown = People.CAST.person(person).with(Attribute.DISPLAY_NAME, List.of(name));
    assertEquals(name, signIn(setting, shown, LOA3).attributes().get("displayName"));
  }

  private static SpMetadata metadata(Setting setting, String... categories) {
    return SpMetadata.usual(Setting.SP_KEY)
        .categories(
            Stream.concat(Arrays.stream(categories), setting.idp.profile().contracts().stream())
                .toArray(String[]::new));
  }

  private static Opened signIn(Setting setting, TestPerson person, String level) {
    return Opened.with(
        Setting.SP_KEY,
        setting.idp.answer(
            setting.accept(setting.request().contexts(level)),
            new Decision.SignIn(person, level),
            "192.0.2.1",
            Deviations.NONE,
            person));
  }

  private static List<String> values(Release release, Attribute attribute) {
    Optional<ReleasedAttribute> found =
        assertInstanceOf(Release.Given.class, release, release::toString).attributes().stream()
            .filter(each -> each.name().equals(attribute.oidName()))
            .findFirst();
    return found.map(ReleasedAttribute::values).orElse(List.of());
  }
}
