package se.genrep.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.SystemUnderTest;
import se.genrep.model.Transcript;

/**
 * A good exchange that must be accepted, with its own transcript.
 *
 * @param failure why it was not accepted, in words
 */
record Control(Optional<String> failure, Transcript transcript) {

  static Control of(SystemUnderTest sut, Clock clock) {
    Transcript transcript = new Transcript();
    transcript.add(Instant.now(clock), Transcript.Kind.NOTE, "a control begins", "");
    try {
      return new Control(failure(sut.control(transcript)), transcript);
    } catch (RuntimeException e) {
      return new Control(Optional.of("an error of Genrep itself: " + e), transcript);
    }
  }

  private static Optional<String> failure(Played played) {
    if (!(played.outcome() instanceof Outcome.Accepted accepted)) {
      return Optional.of(played.outcome().inWords());
    }
    return accepted.subject().equals(played.people().meant())
        ? Optional.empty()
        : Optional.of(
            "signed in as '"
                + accepted.subject()
                + "', which is no way to write "
                + played.people().meant());
  }

  boolean failed() {
    return failure.isPresent();
  }
}
