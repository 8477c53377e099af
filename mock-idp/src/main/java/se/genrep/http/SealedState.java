package se.genrep.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import se.genrep.pki.TestPki;

/**
 * What is under way in a sign-in, sealed, with the time it expires. It is bound to one identity
 * provider: its entityID is the {@link Seal}'s purpose.
 */
final class SealedState {

  /** How long a person can take at a page. */
  static final Duration LIFETIME = Duration.ofMinutes(30);

  private final Seal seal;
  private final Clock clock;

  SealedState(TestPki pki, Clock clock) {
    this(new Seal(pki), clock);
  }

  SealedState(Seal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /** The sealed text, of the characters that need no escaping in a form. */
  String seal(Pending pending, String idp) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(clock.instant().plus(LIFETIME).getEpochSecond());
      PendingForm.write(pending, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seal.seal(bytes.toByteArray(), idp);
  }

  /**
   * Opens what {@link #seal} gave.
   *
   * @throws Problem when it was changed, was sealed for another identity provider or with another
   *     data folder, or has expired
   */
  Pending open(String sealed, String idp) {
    byte[] plain =
        seal.open(sealed, idp)
            .orElseThrow(
                () ->
                    new Problem(
                        400,
                        Text.STATE_FOREIGN,
                        Text.START_AGAIN,
                        "The field 'state' was changed on its way, or is of another identity"
                            + " provider or data folder"));
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
      Instant expires = Instant.ofEpochSecond(in.readLong());
      if (!clock.instant().isBefore(expires)) {
        throw new Problem(
            400,
            Text.STATE_EXPIRED,
            Text.START_AGAIN,
            "The page was made more than " + LIFETIME.toMinutes() + " minutes ago");
      }
      return PendingForm.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
