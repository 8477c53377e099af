package se.genrep.sut;

import java.util.List;
import java.util.Optional;
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

  /**
   * The person of the message.
   *
   * @param samordningsnummer whether the number is a samordningsnummer
   * @param castId somebody of the cast; empty for the canary of the case
   */
  public record Who(boolean samordningsnummer, Optional<String> castId) {
    public static final Who PERSONNUMMER = new Who(false, Optional.empty());
    public static final Who SAMORDNINGSNUMMER = new Who(true, Optional.empty());

    /** Somebody of the cast with a personnummer, where it matters which. */
    public static Who withPersonnummer(String castId) {
      return new Who(false, Optional.of(castId));
    }

    /** Somebody of the cast with a samordningsnummer, where it matters which. */
    public static Who withSamordningsnummer(String castId) {
      return new Who(true, Optional.of(castId));
    }
  }

  /** How the answer reaches the service provider. */
  public enum Delivery {
    /** By the browser that asked, once. */
    USUAL,
    /** By the browser that asked, which is that of a phone. */
    BY_PHONE,
    /** By the browser that asked; then, signed out by losing its cookies, once more. */
    AGAIN_SAME_BROWSER,
    /** By the browser that asked; then by another, which has a sign-in of its own under way. */
    AGAIN_OTHER_BROWSER,
    /** Only by another browser, which has a sign-in of its own under way. */
    OTHER_BROWSER,
    /** Only by another browser, which has asked for nothing. */
    UNASKED,
    /** By two other browsers, one after the other, which have asked for nothing. */
    UNASKED_TWICE,
    /** By the browser that asked, in an address instead of a form. */
    BY_GET,
    /** As the one before, compressed as HTTP-Redirect does it. */
    BY_REDIRECT
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
