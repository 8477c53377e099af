package se.genrep.idp;

import java.util.Set;
import se.genrep.federation.EntityMetadata;
import se.genrep.saml.XmlNode;

/**
 * A request as it came, and what the identity provider takes it for: the same, but for one with
 * wrong habits.
 *
 * @param verified whether its signature is looked at
 */
record Heard(XmlNode asItCame, XmlNode message, boolean verified) {

  static Heard of(Inbound in, XmlNode message, EntityMetadata sender, Set<IdpHabit> habits) {
    if (habits.isEmpty()) {
      return new Heard(message, message, true);
    }
    XmlNode taken = message.detached();
    habits.forEach(habit -> habit.hears(taken, in.location(), sender.element()));
    return new Heard(message, taken, habits.stream().allMatch(IdpHabit::verifies));
  }
}
