package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.SetClock;
import se.genrep.deviation.Deviations;
import se.genrep.federation.SpMetadata;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.XmlNode;

/** DP 5.4.5, TAR 2.2: what an earlier authentication answers, and what it does not. */
class SessionTest {

  private static final String LOA2 = LevelOfAssurance.LOA2.uri();
  private static final String LOA3 = LevelOfAssurance.LOA3.uri();
  private static final String LOA3_PNR = "http://id.elegnamnden.se/ec/1.0/loa3-pnr";
  private static final String LOA3_NAME = "http://id.swedenconnect.se/ec/1.0/loa3-name";
  private static final String CONTRACT =
      "http://id.swedenconnect.se/contract/sc/eid-authorization-system";
  private static final String OTHER_SP = "https://other.example.org/metadata";
  private static final String OTHER_ACS = "https://other.example.org/acs";

  private final SetClock clock = new SetClock(Setting.NOW);
  private final Setting setting =
      new Setting(IdpProfiles.find("supplier-loa2-loa3"), clock).withUsualSp();

  private SsoSession session(String context) {
    return session(setting.request(), People.WITH_PERSONNUMMER, context);
  }

  private SsoSession session(RequestText request, TestPerson person, String context) {
    Made made =
        setting.idp.answer(
            setting.accept(at(request)),
            new Decision.SignIn(person, context),
            "192.0.2.7",
            Deviations.NONE,
            null);
    return made.session().orElseThrow();
  }

  private RequestText at(RequestText request) {
    return request.set("IssueInstant", clock.instant().toString());
  }

  private Received receive(RequestText request, SsoSession session) {
    return setting.idp.receive(at(request).posted(setting.post()), Optional.of(session));
  }

  private SignInRequest known(RequestText request, SsoSession session) {
    Received received = receive(request, session);
    return assertInstanceOf(Received.Known.class, received, received::toString).request();
  }

  private void asked(RequestText request, SsoSession session) {
    Received received = receive(request, session);
    assertInstanceOf(Received.Ask.class, received, received::toString);
  }

  private Opened resumed(RequestText request, SsoSession session) {
    SignInRequest good = known(request, session);
    Made made =
        setting.idp.answer(good, new Decision.Resume(session), "192.0.2.7", Deviations.NONE, null);
    assertEquals(Optional.empty(), made.session(), "no authentication, so no new session");
    return Opened.with(Setting.SP_KEY, made);
  }

  private static String statement(Opened opened, String attribute) {
    return opened.assertion().at("saml:AuthnStatement").attribute(attribute).orElseThrow();
  }

  /** DP-5.4.5-01, DP-6.2-05. */
  @Test
  void anAnswerFromASessionTellsWhenThePersonWasAuthenticated() {
    SsoSession session = session(LOA3);
    clock.pass(Duration.ofMinutes(20));

    Opened opened = resumed(setting.request().contexts(LOA3), session);

    assertEquals("2026-11-24T08:00:00Z", statement(opened, "AuthnInstant"));
    assertEquals(Optional.of("2026-11-24T08:20:00Z"), opened.assertion().attribute("IssueInstant"));
    assertEquals(LOA3, opened.context());
    assertEquals(
        People.number(People.WITH_PERSONNUMMER), opened.attributes().get("personalIdentityNumber"));
  }

  /** SAML core 2.7.2. */
  @Test
  void theSessionIndexIsOfTheSessionAndTheServiceProvider() {
    setting.with(otherSp(LOA3_PNR, CONTRACT));
    SsoSession session = session(LOA3);

    String first = statement(resumed(setting.request(), session), "SessionIndex");

    assertEquals(first, statement(resumed(setting.request(), session), "SessionIndex"));
    assertNotEquals(first, statement(resumed(fromOther(), session), "SessionIndex"));
    assertNotEquals(first, statement(resumed(setting.request(), session(LOA3)), "SessionIndex"));
  }

  /** DP-5.4.5-02, TAR-2.2-01, TAR-2.2-02. */
  @Test
  void aSessionLastsLessThanSixtyMinutes() {
    SsoSession session = session(LOA3);
    clock.pass(Duration.ofMinutes(60).minusMillis(1));
    known(setting.request(), session);
    assertTrue(setting.idp.signedIn(session).isPresent());

    clock.pass(Duration.ofMillis(1));
    asked(setting.request(), session);
    assertEquals(Optional.empty(), setting.idp.signedIn(session));
  }

  /** TAR-2.2-03; an answer from the session is no authentication and moves nothing. */
  @Test
  void anAuthenticationBeginsTheSixtyMinutesAnew() {
    SsoSession first = session(LOA3);
    clock.pass(Duration.ofMinutes(50));
    resumed(setting.request(), first);
    SsoSession second = session(LOA3);
    clock.pass(Duration.ofMinutes(50));

    asked(setting.request(), first);
    known(setting.request(), second);
  }

  @Test
  void aSessionOfATimeToComeIsNone() {
    clock.pass(Duration.ofDays(1));
    SsoSession session = session(LOA3);
    clock.pass(Duration.ofDays(-1));

    asked(setting.request(), session);
  }

  /** DP-5.4.5-03, DP-5.3-06. */
  @Test
  void forceAuthnAsks() {
    SsoSession session = session(LOA3);
    asked(setting.request().set("ForceAuthn", "true"), session);
    asked(setting.request().set("ForceAuthn", "1"), session);
    known(setting.request().set("ForceAuthn", "false"), session);
  }

  /** DP-5.4.5-04, in both directions: another level, not a lower one. */
  @Test
  void aSessionOfAnotherLevelAsks() {
    asked(setting.request().contexts(LOA3), session(LOA2));
    asked(setting.request().contexts(LOA2), session(LOA3));
    known(setting.request().contexts(LOA2), session(LOA2));
  }

  @Test
  void ofSeveralLevelsTheSessionsIsTheAnswer() {
    assertEquals(LOA2, resumed(setting.request().contexts(LOA3, LOA2), session(LOA2)).context());
    assertEquals(LOA2, resumed(setting.request(), session(LOA2)).context());
  }

  /** DP-7.1.1-13; a signature service that forgets ForceAuthn changes nothing. */
  @Test
  void aSignatureServiceAsks() {
    setting.with(otherSp(LOA3_PNR, CONTRACT, "http://id.elegnamnden.se/st/1.0/sigservice"));
    asked(fromOther(), session(LOA3));
  }

  /** DP-5.4.5-07, DP-5.4.5-08. */
  @Test
  void aServiceProviderThatWouldGetMoreAsks() {
    setting.with(otherSp(LOA3_NAME, CONTRACT));
    SsoSession name = session(fromOther(), People.WITH_PERSONNUMMER, LOA3);
    SsoSession number = session(LOA3);

    asked(setting.request(), name);
    known(fromOther(), number);
    known(fromOther(), name);
  }

  /** TAR-3.8-04: the person is told, so the page is shown. */
  @Test
  void whoMayNotSignInToThisServiceProviderIsAsked() {
    setting.with(
        otherSp(
            LOA3_PNR,
            CONTRACT,
            "http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number"));
    SsoSession session = session(fromOther(), People.WITH_SAMORDNINGSNUMMER, LOA3);

    known(fromOther(), session);
    asked(setting.request(), session);
  }

  @Test
  void aSessionOfSomebodyWhoIsGoneIsNone() {
    SsoSession session = session(LOA3);
    asked(
        setting.request(),
        new SsoSession(
            session.id(),
            "nobody",
            session.context(),
            session.authenticated(),
            session.delivered(),
            ""));
  }

  /** DP-5.3-07. */
  @Test
  void aPassiveRequestIsAnsweredFromASessionOrNotAtAll() {
    SsoSession session = session(LOA3);
    known(setting.request().set("IsPassive", "true").contexts(LOA3), session);

    Received refused = receive(setting.request().set("IsPassive", "true").contexts(LOA2), session);
    ErrorAnswer error = assertInstanceOf(Received.Refused.class, refused).error();
    assertEquals("urn:oasis:names:tc:SAML:2.0:status:Responder", error.topStatus());
    assertEquals("urn:oasis:names:tc:SAML:2.0:status:NoPassive", error.secondStatus());
  }

  /** PSC: a session of another person is none for this request. */
  @Test
  void aSessionOfSomebodyElseThanExpectedAsks() {
    Setting bankid = new Setting(IdpProfiles.find("uncertified-bankid"), clock).withUsualSp();
    String context = LevelOfAssurance.UNCERTIFIED_LOA3.uri();
    SignInRequest first =
        bankid.accept(bankid.request().postedSigned(bankid.post(), Setting.SP_KEY));
    SsoSession session =
        bankid
            .idp
            .answer(
                first,
                new Decision.SignIn(People.WITH_PERSONNUMMER, context),
                "192.0.2.7",
                Deviations.NONE,
                null)
            .session()
            .orElseThrow();

    for (boolean same : List.of(true, false)) {
      String number = People.number(same ? People.WITH_PERSONNUMMER : People.CHANGED_NUMBER);
      Inbound in =
          bankid
              .request()
              .extensions(
                  "<psc:PrincipalSelection xmlns:psc=\"http://id.swedenconnect.se/authn/1.0/principal-selection/ns\">"
                      + "<psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\">"
                      + number
                      + "</psc:MatchValue></psc:PrincipalSelection>")
              .postedSigned(bankid.post(), Setting.SP_KEY);
      Received received = bankid.idp.receive(in, Optional.of(session));
      assertEquals(same, received instanceof Received.Known, received::toString);
    }
  }

  /** TAR-2.2-04: where what is given must be shown, no answer goes without showing it. */
  @Test
  void aProviderThatShowsAttributesAsksEachTime() {
    IdpProfile profile = IdpProfiles.find("employee-orgid");
    Setting employees = new Setting(profile, clock);
    employees.with(
        SpMetadata.usual(Setting.SP_KEY).categories(profile.categories().toArray(String[]::new)));
    RequestText text = employees.request();
    SignInRequest request = employees.accept(text.postedSigned(employees.post(), Setting.SP_KEY));
    Candidate somebody = employees.idp.candidates(request).get(0);
    SsoSession session =
        employees
            .idp
            .answer(
                request,
                new Decision.SignIn(somebody.person(), somebody.contexts().get(0)),
                "192.0.2.7",
                Deviations.NONE,
                null)
            .session()
            .orElseThrow();
    Received received =
        employees.idp.receive(
            employees.request().postedSigned(employees.post(), Setting.SP_KEY),
            Optional.of(session));
    assertInstanceOf(Received.Ask.class, received, received::toString);
  }

  /** DP-6.2-08: a transient identifier is of one exchange, also within a session. */
  @Test
  void aTransientNameIdIsNewInEachAnswer() {
    SsoSession session = session(LOA3);
    String policy = "Format=\"" + NameIdFormat.TRANSIENT.uri() + "\"";

    String first = resumed(setting.request().nameIdPolicy(policy), session).nameId();

    assertNotEquals(first, resumed(setting.request().nameIdPolicy(policy), session).nameId());
    XmlNode nameId = resumed(setting.request(), session).assertion().at("saml:Subject/saml:NameID");
    assertEquals(Optional.of(NameIdFormat.PERSISTENT.uri()), nameId.attribute("Format"));
  }

  private static SpMetadata otherSp(String... categories) {
    return SpMetadata.of(OTHER_SP)
        .key("signing", Setting.SP_KEY, "")
        .key("encryption", Setting.SP_KEY, "")
        .consumers(SpMetadata.consumer(0, true, OTHER_ACS))
        .categories(categories);
  }

  private RequestText fromOther() {
    return setting
        .request()
        .issuer("<saml:Issuer>" + OTHER_SP + "</saml:Issuer>")
        .set("AssertionConsumerServiceURL", OTHER_ACS);
  }
}
