package se.genrep.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.http.Guest;
import se.genrep.http.Seal;
import se.genrep.person.Bilingual;

/**
 * The signing service on the ports of the federation: {@code /sign/request} takes sign requests,
 * {@code /sign/acs} the answers of identity providers, {@code /sign/metadata} is its metadata. What
 * is under way lies sealed in cookies of the browser, in pieces, since a request does not fit the
 * 80 bytes of a RelayState.
 */
public final class SigningSite implements Guest {

  /** What every browser takes for one cookie is 4096 bytes with its name and attributes. */
  private static final int PIECE = 3_800;

  /** A server reads so much of headers that some more than these fit. */
  private static final int MOST_PIECES = 5;

  /** In seconds: how long a person may take at the identity provider. */
  private static final int LIFETIME = 30 * 60;

  private static final Pattern FLOW = Pattern.compile("[0-9a-f]{16}");
  private static final String COOKIE = "genrep-sign-";

  private Place place;
  private Seal seal;
  private final SignSwitchboard switchboard = new SignSwitchboard(() -> place.cast().get());
  private MockSign service;
  private boolean closed;

  @Override
  public String path() {
    return MockSign.PATH;
  }

  @Override
  public Bilingual name() {
    return new Bilingual("Underskriftstjänsten", "The signing service");
  }

  @Override
  public synchronized void settle(Place given) {
    place = given;
    seal = given.seal();
    MockSign.join(signing(given));
  }

  private static MockSign.Place signing(Place given) {
    return new MockSign.Place(
        given.baseUrl(), given.pki(), given.federation(), given.cast(), given.clock());
  }

  /** Made at the first call: a start should not wait for it. */
  private synchronized MockSign service() {
    if (service == null && !closed) {
      service = new MockSign(signing(place));
    }
    return service;
  }

  @Override
  public Optional<Steering> steering() {
    return Optional.of(switchboard);
  }

  @Override
  public Answer answer(Visit visit) {
    return switch (visit.path()) {
      case "" -> visit.isPost() ? new Nowhere(true) : about();
      case "/metadata" ->
          visit.isPost()
              ? new Nowhere(true)
              : new Document("application/samlmetadata+xml", service().metadata());
      case "/request" -> visit.isPost() ? request(visit) : noRequest();
      case "/acs" -> visit.isPost() ? answered(visit) : noRequest();
      default -> new Nowhere(false);
    };
  }

  private Answer about() {
    return new Notice(name(), SigningText.ABOUT, service().requestUrl());
  }

  private static Answer noRequest() {
    return new Refusal(
        400,
        SigningText.NO_REQUEST,
        SigningText.BEGIN_AT_SERVICE,
        "The field EidSignRequest is missing");
  }

  private Answer request(Visit visit) {
    Map<String, String> form = visit.form().get();
    if (!form.containsKey("EidSignRequest")) {
      return noRequest();
    }
    Arrival arrival = service().receive(form, switchboard);
    if (arrival instanceof Arrival.NotAnswered refused) {
      return new Refusal(
          400, SigningText.NOT_ANSWERED, SigningText.NOT_ANSWERED_ADVICE, refused.problem());
    }
    if (arrival instanceof Arrival.Answered answered) {
      return posted(answered.made(), List.of());
    }
    return signIn(visit, (Arrival.SignIn) arrival);
  }

  private Answer signIn(Visit visit, Arrival.SignIn signIn) {
    String sealed = seal.seal(signIn.state(), purpose(signIn.flow()));
    if (sealed.length() > PIECE * MOST_PIECES) {
      return posted(service().tooLarge(signIn.state(), PIECE * MOST_PIECES), List.of());
    }
    List<String> cookies = new ArrayList<>();
    for (int at = 0; at < sealed.length(); at += PIECE) {
      String piece = sealed.substring(at, Math.min(at + PIECE, sealed.length()));
      cookies.add(cookie(visit, signIn.flow(), at / PIECE, piece, LIFETIME));
    }
    return new Posted(signIn.form(), signIn.identityProvider(), cookies);
  }

  /**
   * Over TLS it also comes with the answer that an identity provider of another site posts;
   * SameSite=None needs TLS. Without it, what most browsers do with a cookie that says nothing lets
   * it come for two minutes, and always from another port of the same host.
   */
  private String cookie(Visit visit, String flow, int number, String value, int seconds) {
    return COOKIE
        + flow
        + "-"
        + number
        + "="
        + value
        + "; Path="
        + path()
        + "; Max-Age="
        + seconds
        + "; HttpOnly"
        + (visit.secure() ? "; Secure; SameSite=None" : "");
  }

  private Answer answered(Visit visit) {
    Map<String, String> form = visit.form().get();
    String flow = form.getOrDefault("RelayState", "");
    if (!form.containsKey("SAMLResponse") || !FLOW.matcher(flow).matches()) {
      return noRequest();
    }
    List<String> used = new ArrayList<>();
    StringBuilder sealed = new StringBuilder();
    for (int i = 0; i < MOST_PIECES; i++) {
      Optional<String> piece = visit.cookie().apply(COOKIE + flow + "-" + i);
      if (piece.isEmpty()) {
        break;
      }
      sealed.append(piece.get());
      used.add(cookie(visit, flow, i, "", 0));
    }
    Optional<byte[]> state = seal.open(sealed.toString(), purpose(flow));
    if (state.isEmpty()) {
      return new Refusal(
          400,
          SigningText.NOTHING_WAITS,
          SigningText.BEGIN_AT_SERVICE,
          "This browser has no signature under way that the answer belongs to (RelayState "
              + flow
              + ")");
    }
    return posted(service().finish(state.get(), form.get("SAMLResponse"), switchboard), used);
  }

  private static String purpose(String flow) {
    return "signature " + flow;
  }

  private static Answer posted(SignMade made, List<String> cookies) {
    return new Posted(made.form(), made.requester(), cookies);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (service != null) {
      service.close();
    }
  }
}
