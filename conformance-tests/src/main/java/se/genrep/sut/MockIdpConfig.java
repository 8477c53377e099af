package se.genrep.sut;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.genrep.idp.Authority;
import se.genrep.idp.IdpProfile;
import se.genrep.idp.MockIdp;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.Attribute.Scoped;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.sut.PageRule.Kind;
import se.genrep.sut.PageRule.Step;
import se.genrep.sut.PageRule.Verb;

/** What SUT.yaml would say of an identity provider of the mock federation. */
public final class MockIdpConfig {

  /** In the order in which they are declared; who cannot sign in at a profile is left out. */
  private static final List<String> PEOPLE =
      List.of(
          "ordinary-woman",
          "ordinary-man",
          "employee",
          "employee-of-two-organisations",
          "eidas-all-attributes",
          "eidas-mapped-personnummer",
          "ordinary-with-samordningsnummer",
          "samordningsnummer-uncertified",
          "samordningsnummer-became-personnummer",
          "no-number",
          "employee-without-number");

  private static final List<PageRule> PAGES =
      List.of(
          rule(
              "authority-form",
              Kind.OTHER,
              List.of(click("authority-{authority}")),
              List.of(click("cancel"))),
          rule(
              "answer-form",
              Kind.LOGIN,
              List.of(
                  new Step(Verb.CHOOSE, "input[name=person][value='{id}']", "", "answer-form"),
                  click("sign-in")),
              List.of(click("cancel"))),
          rule("sign-form", Kind.SIGN, List.of(click("sign")), List.of(click("cancel"))),
          rule("release-form", Kind.CONSENT, List.of(click("release")), List.of(click("cancel"))),
          rule("confirm-form", Kind.ERROR, List.of(click("confirm")), List.of()));

  private MockIdpConfig() {}

  private static PageRule rule(String testId, Kind kind, List<Step> steps, List<Step> cancel) {
    return new PageRule("[data-testid=" + testId + "]", kind, steps, cancel);
  }

  private static Step click(String testId) {
    return new Step(Verb.CLICK, "[data-testid='" + testId + "']", "", testId);
  }

  public static IdpSutConfig of(MockIdp idp, Cast cast) {
    List<DeclaredPerson> persons = new ArrayList<>();
    for (String id : PEOPLE) {
      person(idp.profile(), cast.person(id)).ifPresent(persons::add);
    }
    return new IdpSutConfig(
        null,
        "the mock identity provider " + idp.profile().id(),
        idp.entityId(),
        Optional.empty(),
        persons,
        PAGES,
        false,
        false);
  }

  private static Optional<DeclaredPerson> person(IdpProfile profile, TestPerson person) {
    List<LevelOfAssurance> levels = profile.levels().stream().filter(person::canUse).toList();
    Optional<String> authority = authority(profile, person, levels);
    Map<Attribute, List<String>> known = known(profile, person);
    boolean admitted =
        !levels.isEmpty()
            && (profile.authorities().isEmpty() || authority.isPresent())
            && switch (profile.issuedTo()) {
              case EVERYBODY -> true;
              case WITHOUT_SAMORDNINGSNUMMER ->
                  !person.isSamordningsnummer(Attribute.PERSONAL_IDENTITY_NUMBER);
              case EMPLOYEES -> known.containsKey(Attribute.ORG_AFFILIATION);
            };
    if (!admitted) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    authority.ifPresent(id -> values.put("authority", id));
    List<LevelOfAssurance> reached =
        profile.authorities().isEmpty()
            ? levels
            : levels.stream().filter(level -> reaches(profile, authority, level)).toList();
    return Optional.of(
        new DeclaredPerson(person.id(), known, java.util.Set.copyOf(reached), values));
  }

  /** What this identity provider knows of the person: of affiliations, those it speaks for. */
  private static Map<Attribute, List<String>> known(IdpProfile profile, TestPerson person) {
    Map<Attribute, List<String>> known = new EnumMap<>(Attribute.class);
    for (Attribute attribute : profile.attributes()) {
      List<String> values =
          person.values(attribute).stream()
              .filter(
                  value ->
                      attribute.scoped() != Scoped.YES
                          || profile.scopes().contains(value.substring(value.lastIndexOf('@') + 1)))
              .toList();
      if (!values.isEmpty()) {
        known.put(attribute, values);
      }
    }
    return known;
  }

  private static Optional<String> authority(
      IdpProfile profile, TestPerson person, List<LevelOfAssurance> levels) {
    return profile.authorities().stream()
        .filter(authority -> levels.stream().anyMatch(authority.levels()::contains))
        .filter(
            authority ->
                authority.country().isEmpty()
                    || person.values(Attribute.COUNTRY).stream()
                        .map(country -> country.toUpperCase(Locale.ROOT))
                        .anyMatch(authority.country().get()::equals))
        .map(Authority::id)
        .findFirst();
  }

  private static boolean reaches(
      IdpProfile profile, Optional<String> authority, LevelOfAssurance level) {
    return profile.authorities().stream()
        .anyMatch(
            each ->
                authority.filter(each.id()::equals).isPresent() && each.levels().contains(level));
  }
}
