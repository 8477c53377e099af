package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.deviation.Deviations;
import se.genrep.federation.SpMetadata;
import se.genrep.input.BadInput;
import se.genrep.input.Yaml;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.saml.XmlNode;

/** ATTR 3.1: attributes of no set, from a supplier that has them and is asked for them. */
class AttributesBeyondTheSetsTest {

  private static final String LOA3 = LevelOfAssurance.LOA3.uri();
  private static final List<Attribute> ASKED =
      List.of(Attribute.MAIL, Attribute.COUNTRY_OF_CITIZENSHIP, Attribute.COUNTRY_OF_RESIDENCE);

  private final Setting supplier = new Setting(withThem());

  private static IdpProfile withThem() {
    IdpProfile profile = IdpProfiles.find("supplier-loa2-loa3");
    return Profiles.with(
        profile.id(),
        Map.of(
            "attributes",
            Stream.concat(profile.attributes().stream(), ASKED.stream())
                .map(Attribute::friendlyName)
                .toList()));
  }

  /** ATTR-3.1-08: several citizenships are several values. */
  @Test
  void citizenshipsAreValuesOfTheirOwnAndResidenceIsOne() {
    TestPerson person =
        People.WITH_PERSONNUMMER
            .with(Attribute.COUNTRY_OF_CITIZENSHIP, List.of("SE", "FI"))
            .with(Attribute.COUNTRY_OF_RESIDENCE, List.of("NO"));
    assertEquals(List.of("SE", "FI"), delivered(person, Attribute.COUNTRY_OF_CITIZENSHIP));
    assertEquals(List.of("NO"), delivered(person, Attribute.COUNTRY_OF_RESIDENCE));
  }

  /** ATTR-3.1-08: nobody has anything but codes of two letters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "countryOfCitizenship: SWE",
        "countryOfCitizenship: Sverige",
        "countryOfCitizenship: \"SE,FI\"",
        "countryOfResidence: SWE",
        "countryOfResidence: [SE, FI]"
      })
  void aCountryIsACode(String attribute) {
    assertThrows(BadInput.class, () -> person(attribute));
    assertEquals(
        List.of("SE", "FI"),
        person("countryOfCitizenship: [SE, FI]").values(Attribute.COUNTRY_OF_CITIZENSHIP));
  }

  private static TestPerson person(String attribute) {
    String yaml = "id: x\nlevels: [loa3]\nattributes:\n  displayName: X\n";
    var group = People.WITH_PERSONNUMMER.group();
    return TestPerson.read(
        Yaml.parse(
            yaml
                + "  personalIdentityNumber: \""
                + People.number(People.WITH_PERSONNUMMER)
                + "\"\n  "
                + attribute
                + "\n",
            "x.yaml"),
        group,
        group);
  }

  /** ATTR-3.1-16: no policy here says that it is scoped, and the supplier has no scopes. */
  @Test
  void anAddressOfMailIsOfAnyDomain() {
    assertEquals(List.of(), supplier.idp.profile().scopes());
    TestPerson person =
        People.WITH_PERSONNUMMER.with(Attribute.MAIL, List.of("a@one.example", "a@two.example"));
    assertEquals(List.of("a@one.example", "a@two.example"), delivered(person, Attribute.MAIL));
  }

  private List<String> delivered(TestPerson person, Attribute attribute) {
    supplier.with(
        SpMetadata.usual(Setting.SP_KEY)
            .categories(
                Stream.concat(
                        Stream.of(ServiceEntityCategory.LOA3_PNR.uri()),
                        supplier.idp.profile().contracts().stream())
                    .toArray(String[]::new))
            .requests(0, ASKED.stream().map(Attribute::oidName).toArray(String[]::new)));
    Made made =
        supplier.idp.answer(
            supplier.accept(supplier.request().contexts(LOA3)),
            new Decision.SignIn(person, LOA3),
            "192.0.2.1",
            Deviations.NONE,
            person);
    return Opened.with(Setting.SP_KEY, made)
        .assertion()
        .all("saml:AttributeStatement/saml:Attribute")
        .stream()
        .filter(each -> each.attribute("Name").orElseThrow().equals(attribute.oidName()))
        .flatMap(each -> each.all("saml:AttributeValue").stream())
        .map(XmlNode::text)
        .toList();
  }
}
