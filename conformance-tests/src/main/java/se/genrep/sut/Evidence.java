package se.genrep.sut;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.control.Exchange;
import se.genrep.deviation.Applied;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.EncryptionKey;
import se.genrep.http.MockFederation;
import se.genrep.idp.SignInRequest;
import se.genrep.model.SutFacts;
import se.genrep.model.Transcript;
import se.genrep.model.Transcript.Kind;
import se.genrep.saml.PostForm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** What an exchange shows: its messages for the transcript, and what they tell of the system. */
final class Evidence {

  private final Clock clock;

  Evidence(Clock clock) {
    this.clock = clock;
  }

  /** Request, answer, and what the deviations did. */
  void add(Transcript transcript, Exchange exchange) {
    exchange.events().forEach(event -> transcript.add(event.at(), Kind.NOTE, event.text(), ""));
    exchange
        .inbound()
        .ifPresent(
            in -> message(transcript, "the request", new String(in.xml(), StandardCharsets.UTF_8)));
    for (Applied applied : exchange.applied()) {
      transcript.add(
          clock.instant(),
          Kind.DEVIATION,
          applied.deviation() + " at " + applied.stage(),
          "--- before ---\n" + applied.before() + "\n--- after ---\n" + applied.after());
    }
    exchange.answer().ifPresent(form -> message(transcript, "the answer", decoded(form)));
  }

  private void message(Transcript transcript, String title, String text) {
    transcript.add(clock.instant(), Kind.MESSAGE, title, text);
  }

  static String decoded(PostForm form) {
    String encoded = form.fields().get("SAMLResponse");
    try {
      return encoded == null
          ? form.toString()
          : new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded; // spoilt on purpose
    }
  }

  /** What the request and the metadata of its sender say of the system. */
  Optional<SutFacts> factsOf(Exchange exchange, MockFederation federation) {
    return exchange
        .request()
        .flatMap(request -> federation.federation().serviceProvider(request.serviceProvider()))
        .map(
            sp ->
                new SutFacts(
                    Set.copyOf(sp.categories()),
                    contexts(exchange),
                    algorithms(sp),
                    exchange.request().filter(SignInRequest::forceAuthn).isPresent(),
                    sp.sp().wantAssertionsSigned()));
  }

  /** For signatures, digests and encryption alike. */
  private static Set<String> algorithms(EntityMetadata sp) {
    Set<String> declared = new HashSet<>(sp.sp().algorithms().signing());
    declared.addAll(sp.sp().algorithms().digest());
    for (EncryptionKey key : sp.sp().keys().encryption()) {
      key.methods().forEach(method -> declared.add(method.algorithm()));
    }
    return Set.copyOf(declared);
  }

  /** The authentication contexts that the request asked for, as they stood in it. */
  static List<String> contexts(Exchange exchange) {
    XmlNode request = XmlNode.root(Xml.parse(exchange.inbound().orElseThrow().xml()));
    return request.all("samlp:RequestedAuthnContext/saml:AuthnContextClassRef").stream()
        .map(context -> context.text().strip())
        .toList();
  }

  static String whyNoAnswer(Exchange exchange) {
    List<Exchange.Event> events = exchange.events();
    return exchange.inbound().isEmpty()
        ? "no request reached the identity provider"
        : "the identity provider made no answer ("
            + (events.isEmpty() ? "no reason noted" : events.get(events.size() - 1).text())
            + ")";
  }

  /** A deviation that did not take place, or changed nothing, leaves nothing to judge. */
  static Optional<String> voidBecause(List<String> deviations, Exchange exchange) {
    if (exchange.answer().isEmpty()) {
      return Optional.empty();
    }
    for (String deviation : deviations) {
      List<Applied> steps =
          exchange.applied().stream()
              .filter(step -> step.deviation().equals(deviation) && step.essential())
              .toList();
      if (steps.isEmpty()) {
        return Optional.of("the deviation " + deviation + " did not take place");
      }
      for (Applied step : steps) {
        if (!step.changed()) {
          return Optional.of(
              "the deviation " + deviation + " changed nothing at the stage " + step.stage());
        }
      }
    }
    return Optional.empty();
  }
}
