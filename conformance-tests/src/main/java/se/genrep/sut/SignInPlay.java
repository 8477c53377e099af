package se.genrep.sut;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.genrep.control.Exchange;
import se.genrep.deviation.Deviations;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;
import se.genrep.person.TestPerson;
import se.genrep.saml.PostBinding;
import se.genrep.saml.PostForm;
import se.genrep.saml.RedirectBinding;

/** Plays one sign-in: who signs in, by which browser the answer comes, and how often. */
final class SignInPlay {

  /** The deliveries for which the browser that asked does not get the answer in the usual way. */
  private static final Set<SignIn.Delivery> HELD =
      EnumSet.of(
          SignIn.Delivery.OTHER_BROWSER,
          SignIn.Delivery.UNASKED,
          SignIn.Delivery.UNASKED_TWICE,
          SignIn.Delivery.BY_GET,
          SignIn.Delivery.BY_REDIRECT);

  private final Bench bench;
  private final SignIn stimulus;
  private final Transcript transcript;

  SignInPlay(Bench bench, SignIn stimulus, Transcript transcript) {
    this.bench = bench;
    this.stimulus = stimulus;
    this.transcript = transcript;
  }

  /**
   * @param number of the case among all there are; each number has a canary of its own
   */
  Played play(int number) {
    TestPerson canary = bench.canary(stimulus.who(), number);
    TestPerson signer = stimulus.forged() ? bench.bystander() : canary;
    boolean held = HELD.contains(stimulus.delivery());
    Exchange exchange = bench.arm(signer, canary, stimulus.answer(), held);
    Outcome outcome;
    try {
      outcome = deliver(exchange);
    } finally {
      bench.finish(exchange, transcript);
    }
    return new Played(
        outcome,
        new People(bench.subject(Bench.number(canary)), bench.subject(Bench.number(signer))),
        Evidence.voidBecause(stimulus.deviations(), exchange));
  }

  private Outcome deliver(Exchange exchange) {
    SignIn.Delivery delivery = stimulus.delivery();
    Optional<Browser> chosen =
        delivery == SignIn.Delivery.BY_PHONE
            ? bench.phone(transcript)
            : Optional.of(bench.browser("browser", transcript));
    if (chosen.isEmpty()) {
      return new Outcome.NotSeen("the browser of this run is of no phone");
    }
    try (Browser browser = chosen.get()) {
      Outcome first = bench.signIn(browser, exchange);
      if (delivery == SignIn.Delivery.BY_PHONE) {
        return exchange.inbound().isPresent()
            ? first
            : new Outcome.Refused(
                "no sign-in begins; the phone ended at " + browser.whereItEnded());
      }
      if (delivery == SignIn.Delivery.USUAL || first instanceof Outcome.NotDelivered) {
        return first;
      }
      boolean again =
          delivery == SignIn.Delivery.AGAIN_SAME_BROWSER
              || delivery == SignIn.Delivery.AGAIN_OTHER_BROWSER;
      if (again && !(first instanceof Outcome.Accepted)) {
        return new Outcome.NotDelivered("the first delivery was not accepted, " + first.inWords());
      }
      return switch (delivery) {
        case AGAIN_SAME_BROWSER -> afterAnotherSignIn(browser, exchange);
        case AGAIN_OTHER_BROWSER, OTHER_BROWSER -> elsewhere(exchange, true);
        case UNASKED -> elsewhere(exchange, false);
        case BY_GET -> inAddress(browser, exchange.answer().orElseThrow());
        case BY_REDIRECT -> inAddress(browser, deflated(exchange.answer().orElseThrow()));
        case UNASKED_TWICE -> twiceUnasked(exchange);
        case USUAL, BY_PHONE -> first;
      };
    }
  }

  /** Somebody else signs in with the same browser; then the first answer is brought once more. */
  private Outcome afterAnotherSignIn(Browser browser, Exchange exchange) {
    TestPerson other = bench.bystander();
    Exchange second = bench.arm(other, other, Deviations.NONE, false);
    try {
      Outcome outcome = bench.signIn(browser, second);
      if (second.inbound().isEmpty()) {
        // Signed in already, it asked for nothing: the session has to end first.
        browser.forgetCookies();
        outcome = bench.signIn(browser, second);
      }
      if (!(outcome instanceof Outcome.Accepted)) {
        return new Outcome.NotDelivered(
            "the second sign-in was not accepted, " + outcome.inWords());
      }
    } finally {
      bench.disarm(second);
    }
    browser.deliver(exchange);
    Outcome outcome = browser.whoAmI();
    boolean unmoved =
        outcome instanceof Outcome.Accepted accepted
            && accepted.subject().equals(bench.subject(Bench.number(other)));
    return unmoved ? new Outcome.Refused("still signed in as the person before") : outcome;
  }

  private static Outcome inAddress(Browser browser, PostForm form) {
    browser.visit(form);
    return browser.whoAmI();
  }

  private static PostForm deflated(PostForm form) {
    byte[] xml = PostBinding.decode(form.fields().get("SAMLResponse"), "SAMLResponse");
    return form.with("SAMLResponse", PostBinding.encode(RedirectBinding.deflate(xml)));
  }

  /** Once is a matter of the other cases; only who takes it once can take it twice. */
  private Outcome twiceUnasked(Exchange exchange) {
    Outcome first = elsewhere(exchange, false);
    return first instanceof Outcome.Accepted
        ? elsewhere(exchange, false)
        : new Outcome.NotSeen("it takes no answers that nobody asked for");
  }

  private Outcome elsewhere(Exchange exchange, boolean underWay) {
    TestPerson other = bench.bystander();
    Exchange own = bench.arm(other, other, Deviations.NONE, true);
    try (Browser browser = bench.browser("other browser", transcript)) {
      if (underWay) {
        browser.signIn(own);
        if (own.answer().isEmpty()) {
          return new Outcome.NotDelivered(
              "the other browser's own sign-in did not reach the identity provider; it ended at "
                  + browser.whereItEnded());
        }
      }
      browser.deliver(exchange);
      return browser.whoAmI();
    } catch (UserAgent.Unreachable e) {
      return new Outcome.Error(e.getMessage());
    } finally {
      bench.disarm(own);
    }
  }
}
