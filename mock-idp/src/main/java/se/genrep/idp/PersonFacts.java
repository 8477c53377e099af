package se.genrep.idp;

import java.util.List;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/** A test person seen as attributes. */
final class PersonFacts {

  private final TestPerson person;

  PersonFacts(TestPerson person) {
    this.person = person;
  }

  boolean canUse(LevelOfAssurance level) {
    return person.canUse(level);
  }

  List<String> values(Attribute attribute) {
    return person.values(attribute);
  }

  boolean isSamordningsnummer(Attribute attribute) {
    return person.isSamordningsnummer(attribute);
  }
}
