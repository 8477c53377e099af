package se.genrep.reference;

import java.util.Locale;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/** Reads an identity that is no Swedish number: an affiliation, or a provisional identifier. */
final class OtherIdentities {

  private static final int COUNTRY = 3;
  private static final int ROOM = 20;

  private final Policy policy;

  OtherIdentities(Policy policy) {
    this.policy = policy;
  }

  /** The identity, if it is of the form that the registry gives, and the issuer's to give. */
  String read(String identity, XmlNode value) throws Refusal {
    Attribute wanted = policy.knownBy();
    String form =
        wanted == Attribute.PRID && !has(IdentityHabit.SMALL_LETTERS_ONLY)
            ? smallLetters(identity)
            : identity;
    policy.require(
        Check.NUMBER_FORMAT,
        value.children().isEmpty() && wanted.accepts(form), // DP-4-01
        wanted.friendlyName() + " has not the form that the registry gives (ATTR 3.2)");
    return wanted.scoped() == Attribute.Scoped.YES ? scoped(identity) : identity;
  }

  /** EIDAS-2.1-05: capitals make nobody somebody else. */
  private static String smallLetters(String prid) {
    return prid.length() < COUNTRY
        ? prid
        : prid.substring(0, COUNTRY) + prid.substring(COUNTRY).toLowerCase(Locale.ROOT);
  }

  /** ATTR-3.1.3-05: the scope is behind the last at sign; what is before says nothing. */
  private String scoped(String identity) throws Refusal {
    int last = identity.lastIndexOf('@');
    String scope =
        has(IdentityHabit.SCOPE_AT_FIRST_AT)
            ? identity.split("@")[1]
            : identity.substring(last + 1);
    String user = identity.substring(0, last);
    boolean granted =
        has(IdentityHabit.ANY_SCOPE)
            || policy.setup().idp().identityProvider().stream()
                .anyMatch(role -> role.scopes().contains(scope));
    policy.require(
        Check.NUMBER_FORMAT,
        granted,
        "the identity provider has no right to the scope '" + scope + "' (ATTR 3.1.3)");
    policy.require(
        Check.NUMBER_FORMAT,
        !has(IdentityHabit.ONE_AT_SIGN) || !user.contains("@"),
        "there is more than one at sign");
    policy.require(
        Check.NUMBER_FORMAT,
        !has(IdentityHabit.SHORT_USERS) || user.length() <= ROOM,
        "the user has more than " + ROOM + " characters");
    return has(IdentityHabit.USER_IS_A_NUMBER) && user.matches("[0-9]{12}") ? user : identity;
  }

  private boolean has(IdentityHabit habit) {
    return policy.variant().has(habit);
  }
}
