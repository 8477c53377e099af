package se.genrep.http;

/**
 * Ends a request with a page that says what is wrong. No stack trace is kept: it is an answer to
 * the person at the browser, not a fault of ours.
 */
class Problem extends RuntimeException {

  private final int status;
  private final transient Text title;
  private final transient Text advice;

  /**
   * @param status the HTTP status, 4xx or 5xx
   * @param title the heading
   * @param advice what the person can do
   * @param detail one technical sentence in English, or null
   */
  Problem(int status, Text title, Text advice, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  /** 400 with a technical sentence. */
  static Problem badRequest(String detail) {
    return new Problem(400, Text.BAD_REQUEST, Text.BAD_REQUEST_ADVICE, detail);
  }

  /** 405: the path is known, the method is not (RFC 9110, 15.5.6: with Allow). */
  static final class MethodNotAllowed extends Problem {

    private final String allow;

    MethodNotAllowed(String allow) {
      super(405, Text.WRONG_METHOD, Text.WRONG_METHOD_ADVICE, "This address takes " + allow);
      this.allow = allow;
    }

    String allow() {
      return allow;
    }
  }

  int status() {
    return status;
  }

  Text title() {
    return title;
  }

  Text advice() {
    return advice;
  }
}
