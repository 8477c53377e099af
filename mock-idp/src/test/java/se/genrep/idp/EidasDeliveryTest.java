package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SpMetadata;
import se.genrep.person.TestPerson;
import se.genrep.registry.EidasAlias;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.StatusCode;

/**
 * EC 2.1.4, TAR 2.3.1, 3.4.8: delivery to the Swedish eIDAS proxy service, which takes an agreement
 * with Digg. No profile that comes with the program claims one; a supplier with one is made here.
 */
class EidasDeliveryTest {

  private static final String DELIVERY = ServiceEntityCategory.EIDAS_PNR_DELIVERY.uri();
  private static final String LOA3 = LevelOfAssurance.LOA3.uri();

  private final Setting supplier = new Setting(withDelivery());

  private static IdpProfile withDelivery() {
    IdpProfile profile = IdpProfiles.find("supplier-loa2-loa3");
    return Profiles.with(
        profile.id(),
        Map.of(
            "entity-categories",
            Stream.concat(profile.categories().stream(), Stream.of(DELIVERY)).toList()));
  }

  static Stream<String> profiles() {
    return IdpProfiles.ids().stream();
  }

  /** EC-2.1.4-01, TAR-3.4.8-01. */
  @ParameterizedTest
  @MethodSource("profiles")
  void nobodyClaimsTheAgreement(String profile) {
    assertFalse(declaresDelivery(new Setting(profile)));
    assertTrue(declaresDelivery(supplier));
  }

  private static boolean declaresDelivery(Setting setting) {
    return MetadataReader.readOne("idp.xml", setting.idp.metadata(), Setting.NOW)
        .declares(DELIVERY);
  }

  /** EC-2.1.4-03, TAR-2.3.1-01. */
  @Test
  void theProxyServiceGetsTheNumberAndTheDateOfBirthAlways() {
    proxyService(DELIVERY);
    assertEquals(
        Set.of(
            "sn",
            "givenName",
            "displayName",
            "personalIdentityNumber",
            "dateOfBirth",
            "transactionIdentifier"),
        names(release(People.WITH_PERSONNUMMER, "dk")));
    Release without = release(People.WITHOUT_DATE_OF_BIRTH, "dk");
    Release.Withheld withheld =
        assertInstanceOf(Release.Withheld.class, without, without::toString);
    assertEquals(StatusCode.REQUEST_UNSUPPORTED, withheld.secondStatus());
    assertTrue(withheld.message().contains("dateOfBirth"), withheld.message());

    // The pnr category alone only recommends it.
    proxyService(ServiceEntityCategory.LOA3_PNR.uri());
    assertFalse(names(release(People.WITHOUT_DATE_OF_BIRTH, "dk")).contains("dateOfBirth"));
  }

  /** REG-3.1.9.2-02: who asks behind the proxy service is named in either case. */
  @ParameterizedTest
  @ValueSource(strings = {"dk", "DK", "Dk"})
  void theConnectorThatAsksIsNamedInEitherCase(String country) {
    proxyService(DELIVERY);
    String alias = EidasAlias.CONNECTOR.uri(country);
    SignInRequest request = request(country);
    assertEquals(List.of(alias), request.scoping().requesters());
    assertTrue(supplier.idp.candidate(request, People.WITH_PERSONNUMMER.id()).isPresent());
    assertTrue(
        names(release(People.WITH_PERSONNUMMER, country)).contains("personalIdentityNumber"));
  }

  private void proxyService(String category) {
    supplier.with(
        SpMetadata.usual(Setting.SP_KEY)
            .categories(
                Stream.concat(
                        Stream.of(category, GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri()),
                        supplier.idp.profile().contracts().stream())
                    .toArray(String[]::new)));
  }

  private SignInRequest request(String country) {
    return supplier.accept(
        supplier
            .request()
            .contexts(LOA3)
            .scoping(
                "<samlp:RequesterID>"
                    + EidasAlias.CONNECTOR.uri(country)
                    + "</samlp:RequesterID>"));
  }

  private Release release(TestPerson person, String country) {
    return supplier.idp.release(request(country), person, LOA3);
  }

  private static Set<String> names(Release release) {
    return assertInstanceOf(Release.Given.class, release, release::toString).attributes().stream()
        .map(ReleasedAttribute::friendlyName)
        .collect(Collectors.toSet());
  }
}
