package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.genrep.federation.Federation;
import se.genrep.federation.SpMetadata;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.registry.StatusCode;

/** One identity provider and the service providers a test makes members, all in memory. */
final class Setting {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final TestPki PKI = TestPki.inMemory(CLOCK);
  static final Credential SP_KEY = PKI.credential("sp", KeyType.RSA_2048);
  static final String BASE = "https://localhost:8443";
  static final String TLS_BASE = "https://localhost:8444";

  private static final AtomicInteger REQUESTS = new AtomicInteger();

  final Federation federation;
  final MockIdp idp;
  private final AtomicInteger ids = new AtomicInteger();

  Setting(String profile) {
    this(IdpProfiles.find(profile));
  }

  Setting(IdpProfile profile) {
    this(profile, CLOCK);
  }

  Setting(IdpProfile profile, Clock clock) {
    this.federation = Federation.inMemory(PKI, clock);
    this.idp =
        new MockIdp(
            profile,
            BASE,
            Optional.of(TLS_BASE),
            PKI,
            federation,
            () -> People.CAST,
            clock,
            () -> "_id" + ids.incrementAndGet());
  }

  static Setting supplier() {
    return new Setting("supplier-loa2-loa3");
  }

  static Setting bankid() {
    return new Setting("uncertified-bankid");
  }

  /** The usual service provider is a member. */
  Setting withUsualSp() {
    return with(SpMetadata.usual(SP_KEY));
  }

  Setting with(SpMetadata metadata) {
    federation.join("sp.xml", metadata.bytes());
    return this;
  }

  String post() {
    return idp.location(false);
  }

  String redirect() {
    return idp.location(true);
  }

  /** A good request to the POST endpoint, with a new ID. */
  RequestText request() {
    return new RequestText("_r" + REQUESTS.incrementAndGet(), NOW, post());
  }

  SignInRequest accept(RequestText request) {
    return accept(request.posted(post()));
  }

  SignInRequest accept(Inbound in) {
    Received received = idp.receive(in);
    return assertInstanceOf(Received.Ask.class, received, received::toString).request();
  }

  ErrorAnswer refuse(RequestText request, StatusCode top, StatusCode second, String hint) {
    return refuse(request.posted(post()), top, second, hint);
  }

  ErrorAnswer refuse(Inbound in, StatusCode top, StatusCode second, String hint) {
    Received received = idp.receive(in);
    ErrorAnswer error =
        assertInstanceOf(Received.Refused.class, received, received::toString).error();
    assertEquals(top.uri(), error.topStatus(), error.message());
    assertEquals(second == null ? null : second.uri(), error.secondStatus(), error.message());
    assertTrue(error.message().contains(hint), error.message());
    assertEquals(idp.entityId(), error.issuer());
    assertEquals("relay", error.relayState());
    return error;
  }

  String unanswerable(Inbound in, String hint) {
    Received received = idp.receive(in);
    String problem =
        assertInstanceOf(Received.Unanswerable.class, received, received::toString).problem();
    assertTrue(problem.contains(hint), problem);
    return problem;
  }
}
