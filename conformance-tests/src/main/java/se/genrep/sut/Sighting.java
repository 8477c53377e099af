package se.genrep.sut;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.genrep.control.Exchange;
import se.genrep.deviation.Deviations;
import se.genrep.identity.PersonalNumber;
import se.genrep.identity.Sex;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;

/**
 * A good sign-in of somebody of the cast, after which it is looked at what the service shows of the
 * person. Where SUT.yaml does not say where to look, a person has to.
 *
 * @param what is looked at; showing nothing is never wrong
 * @param who of the cast
 */
public record Sighting(Shown what, SignIn.Who who) implements SpStimulus {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  public static Sighting of(Shown what, SignIn.Who who) {
    if (what == Shown.ACCOUNT) {
      throw new IllegalArgumentException("one sign-in says nothing of accounts");
    }
    return new Sighting(what, who);
  }

  @Override
  public String inWords() {
    return who.castId().orElse("The canary")
        + " of the cast signs in, and the "
        + what.inWords()
        + " that the service shows is compared (shows: "
        + what.key()
        + "; without it, a person looks).";
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    TestPerson person = bench.canary(who, number);
    String subject = bench.subject(Bench.number(person));
    People people = new People(subject, subject);
    List<String> right = right(person, LocalDate.ofInstant(bench.now(), SWEDEN));
    Optional<SubjectPlace> place = Optional.ofNullable(bench.config().shows().get(what));
    if (place.isEmpty()) {
      return new Played(new Outcome.ToReview(toLookAt(person, right)), people, Optional.empty());
    }
    Exchange exchange = bench.arm(person, person, Deviations.NONE, false);
    try (Browser browser = bench.browser("browser", transcript)) {
      Outcome outcome = bench.signIn(browser, exchange);
      boolean asMeant =
          outcome instanceof Outcome.Accepted accepted && accepted.subject().equals(subject);
      return new Played(
          asMeant ? judged(browser.shown(what, place.get()), right) : notLetIn(outcome),
          people,
          Optional.empty());
    } finally {
      bench.finish(exchange, transcript);
    }
  }

  /** Who asks for an age may turn away whom it does not know to have it. */
  private Outcome notLetIn(Outcome outcome) {
    return what == Shown.AGE && outcome instanceof Outcome.Refused refused
        ? new Outcome.NotSeen("the person was not let in (" + refused.how() + ")")
        : outcome;
  }

  private String toLookAt(TestPerson person, List<String> right) {
    return "SUT.yaml does not say where the service shows the "
        + what.inWords()
        + " (shows: "
        + what.key()
        + "). If it shows or uses it at all, sign in as "
        + person.id()
        + " ("
        + Bench.number(person)
        + "): "
        + (right.isEmpty()
            ? "it is not known, so that nothing may be shown in its place"
            : "it is " + String.join(" or ", right));
  }

  private Outcome judged(Optional<String> shown, List<String> right) {
    String normal = shown.map(this::normalised).orElse("");
    return normal.isEmpty() || right.stream().map(this::normalised).anyMatch(normal::equals)
        ? new Outcome.Kept("it shows " + shown.map(each -> "'" + each + "'").orElse("nothing"))
        : new Outcome.Broken(
            "it shows the "
                + what.inWords()
                + " '"
                + shown.get()
                + "'; "
                + (right.isEmpty() ? "it is not known" : "it is " + String.join(" or ", right)));
  }

  /** What may be shown: one value, or none where nothing is known, or two where custom differs. */
  private List<String> right(TestPerson person, LocalDate today) {
    Optional<PersonalNumber> number = PersonalNumber.parseAttribute(Bench.number(person)).number();
    Optional<LocalDate> born =
        person
            .value(Attribute.DATE_OF_BIRTH)
            .map(LocalDate::parse)
            .or(() -> number.flatMap(PersonalNumber::birthDate));
    return switch (what) {
      case BIRTH_DATE -> born.stream().map(LocalDate::toString).toList();
      case AGE -> born.stream().flatMap(date -> ages(date, today)).distinct().toList();
      case SEX ->
          person
              .value(Attribute.GENDER)
              .or(() -> number.flatMap(PersonalNumber::sex).map(sex -> sex == Sex.MALE ? "M" : "F"))
              .stream()
              .toList();
      case ACCOUNT -> throw new IllegalStateException("an account is no trait of a person");
    };
  }

  /** Who is born on 29 February may be a year older on 28 February already (pitfall of any age). */
  private static Stream<String> ages(LocalDate born, LocalDate today) {
    return Stream.of(
            born, born.isLeapYear() && born.getDayOfYear() == 60 ? born.minusDays(1) : born)
        .map(date -> String.valueOf(Period.between(date, today).getYears()));
  }

  /** So that it does not matter how a service writes what it means. */
  private String normalised(String text) {
    return switch (what) {
      case BIRTH_DATE, AGE -> text.replaceAll("[^0-9]", "");
      case SEX -> {
        String letter =
            text.strip().isEmpty() ? "" : text.strip().substring(0, 1).toUpperCase(Locale.ROOT);
        yield letter.matches("[KW]") ? "F" : letter.equals("U") ? "" : letter;
      }
      case ACCOUNT -> text;
    };
  }
}
