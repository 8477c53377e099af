package se.genrep.reference;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.genrep.identity.PersonalNumber;
import se.genrep.identity.Sex;
import se.genrep.registry.Attribute;

/**
 * Makes of an answer what a service shows: the date of birth that the identity provider delivers,
 * else that of the number where it has one, and of an unknown date nothing (ATTR 3.1, SKV 707).
 */
final class Portraitist {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final Policy policy;
  private final Sessions sessions;

  Portraitist(Policy policy, Sessions sessions) {
    this.policy = policy;
    this.sessions = sessions;
  }

  Portrait of(SignedIn person) {
    Optional<PersonalNumber> number = PersonalNumber.parseAttribute(person.subject()).number();
    Optional<String> born = birthDate(person, number);
    return new Portrait(born, age(born, number), sex(person, number), account(person));
  }

  private static Optional<String> delivered(SignedIn person, Attribute attribute) {
    return person.attributes().getOrDefault(attribute.friendlyName(), List.of()).stream()
        .findFirst();
  }

  private Optional<String> birthDate(SignedIn person, Optional<PersonalNumber> number) {
    Optional<String> delivered = delivered(person, Attribute.DATE_OF_BIRTH);
    if (number.isPresent() && has(PortraitHabit.COPIES_DIGITS)) {
      String digits = number.get().number12();
      return Optional.of(
          digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8));
    }
    Optional<String> ofNumber =
        number
            .flatMap(PersonalNumber::birthDate)
            .map(LocalDate::toString)
            .or(() -> number.flatMap(this::madeUp));
    return has(PortraitHabit.DIGITS_BEFORE_ATTRIBUTE)
        ? ofNumber.or(() -> delivered)
        : delivered.or(() -> ofNumber);
  }

  /** A date for a number that has none. */
  private Optional<String> madeUp(PersonalNumber number) {
    int month = number.monthField();
    int day = number.dayField() - 60;
    if (has(PortraitHabit.NEW_YEAR_FOR_UNKNOWN) && month == 0 && day == 0) {
      return Optional.of(LocalDate.of(number.year(), 1, 1).toString());
    }
    if (has(PortraitHabit.JANUARY_FOR_UNKNOWN) && month == 0 && day > 0) {
      return Optional.of(LocalDate.of(number.year(), 1, day).toString());
    }
    if (has(PortraitHabit.FIRST_FOR_UNKNOWN) && month > 0 && day == 0) {
      return Optional.of(LocalDate.of(number.year(), month, 1).toString());
    }
    if (has(PortraitHabit.ROLLS_OVER) && month > 0 && day > 0) {
      return Optional.of(LocalDate.of(number.year(), month, 1).plusDays(day - 1L).toString());
    }
    return Optional.empty();
  }

  private Optional<Integer> age(Optional<String> born, Optional<PersonalNumber> number) {
    LocalDate today = LocalDate.ofInstant(policy.now(), SWEDEN);
    if (number.isPresent() && has(PortraitHabit.AGE_OF_YEARS)) {
      return Optional.of(today.getYear() - number.get().year());
    }
    Optional<LocalDate> date = born.flatMap(Portraitist::date);
    if (has(PortraitHabit.AGE_OF_TEN_DIGITS_YOUNG)) {
      date =
          date.map(each -> ofCentury(each, 2000))
              .filter(each -> !each.isAfter(today))
              .or(() -> born.flatMap(Portraitist::date));
    }
    if (has(PortraitHabit.AGE_OF_TEN_DIGITS_OLD)) {
      date = date.map(each -> ofCentury(each, 1900));
    }
    return date.map(each -> Period.between(each, today).getYears());
  }

  private static LocalDate ofCentury(LocalDate date, int century) {
    return date.withYear(century + date.getYear() % 100);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // what the identity provider writes is not for us to mend
    }
  }

  private Optional<String> sex(SignedIn person, Optional<PersonalNumber> number) {
    if (number.isPresent() && has(PortraitHabit.SEX_OF_CHECK_DIGIT)) {
      return Optional.of(parity(number.get().number12().charAt(11)));
    }
    if (number.isPresent() && has(PortraitHabit.SEX_OF_NINTH_OF_TWELVE)) {
      return Optional.of(parity(number.get().number12().charAt(8)));
    }
    return delivered(person, Attribute.GENDER)
        .or(() -> number.flatMap(PersonalNumber::sex).map(sex -> sex == Sex.MALE ? "M" : "F"));
  }

  private static String parity(char digit) {
    return (digit - '0') % 2 == 0 ? "F" : "M";
  }

  /** By who the person is alone, or by an earlier number where that was asked for. */
  private String account(SignedIn person) {
    if (has(PortraitHabit.ACCOUNT_OF_VISIT)) {
      return sessions.account(Sessions.unguessable(), Optional.empty());
    }
    if (has(PortraitHabit.ACCOUNT_OF_NAME)) {
      String name =
          Stream.of(Attribute.GIVEN_NAME, Attribute.SURNAME, Attribute.DATE_OF_BIRTH)
              .map(attribute -> delivered(person, attribute).orElse(""))
              .collect(Collectors.joining(" "));
      return sessions.account(name, Optional.empty());
    }
    boolean reads =
        has(MetadataHabit.ASKS_FOR_PREVIOUS_NUMBER)
            || has(PortraitHabit.ACCOUNT_OF_UNASKED_PREVIOUS);
    Optional<String> earlier =
        delivered(person, Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER).filter(any -> reads);
    return sessions.account(owner(person.subject()), earlier);
  }

  /** ATTR-3.1.1-03: neither capitals nor spaces make somebody else. */
  private String owner(String subject) {
    if (has(PortraitHabit.ACCOUNT_OF_USER) && subject.contains("@")) {
      return subject.substring(0, subject.lastIndexOf('@'));
    }
    return has(PortraitHabit.ACCOUNT_WITH_CAPITALS)
        ? subject
        : subject.strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
  }

  private boolean has(Variant.Habit habit) {
    return policy.variant().has(habit);
  }
}
