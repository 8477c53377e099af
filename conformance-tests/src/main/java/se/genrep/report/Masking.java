package se.genrep.report;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.genrep.person.Cast;
import se.genrep.registry.Attribute;

/**
 * Hides the numbers of people who may be real: every personnummer or samordningsnummer with 10 or
 * 12 digits and a right check digit that is no known test number becomes {@code 19900114-****}. A
 * number with a wrong check digit belongs to nobody and stays, since it is the point of some cases.
 */
public final class Masking {

  /** Month 00 and days from 60 on are those of samordningsnummer. */
  private static final String DATE = "(?:0\\d|1[0-2])(?:0[1-9]|[12]\\d|3[01]|[678]\\d|9[01])";

  private static final String SIGN = "(?:[-+\u2013]|%2[BbDd])?";

  /**
   * Century first, or not. Without a century the number must also stand alone as a word, since
   * identifiers made of hexadecimal digits have such runs. An escape such as %22 in an address is
   * not part of the number.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?<!\\d)|(?<=%[0-9A-Fa-f]{2}))(?<long>(?:18|19|20)\\d\\d"
              + DATE
              + ")"
              + SIGN
              + "(?<longEnd>\\d{4})(?!\\d)"
              + "|(?:(?<![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2}))(?<short>\\d\\d"
              + DATE
              + ")"
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

  /** Lets only the numbers of the cast through. */
  public static Masking allowingCast(Cast cast) {
    Set<String> numbers =
        cast.all().stream()
            .flatMap(
                person ->
                    Stream.of(
                            Attribute.PERSONAL_IDENTITY_NUMBER,
                            Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER,
                            Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER)
                        .flatMap(attribute -> person.values(attribute).stream()))
            .collect(Collectors.toUnmodifiableSet());
    return new Masking(numbers::contains);
  }

  /**
   * @param numbers how many were masked
   */
  public record Masked(String text, int numbers) {}

  /** The text without the numbers. */
  public Masked mask(String text) {
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
    matcher.appendTail(masked);
    return new Masked(masked.toString(), numbers);
  }

  private boolean mayBeSomebody(String digits) {
    if (!hasRightCheckDigit(digits.substring(digits.length() - 10))) {
      return false;
    }
    return digits.length() == 12
        ? !isTestNumber.test(digits)
        : CENTURIES.stream().noneMatch(century -> isTestNumber.test(century + digits));
  }

  /** Modulus 10 over the ten digits without century. */
  private static boolean hasRightCheckDigit(String ten) {
    int sum = 0;
    for (int i = 0; i < ten.length(); i++) {
      int product = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return sum % 10 == 0;
  }
}
