package se.genrep.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who a service provider believes is signed in.
 *
 * @param subject the personal identity number, or what a careless one takes in its place
 * @param context the authentication context; empty when there was none
 * @param attributes friendly name to values, in the order of the assertion
 * @param testimony what else the assertion says; empty of one that read nothing else
 * @param portrait what the service makes of it; empty of one that shows nothing
 */
record SignedIn(
    String subject,
    String context,
    Map<String, List<String>> attributes,
    Optional<Testimony> testimony,
    Optional<Portrait> portrait) {

  SignedIn {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  SignedIn(String subject, String context, Map<String, List<String>> attributes) {
    this(subject, context, attributes, Optional.empty(), Optional.empty());
  }

  SignedIn by(Testimony said) {
    return new SignedIn(subject, context, attributes, Optional.of(said), portrait);
  }

  SignedIn shownAs(Portrait made) {
    return new SignedIn(subject, context, attributes, testimony, Optional.of(made));
  }

  /** What to call the person on a page. */
  String name() {
    List<String> names = attributes.getOrDefault("displayName", List.of());
    return names.isEmpty() ? subject : names.get(0);
  }
}
