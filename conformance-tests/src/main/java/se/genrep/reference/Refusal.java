package se.genrep.reference;

/** An answer is not taken; the message is the reason, one sentence without a final full stop. */
final class Refusal extends Exception {

  /** For what is no SAML answer at all, before any check of an answer. */
  static final String FORM = "FORM";

  private final String check;

  Refusal(Check check, String reason) {
    this(check.name(), reason);
  }

  private Refusal(String check, String reason) {
    super(reason, null, false, false);
    this.check = check;
  }

  static Refusal form(String reason) {
    return new Refusal(FORM, reason);
  }

  /** The name of the check that refused, or {@link #FORM}. */
  String check() {
    return check;
  }
}
