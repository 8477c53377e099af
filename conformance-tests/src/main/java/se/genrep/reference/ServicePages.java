package se.genrep.reference;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Renders the pages of a service provider. */
final class ServicePages {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ServicePages.class.getClassLoader(),
          "se.genrep.pages.conformance");

  private ServicePages() {}

  static byte[] start(String language, Optional<SignedIn> person) {
    return render("service-start.jte", language, Map.of("person", person.map(ServicePages::shown)));
  }

  static byte[] refused(String language, Refusal refusal) {
    return render(
        "service-refused.jte",
        language,
        Map.of("check", refusal.check(), "reason", refusal.getMessage()));
  }

  static byte[] fault(String language, ServiceText what) {
    return render("service-fault.jte", language, Map.of("what", what));
  }

  /** Sends a request on when the person, or a program, says so. */
  static byte[] form(String action, String request, String relayState) {
    return ("<!DOCTYPE html><html lang=\"sv\"><title>MOCK</title><form method=\"post\" action=\""
            + action
            + "\"><input type=\"hidden\" name=\"SAMLRequest\" value=\""
            + request
            + "\"><input type=\"hidden\" name=\"RelayState\" value=\""
            + relayState
            + "\"><button>Fortsätt</button></form></html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ShownPerson shown(SignedIn person) {
    return new ShownPerson(person.name(), person.subject(), person.context(), person.attributes());
  }

  static byte[] render(String template, String language, Map<String, Object> parameters) {
    Map<String, Object> all = new java.util.HashMap<>(parameters);
    all.put("language", language);
    Utf8ByteOutput output = new Utf8ByteOutput();
    ENGINE.render(template, all, output);
    return output.toByteArray();
  }
}
