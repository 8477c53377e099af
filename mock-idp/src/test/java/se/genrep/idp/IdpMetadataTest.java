package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.Endpoint;
import se.genrep.federation.EntityMetadata.IdpRole;
import se.genrep.federation.EntityMetadata.Organization;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SamlSchema;
import se.genrep.identity.Organisationsnummer;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;

/** Metadata of every profile, read back as a peer would, by groups of requirements. */
class IdpMetadataTest {

  record Published(Setting setting, EntityMetadata entity, XmlNode xml) {
    IdpProfile profile() {
      return setting.idp.profile();
    }

    IdpRole role() {
      return entity.identityProvider().orElseThrow();
    }

    @Override
    public String toString() {
      return profile().id();
    }
  }

  static Stream<Published> profiles() {
    return IdpProfiles.ids().stream()
        .map(Setting::new)
        .map(
            setting ->
                new Published(
                    setting,
                    MetadataReader.readOne("idp.xml", setting.idp.metadata(), Setting.NOW),
                    XmlNode.root(Xml.parse(setting.idp.metadata()))));
  }

  /** DP-2-01, DP-2-02, DP-2-05. */
  @ParameterizedTest
  @MethodSource("profiles")
  void isValidNamesTheEntityAndIsSignedByTheOperator(Published idp) throws Exception {
    assertTrue(SamlSchema.check(idp.setting().idp.metadata()).isEmpty());
    assertEquals("https://localhost:8443/idp/" + idp.profile().id(), idp.entity().entityId());
    assertEquals(idp.setting().idp.entityId(), idp.entity().entityId());
    XmlVerifier.verify(idp.xml(), List.of(idp.setting().federation.signer()));
  }

  /** DP-2.1.1.1-01 to -04, TAR-3.1-01, TAR-3.1-02. */
  @ParameterizedTest
  @MethodSource("profiles")
  void namesTheOrganisationAndItsNumber(Published idp) {
    Organization organization = idp.entity().organization().orElseThrow();
    for (var texts :
        List.of(organization.names(), organization.displayNames(), organization.urls())) {
      assertEquals(List.of("sv", "en"), List.copyOf(texts.keySet()));
    }
    assertTrue(organization.names().get("sv").contains("MOCK"));
    assertTrue(organization.number().orElseThrow().matches("[0-9]{10}"));
  }

  /** DP-2.1.1.1-05 to -10, TAR-3.2-01 to -03. */
  @ParameterizedTest
  @MethodSource("profiles")
  void hasNamesDescriptionsAndALogo(Published idp) {
    var ui = idp.role().ui();
    assertEquals(List.of("sv", "en"), List.copyOf(ui.displayNames().keySet()));
    assertEquals(List.of("sv", "en"), List.copyOf(ui.descriptions().keySet()));
    ui.displayNames().values().forEach(name -> assertTrue(name.contains("MOCK"), name));
    EntityMetadata.Logo logo = ui.logos().get(0);
    assertTrue(logo.width() > 0 && logo.height() > 0);
    String data = "data:image/svg+xml;base64,";
    assertTrue(logo.url().startsWith(data));
    String svg =
        new String(
            Base64.getDecoder().decode(logo.url().substring(data.length())),
            StandardCharsets.UTF_8);
    assertTrue(svg.startsWith("<svg") && svg.contains("MOCK"), svg);
  }

  /** TAR-3.2-04: it brings its own background, on which it can be read (WCAG 1.4.3). */
  @ParameterizedTest
  @MethodSource("profiles")
  void aLogotypeGoesWithAnyBackground(Published idp) {
    String url = idp.role().ui().logos().get(0).url();
    byte[] image = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    XmlNode svg = XmlNode.root(Xml.parse(image));
    XmlNode ground = svg.children().get(0);
    assertEquals("rect", ground.element().getLocalName());
    assertEquals(
        svg.attribute("viewBox").orElseThrow(),
        "0 0 "
            + ground.attribute("width").orElseThrow()
            + " "
            + ground.attribute("height").orElseThrow());
    assertFalse(svg.toString().contains("opacity"), svg::toString);
    String fill = ground.attribute("fill").orElseThrow();
    for (XmlNode text : svg.children().subList(1, svg.children().size())) {
      assertEquals(Optional.of("#fff"), text.attribute("fill"));
      assertTrue(1.05 / (luminance(fill) + 0.05) >= 4.5, fill);
    }
  }

  /** The relative luminance of {@code #rrggbb} (WCAG 2). */
  private static double luminance(String colour) {
    assertTrue(colour.matches("#[0-9a-f]{6}"), colour);
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  /** DP-2.1.1.2-01, -08 to -10, DP-8-01. */
  @ParameterizedTest
  @MethodSource("profiles")
  void hasOneKeyForEachUse(Published idp) {
    List<String> uses =
        idp.xml().all("md:IDPSSODescriptor/md:KeyDescriptor").stream()
            .map(key -> key.attribute("use").orElse(""))
            .toList();
    assertEquals(List.of("signing", "encryption"), uses);
    var keys = idp.role().keys();
    assertFalse(keys.signing().contains(keys.encryption().get(0).certificate()));
    assertTrue(keys.signing().get(0).getSubjectX500Principal().getName().contains("MOCK"));
  }

  /** DP-2-03, DP-2.1.1.3-02, -03, DP-8.3-05. */
  @ParameterizedTest
  @MethodSource("profiles")
  void declaresAlgorithmsOfChapterEight(Published idp) {
    var declared = idp.role().algorithms();
    assertTrue(declared.signing().contains(Algorithm.RSA_SHA256.uri()));
    assertTrue(declared.signing().contains(Algorithm.ECDSA_SHA256.uri()));
    assertTrue(declared.digest().contains(Algorithm.SHA256.uri()));
    List<String> encryption =
        idp.role().keys().encryption().get(0).methods().stream()
            .map(EntityMetadata.EncryptionMethod::algorithm)
            .toList();
    assertTrue(encryption.contains(Algorithm.AES256_GCM.uri()));
    assertTrue(encryption.contains(Algorithm.RSA_OAEP_MGF1P.uri()));
    Stream.of(declared.signing(), declared.digest(), encryption)
        .flatMap(List::stream)
        .forEach(uri -> assertTrue(Algorithm.of(uri).orElseThrow().allowed(), uri));
  }

  /** DP-2.1.3-03, TAR-3.3-01. */
  @ParameterizedTest
  @MethodSource("profiles")
  void declaresItsLevels(Published idp) {
    assertEquals(
        idp.profile().levels().stream().map(LevelOfAssurance::uri).toList(),
        idp.entity().assurance());
  }

  /** DP-2.1.3-01, EC-1.5-01, EC-1.5-02, TAR-3.4.1-04, TAR-3.4.5-04. */
  @ParameterizedTest
  @MethodSource("profiles")
  void declaresItsCategoriesInOneAttribute(Published idp) {
    long attributes =
        idp.xml().all("md:Extensions/mdattr:EntityAttributes/saml:Attribute").stream()
            .filter(a -> a.attribute("Name").orElse("").equals(EntityMetadata.ENTITY_CATEGORY))
            .count();
    assertEquals(1, attributes);
    assertEquals(idp.profile().categories(), idp.entity().categories());
    for (ServiceEntityCategory category : idp.profile().serviceCategories()) {
      category
          .alsoDeclaredByIdp()
          .ifPresent(other -> assertTrue(idp.entity().declares(other.uri()), other.label()));
    }
    // TAR-3.3-01: no level without anything to deliver at it.
    for (LevelOfAssurance level : idp.profile().levels()) {
      assertTrue(
          idp.profile().serviceCategories().stream().anyMatch(each -> each.accepts(level)),
          level.uri());
    }
  }

  /** Told apart at a glance, wherever several are shown. */
  @Test
  void noTwoLookOrAreNamedTheSame() {
    List<IdpProfile> all = IdpProfiles.load();
    for (var different :
        List.<Function<IdpProfile, Object>>of(
            profile -> profile.logo().uri(),
            profile -> profile.displayName().get("sv"),
            profile -> profile.displayName().get("en"),
            profile -> profile.description().get("sv"),
            profile -> profile.organization().number())) {
      assertEquals(all.size(), all.stream().map(different).distinct().count());
    }
    assertTrue(
        all.stream()
            .map(profile -> profile.organization().number())
            .allMatch(number -> Organisationsnummer.parse(number).valid()));
  }

  /** DP-2.1.3.1-02, -03, TAR-3.7-04. */
  @ParameterizedTest
  @MethodSource("profiles")
  void declaresTheScopesOfItsScopedAttributes(Published idp) {
    assertEquals(idp.profile().scopes(), idp.role().scopes());
    assertEquals(
        idp.profile().attributes().contains(Attribute.ORG_AFFILIATION),
        !idp.role().scopes().isEmpty());
    idp.role().scopes().forEach(scope -> assertTrue(scope.matches("[0-9]{10}"), scope));
  }

  /** DP-2.1.3.2-02, DP-2.1.3.2-03, DP-5.2-06, DP-5.2-07. */
  @ParameterizedTest
  @MethodSource("profiles")
  void hasAnEndpointForBothBindings(Published idp) {
    MockIdp engine = idp.setting().idp;
    List<Endpoint> expected =
        new ArrayList<>(
            List.of(
                new Endpoint(EntityMetadata.REDIRECT, engine.location(true), false),
                new Endpoint(EntityMetadata.POST, engine.location(false), false)));
    assertEquals(idp.profile().holderOfKey(), engine.holderOfKeyLocation(true).isPresent());
    engine
        .holderOfKeyLocation(true)
        .ifPresent(url -> expected.add(new Endpoint(EntityMetadata.REDIRECT, url, true)));
    engine
        .holderOfKeyLocation(false)
        .ifPresent(url -> expected.add(new Endpoint(EntityMetadata.POST, url, true)));
    assertEquals(expected, idp.role().singleSignOn());
  }

  /** DP-2.1.3-05, BID-6.2-01. */
  @ParameterizedTest
  @MethodSource("profiles")
  void saysWhetherItWantsSignedRequests(Published idp) {
    assertEquals(idp.profile().wantAuthnRequestsSigned(), idp.role().wantAuthnRequestsSigned());
    assertTrue(
        idp.xml().at("md:IDPSSODescriptor").attribute("WantAuthnRequestsSigned").isPresent());
  }

  /** DP-3-01, DP-3-02. */
  @ParameterizedTest
  @MethodSource("profiles")
  void supportsBothNameIdFormats(Published idp) {
    assertEquals(List.of(NameIds.PERSISTENT, NameIds.TRANSIENT), idp.role().nameIdFormats());
  }

  /** DP-2.1.3-02. */
  @ParameterizedTest
  @MethodSource("profiles")
  void listsWhatItCanReleaseBeyondItsCategories(Published idp) {
    assertEquals(
        idp.profile().extraAttributes().stream().map(a -> a.oidName()).toList(),
        idp.role().attributes());
  }

  /** DP-2.1.3-08, BID-6.2-02, PSC-2.2-01, PSC-2.2-02. */
  @ParameterizedTest
  @MethodSource("profiles")
  void asksForPrincipalSelectionWhereTheProfileDoes(Published idp) {
    List<XmlNode> selections =
        idp.xml().at("md:IDPSSODescriptor").at("md:Extensions").children().stream()
            .filter(child -> child.is(Namespace.PSC, "RequestedPrincipalSelection"))
            .toList();
    List<String> names =
        selections.stream()
            .flatMap(selection -> selection.children().stream())
            .map(value -> value.attribute("Name").orElse("") + value.text())
            .toList();
    assertEquals(idp.profile().principalSelection().stream().map(a -> a.oidName()).toList(), names);
  }

  /** BID-6.2-04, UM-3.1-01; EC-6.2 is for service providers. */
  @ParameterizedTest
  @MethodSource("profiles")
  void claimsOnlyTheGeneralCategoriesItKeeps(Published idp) {
    List<String> general =
        Arrays.stream(GeneralCategory.values())
            .map(GeneralCategory::uri)
            .filter(idp.entity()::declares)
            .toList();
    assertEquals(
        switch (idp.profile().id()) {
          case "uncertified-bankid" ->
              List.of(
                  GeneralCategory.SECURE_AUTHENTICATOR_BINDING.uri(),
                  GeneralCategory.SUPPORTS_USER_MESSAGE.uri());
          case "eid-choice-2017" -> List.of();
          default -> List.of(GeneralCategory.SUPPORTS_USER_MESSAGE.uri());
        },
        general);
  }

  /** DP-2.1.1.2-06, DP-2.1.1.2-07. */
  @ParameterizedTest
  @MethodSource("profiles")
  void hasCertificatesOfLongValidityAndSoundSignature(Published idp) {
    var keys = idp.entity().identityProvider().orElseThrow().keys();
    List<X509Certificate> all = new ArrayList<>(keys.signing());
    keys.encryption().forEach(key -> all.add(key.certificate()));
    assertTrue(all.size() >= 2, "no certificates");
    for (X509Certificate certificate : all) {
      Instant end = certificate.getNotAfter().toInstant();
      assertTrue(end.isAfter(Setting.NOW.plus(Duration.ofDays(365))), end::toString);
      assertTrue(
          certificate.getSigAlgName().matches("SHA(256|384|512)with.*"),
          certificate.getSigAlgName());
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void hasContacts(Published idp) {
    List<XmlNode> contacts = idp.xml().all("md:ContactPerson");
    assertEquals(idp.profile().contacts().size(), contacts.size());
    assertTrue(contacts.get(0).at("md:EmailAddress").text().startsWith("mailto:"));
  }
}
