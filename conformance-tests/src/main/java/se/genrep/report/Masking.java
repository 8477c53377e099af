package se.genrep.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.genrep.identity.PersonalNumber;
import se.genrep.person.Cast;

/**
 * Hides the numbers of people who may be real: every personnummer or samordningsnummer of 10 or 12
 * digits that keeps the rules and is no known test number becomes {@code 19900114-****}. A number
 * that breaks them belongs to nobody and stays, since it is the point of some cases. Encoded text
 * (base64, deflated or not) that holds such a number is left out as a whole.
 */
public final class Masking {

  private static final String SIGN = "(?:[-+\u2013]|%2[BbDd])?";

  /**
   * Century first, or not. Without a century the number must also stand alone as a word, since
   * identifiers made of hexadecimal digits have such runs. An escape such as %22 in an address is
   * not part of the number.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?<!\\d)|(?<=%[0-9A-Fa-f]{2}))(?<long>(?:18|19|20)\\d{6})"
              + SIGN
              + "(?<longEnd>\\d{4})(?!\\d)"
              + "|(?:(?<![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2}))(?<short>\\d{6})"
              + SIGN
              + "(?<shortEnd>\\d{4})(?![0-9A-Za-z])");

  private static final List<String> CENTURIES = List.of("19", "20", "18");

  private final Predicate<String> isTestNumber;

  private Masking(Predicate<String> isTestNumber) {
    this.isTestNumber = isTestNumber;
  }

  /**
   * @param isTestNumber whether 12 digits are a number that no person has
   */
  public static Masking allowing(Predicate<String> isTestNumber) {
    return new Masking(isTestNumber);
  }

  /** Lets only the numbers of the cast through, those of the canaries and controls included. */
  public static Masking allowingCast(Cast cast) {
    return new Masking(cast.numbers()::contains);
  }

  /** Lets more through, for example an imported official list. */
  public Masking alsoAllowing(Predicate<String> more) {
    return new Masking(isTestNumber.or(more));
  }

  /**
   * @param numbers how many were masked
   */
  public record Masked(String text, int numbers) {}

  /** The text without the numbers. */
  public Masked mask(String text) {
    Masked plain = maskPlain(text);
    Matcher run = EncodedText.RUN.matcher(plain.text());
    StringBuilder masked = new StringBuilder(text.length());
    int numbers = plain.numbers();
    while (run.find()) {
      int hidden =
          EncodedText.readings(run.group()).mapToInt(each -> maskPlain(each).numbers()).sum();
      numbers += hidden;
      run.appendReplacement(
          masked,
          Matcher.quoteReplacement(hidden > 0 ? "[encoded text with a number]" : run.group()));
    }
    return numbers == 0 ? plain : new Masked(run.appendTail(masked).toString(), numbers);
  }

  private Masked maskPlain(String text) {
    Matcher matcher = NUMBER.matcher(text);
    StringBuilder masked = new StringBuilder(text.length());
    int numbers = 0;
    while (matcher.find()) {
      boolean hasCentury = matcher.group("long") != null;
      String date = matcher.group(hasCentury ? "long" : "short");
      boolean somebody = mayBeSomebody(date + matcher.group(hasCentury ? "longEnd" : "shortEnd"));
      numbers += somebody ? 1 : 0;
      matcher.appendReplacement(
          masked, Matcher.quoteReplacement(somebody ? date + "-****" : matcher.group()));
    }
    return new Masked(matcher.appendTail(masked).toString(), numbers);
  }

  private boolean mayBeSomebody(String digits) {
    List<String> meant =
        digits.length() == 12
            ? List.of(digits)
            : CENTURIES.stream().map(century -> century + digits).toList();
    return meant.stream().anyMatch(number -> PersonalNumber.parseAttribute(number).valid())
        && meant.stream().noneMatch(isTestNumber);
  }
}
