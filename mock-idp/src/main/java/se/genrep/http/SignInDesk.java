package se.genrep.http;

import java.time.Clock;
import java.util.Optional;
import se.genrep.control.Instruction;
import se.genrep.control.Switchboard;
import se.genrep.idp.Authority;
import se.genrep.idp.Candidate;
import se.genrep.idp.Decision;
import se.genrep.idp.ErrorAnswer;
import se.genrep.idp.Inbound;
import se.genrep.idp.Made;
import se.genrep.idp.MockIdp;
import se.genrep.idp.Received;
import se.genrep.idp.Release;
import se.genrep.idp.SignInRequest;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.StatusCode;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.RedirectBinding;

/**
 * The endpoints of one identity provider where requests arrive and persons decide. It keeps nothing
 * between two calls: what is under way is in {@link SealedState}, and an earlier sign-in in {@link
 * SessionCookie}.
 */
final class SignInDesk {

  private final MockIdp idp;
  private final Switchboard switchboard;
  private final SealedState sealed;
  private final SessionCookie cookie;
  private final SignInPages pages;
  private final ScriptedDesk scripted;
  private final Clock clock;

  SignInDesk(
      MockIdp idp,
      Switchboard switchboard,
      SealedState sealed,
      SessionCookie cookie,
      SignInPages pages,
      ScriptedDesk scripted,
      Clock clock) {
    this.idp = idp;
    this.switchboard = switchboard;
    this.sealed = sealed;
    this.cookie = cookie;
    this.pages = pages;
    this.scripted = scripted;
    this.clock = clock;
  }

  /** A request by HTTP-Redirect. */
  Reply redirect(Call call) {
    return redirect(call, idp.location(true), Optional.empty());
  }

  /** A request by HTTP-POST. */
  Reply post(Call call) {
    return post(call, idp.location(false), Optional.empty());
  }

  /** A request by HTTP-Redirect in the Holder-of-key profile. */
  Reply holderOfKeyRedirect(Call call) {
    return redirect(call, holderOfKeyLocation(true), Optional.of(holder(call)));
  }

  /** A request by HTTP-POST in the Holder-of-key profile. */
  Reply holderOfKeyPost(Call call) {
    return post(call, holderOfKeyLocation(false), Optional.of(holder(call)));
  }

  private String holderOfKeyLocation(boolean redirect) {
    return idp.holderOfKeyLocation(redirect)
        .orElseThrow(
            () ->
                new Problem(
                    404,
                    Text.NOT_FOUND,
                    Text.NOT_FOUND_ADVICE,
                    "This identity provider does not serve the Holder-of-key profile"));
  }

  /** The address is known by plain HTTP too, where nobody can show a certificate. */
  private static Inbound.HolderOfKeyEndpoint holder(Call call) {
    return new Inbound.HolderOfKeyEndpoint(call.tls().flatMap(Call.Tls::client));
  }

  private Reply redirect(
      Call call, String location, Optional<Inbound.HolderOfKeyEndpoint> holderOfKey) {
    if (!call.rawQuery().contains("SAMLRequest=")) {
      throw noRequest();
    }
    try {
      RedirectBinding.Received in = RedirectBinding.decode(call.rawQuery());
      return arrived(
          call,
          new Inbound(true, location, in.xml(), in.relayState(), in.signature(), holderOfKey));
    } catch (MalformedMessage e) {
      throw Problem.badRequest("The request cannot be read: " + e.getMessage());
    }
  }

  private Reply post(
      Call call, String location, Optional<Inbound.HolderOfKeyEndpoint> holderOfKey) {
    String message = call.form().find("SAMLRequest").orElseThrow(SignInDesk::noRequest);
    try {
      byte[] xml = PostBinding.decode(message, "SAMLRequest");
      return arrived(
          call,
          new Inbound(
              false, location, xml, call.form().find("RelayState"), Optional.empty(), holderOfKey));
    } catch (MalformedMessage e) {
      throw Problem.badRequest("The request cannot be read: " + e.getMessage());
    }
  }

  /** Somebody opened the address that takes HTTP-POST. */
  Reply visited(Call call) {
    throw noRequest();
  }

  private static Problem noRequest() {
    return new Problem(
        400, Text.NO_REQUEST, Text.NO_REQUEST_ADVICE, "The parameter SAMLRequest is missing");
  }

  private Reply arrived(Call call, Inbound inbound) {
    if (call.exchange().isPresent()) {
      return scripted.answer(call, inbound, call.exchange().get());
    }
    Received received = idp.receive(inbound, cookie.read(call));
    if (received instanceof Received.Known known) {
      return arranged(call, known.request())
          .orElseGet(() -> answered(call, known.request(), new Decision.Resume(known.session())));
    }
    if (received instanceof Received.Ask ask) {
      return arranged(call, ask.request())
          .orElseGet(() -> pages.choose(call, ask.request(), Choice.NONE, null));
    }
    if (received instanceof Received.Refused refused) {
      return refused(call, refused.error());
    }
    throw unanswerable(((Received.Unanswerable) received).problem());
  }

  /** What somebody arranged goes before a session and a page. */
  private Optional<Reply> arranged(Call call, SignInRequest request) {
    Optional<Instruction> instruction =
        switchboard.take(idp.profile().id(), request.serviceProvider());
    return instruction.map(arranged -> scripted.answer(call, request, arranged));
  }

  static Problem unanswerable(String problem) {
    return new Problem(400, Text.NOT_ANSWERABLE, Text.NOT_ANSWERABLE_ADVICE, problem);
  }

  /**
   * Told to the person first (DP-6.4-08), unless the request forbids showing anything or nobody is
   * there.
   */
  private Reply refused(Call call, ErrorAnswer error) {
    if (StatusCode.NO_PASSIVE.uri().equals(error.secondStatus())
        || switchboard.answersAlone(idp.profile().id(), error.serviceProvider())
        || !idp.variant().confirms()) {
      return pages.post(call, error.serviceProvider(), idp.refuse(error));
    }
    return pages.confirm(call, Text.CONFIRM_REQUEST.in(call.language()), error);
  }

  /** The form of one of the pages. */
  Reply answer(Call call) {
    Pending pending = sealed.open(call.form().need("state"), idp.entityId());
    if (pending instanceof Pending.Confirmation confirmation) {
      // A person may have taken minutes to confirm; the answer is as old as the confirmation.
      ErrorAnswer error = confirmation.error().at(clock.instant());
      return pages.post(call, error.serviceProvider(), idp.refuse(error));
    }
    if (pending instanceof Pending.Signing signing) {
      return signing(call, signing);
    }
    return chosen(call, ((Pending.Choice) pending).request());
  }

  /** The page where a session is ended. */
  Reply session(Call call) {
    return pages.session(call);
  }

  /** Ends the session. */
  Reply forget(Call call) {
    return pages.forgotten(call);
  }

  private Reply chosen(Call call, SignInRequest request) {
    Choice choice = Choice.of(call);
    Optional<String> show = call.form().find("show");
    if (show.isPresent() || call.form().find("authority").isPresent()) {
      return show.filter("forget"::equals).isPresent()
          ? cookie.forget(pages.choose(call.withoutCookies(), request, choice, null), call)
          : pages.choose(call, request, choice, null);
    }
    String outcome = call.form().need("outcome");
    return outcome.equals("sign-in") || outcome.equals(Choice.UNBOUND)
        ? signIn(call, request, choice)
        : fail(call, request, outcome(outcome));
  }

  private static Outcome outcome(String id) {
    return Outcome.of(id)
        .orElseThrow(() -> Problem.badRequest("There is no outcome called '" + id + "'"));
  }

  private Reply fail(Call call, SignInRequest request, Outcome outcome) {
    ErrorAnswer error = idp.error(request, outcome.failure());
    return outcome == Outcome.CANCEL
        ? pages.post(call, error.serviceProvider(), idp.refuse(error))
        : pages.confirm(call, outcome.explanation().in(call.language()), error);
  }

  private Reply signIn(Call call, SignInRequest request, Choice choice) {
    if (choice.person().isEmpty()) {
      return pages.choose(call, request, choice, Text.PERSON_MISSING.in(call.language()));
    }
    Candidate candidate = candidate(request, pages.authority(request, choice), choice.person());
    if (!choice.context().isEmpty() && !request.contexts().contains(choice.context())) {
      throw Problem.badRequest("The request does not ask for '" + choice.context() + "'");
    }
    String context = choice.context().isEmpty() ? candidate.contexts().get(0) : choice.context();
    if (!candidate.contexts().contains(context)) {
      String problem =
          Text.LEVEL_NOT_HELD.in(
              call.language(),
              PersonTexts.name(candidate.person()),
              ChoosePage.Level.of(context).name());
      return pages.choose(call, request, choice, problem);
    }
    // DP-7.1.1-06, -07: nobody but the expected person gets to see the sign message.
    Release release = idp.release(request, candidate.person(), context);
    if (release instanceof Release.Withheld withheld) {
      ErrorAnswer error = idp.error(request, withheld.failure());
      return pages.confirm(call, withheld.explanation().get(call.language().tag()), error);
    }
    Release.Given given = (Release.Given) release;
    boolean binding = asksAboutBinding(given);
    boolean told = idp.profile().showsAttributes() && idp.variant().informs();
    if ((binding || told) && !choice.shown()) {
      return pages.release(call, request, choice, context, given, binding);
    }
    Pending.Signing signing =
        new Pending.Signing(request, candidate.person().id(), context, choice.unbound());
    return request.signMessage() == null
        ? answered(call, signing, candidate.person())
        : pages.sign(call, signing, candidate.person());
  }

  /** IB-2.2-01: the eIDAS connector looks for a Swedish number with the person's consent only. */
  private boolean asksAboutBinding(Release.Given given) {
    return idp.profile().isEidasConnector()
        && given.attributes().stream()
            .anyMatch(a -> a.name().equals(Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER.oidName()));
  }

  private Candidate candidate(SignInRequest request, Optional<Authority> authority, String person) {
    return idp.candidate(request, authority, person)
        .orElseThrow(
            () -> Problem.badRequest("'" + person + "' is no test person that can sign in here"));
  }

  /** The sign message was shown: accepted, or not. */
  private Reply signing(Call call, Pending.Signing signing) {
    SignInRequest request = signing.request();
    TestPerson signer = candidate(request, Optional.empty(), signing.person()).person();
    if (call.form().find("show").isPresent()) {
      return pages.sign(call, signing, signer);
    }
    String outcome = call.form().need("outcome");
    return outcome.equals("sign")
        ? answered(call, signing, signer)
        : fail(call, request, outcome(outcome));
  }

  private Reply answered(Call call, Pending.Signing chosen, TestPerson candidate) {
    TestPerson person =
        chosen.unbound()
            ? candidate.without(
                Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER,
                Attribute.PERSONAL_IDENTITY_NUMBER_BINDING)
            : candidate;
    return answered(call, chosen.request(), new Decision.SignIn(person, chosen.context()));
  }

  private Reply answered(Call call, SignInRequest request, Decision decision) {
    if (!request.isHeldBy(call.tls().flatMap(Call.Tls::client))) {
      throw Problem.badRequest(
          "The browser does not show the certificate that the request came with (Holder-of-key)");
    }
    Made made = idp.answer(request, decision, call.clientAddress());
    return pages.post(call, request.serviceProvider(), made);
  }
}
