package se.genrep.idp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;

/** Who authenticates for one proxy, and for whom; for an identity provider of its own, nobody. */
final class Authorities {

  private final List<Authority> all;
  private final String baseUrl;

  Authorities(IdpProfile profile, String baseUrl) {
    this.all = profile.authorities();
    this.baseUrl = baseUrl;
  }

  /**
   * What samlp:Scoping leaves to a proxy (SAML core 3.4.1.2, DP-5.3.2-01). Who is none lets it be.
   *
   * @throws RefusedRequest when nobody may be asked, or nobody of those named is here
   */
  void check(Scoping scoping) throws RefusedRequest {
    if (all.isEmpty()) {
      return;
    }
    if (scoping.proxyCount() == 0) {
      throw new RefusedRequest(
          StatusCode.REQUESTER,
          StatusCode.PROXY_COUNT_EXCEEDED,
          "The request has ProxyCount 0, and this identity provider is a proxy");
    }
    if (named(scoping).isEmpty()) {
      throw new RefusedRequest(
          StatusCode.REQUESTER,
          StatusCode.NO_SUPPORTED_IDP,
          "None of the identity providers of IDPList is behind this proxy: "
              + String.join(", ", scoping.providers()));
    }
  }

  /** Those that IDPList names, in our order; everybody when it names nobody. */
  private List<Authority> named(Scoping scoping) {
    return scoping.providers().isEmpty()
        ? all
        : all.stream()
            .filter(
                authority ->
                    scoping.providers().stream().anyMatch(id -> authority.isMeantBy(id, baseUrl)))
            .toList();
  }

  /**
   * Those the person can choose among: who reaches one of the levels, is named where anybody is (DP
   * 5.3.2), and is of the country that the service provider expects (note on {@code c} in
   * PrincipalSelection there). A country that is not here is no reason to offer nobody.
   */
  List<Authority> offered(SignInRequest request) {
    List<Authority> reaching =
        named(request.scoping()).stream()
            .filter(a -> a.levels().stream().anyMatch(l -> request.contexts().contains(l.uri())))
            .toList();
    List<String> countries = countries(request);
    List<Authority> selected =
        reaching.stream().filter(a -> a.country().filter(countries::contains).isPresent()).toList();
    return selected.isEmpty() ? reaching : selected;
  }

  /** Whether one of those offered can authenticate the person, where there are any at all. */
  boolean reach(SignInRequest request, PersonFacts person, LevelOfAssurance level) {
    return all.isEmpty()
        || offered(request).stream().anyMatch(authority -> authority.authenticates(person, level));
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

  private static List<String> countries(SignInRequest request) {
    return request.principalSelection().stream()
        .filter(wanted -> wanted.attribute() == Attribute.COUNTRY)
        .map(wanted -> wanted.value().toUpperCase(Locale.ROOT))
        .toList();
  }
}
