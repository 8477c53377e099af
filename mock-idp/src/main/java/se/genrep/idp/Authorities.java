package se.genrep.idp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/** Who authenticates for one proxy, and for whom; for an identity provider of its own, nobody. */
final class Authorities {

  private final List<Authority> all;
  private final String baseUrl;

  Authorities(IdpProfile profile, String baseUrl) {
    this.all = profile.authorities();
    this.baseUrl = baseUrl;
  }

  /**
   * Those the person can choose among: who reaches one of the levels, and is of the country that
   * the service provider names (DP 5.3.2, note on {@code c} in PrincipalSelection). A country that
   * is not here is no reason to offer nobody.
   */
  List<Authority> offered(SignInRequest request) {
    List<Authority> reaching =
        all.stream()
            .filter(a -> a.levels().stream().anyMatch(l -> request.contexts().contains(l.uri())))
            .toList();
    Optional<String> country = country(request);
    List<Authority> selected =
        reaching.stream().filter(a -> country.isPresent() && a.country().equals(country)).toList();
    return selected.isEmpty() ? reaching : selected;
  }

  /** Whether the person can be authenticated at the level, by one of them where there are any. */
  boolean reach(PersonFacts person, LevelOfAssurance level) {
    return all.isEmpty() || of(person, level).isPresent();
  }

  /** Who authenticates the person at the level; the rules of profiles leave one at most. */
  Optional<Authority> of(PersonFacts person, LevelOfAssurance level) {
    return all.stream().filter(authority -> authority.authenticates(person, level)).findFirst();
  }

  /**
   * DP-6.2-23: what saml:AuthenticatingAuthority says; null for an identity provider of its own.
   */
  String authenticating(PersonFacts person, LevelOfAssurance level) {
    return of(person, level).map(authority -> authority.entityId(baseUrl)).orElse(null);
  }

  private static Optional<String> country(SignInRequest request) {
    return request.principalSelection().stream()
        .filter(expected -> expected.attribute() == Attribute.COUNTRY)
        .map(expected -> expected.value().toUpperCase(Locale.ROOT))
        .findFirst();
  }
}
