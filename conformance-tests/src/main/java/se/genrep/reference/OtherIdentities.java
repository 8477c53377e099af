package se.genrep.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.genrep.registry.Attribute;
import se.genrep.registry.IdentityBindingProcess;
import se.genrep.saml.XmlNode;

/**
 * Reads an identity that is not the Swedish number itself: an affiliation, what another country
 * knows people by, or a number that is bound to that.
 */
final class OtherIdentities {

  private static final int COUNTRY = 3;
  private static final int ROOM = 20;
  private static final int DAY = 6;
  private static final int SERIAL = 8;

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

  /**
   * ATTR-3.3.2-07: a number that is bound to a foreign eID, if it was bound in a way known here.
   */
  String bound(String number, List<XmlNode> bindings) throws Refusal {
    String binding = bindings.isEmpty() ? "" : policy.text(bindings.get(0));
    boolean known =
        Arrays.stream(binding.split(";"))
            .anyMatch(uri -> IdentityBindingProcess.of(uri).isPresent());
    boolean careless =
        has(IdentityHabit.ANY_BINDING) && !binding.isEmpty()
            || has(IdentityHabit.NO_BINDING) && binding.isEmpty();
    policy.require(
        Check.NUMBER_FORMAT,
        known || careless,
        "the number was bound by '" + binding + "', which is not known here (ATTR 3.3.2)");
    int day = Integer.parseInt(number.substring(DAY, SERIAL));
    return has(IdentityHabit.BOUND_LESS_60) && day > 60
        ? number.substring(0, DAY) + "%02d".formatted(day - 60) + number.substring(SERIAL)
        : number;
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
