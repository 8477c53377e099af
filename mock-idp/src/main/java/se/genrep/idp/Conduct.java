package se.genrep.idp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.person.TestPerson;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** How one identity provider behaves to everybody now, and what its habits make of things. */
final class Conduct {

  private final Clock clock;
  private volatile IdpVariant variant = IdpVariant.conforming();
  private volatile TestPerson stranger;

  Conduct(Clock clock) {
    this.clock = clock;
  }

  void change(IdpVariant other, TestPerson somebody) {
    variant = other;
    stranger = somebody;
  }

  IdpVariant variant() {
    return variant;
  }

  /** Who a forged part of an answer is about. */
  TestPerson stranger() {
    return stranger;
  }

  Set<IdpHabit> habits() {
    return variant.habits();
  }

  void publishing(XmlNode entity) {
    habits().forEach(habit -> habit.publishes(entity));
  }

  /** A service provider as it is taken for. */
  Optional<EntityMetadata> believed(Optional<EntityMetadata> member) {
    Set<IdpHabit> habits = habits();
    return habits.isEmpty() ? member : member.map(sp -> mistaken(sp, habits));
  }

  private EntityMetadata mistaken(EntityMetadata member, Set<IdpHabit> habits) {
    XmlNode copy = member.element().detached();
    String before = copy.toString();
    habits.forEach(habit -> habit.believes(copy));
    return copy.toString().equals(before)
        ? member
        : MetadataReader.readOne(member.file(), Xml.bytes(copy.element()), clock.instant());
  }

  List<ReleasedAttribute> released(List<ReleasedAttribute> right, TestPerson person) {
    List<ReleasedAttribute> given = right;
    for (IdpHabit habit : habits()) {
      given = habit.releases(given, person);
    }
    return given;
  }

  ErrorAnswer told(ErrorAnswer right) {
    ErrorAnswer told = right;
    for (IdpHabit habit : habits()) {
      told = habit.tells(told);
    }
    return told;
  }
}
