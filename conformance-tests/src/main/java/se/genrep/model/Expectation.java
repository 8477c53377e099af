package se.genrep.model;

import java.util.Optional;

/** What a conforming system does with a stimulus. */
public enum Expectation {
  /** The person of the message is signed in, under exactly the identity that was sent. */
  ACCEPTED("the person of the message is signed in"),

  /** Nobody is signed in by this message. */
  REFUSED("the message is refused and nobody is signed in"),

  /**
   * Either refused, or understood as exactly the person meant; never as anybody else and never
   * under a mutilated identity.
   */
  INTACT_OR_REFUSED("the message is refused, or understood as exactly the person it means"),

  /**
   * Whatever the system makes of the message, it bears it: no crash, nobody else signed in, and
   * good sign-ins still work.
   */
  UNHARMED("the message is borne: no crash, nobody else signed in, and good sign-ins still work"),

  /** Everything the system sends and shows keeps a rule. */
  KEPT("all that the system sends and shows keeps the rule");

  private final String sentence;

  Expectation(String sentence) {
    this.sentence = sentence;
  }

  /** Present tense, for reports. */
  public String sentence() {
    return sentence;
  }

  /** Whether a crash answers the question; to the others it says nothing: it is no refusal. */
  public boolean judgesCrashes() {
    return this == ACCEPTED || this == UNHARMED;
  }

  /**
   * Judges an outcome.
   *
   * @param people the persons of the stimulus
   * @return empty when met, otherwise what was seen instead
   */
  public Optional<String> breachedBy(Outcome outcome, People people) {
    if (this == KEPT || outcome instanceof Outcome.Broken) {
      return outcome instanceof Outcome.Kept ? Optional.empty() : Optional.of(outcome.inWords());
    }
    if (outcome instanceof Outcome.Accepted accepted) {
      return switch (this) {
        case ACCEPTED, INTACT_OR_REFUSED, UNHARMED ->
            accepted.subject().equals(people.meant())
                ? Optional.empty()
                : Optional.of(
                    "signed in as '"
                        + accepted.subject()
                        + "' instead of '"
                        + people.meant()
                        + "'");
        case REFUSED, KEPT ->
            Optional.of(
                "signed in as '" + accepted.subject() + "'" + people.roleOf(accepted.subject()));
      };
    }
    return this == ACCEPTED || this == UNHARMED && outcome instanceof Outcome.Error
        ? Optional.of(outcome.inWords())
        : Optional.empty();
  }

  /**
   * The identities of one stimulus.
   *
   * @param meant who the message is about; for a forgery, the canary
   * @param genuine who the genuine signed part is about; the same as {@code meant} where there is
   *     only one
   */
  public record People(String meant, String genuine) {
    String roleOf(String subject) {
      if (subject.equals(meant)) {
        return meant.equals(genuine)
            ? ", the person of the message"
            : ", the canary of the forged part";
      }
      return subject.equals(genuine)
          ? ", the person of the genuine part"
          : ", who is not the person of the message";
    }
  }
}
