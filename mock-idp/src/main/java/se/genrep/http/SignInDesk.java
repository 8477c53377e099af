package se.genrep.http;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.genrep.control.History;
import se.genrep.control.Instruction;
import se.genrep.control.Switchboard;
import se.genrep.deviation.Deviations;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
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
import se.genrep.registry.ServiceType;
import se.genrep.registry.StatusCode;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;
import se.genrep.saml.RedirectBinding;

/**
 * The endpoints of one identity provider where requests arrive and persons decide. It keeps nothing
 * between two calls: what is under way is in {@link SealedState}.
 */
final class SignInDesk {

  /** Signing in at the eIDAS connector without the Swedish number that is bound. */
  private static final String UNBOUND = "sign-in-unbound";

  private final MockIdp idp;
  private final Federation federation;
  private final Switchboard switchboard;
  private final SealedState sealed;
  private final Pages pages;
  private final PersonList people;
  private final ScriptedDesk scripted;
  private final Clock clock;
  private final String path;

  /**
   * @param path where the identity provider is on this server; without a final slash
   */
  SignInDesk(
      MockIdp idp,
      String path,
      Federation federation,
      Switchboard switchboard,
      SealedState sealed,
      Pages pages,
      History history,
      Clock clock) {
    this.idp = idp;
    this.path = path;
    this.federation = federation;
    this.switchboard = switchboard;
    this.sealed = sealed;
    this.pages = pages;
    this.people = new PersonList(pages);
    this.scripted = new ScriptedDesk(idp, pages, history, clock);
    this.clock = clock;
  }

  /** A request by HTTP-Redirect. */
  Reply redirect(Call call) {
    if (!call.rawQuery().contains("SAMLRequest=")) {
      throw noRequest();
    }
    try {
      RedirectBinding.Received in = RedirectBinding.decode(call.rawQuery());
      return arrived(
          call, new Inbound(true, idp.location(true), in.xml(), in.relayState(), in.signature()));
    } catch (MalformedMessage e) {
      throw Problem.badRequest("The request cannot be read: " + e.getMessage());
    }
  }

  /** A request by HTTP-POST. */
  Reply post(Call call) {
    String message = call.form().find("SAMLRequest").orElseThrow(SignInDesk::noRequest);
    try {
      byte[] xml = PostBinding.decode(message, "SAMLRequest");
      return arrived(
          call,
          new Inbound(
              false, idp.location(false), xml, call.form().find("RelayState"), Optional.empty()));
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
    Received received = idp.receive(inbound);
    if (received instanceof Received.Ask ask) {
      Optional<Instruction> arranged =
          switchboard.take(idp.profile().id(), ask.request().serviceProvider());
      if (arranged.isPresent()) {
        return scripted.answer(call, ask.request(), arranged.get());
      }
      return choose(call, ask.request(), Choice.NONE, null);
    }
    if (received instanceof Received.Refused refused) {
      return refused(call, refused.error());
    }
    throw unanswerable(((Received.Unanswerable) received).problem());
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
        || switchboard.answersAlone(idp.profile().id(), error.serviceProvider())) {
      return post(call, error.serviceProvider(), idp.refuse(error));
    }
    return confirm(call, Text.CONFIRM_REQUEST.in(call.language()), error);
  }

  private Reply confirm(Call call, String explanation, ErrorAnswer error) {
    return pages.confirm(
        call.language(),
        service(error.serviceProvider(), call.language()),
        explanation,
        error,
        action(call.language(), ""),
        sealed.seal(new Pending.Confirmation(error), idp.entityId()));
  }

  /** The form of one of the pages. */
  Reply answer(Call call) {
    Pending pending = sealed.open(call.form().need("state"), idp.entityId());
    if (pending instanceof Pending.Confirmation confirmation) {
      ErrorAnswer error = now(confirmation.error());
      return post(call, error.serviceProvider(), idp.refuse(error));
    }
    SignInRequest request = ((Pending.Choice) pending).request();
    Choice choice = Choice.of(call);
    if (call.form().find("show").isPresent() || call.form().find("authority").isPresent()) {
      return choose(call, request, choice, null);
    }
    String outcome = call.form().need("outcome");
    return outcome.equals("sign-in") || outcome.equals(UNBOUND)
        ? signIn(call, request, choice)
        : fail(
            call,
            request,
            Outcome.of(outcome)
                .orElseThrow(
                    () -> Problem.badRequest("There is no outcome called '" + outcome + "'")));
  }

  /** A person may have taken minutes to confirm; the answer is as old as the confirmation. */
  private ErrorAnswer now(ErrorAnswer error) {
    return new ErrorAnswer(
        error.issuer(),
        error.serviceProvider(),
        error.inResponseTo(),
        error.acsUrl(),
        error.relayState(),
        error.topStatus(),
        error.secondStatus(),
        error.message(),
        clock.instant());
  }

  private Reply fail(Call call, SignInRequest request, Outcome outcome) {
    String message = outcome.explanation().in(Language.EN);
    String second = outcome.secondStatus().map(StatusCode::uri).orElse(null);
    ErrorAnswer error = error(request, outcome.topStatus().uri(), second, message);
    return outcome == Outcome.CANCEL
        ? post(call, error.serviceProvider(), idp.refuse(error))
        : confirm(call, outcome.explanation().in(call.language()), error);
  }

  private Reply signIn(Call call, SignInRequest request, Choice choice) {
    if (choice.person().isEmpty()) {
      return choose(call, request, choice, Text.PERSON_MISSING.in(call.language()));
    }
    Candidate candidate =
        idp.candidate(request, authority(request, choice), choice.person())
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "'" + choice.person() + "' is no test person that can sign in here"));
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
      return choose(call, request, choice, problem);
    }
    Release release = idp.release(request, candidate.person(), context);
    if (release instanceof Release.Withheld withheld) {
      ErrorAnswer error =
          error(
              request,
              withheld.topStatus().uri(),
              withheld.secondStatus().uri(),
              withheld.message());
      return confirm(call, withheld.explanation().get(call.language().tag()), error);
    }
    Release.Given given = (Release.Given) release;
    boolean binding = asksAboutBinding(given);
    if ((binding || idp.profile().showsAttributes()) && !choice.shown()) {
      return show(call, request, choice, context, given, binding);
    }
    TestPerson person =
        choice.unbound()
            ? candidate
                .person()
                .without(
                    Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER,
                    Attribute.PERSONAL_IDENTITY_NUMBER_BINDING)
            : candidate.person();
    Decision decision = new Decision.SignIn(person, context);
    Made made = idp.answer(request, decision, call.clientAddress(), Deviations.NONE, person);
    return post(call, request.serviceProvider(), made);
  }

  /** IB-2.2-01: the eIDAS connector looks for a Swedish number with the person's consent only. */
  private boolean asksAboutBinding(Release.Given given) {
    return idp.profile().isEidasConnector()
        && given.attributes().stream()
            .anyMatch(a -> a.name().equals(Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER.oidName()));
  }

  private Reply show(
      Call call,
      SignInRequest request,
      Choice choice,
      String context,
      Release.Given given,
      boolean binding) {
    Language language = call.language();
    return pages.release(
        new ReleasePage(
            Frame.once(language, Text.RELEASE_TITLE),
            idp.profile().displayName().get(language.tag()),
            action(language, choice.authority()),
            sealed.seal(new Pending.Choice(request), idp.entityId()),
            service(request.serviceProvider(), language),
            choice.person(),
            context,
            ReleasePage.Row.of(given.attributes(), language),
            binding));
  }

  /** Who authenticates for a proxy: the only one there is, or the one that was chosen. */
  private Optional<Authority> authority(SignInRequest request, Choice choice) {
    List<Authority> offered = idp.authorities(request);
    return offered.stream()
        .filter(authority -> offered.size() == 1 || authority.id().equals(choice.authority()))
        .findFirst();
  }

  private Reply chooseAuthority(Call call, SignInRequest request) {
    Language language = call.language();
    String state = sealed.seal(new Pending.Choice(request), idp.entityId());
    Service service = service(request.serviceProvider(), language);
    return pages.authorities(
        new AuthorityPage(
            Frame.pending(
                language, Text.CHOOSE_FOR.in(language, service.name()), path + "/answer", state),
            idp.profile().displayName().get(language.tag()),
            action(language, ""),
            state,
            service,
            idp.profile().isEidasConnector(),
            AuthorityPage.Choice.of(idp.authorities(request), language)));
  }

  private Reply post(Call call, String serviceProvider, Made made) {
    Language language = call.language();
    return pages.post(language, service(serviceProvider, language), made.form());
  }

  private ErrorAnswer error(SignInRequest request, String top, String second, String message) {
    return new ErrorAnswer(
        idp.entityId(),
        request.serviceProvider(),
        request.id(),
        request.acsUrl(),
        request.relayState(),
        top,
        second,
        message,
        clock.instant());
  }

  private Reply choose(Call call, SignInRequest request, Choice choice, String problem) {
    Optional<Authority> authority = authority(request, choice);
    if (authority.isEmpty() && !idp.authorities(request).isEmpty()) {
      return chooseAuthority(call, request);
    }
    Language language = call.language();
    String through = authority.map(Authority::id).orElse("");
    String state = sealed.seal(new Pending.Choice(request), idp.entityId());
    Optional<EntityMetadata> sender = federation.serviceProvider(request.serviceProvider());
    boolean signing = sender.filter(sp -> sp.declares(ServiceType.SIGSERVICE.uri())).isPresent();
    Service service = service(request.serviceProvider(), language);
    String title = (signing ? Text.SIGN_FOR : Text.CHOOSE_FOR).in(language, service.name());
    ChoosePage page =
        new ChoosePage(
            Frame.pending(language, title, path + "/answer" + query(through), state),
            name(authority, language),
            action(language, through),
            state,
            service,
            signing,
            problem,
            people.of(
                language,
                request.contexts(),
                through,
                () -> idp.candidates(request, authority),
                choice.search(),
                choice.person()),
            choice.search(),
            request.contexts().stream().map(ChoosePage.Level::of).toList(),
            choice.context(),
            request);
    return pages.choose(page, problem == null ? 200 : 422);
  }

  private Service service(String entityId, Language language) {
    return federation
        .serviceProvider(entityId)
        .map(entity -> Service.of(entity, language))
        .orElseGet(() -> Service.unknown(entityId));
  }

  /** The proxy, and who authenticates for it. */
  private String name(Optional<Authority> authority, Language language) {
    String own = idp.profile().displayName().get(language.tag());
    return authority.map(each -> own + " · " + each.displayName().get(language.tag())).orElse(own);
  }

  private static String query(String authority) {
    return authority.isEmpty() ? "" : "?authority=" + authority;
  }

  /** The language is kept from page to page, and so is who authenticates for a proxy. */
  private String action(Language language, String authority) {
    String query = query(authority);
    return path + "/answer" + query + (query.isEmpty() ? "?" : "&") + "lang=" + language.tag();
  }

  /** What was chosen on the pages so far; empty texts where nothing was. */
  private record Choice(
      String person,
      String context,
      String search,
      String authority,
      boolean shown,
      boolean unbound) {

    static final Choice NONE = new Choice("", "", "", "", false, false);

    static Choice of(Call call) {
      FormFields form = call.form();
      return new Choice(
          form.find("person").orElse(""),
          form.find("context").orElse(""),
          form.find("search").orElse(""),
          form.find("authority").orElseGet(() -> authority(call.rawQuery())),
          form.find("shown").isPresent(),
          form.find("outcome").filter(UNBOUND::equals).isPresent());
    }

    /** It is written without escapes: ids are small letters, digits and hyphens. */
    private static String authority(String query) {
      return Arrays.stream(query.split("&"))
          .filter(pair -> pair.startsWith("authority="))
          .map(pair -> pair.substring("authority=".length()))
          .findFirst()
          .orElse("");
    }
  }
}
