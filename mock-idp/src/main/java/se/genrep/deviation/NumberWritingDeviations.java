package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;

import java.util.function.UnaryOperator;
import se.genrep.registry.Attribute;

/** Numbers that are written otherwise than ATTR 3.1 has it, or that nobody can have. */
public final class NumberWritingDeviations {

  public static final Deviation NUMBER_WITH_PLUS =
      number(
          "number-with-plus",
          "writes the number with a plus sign",
          number -> number.substring(0, 8) + "+" + number.substring(8));

  public static final Deviation NUMBER_WITH_SPACE_INSIDE =
      number(
          "number-with-space-inside",
          "writes a space inside the number",
          number -> number.substring(0, 8) + " " + number.substring(8));

  public static final Deviation NUMBER_WITH_NEWLINES =
      number(
          "number-with-newlines",
          "writes line breaks around the number",
          number -> "\n  " + number + "\n");

  public static final Deviation NUMBER_IN_FULL_WIDTH =
      number(
          "number-in-full-width",
          "writes the number in full-width digits",
          number -> shifted(number, '\uff10'));

  public static final Deviation NUMBER_IN_ARABIC_DIGITS =
      number(
          "number-in-arabic-digits",
          "writes the number in Arabic-Indic digits",
          number -> shifted(number, '\u0660'));

  public static final Deviation NUMBER_WITH_BAR =
      number(
          "number-with-bar",
          "writes the number with a vertical bar",
          number -> number.substring(0, 8) + "|" + number.substring(8));

  public static final Deviation NUMBER_WITH_EN_DASH =
      number(
          "number-with-en-dash",
          "writes the number with an en dash",
          number -> number.substring(0, 8) + "\u2013" + number.substring(8));

  public static final Deviation NUMBER_WITH_NO_BREAK_SPACE =
      number(
          "number-with-no-break-space",
          "writes a no-break space inside the number",
          number -> number.substring(0, 8) + "\u00a0" + number.substring(8));

  public static final Deviation NUMBER_WITH_SPACES_AROUND =
      number(
          "number-with-spaces-around",
          "writes spaces around the number",
          number -> " " + number + " ");

  public static final Deviation NUMBER_OF_ORGANISATION =
      number(
          "number-of-organisation",
          "sends an organisationsnummer for the person's",
          number -> "5599999975");

  public static final Deviation INTERIM_NUMBER =
      number(
          "interim-number",
          "sends an interim number, with a letter",
          number -> number.substring(0, 8) + "T" + number.substring(9));

  public static final Deviation NUMBER_WITH_PREFIX_16 =
      number(
          "number-with-prefix-16",
          "writes 16 for the century",
          number -> "16" + number.substring(2));

  public static final Deviation NUMBER_OF_MONTH_13 =
      number(
          "number-of-month-13",
          "sends a number of month 13",
          number -> checked(number.substring(0, 4) + "13" + number.substring(6)));

  public static final Deviation NUMBER_OF_30_FEBRUARY =
      number(
          "number-of-30-february",
          "sends a personnummer of 30 February",
          number -> checked(number.substring(0, 4) + "0230" + number.substring(8)));

  public static final Deviation NUMBER_OF_SERIAL_000 =
      number(
          "number-of-serial-000",
          "sends a number with birth number 000",
          number -> checked(number.substring(0, 8) + "0000"));

  private NumberWritingDeviations() {}

  private static Deviation number(String id, String title, UnaryOperator<String> writing) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              Parts.attribute(assertion, Attribute.PERSONAL_IDENTITY_NUMBER)
                  .map(attribute -> attribute.at("saml:AttributeValue"))
                  .ifPresent(value -> value.text(writing.apply(value.text())));
              return assertion;
            });
  }

  /** In the digits of another script, whose zero is given. */
  private static String shifted(String number, char zero) {
    StringBuilder other = new StringBuilder();
    number.chars().forEach(digit -> other.append((char) (digit - '0' + zero)));
    return other.toString();
  }

  /** With the check digit that the other digits ask for (SKV 704), so that only they are wrong. */
  private static String checked(String number) {
    int sum = 0;
    for (int i = 2; i < 11; i++) {
      int product = (number.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return number.substring(0, 11) + (10 - sum % 10) % 10;
  }
}
