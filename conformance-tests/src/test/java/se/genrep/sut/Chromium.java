package se.genrep.sut;

import static org.junit.jupiter.api.Assumptions.abort;

import se.genrep.input.BadInput;

/** The Chromium of this machine. Without one its tests are skipped, but not in CI. */
final class Chromium {

  private Chromium() {}

  static BrowserSession orSkip() {
    try {
      return BrowserSession.local(false);
    } catch (BadInput e) {
      if (System.getenv("CI") != null) {
        throw e;
      }
      return abort(e.getMessage());
    }
  }
}
