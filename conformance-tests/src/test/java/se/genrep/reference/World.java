package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.genrep.deviation.Deviations;
import se.genrep.federation.Federation;
import se.genrep.idp.Decision;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.Inbound;
import se.genrep.idp.Made;
import se.genrep.idp.MockIdp;
import se.genrep.idp.Received;
import se.genrep.idp.SignInRequest;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.pki.TestPki;
import se.genrep.reference.Sessions.Asked;
import se.genrep.reference.Sessions.Session;
import se.genrep.registry.Attribute;
import se.genrep.saml.RedirectBinding;
import se.genrep.saml.XmlNode;

/** A federation in memory with one identity provider, and service providers without a server. */
final class World {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final TestPki PKI = TestPki.inMemory(CLOCK);
  static final Cast CAST = Cast.load();

  /** Signs in. */
  static final TestPerson GENUINE = CAST.controls().get(0);

  /** Whom forged parts are about. */
  static final TestPerson CANARY = CAST.canaries().get(0);

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  final Federation federation = Federation.inMemory(PKI, CLOCK);
  final MockIdp idp;
  final MockIdp otherIdp;
  final Setup setup;

  private World(String profile, String other) {
    this.idp = idp(profile);
    this.otherIdp = idp(other);
    this.setup = Setup.of(federation, PKI, idp.entityId(), CLOCK);
  }

  static World supplier() {
    return new World("supplier-loa2-loa3", "eid-choice-2017");
  }

  static World uncertified() {
    return new World("uncertified-bankid", "eid-choice-2017");
  }

  private MockIdp idp(String profile) {
    return new MockIdp(
        IdpProfiles.find(profile),
        "http://idp.example.org",
        PKI,
        federation,
        () -> CAST,
        CLOCK,
        Sessions::unguessable);
  }

  static String number(TestPerson person) {
    return person.number().orElseThrow();
  }

  /** The attribute of the number in an assertion. */
  static XmlNode numberIn(XmlNode assertion) {
    return assertion.all("saml:AttributeStatement/saml:Attribute").stream()
        .filter(
            each ->
                each.attribute("Name")
                    .orElseThrow()
                    .equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName()))
        .findFirst()
        .orElseThrow();
  }

  /** A service provider of its own that is a member. */
  Service service(Variant variant) {
    return new Service(variant);
  }

  /** A service provider without a server: what it sends, and what it makes of answers. */
  final class Service {
    private final Policy policy;
    private final ServiceRequest requests;
    private final Sessions sessions = new Sessions();
    private final Judge judge;

    private Service(Variant variant) {
      String entityId = "http://sp" + NUMBERS.incrementAndGet() + ".example.org";
      String acs = entityId + "/acs";
      policy = new Policy(variant, setup, entityId, acs, ServiceKeys.of(PKI));
      federation.join("sp.xml", ServiceMetadata.write(policy));
      requests = new ServiceRequest(policy);
      judge = new ReferenceJudge(policy, sessions);
    }

    Session browser() {
      return sessions.begin();
    }

    /** A browser that has asked, and the request as the identity provider took it. */
    SignInRequest ask(Session browser) {
      Asked asked = requests.make();
      browser.asked(asked);
      URI location = URI.create(requests.location(asked, "relay"));
      RedirectBinding.Received sent = RedirectBinding.decode(location.getRawQuery());
      Received received =
          idp.receive(
              new Inbound(
                  true, idp.location(true), sent.xml(), sent.relayState(), sent.signature()));
      return assertInstanceOf(Received.Ask.class, received, received::toString).request();
    }

    String answer(SignInRequest request, Deviations deviations) {
      return answer(request, GENUINE, deviations);
    }

    String answer(SignInRequest request, TestPerson person, Deviations deviations) {
      Made made =
          idp.answer(
              request,
              new Decision.SignIn(person, request.contexts().get(0)),
              "192.0.2.7",
              deviations,
              CANARY);
      made.applied().stream()
          .filter(step -> step.essential() && !step.changed())
          .forEach(
              step -> {
                throw new AssertionError("the deviation changed nothing: " + step.deviation());
              });
      return made.form().fields().get("SAMLResponse");
    }

    /** One sign-in: who is signed in, or the name of the check that refused. */
    String signIn(Deviations deviations) {
      Session browser = browser();
      return deliver(answer(ask(browser), deviations), Optional.of(browser));
    }

    /** As {@link #deliver}, judged by what another sign-in of the service goes by. */
    String deliverAt(Door door, String message, Session browser) {
      return judged(new ReferenceJudge(policy.at(door), sessions), message, Optional.of(browser));
    }

    /** The subject, or {@code !} and the name of the check that refused. */
    String deliver(String message, Optional<Session> browser) {
      return judged(judge, message, browser);
    }

    private static String judged(Judge judge, String message, Optional<Session> browser) {
      try {
        return judge.judge(message, browser).subject();
      } catch (Refusal refusal) {
        return "!" + refusal.check();
      }
    }
  }
}
