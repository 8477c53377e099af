package se.genrep.sut;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.genrep.idp.Authority;
import se.genrep.idp.MockIdp;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;
import se.genrep.registry.Prid;
import se.genrep.registry.PridPersistence;

/**
 * One of the people with a Swedish number, as identity providers of other kinds know people: by an
 * organisation, or by an eID of another country. So each canary is one at every level.
 */
final class Guise {

  private static final String COUNTRY = "NO";

  private final List<MockIdp> idps;

  /**
   * @param idps of the federation, which decide what organisations and countries there are
   */
  Guise(List<MockIdp> idps) {
    this.idps = List.copyOf(idps);
  }

  /** The person with what an assertion at the level is about, and with no other level. */
  TestPerson of(TestPerson person, LevelOfAssurance level) {
    Map<Attribute, List<String>> known = new EnumMap<>(Attribute.class);
    List.of(
            Attribute.GIVEN_NAME,
            Attribute.SURNAME,
            Attribute.DISPLAY_NAME,
            Attribute.DATE_OF_BIRTH)
        .forEach(name -> known.put(name, person.values(name)));
    String number = Bench.number(person);
    if (isForeign(level)) {
      String country = country(level);
      String identifier = country + "/SE/" + person.id() + "-" + number;
      known.put(Attribute.EIDAS_PERSON_IDENTIFIER, List.of(identifier));
      known.put(Attribute.PRID, Prid.DEFAULT_EIDAS.of(identifier).stream().toList());
      known.put(Attribute.PRID_PERSISTENCE, List.of(PridPersistence.A.name()));
      known.put(Attribute.COUNTRY, List.of(country));
    } else {
      scope(level).ifPresent(scope -> affiliated(known, person.id(), scope));
      if (level.personalIdentityNumberAllowed()) {
        known.put(Attribute.PERSONAL_IDENTITY_NUMBER, List.of(number));
      }
    }
    return new TestPerson(person.id(), person.group(), person.reason(), known, sameKind(level));
  }

  private static boolean isForeign(LevelOfAssurance level) {
    return level.kind() == Kind.EIDAS || level.kind() == Kind.UNCERTIFIED_EIDAS;
  }

  private static Set<LevelOfAssurance> sameKind(LevelOfAssurance level) {
    return Arrays.stream(LevelOfAssurance.values())
        .filter(other -> other.kind() == level.kind())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LevelOfAssurance.class)));
  }

  private static void affiliated(
      Map<Attribute, List<String>> known, String user, String organisation) {
    known.put(Attribute.ORG_AFFILIATION, List.of(user + "@" + organisation));
    known.put(Attribute.ORGANIZATION, List.of("MOCK AB"));
    known.put(Attribute.ORGANIZATION_IDENTIFIER, List.of(organisation));
  }

  /** An organisation that an identity provider with the level may speak for. */
  private Optional<String> scope(LevelOfAssurance level) {
    return idps.stream()
        .filter(idp -> idp.profile().levels().contains(level))
        .flatMap(idp -> idp.profile().scopes().stream())
        .findFirst();
  }

  /** A country whose people reach the level. */
  private String country(LevelOfAssurance level) {
    return idps.stream()
        .flatMap(idp -> idp.profile().authorities().stream())
        .filter(authority -> authority.levels().contains(level))
        .map(Authority::country)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(COUNTRY);
  }
}
