package se.genrep.reference;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
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
