package se.genrep.sut;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.control.Exchange;
import se.genrep.deviation.Deviations;
import se.genrep.model.Outcome;
import se.genrep.model.SutFacts;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.saml.PostForm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * Tries a good sign-in step by step, and says at the first step that fails what is likely to be
 * misconfigured: most failures in practice are. It judges nothing.
 */
final class PreFlight {

  private final Bench bench;
  private final Transcript transcript = new Transcript();
  private final List<FlightStep> steps = new ArrayList<>();

  PreFlight(Bench bench) {
    this.bench = bench;
  }

  /** The steps that were tried; only the last one can have failed. */
  List<FlightStep> fly() {
    if (strangersAreNobody() && signsIn(0, "sign-in") && signsIn(1, "sign-in of another person")) {
      SutFacts facts = bench.facts();
      good("what it asks for", orNothing(facts.requestedContexts(), "no level of assurance"));
      good("what it declares", orNothing(facts.entityCategories(), "no entity category"));
      bench.entrances().all(transcript).stream()
          .filter(entrance -> !entrance.name().equals(Entrance.USUAL))
          .allMatch(this::isUsable);
    }
    return List.copyOf(steps);
  }

  /** One of the further sign-ins. */
  private boolean isUsable(Entrance entrance) {
    String name = "the sign-in '" + entrance.name() + "'";
    return entrance
        .known()
        .map(
            known ->
                good(
                    name,
                    "it asks "
                        + known.idp().entityId()
                        + " for "
                        + orNothing(known.contexts(), "no level of assurance")
                        + ", and knows people by "
                        + known.recognition().attribute().friendlyName()))
        .orElseGet(
            () ->
                bad(
                    name,
                    entrance.fault(),
                    "Mend its address in logins, or take it out; the service has to know the"
                        + " identity provider that it asks, and declare a category of its own for"
                        + " what it asks for"));
  }

  private static String orNothing(java.util.Collection<String> values, String nothing) {
    return values.isEmpty() ? nothing : String.join(", ", values.stream().sorted().toList());
  }

  private boolean strangersAreNobody() {
    String name = "whoami without a sign-in";
    try (Browser stranger = bench.browser("stranger", transcript)) {
      Outcome seen = stranger.whoAmI();
      if (seen instanceof Outcome.Accepted someone) {
        return bad(
            name,
            "the page shows '" + someone.subject() + "' to a browser that has not signed in",
            "Point whoami at a page that depends on the session, and subject at the identity on it");
      }
      if (seen instanceof Outcome.Error error) {
        return bad(
            name,
            error.what(),
            "Mend the page or whoami: it should answer a stranger without an error of the server");
      }
      return good(name, "nobody is signed in");
    } catch (UserAgent.Unreachable e) {
      return bad(name, e.getMessage(), "Start the service provider, or mend whoami");
    }
  }

  private boolean signsIn(int which, String name) {
    TestPerson person = bench.federation().cast().controls().get(which);
    Exchange exchange = bench.arm(person, person, Deviations.NONE, false);
    try (Browser browser = bench.browser("browser", transcript)) {
      browser.signIn(exchange);
      return reachesTheIdp(browser, exchange)
          && isAnswered(exchange)
          && isSignedIn(name, browser, exchange, Bench.number(person));
    } catch (UserAgent.Unreachable e) {
      return bad(name, e.getMessage(), "Start the service provider, or mend login");
    } finally {
      bench.disarm(exchange);
    }
  }

  private boolean reachesTheIdp(Browser browser, Exchange exchange) {
    String name = "the request reaches the identity provider";
    if (exchange.inbound().isPresent()) {
      return good(name, bench.idp().entityId());
    }
    String scripts =
        bench.config().javaScript() ? "" : " If its pages need scripts, write 'javascript: true'.";
    return bad(
        name,
        "no request came; the browser ended at " + browser.whereItEnded(),
        "Have the service read the metadata at "
            + bench.idp().entityId()
            + "/metadata, and make login an address that starts a sign-in with "
            + bench.idp().entityId()
            + " ({idp} stands for it, percent-encoded)."
            + scripts);
  }

  private boolean isAnswered(Exchange exchange) {
    String name = "the request is good";
    if (exchange.request().isPresent() && exchange.answer().isPresent()) {
      return good(name, "it was answered");
    }
    return bad(
        name,
        exchange.answer().map(PreFlight::status).orElseGet(() -> Evidence.whyNoAnswer(exchange)),
        "Mend the request or the metadata, or choose with 'idp' a profile that has what the service"
            + " asks for; 'genrep lint' checks the metadata, 'genrep list profiles' shows the levels");
  }

  /** What the identity provider says is wrong. */
  static String status(PostForm answer) {
    XmlNode status =
        XmlNode.root(Xml.parse(Evidence.decoded(answer).getBytes(StandardCharsets.UTF_8)))
            .at("samlp:Status");
    String code =
        status
            .find("samlp:StatusCode/samlp:StatusCode")
            .orElseGet(() -> status.at("samlp:StatusCode"))
            .attribute("Value")
            .orElse("none");
    return "the identity provider answers with the status "
        + code
        + status.find("samlp:StatusMessage").map(each -> ": " + each.text().strip()).orElse("");
  }

  private boolean isSignedIn(String name, Browser browser, Exchange exchange, String number) {
    Outcome outcome = browser.whoAmI();
    if (outcome instanceof Outcome.Accepted accepted) {
      Optional<SubjectForm> form = SubjectForm.learn(number, accepted.subject());
      if (form.isEmpty()) {
        return bad(
            name,
            "the person has the number "
                + number
                + ", and the page shows '"
                + accepted.subject()
                + "'",
            "Point subject at the personal identity number of the person who is signed in");
      }
      bench.learn(exchange, number, accepted);
      return good(name, "the page shows " + accepted.subject());
    }
    if (browser.endedWithAnError()) {
      return bad(
          name,
          "the service does not take a good answer; the browser ended at " + browser.whereItEnded(),
          "Look into the service's log. Often it has an old copy of the identity provider's"
              + " metadata (each data folder has keys of its own), wants an attribute or level that"
              + " it did not ask for, or has another time");
    }
    return bad(
        name,
        "the page "
            + bench.config().whoami()
            + " shows nobody; the sign-in ended at "
            + browser.whereItEnded(),
        "Point whoami at a page that shows who is signed in, and subject at the number on it (a JSON"
            + " pointer, or regex:…(…)…). If the service refused the person, its log says why");
  }

  private boolean good(String name, String seen) {
    steps.add(new FlightStep(name, true, seen, ""));
    return true;
  }

  private boolean bad(String name, String seen, String remedy) {
    steps.add(new FlightStep(name, false, seen, remedy));
    return false;
  }
}
