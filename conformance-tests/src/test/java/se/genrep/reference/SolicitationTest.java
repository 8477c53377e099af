package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.deviation.Deviations;
import se.genrep.reference.Sessions.Session;
import se.genrep.registry.Attribute;

/** Which browser may deliver an answer, and how often (DP 6.1, 6.3.2, 6.3.5). */
class SolicitationTest {

  private static final World WORLD = World.supplier();
  private static final String TAKEN = World.number(World.GENUINE);

  /** A service provider, a browser that asked, and the answer. */
  private static final class Story {
    final World.Service service;
    final Session asked;
    final String answer;

    Story(Variant variant) {
      service = WORLD.service(variant);
      asked = service.browser();
      answer = service.answer(service.ask(asked), Deviations.NONE);
    }

    String usual() {
      return service.deliver(answer, Optional.of(asked));
    }

    /** By a browser without cookies. */
    String unasked() {
      return service.deliver(answer, Optional.empty());
    }

    /** By a browser that has come by, and asked for nothing. */
    String idle() {
      return service.deliver(answer, Optional.of(service.browser()));
    }

    /** By a browser with a sign-in of its own under way. */
    String other() {
      Session other = service.browser();
      service.ask(other);
      return service.deliver(answer, Optional.of(other));
    }
  }

  @Test
  void onlyTheBrowserThatAskedIsAnswered() {
    Variant variant = Variant.conforming();
    assertEquals(TAKEN, new Story(variant).usual());
    assertEquals("!SOLICITED", new Story(variant).unasked());
    assertEquals("!SOLICITED", new Story(variant).idle());
    assertEquals("!IN_RESPONSE_TO", new Story(variant).other());
  }

  @Test
  void anAnswerThatWasRefusedOnTheWayCanStillBeTaken() {
    Story story = new Story(Variant.conforming());
    assertEquals("!SOLICITED", story.unasked());
    assertEquals(TAKEN, story.usual());
  }

  @Test
  void withoutSolicitedAnyBrowserIsAnswered() {
    Variant variant = Variant.without(Check.SOLICITED);
    assertEquals(TAKEN, new Story(variant).unasked());
    assertEquals(TAKEN, new Story(variant).idle());
    assertEquals(TAKEN, new Story(variant).other());
  }

  /** One of the two values is enough to tell that another browser asked. */
  @Test
  void theBrowserIsKnownByEitherValue() {
    assertEquals(
        "!CONFIRMATION_IN_RESPONSE_TO", new Story(Variant.without(Check.IN_RESPONSE_TO)).other());
    assertEquals(
        "!IN_RESPONSE_TO", new Story(Variant.without(Check.CONFIRMATION_IN_RESPONSE_TO)).other());
    Variant neither = Variant.without(Check.IN_RESPONSE_TO, Check.CONFIRMATION_IN_RESPONSE_TO);
    assertEquals(TAKEN, new Story(neither).other());
    assertEquals("!SOLICITED", new Story(neither).unasked());
  }

  @Test
  void anAnswerIsTakenOnce() {
    Story story = new Story(Variant.conforming());
    assertEquals(TAKEN, story.usual());
    assertEquals("!REPLAY", story.usual());
    assertEquals("!SOLICITED", story.unasked());
    assertEquals("!IN_RESPONSE_TO", story.other());
  }

  @Test
  void aRequestIsAnsweredOnce() {
    World.Service service = WORLD.service(Variant.conforming());
    Session browser = service.browser();
    var request = service.ask(browser);
    String first = service.answer(request, Deviations.NONE);
    String second = service.answer(request, Deviations.NONE);
    assertEquals(TAKEN, service.deliver(first, Optional.of(browser)));
    assertEquals("!REPLAY", service.deliver(second, Optional.of(browser)));
  }

  /** A browser that lost its cookies is still told from the one that asked. */
  @Test
  void withoutReplayWhatRemainsIsWhoAsked() {
    Story story = new Story(Variant.without(Check.REPLAY));
    assertEquals(TAKEN, story.usual());
    assertEquals(TAKEN, story.usual());
    assertEquals("!SOLICITED", story.unasked());
    assertEquals("!IN_RESPONSE_TO", story.other());
  }

  /** And one that answers any browser still takes it once. */
  @Test
  void withoutSolicitedWhatRemainsIsReplay() {
    Story story = new Story(Variant.without(Check.SOLICITED));
    assertEquals(TAKEN, story.usual());
    assertEquals("!REPLAY", story.unasked());
    assertEquals("!REPLAY", story.other());
    Story careless = new Story(Variant.without(Check.SOLICITED, Check.REPLAY));
    assertEquals(TAKEN, careless.usual());
    assertEquals(TAKEN, careless.unasked());
    assertEquals(TAKEN, careless.other());
  }

  @Test
  void eachTabOfABrowserIsAnswered() {
    World.Service service = WORLD.service(Variant.conforming());
    Session browser = service.browser();
    String first = service.answer(service.ask(browser), Deviations.NONE);
    String second = service.answer(service.ask(browser), Deviations.NONE);
    assertEquals(TAKEN, service.deliver(second, Optional.of(browser)));
    assertEquals(TAKEN, service.deliver(first, Optional.of(browser)));
  }

  /** Levels are asked for at one sign-in; the answer is no answer to what another asked. */
  @Test
  void anAnswerToOneSignInIsNoneToAnother() {
    World.Service service = WORLD.service(Variant.conforming());
    Session browser = service.browser();
    String message = service.answer(service.ask(browser), Deviations.NONE);
    Door other =
        new Door(
            "other", WORLD.setup.idp(), WORLD.setup.contexts(), Attribute.PERSONAL_IDENTITY_NUMBER);
    assertEquals("!IN_RESPONSE_TO", service.deliverAt(other, message, browser));
    assertEquals(TAKEN, service.deliver(message, Optional.of(browser)));
  }
}
