package se.genrep.idp;

import java.util.function.Predicate;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/** The test people of these tests, found in the cast by the property that matters. */
final class People {

  static final Cast CAST = Cast.load();

  static final TestPerson WITH_PERSONNUMMER =
      first(
          person ->
              has(person, Attribute.PERSONAL_IDENTITY_NUMBER)
                  && !person.isSamordningsnummer(Attribute.PERSONAL_IDENTITY_NUMBER)
                  && has(person, Attribute.DATE_OF_BIRTH)
                  && !has(person, Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER));

  static final TestPerson WITH_SAMORDNINGSNUMMER =
      first(person -> person.isSamordningsnummer(Attribute.PERSONAL_IDENTITY_NUMBER));

  /** A number from which no date of birth follows. */
  static final TestPerson WITHOUT_DATE_OF_BIRTH =
      first(
          person ->
              has(person, Attribute.PERSONAL_IDENTITY_NUMBER)
                  && !has(person, Attribute.DATE_OF_BIRTH));

  /** Had a samordningsnummer and now has a personnummer. */
  static final TestPerson CHANGED_NUMBER =
      first(
          person ->
              person.isSamordningsnummer(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER)
                  && !person.isSamordningsnummer(Attribute.PERSONAL_IDENTITY_NUMBER)
                  && has(person, Attribute.PERSONAL_IDENTITY_NUMBER));

  /** Not resident: can sign in at the nonresident levels alone. */
  static final TestPerson WITHOUT_NUMBER =
      anyone(
          person ->
              !has(person, Attribute.PERSONAL_IDENTITY_NUMBER)
                  && person.canUse(LevelOfAssurance.LOA3_NONRESIDENT));

  private People() {}

  static String number(TestPerson person) {
    return new PersonFacts(person).values(Attribute.PERSONAL_IDENTITY_NUMBER).get(0);
  }

  static String previousNumber(TestPerson person) {
    return new PersonFacts(person).values(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER).get(0);
  }

  private static boolean has(PersonFacts person, Attribute attribute) {
    return !person.values(attribute).isEmpty();
  }

  private static TestPerson first(Predicate<PersonFacts> property) {
    return anyone(
        property
            .and(person -> person.canUse(LevelOfAssurance.LOA3))
            .and(person -> person.canUse(LevelOfAssurance.LOA2)));
  }

  private static TestPerson anyone(Predicate<PersonFacts> property) {
    return CAST.all().stream()
        .filter(person -> property.test(new PersonFacts(person)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the cast has nobody with the property"));
  }
}
