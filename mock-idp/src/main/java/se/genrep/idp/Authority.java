package se.genrep.idp;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.genrep.registry.Attribute;
import se.genrep.registry.EidasAlias;
import se.genrep.registry.LevelOfAssurance;

/**
 * Who authenticates the person for a proxy: another identity provider, or for the eIDAS connector
 * the MOCK node of a country (DP 5.3.2, 6.2).
 *
 * @param id names it in a form; the country in small letters
 * @param entityId what saml:AuthenticatingAuthority says; a path when it is of this federation
 * @param displayName by language {@code sv} and {@code en}
 * @param country ISO 3166-1 alpha-2 in capitals; empty for another identity provider
 * @param levels what the proxy answers with when this one has authenticated
 */
public record Authority(
    String id,
    String entityId,
    Map<String, String> displayName,
    Optional<String> country,
    Set<LevelOfAssurance> levels) {

  /** The entityID, seen from where this federation is. */
  String entityId(String baseUrl) {
    return entityId.startsWith("/") ? baseUrl + entityId : entityId;
  }

  /** The MOCK node of a country. */
  static String node(String country) {
    return "https://" + country.toLowerCase(Locale.ROOT) + ".eidas-node.genrep.example/mock";
  }

  /** Whether it can have authenticated the person at the level. */
  boolean authenticates(PersonFacts person, LevelOfAssurance level) {
    return levels.contains(level)
        && (country.isEmpty() || person.values(Attribute.COUNTRY).contains(country.get()));
  }

  /**
   * Whether an IDPEntry of samlp:Scoping means it: by entityID, or for a country by the alias of
   * its proxy service, in either case (DP-5.3.2, REG-3.1.9.1-02).
   */
  public boolean isMeantBy(String providerId, String baseUrl) {
    return providerId.equals(entityId(baseUrl))
        || country.isPresent() && EidasAlias.PROXY_SERVICE.country(providerId).equals(country);
  }
}
