package se.genrep.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import se.genrep.idp.ErrorAnswer;
import se.genrep.person.Bilingual;
import se.genrep.saml.PostForm;

/** Renders the templates and gives each page its headers. */
final class Pages {

  private static final String HTML = "text/html;charset=utf-8";

  /** Own style and scripts; images also from elsewhere, for logotypes of others. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: https: http:;"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final String OWN_FORMS = POLICY + "; form-action 'self'";

  /**
   * Without form-action: the page posts to a service provider, and browsers also hold the redirects
   * that follow against it, which nobody can list.
   */
  private static final String ANY_FORM = POLICY;

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "se.genrep.pages.generated");

  Reply choose(ChoosePage page, int status) {
    return page(status, OWN_FORMS, render("choose.jte", Map.of("page", page)));
  }

  Reply authorities(AuthorityPage page) {
    return page(200, OWN_FORMS, render("authorities.jte", Map.of("page", page)));
  }

  Reply release(ReleasePage page) {
    return page(200, OWN_FORMS, render("release.jte", Map.of("page", page)));
  }

  Reply sign(SignPage page) {
    return page(200, OWN_FORMS, render("sign.jte", Map.of("page", page)));
  }

  /**
   * The page where a session at an identity provider is ended.
   *
   * @param person whom it is of; empty for none
   */
  Reply session(Frame frame, String idp, String person, String action) {
    return page(
        200,
        OWN_FORMS,
        render(
            "session.jte", Map.of("frame", frame, "idp", idp, "person", person, "action", action)));
  }

  Reply start(StartPage page) {
    return page(200, OWN_FORMS, render("start.jte", Map.of("page", page)));
  }

  Reply join(JoinPage page, int status) {
    return page(status, OWN_FORMS, render("join.jte", Map.of("page", page)));
  }

  Reply discovery(DiscoveryPage page) {
    return page(200, OWN_FORMS, render("discovery.jte", Map.of("page", page)));
  }

  /**
   * The page on which a person confirms an error before it goes to the service provider.
   *
   * @param explanation why there is no assertion, in the person's language
   * @param action where the confirmation goes
   * @param state the error, sealed
   */
  Reply confirm(
      Language language,
      Service service,
      String explanation,
      ErrorAnswer error,
      String action,
      String state) {
    Frame frame = Frame.once(language, Text.CONFIRM_TITLE);
    return page(
        200,
        OWN_FORMS,
        render(
            "confirm.jte",
            Map.of(
                "frame", frame,
                "service", service,
                "explanation", explanation,
                "error", error,
                "action", action,
                "state", state)));
  }

  /** The page that posts an answer to a service provider, for no person to read. */
  Reply post(Language language, PostForm form) {
    Frame frame = Frame.once(language, Text.POST_TITLE);
    return posting(Map.of("frame", frame, "form", form));
  }

  /** The page that posts an answer to a service provider, by its name too (TAR-2.1-01). */
  Reply post(Language language, Service receiver, PostForm form) {
    Frame frame = Frame.once(language, Text.POST_TITLE);
    return posting(Map.of("frame", frame, "form", form, "receiver", receiver.name()));
  }

  /** Otherwise the post has "Origin: null", which service providers that look at it refuse. */
  private Reply posting(Map<String, Object> parameters) {
    return page(200, ANY_FORM, render("post.jte", parameters))
        .with("Referrer-Policy", "strict-origin");
  }

  /** A page with a heading, a sentence and an address to go to. */
  Reply notice(Frame frame, String lead, String address) {
    return page(
        200,
        OWN_FORMS,
        render("notice.jte", Map.of("frame", frame, "lead", lead, "address", address)));
  }

  /** A page in both languages, the person's first. */
  Reply problem(Problem problem, Language language) {
    String detail = problem.getMessage() == null ? "" : problem.getMessage();
    Reply reply =
        problem(
            problem.status(), problem.title().both(), problem.advice().both(), detail, language);
    return problem instanceof Problem.MethodNotAllowed wrong
        ? reply.with("Allow", wrong.allow())
        : reply;
  }

  /** A page in both languages, the person's first. */
  Reply problem(int status, Bilingual title, Bilingual advice, String detail, Language language) {
    Map<String, Object> parameters =
        Map.of(
            "frame", Frame.once(language, title),
            "title", title,
            "advice", advice,
            "detail", detail);
    return page(status, OWN_FORMS, render("problem.jte", parameters));
  }

  /** A part of a page, to be kept and used many times. */
  byte[] part(String template, Map<String, Object> parameters) {
    return render(template, parameters);
  }

  private byte[] render(String template, Map<String, Object> parameters) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template, parameters, output);
    return output.toByteArray();
  }

  private static Reply page(int status, String policy, byte[] html) {
    return new Reply(status, HTML, Map.of(), html)
        .with("Content-Security-Policy", policy)
        .with("Cache-Control", "no-store");
  }
}
