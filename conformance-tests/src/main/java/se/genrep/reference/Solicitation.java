package se.genrep.reference;

import java.time.Instant;
import java.util.Optional;
import se.genrep.reference.Sessions.Asked;
import se.genrep.reference.Sessions.Session;
import se.genrep.saml.XmlNode;

/**
 * Whether this browser asked for the answer, and has not had it before (DP 6.1, 6.3.2, 6.3.5).
 *
 * <p>What remains when one check is left out: without {@link Check#SOLICITED} the answer must still
 * be one to a request of this service provider, whichever browser sent it; without {@link
 * Check#IN_RESPONSE_TO} the browser must still have asked for something; without {@link
 * Check#REPLAY} the request still belongs to the browser that sent it, so one that lost its cookies
 * is refused all the same.
 */
final class Solicitation {

  private final Policy policy;
  private final Sessions sessions;
  private final Optional<Session> session;
  private String answered;

  Solicitation(Policy policy, Sessions sessions, Optional<Session> session) {
    this.policy = policy;
    this.sessions = sessions;
    this.session = session;
  }

  void response(XmlNode response) throws Refusal {
    policy.require(
        Check.SOLICITED,
        session.filter(Session::hasAsked).isPresent(),
        "this browser has not asked to sign in, or has lost its cookies since (DP 6.1)");
    String request = response.attribute("InResponseTo").orElse("");
    policy.require(
        Check.IN_RESPONSE_TO,
        isAsked(request),
        "the Response answers '" + request + "', which this browser has not asked");
    answered = request;
  }

  void confirmation(XmlNode data) throws Refusal {
    String request = data.attribute("InResponseTo").orElse("");
    policy.require(
        Check.CONFIRMATION_IN_RESPONSE_TO,
        isAsked(request),
        "the subject is confirmed for '" + request + "', which this browser has not asked");
    policy.require(
        Check.CONFIRMATION_IN_RESPONSE_TO,
        request.equals(answered) || !policy.makes(Check.IN_RESPONSE_TO),
        "Response and SubjectConfirmationData answer different requests");
    if (sessions.request(answered).isEmpty()) {
      answered = request;
    }
  }

  private boolean isAsked(String request) {
    return policy.makes(Check.SOLICITED)
        ? session.filter(each -> each.hasAsked(request, policy.door())).isPresent()
        : sessions.request(request).isPresent();
  }

  /** The request that is answered; empty when that is not known, which only the careless see. */
  Optional<Asked> request() {
    return sessions.request(answered);
  }

  /** The last check of all: an answer that was refused may come again, mended. */
  void once(XmlNode assertion, Instant until) throws Refusal {
    String id = assertion.attribute("ID").orElse("");
    policy.require(
        Check.REPLAY,
        sessions.takeOnce("assertion " + id, until, policy.now()),
        "the assertion '" + id + "' was taken before (DP 6.3.5)");
    if (request().isPresent()) {
      policy.require(
          Check.REPLAY,
          sessions.takeOnce("request " + answered, until, policy.now()),
          "the request '" + answered + "' was answered before");
    }
  }
}
