package se.genrep.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import se.genrep.idp.SsoSession;

/**
 * Keeps the session of one identity provider in the browser: sealed, out of reach of scripts, sent
 * to the addresses of this identity provider alone. Nothing is kept here, so a restart ends no
 * session, and any process with the same data folder takes it.
 */
final class SessionCookie {

  static final String NAME = "genrep-session";

  /** What every browser takes for one cookie is 4096 bytes with its name and attributes. */
  private static final int MOST_CHARACTERS = 3800;

  private final Seal seal;
  private final String purpose;
  private final String path;

  /**
   * @param idp the entityID; the session of one is nothing to another
   * @param path where the identity provider is on this server; without a final slash
   */
  SessionCookie(Seal seal, String idp, String path) {
    this.seal = seal;
    this.purpose = "session of " + idp;
    this.path = path;
  }

  /** The session that the browser brought; one that cannot be opened is none. */
  Optional<SsoSession> read(Call call) {
    return call.headers()
        .cookie(NAME)
        .flatMap(text -> seal.open(text, purpose))
        .map(SessionCookie::session);
  }

  private static SsoSession session(byte[] plain) {
    try {
      return PendingForm.session(new DataInputStream(new ByteArrayInputStream(plain)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the browser keep the session; one too large for a cookie is not kept. */
  Reply keep(Reply reply, Call call, SsoSession session) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      PendingForm.write(session, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String value = seal.seal(bytes.toByteArray(), purpose);
    return value.length() > MOST_CHARACTERS
        ? reply
        : reply.with("Set-Cookie", NAME + "=" + value + attributes(call));
  }

  /** Has the browser forget it. */
  Reply forget(Reply reply, Call call) {
    return reply.with("Set-Cookie", NAME + "=; Max-Age=0" + attributes(call));
  }

  /**
   * Over TLS it also comes with a request that another site posts. SameSite=None needs TLS, so
   * without it such a request asks the person again. How long it lasts is decided here, by the time
   * inside, and not by the browser.
   */
  private String attributes(Call call) {
    return "; Path="
        + path
        + "; HttpOnly"
        + (call.tls().isPresent() ? "; Secure; SameSite=None" : "; SameSite=Lax");
  }
}
