package se.genrep.idp;

import java.util.List;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;

/** The test people of these tests, by property. */
final class People {

  static final Cast CAST = new Cast(List.of(new TestPerson("a")));

  private People() {}
}
