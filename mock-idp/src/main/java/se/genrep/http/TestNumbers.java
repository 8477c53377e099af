package se.genrep.http;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import se.genrep.control.ExtraPeople;
import se.genrep.identity.OfficialNumbers;

/**
 * Which numbers no person has: those of the cast, and the official lists that were imported into
 * the data folder. The lists are read when a number is not of the cast.
 */
final class TestNumbers implements Predicate<String> {

  private final ExtraPeople people;
  private final Optional<Path> data;

  TestNumbers(ExtraPeople people, Optional<Path> data) {
    this.people = people;
    this.data = data;
  }

  @Override
  public boolean test(String twelveDigits) {
    return people.get().numbers().contains(twelveDigits)
        || data.map(OfficialNumbers::in)
            .filter(official -> official.contains(twelveDigits))
            .isPresent();
  }
}
