package se.genrep.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.genrep.control.ControlClock;
import se.genrep.control.Exchange;
import se.genrep.control.Exchanges;
import se.genrep.control.InstructionReader;
import se.genrep.control.Outage;
import se.genrep.control.Outages;
import se.genrep.control.Script;
import se.genrep.input.BadInput;

/**
 * Stands before the endpoints of the identity providers: tells which exchange a call belongs to,
 * fails when the identity provider is to be out of order, and keeps the exchange's own time.
 *
 * <p>A call names an armed exchange, or carries what is to happen with it: the same JSON as the
 * control API takes, in the header {@value #HEADER} or, in base64url, in the cookie {@value
 * #COOKIE}.
 */
final class ExchangeGuard {

  static final String HEADER = "Genrep-Script";
  static final String COOKIE = "genrep-script";

  private static final int SHOWN_BYTES = 512;

  private final Exchanges exchanges;
  private final Outages outages;
  private final InstructionReader instructions;
  private final ControlClock clock;

  ExchangeGuard(
      Exchanges exchanges, Outages outages, InstructionReader instructions, ControlClock clock) {
    this.exchanges = exchanges;
    this.outages = outages;
    this.instructions = instructions;
    this.clock = clock;
  }

  /** The endpoint of an identity provider, guarded. */
  Routes.Endpoint guarding(String profile, Routes.Endpoint endpoint) {
    return call -> {
      Optional<Exchange> exchange = exchange(call);
      Optional<Outage> outage =
          exchange.flatMap(each -> each.script().outage()).or(() -> outages.of(profile));
      if (outage.filter(ExchangeGuard::answersNothing).isPresent()) {
        return failing(outage.get());
      }
      Call known = exchange.map(call::in).orElse(call);
      Reply reply =
          exchange.filter(each -> !each.script().clockOffset().isZero()).isPresent()
              ? clock.shifted(exchange.get().script().clockOffset(), () -> endpoint.answer(known))
              : endpoint.answer(known);
      return outage.map(slow -> reply.delivered(Reply.Delivery.after(slow.delay()))).orElse(reply);
    };
  }

  private static boolean answersNothing(Outage outage) {
    return switch (outage.kind()) {
      case SLOW, EXPIRED_CERTIFICATE -> false;
      case DOWN, UNAVAILABLE, GARBAGE -> true;
    };
  }

  private Optional<Exchange> exchange(Call call) {
    Optional<String> id =
        call.headers().find(Exchanges.HEADER).or(() -> call.headers().cookie(Exchanges.COOKIE));
    Optional<Exchange> armed = id.flatMap(exchanges::find);
    if (armed.isPresent()) {
      return armed;
    }
    return call.headers()
        .find(HEADER)
        .or(() -> call.headers().cookie(COOKIE).map(ExchangeGuard::decoded))
        .map(this::carried);
  }

  private static String decoded(String cookie) {
    try {
      return new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("The cookie " + COOKIE + " is not written in base64url");
    }
  }

  private Exchange carried(String json) {
    try {
      Script script = instructions.read(ControlJson.parse(json, HEADER)).script();
      if (script.hold()) {
        throw Problem.badRequest("An answer is held in an armed exchange only");
      }
      return new Exchange("carried-" + UUID.randomUUID(), script);
    } catch (BadInput e) {
      throw Problem.badRequest(e.getMessage());
    }
  }

  private static Reply failing(Outage outage) {
    return switch (outage.kind()) {
      case DOWN, SLOW, EXPIRED_CERTIFICATE ->
          Reply.text(503, "text/plain", "").delivered(Reply.Delivery.HANG_UP);
      case UNAVAILABLE ->
          Reply.text(
                  503,
                  "text/html; charset=utf-8",
                  "<html><head><title>503 Service Unavailable (MOCK)</title></head><body>"
                      + "<h1>503 Service Unavailable</h1><p>MOCK: no server is available to"
                      + " handle this request.</p></body></html>")
              .with("Retry-After", "30");
      case GARBAGE -> new Reply(200, "text/html; charset=utf-8", Map.of(), garbage());
    };
  }

  /** The same bytes each time, none of them a tag. */
  private static byte[] garbage() {
    byte[] bytes = new byte[SHOWN_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 | i * 37);
    }
    return bytes;
  }
}
