package se.genrep.requester;

import java.util.Optional;
import se.genrep.protocol.SignResponse.Result;

/** A response that a requester does not take; the text says why. */
public final class ResponseRefusal extends Exception {

  private final RequesterCheck check;
  private final Result result;

  ResponseRefusal(RequesterCheck check, String message) {
    this(check, message, null);
  }

  ResponseRefusal(RequesterCheck check, String message, Result result) {
    super(message);
    this.check = check;
    this.result = result;
  }

  /** The check that did not hold; empty for a message that cannot be read. */
  public Optional<RequesterCheck> check() {
    return Optional.ofNullable(check);
  }

  /** What the signing service said, of a response that is its own and says no. */
  public Optional<Result> result() {
    return Optional.ofNullable(result);
  }
}
