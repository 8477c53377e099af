package se.genrep.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.idp.Authority;
import se.genrep.idp.Candidate;
import se.genrep.idp.ErrorAnswer;
import se.genrep.idp.IdpHabit;
import se.genrep.idp.Made;
import se.genrep.idp.MockIdp;
import se.genrep.idp.Release;
import se.genrep.idp.SignInRequest;
import se.genrep.person.TestPerson;
import se.genrep.registry.ServiceType;

/** The pages of one identity provider, each with what is under way sealed into its form. */
final class SignInPages {

  private final MockIdp idp;
  private final String path;
  private final Federation federation;
  private final SealedState sealed;
  private final SessionCookie cookie;
  private final Pages pages;
  private final PersonList people;

  /**
   * @param path where the identity provider is on this server; without a final slash
   */
  SignInPages(
      MockIdp idp,
      String path,
      Federation federation,
      SealedState sealed,
      SessionCookie cookie,
      Pages pages) {
    this.idp = idp;
    this.path = path;
    this.federation = federation;
    this.sealed = sealed;
    this.cookie = cookie;
    this.pages = pages;
    this.people = new PersonList(pages);
  }

  /**
   * The page where a person is chosen; before it, for a proxy, the one where it is chosen who
   * authenticates.
   *
   * @param problem what was wrong with the last choice, or null
   */
  Reply choose(Call call, SignInRequest request, Choice choice, String problem) {
    Optional<Authority> authority = authority(request, choice);
    if (authority.isEmpty() && !idp.authorities(request).isEmpty()) {
      return chooseAuthority(call, request);
    }
    Language language = call.language();
    String through = authority.map(Authority::id).orElse("");
    String state = sealed.seal(new Pending.Choice(request), idp.entityId());
    boolean signing =
        idp.serviceProvider(request.serviceProvider())
            .filter(sp -> sp.declares(ServiceType.SIGSERVICE.uri()))
            .isPresent();
    Service service = service(request.serviceProvider(), language);
    Optional<Candidate> expected = idp.expected(request, authority);
    String person =
        choice.person().isEmpty() && choice.search().isEmpty()
            ? expected.map(candidate -> candidate.person().id()).orElse("")
            : choice.person();
    String title = (signing ? Text.SIGN_FOR : Text.CHOOSE_FOR).in(language, service.name());
    ChoosePage page =
        new ChoosePage(
            Frame.pending(language, title, path + "/answer" + query(through), state),
            name(authority, language),
            action(language, through),
            state,
            service,
            signing,
            requester(request, language),
            request.userMessage() == null ? null : Message.of(request.userMessage(), language),
            problem,
            signedIn(call).map(PersonTexts::name).orElse(null),
            expected.map(candidate -> PersonTexts.name(candidate.person())).orElse(null),
            people.of(
                language,
                request.contexts(),
                through,
                () -> idp.candidates(request, authority),
                choice.search(),
                person),
            choice.search(),
            request.contexts().stream().map(ChoosePage.Level::of).toList(),
            choice.context(),
            request);
    return shown(pages.choose(page, problem == null ? 200 : 422));
  }

  /** Who authenticates for a proxy: the only one there is, or the one that was chosen. */
  Optional<Authority> authority(SignInRequest request, Choice choice) {
    List<Authority> offered = idp.authorities(request);
    return offered.stream()
        .filter(authority -> offered.size() == 1 || authority.id().equals(choice.authority()))
        .findFirst();
  }

  private Reply chooseAuthority(Call call, SignInRequest request) {
    Language language = call.language();
    String state = sealed.seal(new Pending.Choice(request), idp.entityId());
    Service service = service(request.serviceProvider(), language);
    return shown(
        pages.authorities(
            new AuthorityPage(
                Frame.pending(
                    language,
                    Text.CHOOSE_FOR.in(language, service.name()),
                    path + "/answer",
                    state),
                name(Optional.empty(), language),
                action(language, ""),
                state,
                service,
                idp.profile().isEidasConnector(),
                AuthorityPage.Choice.of(idp.authorities(request), language))));
  }

  /**
   * The page that shows what is released (TAR 2.1.2).
   *
   * @param binding whether the person is asked about a Swedish number (IB-2.2-01)
   */
  Reply release(
      Call call,
      SignInRequest request,
      Choice choice,
      String context,
      Release.Given given,
      boolean binding) {
    Language language = call.language();
    return shown(
        pages.release(
            new ReleasePage(
                Frame.once(language, Text.RELEASE_TITLE),
                name(Optional.empty(), language),
                action(language, choice.authority()),
                sealed.seal(new Pending.Choice(request), idp.entityId()),
                service(request.serviceProvider(), language),
                choice.person(),
                context,
                ReleasePage.Row.of(given.attributes(), language),
                binding)));
  }

  private Optional<TestPerson> signedIn(Call call) {
    return cookie.read(call).flatMap(idp::signedIn);
  }

  /** DP-7.1-05: who asked the signature service, when we know it. */
  private String requester(SignInRequest request, Language language) {
    return request.scoping().requesters().stream()
        .flatMap(id -> federation.serviceProvider(id).stream())
        .findFirst()
        .map(entity -> Service.of(entity, language).name())
        .orElse(null);
  }

  /** The page where a sign message is accepted. */
  Reply sign(Call call, Pending.Signing signing, TestPerson signer) {
    Language language = call.language();
    String state = sealed.seal(signing, idp.entityId());
    Service service = service(signing.request().serviceProvider(), language);
    return shown(
        pages.sign(
            new SignPage(
                Frame.pending(
                    language, Text.SIGN_FOR.in(language, service.name()), path + "/answer", state),
                name(Optional.empty(), language),
                action(language, ""),
                state,
                service,
                PersonTexts.name(signer),
                Message.of(signing.request().signMessage()))));
  }

  /** The page where an error is confirmed before it goes to the service provider. */
  Reply confirm(Call call, String explanation, ErrorAnswer error) {
    return shown(
        pages.confirm(
            call.language(),
            service(error.serviceProvider(), call.language()),
            explanation,
            error,
            action(call.language(), ""),
            sealed.seal(new Pending.Confirmation(error), idp.entityId())));
  }

  /** A page as a variant of the identity provider shows it. */
  private Reply shown(Reply reply) {
    if (idp.variant().habits().isEmpty()) {
      return reply;
    }
    String page = new String(reply.body(), StandardCharsets.UTF_8);
    for (IdpHabit habit : idp.variant().habits()) {
      page = habit.shows(page);
    }
    return reply.with(page.getBytes(StandardCharsets.UTF_8));
  }

  /** The page that posts an answer; the browser keeps what the authentication leaves behind. */
  Reply post(Call call, String serviceProvider, Made made) {
    Language language = call.language();
    Reply reply = pages.post(language, service(serviceProvider, language), made.form());
    return made.session().map(session -> cookie.keep(reply, call, session)).orElse(reply);
  }

  /** The page where a session is ended. */
  Reply session(Call call) {
    Language language = call.language();
    return pages.session(
        Frame.page(language, Text.SESSION_TITLE),
        name(Optional.empty(), language),
        signedIn(call).map(PersonTexts::name).orElse(""),
        path + "/forget?lang=" + language.tag());
  }

  /** Ends the session and says so. */
  Reply forgotten(Call call) {
    Reply reply =
        pages.session(
            Frame.page(call.language(), Text.SESSION_TITLE),
            name(Optional.empty(), call.language()),
            "",
            path + "/forget");
    return cookie.forget(reply, call);
  }

  private Service service(String entityId, Language language) {
    Optional<EntityMetadata> entity = idp.serviceProvider(entityId);
    return entity
        .map(known -> Service.of(known, language))
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
}
