package se.genrep.sut;

import java.util.List;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.model.Played;
import se.genrep.model.Transcript;

/**
 * A sign-in at a service provider, answered by the mock identity provider.
 *
 * @param who what number the canary of the message has
 * @param forged true when somebody else signs in genuinely and the canary stands in a forged part
 *     only
 * @param answer how the answer is wrong; none for a good one
 * @param delivery which browser brings it, and how often
 */
public record SignIn(Who who, boolean forged, Deviations answer, Delivery delivery)
    implements SpStimulus {

  /** The number of the person of the message. */
  public enum Who {
    PERSONNUMMER(null),
    SAMORDNINGSNUMMER(null),
    /** Of the cast, with a number that is no date (SKV 707). */
    SAMORDNINGSNUMMER_MONTH_00("samordningsnummer-month-00"),
    SAMORDNINGSNUMMER_DAY_60("samordningsnummer-day-60"),
    SAMORDNINGSNUMMER_MONTH_00_DAY_60("samordningsnummer-month-00-day-60"),
    SAMORDNINGSNUMMER_NO_SUCH_DATE("samordningsnummer-non-existing-date"),
    SAMORDNINGSNUMMER_30_FEBRUARY("samordningsnummer-30-february"),
    SAMORDNINGSNUMMER_LEAP_DAY("samordningsnummer-leap-day");

    private final String castId;

    Who(String castId) {
      this.castId = castId;
    }

    /** The one person of the cast that is meant; empty for any canary of the kind. */
    java.util.Optional<String> castId() {
      return java.util.Optional.ofNullable(castId);
    }
  }

  /** How the answer reaches the service provider. */
  public enum Delivery {
    /** By the browser that asked, once. */
    USUAL,
    /** By the browser that asked; then, signed out by losing its cookies, once more. */
    AGAIN_SAME_BROWSER,
    /** By the browser that asked; then by another, which has a sign-in of its own under way. */
    AGAIN_OTHER_BROWSER,
    /** Only by another browser, which has a sign-in of its own under way. */
    OTHER_BROWSER,
    /** Only by another browser, which has asked for nothing. */
    UNASKED
  }

  public static SignIn signIn() {
    return new SignIn(Who.PERSONNUMMER, false, Deviations.NONE, Delivery.USUAL);
  }

  public SignIn as(Who other) {
    return new SignIn(other, forged, answer, delivery);
  }

  /** The person of the message is the canary itself. */
  public SignIn answeredWith(Deviation deviation) {
    return new SignIn(who, forged, Deviations.of(deviation), delivery);
  }

  /** A genuine person signs in; the deviation adds a forged part about the canary. */
  public SignIn forgedWith(Deviation deviation) {
    return new SignIn(who, true, Deviations.of(deviation), delivery);
  }

  public SignIn delivered(Delivery other) {
    return new SignIn(who, forged, answer, other);
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    return new SignInPlay(bench, this, transcript).play(number);
  }

  @Override
  public List<String> deviations() {
    return answer.all().stream().map(Deviation::id).toList();
  }
}
