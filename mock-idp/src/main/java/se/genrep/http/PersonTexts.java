package se.genrep.http;

import se.genrep.person.Bilingual;
import se.genrep.person.TestPerson;

/** What the page says of a test person. */
final class PersonTexts {

  /** Before this of the 12 digits a hyphen makes the number readable. */
  private static final int DATE = 8;

  private PersonTexts() {}

  static String name(TestPerson person) {
    return person.name();
  }

  /** The number with century and hyphen; empty for none. */
  static String number(TestPerson person) {
    return person
        .number()
        .map(number -> number.substring(0, DATE) + "-" + number.substring(DATE))
        .orElse("");
  }

  static String reason(TestPerson person, Language language) {
    return in(language, person.reason());
  }

  static String group(TestPerson person, Language language) {
    return in(language, person.group());
  }

  private static String in(Language language, Bilingual text) {
    return language == Language.SV ? text.sv() : text.en();
  }
}
