package se.genrep.http;

import se.genrep.person.TestPerson;

/** What the page says of a test person. */
final class PersonTexts {
  private PersonTexts() {}

  static String name(TestPerson person) {
    return person.id();
  }

  static String number(TestPerson person) {
    return "";
  }

  static String reason(TestPerson person, Language language) {
    return "";
  }

  static String group(TestPerson person, Language language) {
    return "";
  }
}
