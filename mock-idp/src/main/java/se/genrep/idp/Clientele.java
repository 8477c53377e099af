package se.genrep.idp;

import java.util.function.BiPredicate;
import se.genrep.registry.Attribute;

/** Who an identity provider's eIDs are issued to, beyond what its levels say. */
public enum Clientele {
  /** Everybody who can be identified at one of its levels. */
  EVERYBODY((profile, person) -> true),
  /** People with a personnummer, none with a samordningsnummer. */
  WITHOUT_SAMORDNINGSNUMMER(
      (profile, person) -> !person.isSamordningsnummer(Attribute.PERSONAL_IDENTITY_NUMBER)),
  /** Employees of the organisations it may speak for (TAR 1.1.4, 3.7). */
  EMPLOYEES(
      (profile, person) ->
          person.values(Attribute.ORG_AFFILIATION).stream().anyMatch(profile::maySpeakFor));

  private final BiPredicate<IdpProfile, PersonFacts> admits;

  Clientele(BiPredicate<IdpProfile, PersonFacts> admits) {
    this.admits = admits;
  }

  boolean admits(IdpProfile profile, PersonFacts person) {
    return admits.test(profile, person);
  }
}
