package se.genrep.idp;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.person.TestPerson;
import se.genrep.saml.PostForm;
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

  /** What is wrong with assertions and the Responses around them. */
  Deviations answers() {
    return habits().isEmpty()
        ? variant.answers()
        : and(
            variant.answers(),
            aroundAnswers()
                .prepare(
                    Stage.ASSERTION, (assertion, scene) -> each(IdpHabit::asserts, assertion)));
  }

  /** What is wrong with Responses without an assertion. */
  Deviations errors() {
    return habits().isEmpty() ? variant.errors() : and(variant.errors(), aroundAnswers());
  }

  private Deviation aroundAnswers() {
    return Deviation.deviation("habits", "has the habits of a variant")
        .prepare(Stage.RESPONSE, (response, scene) -> each(IdpHabit::responds, response))
        .prepare(Stage.DELIVERY, (form, scene) -> delivered(form));
  }

  private static Deviations and(Deviations deviations, Deviation more) {
    List<Deviation> all = new ArrayList<>(deviations.all());
    all.add(more);
    return new Deviations(List.copyOf(all));
  }

  private XmlNode each(BiConsumer<IdpHabit, XmlNode> hook, XmlNode element) {
    habits().forEach(habit -> hook.accept(habit, element));
    return element;
  }

  private PostForm delivered(PostForm right) {
    PostForm form = right;
    for (IdpHabit habit : habits()) {
      form = habit.delivers(form);
    }
    return form;
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
