package se.genrep.idp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Protection;
import se.genrep.deviation.Scene;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.input.BadInput;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.pki.TestPki;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;
import se.genrep.saml.PostForm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * One mock identity provider, without a server: it judges requests, says who can sign in and what
 * is released, and makes the answers. It keeps no session: what an authentication leaves behind is
 * given out with the answer, and whoever asks brings it along (DP 5.4.5). Thread-safe.
 */
public final class MockIdp {

  private final Optional<String> holderOfKey;
  private final IdpProfile profile;
  private final String entityId;
  private final Federation federation;
  private final Supplier<Cast> cast;
  private final CandidateFinder people;
  private final Clock clock;
  private final Supplier<String> ids;
  private final NameIds nameIds;
  private final AttributeRelease attributes;
  private final ProtectionChoice protections;
  private final RequestCheck requests;
  private final SsoPolicy sessions;
  private final Scene.Strangers strangers;
  private final Authorities authorities;
  private final IdpKeys keys;
  private volatile Witness witness = Witness.NONE;
  private final Conduct conduct;
  private final SadGiver sads;

  /**
   * Makes the identity provider, with its keys if they are new, and publishes its metadata in the
   * federation.
   *
   * @param baseUrl where it is reached, scheme, host and port without a final slash; the entityID
   *     is {@code <baseUrl>/idp/<profile>}
   * @param cast who can sign in, asked anew each time
   * @param ids makes XML IDs: names no one can guess, never the same twice
   */
  public MockIdp(
      IdpProfile profile,
      String baseUrl,
      TestPki pki,
      Federation federation,
      Supplier<Cast> cast,
      Clock clock,
      Supplier<String> ids) {
    this(profile, baseUrl, Optional.empty(), pki, federation, cast, clock, ids);
  }

  /**
   * As the other, and with the Holder-of-key profile where the profile has it.
   *
   * @param tlsUrl where it is reached by TLS, as {@code baseUrl}; empty when it is not
   */
  public MockIdp(
      IdpProfile profile,
      String baseUrl,
      Optional<String> tlsUrl,
      TestPki pki,
      Federation federation,
      Supplier<Cast> cast,
      Clock clock,
      Supplier<String> ids) {
    this.holderOfKey =
        tlsUrl.filter(url -> profile.holderOfKey()).map(url -> url + "/idp/" + profile.id());
    this.profile = profile;
    this.entityId = baseUrl + "/idp/" + profile.id();
    this.federation = federation;
    this.cast = cast;
    this.clock = clock;
    this.conduct = new Conduct(clock);
    this.ids = ids;
    this.sads = new SadGiver(profile, entityId, ids);
    this.keys = new IdpKeys(pki, profile);
    this.nameIds = new NameIds(pki, ids);
    this.authorities = new Authorities(profile, baseUrl);
    this.people = new CandidateFinder(profile, authorities, cast);
    this.attributes = new AttributeRelease(profile, ids);
    this.sessions = new SsoPolicy(profile, authorities, attributes, clock);
    this.protections = new ProtectionChoice(keys::signer, profile.signatures());
    RequestExtensions extensions = new RequestExtensions(profile, entityId, keys::decrypting);
    RequestRules rules = new RequestRules(profile, authorities, extensions, clock);
    this.requests =
        new RequestCheck(
            entityId, this::serviceProvider, protections, rules, clock, conduct::habits);
    this.strangers = new StandInStrangers(pki, keys::signer, profile.signingKey(), profile.id());
    publish();
  }

  private synchronized void publish() {
    IdpMetadata.Place place =
        new IdpMetadata.Place(
            entityId,
            this::location,
            this::holderOfKeyLocation,
            keys.publishedForSigning(),
            keys.publishedForEncryption());
    XmlNode entity = IdpMetadata.of(profile, place);
    conduct.publishing(entity);
    federation.publish(profile.id(), entity);
  }

  private void republish() {
    publish();
    federation.writePublished();
  }

  /** Rolls its keys over, in three steps. */
  public KeyRollover rollover() {
    return new KeyRollover() {
      @Override
      public void publishNext() {
        keys.publishNext();
        republish();
      }

      @Override
      public void switchToNext() {
        keys.switchToNext();
        republish();
      }

      @Override
      public void retireOld() {
        keys.retireOld();
        republish();
      }
    };
  }

  /**
   * Publishes the certificates of its signing keys as past their time, or as valid again. The keys
   * stay the same, and so does what a peer should do: metadata says which key it is, and until when
   * (SAML metadata interoperability 2.6).
   */
  public void certificatesExpired(boolean past) {
    keys.certificatesExpired(past);
    republish();
  }

  /**
   * Behaves otherwise from now on, to everybody who signs in at its pages, and publishes its
   * metadata anew. For proving that what judges identity providers notices.
   *
   * @param somebody who a forged part of an answer is about
   */
  public void behave(IdpVariant other, TestPerson somebody) {
    conduct.change(other, somebody);
    republish();
  }

  /** How it behaves to everybody. */
  public IdpVariant variant() {
    return conduct.variant();
  }

  public String entityId() {
    return entityId;
  }

  public IdpProfile profile() {
    return profile;
  }

  /** The md:EntityDescriptor, signed by the federation operator. */
  public byte[] metadata() {
    return federation.metadata(profile.id()).orElseThrow();
  }

  /** The SingleSignOnService address for HTTP-Redirect or HTTP-POST. */
  public String location(boolean redirect) {
    return entityId + (redirect ? "/redirect" : "/post");
  }

  /** The SingleSignOnService address for the Holder-of-key profile; empty when it has none. */
  public Optional<String> holderOfKeyLocation(boolean redirect) {
    return holderOfKey.map(url -> url + (redirect ? "/hok/redirect" : "/hok/post"));
  }

  /** Judges a message of a browser without a session (DP 5.2 to 5.4). Each is good once. */
  public Received receive(Inbound in) {
    return receive(in, Optional.empty());
  }

  /**
   * Judges a message. Each good request is good once.
   *
   * @param session what the browser brought of an earlier sign-in here, if anything
   */
  public Received receive(Inbound in, Optional<SsoSession> session) {
    Received verdict = requests.check(in);
    if (verdict instanceof Received.Ask ask) {
      verdict = known(ask, session);
    }
    witness.received(this, in, verdict);
    return verdict;
  }

  private Received known(Received.Ask ask, Optional<SsoSession> session) {
    SignInRequest request = ask.request();
    Optional<SsoSession> usable = session.filter(known -> mayRely(known, request));
    if (usable.isPresent()) {
      return new Received.Known(request, usable.get());
    }
    return request.passive() ? new Received.Refused(noPassive(request)) : ask;
  }

  private boolean mayRely(SsoSession session, SignInRequest request) {
    return cast.get()
        .find(session.person())
        .filter(
            person -> sessions.allows(session, request, member(request.serviceProvider()), person))
        .isPresent();
  }

  /** DP-5.3-07: the person would have to be shown something. */
  private ErrorAnswer noPassive(SignInRequest request) {
    return error(
        request,
        new Decision.Fail(
            StatusCode.RESPONDER.uri(),
            StatusCode.NO_PASSIVE.uri(),
            "The request is passive, but the person has to be asked"));
  }

  /** Whom a session is of, as long as it lasts. */
  public Optional<TestPerson> signedIn(SsoSession session) {
    return sessions.isLive(session) ? cast.get().find(session.person()) : Optional.empty();
  }

  /** Has somebody told what is received and answered from now on. */
  public void witnessedBy(Witness other) {
    witness = other;
  }

  /** The metadata of the sender, for instance to show its name and logo (DP-5.4.3-01). */
  public Optional<EntityMetadata> sender(SignInRequest request) {
    return serviceProvider(request.serviceProvider());
  }

  /** A member, as this identity provider sees it. */
  public Optional<EntityMetadata> serviceProvider(String entityId) {
    return conduct.believed(federation.serviceProvider(entityId));
  }

  /** Those behind a proxy whom the person can choose to be authenticated by; else nobody. */
  public List<Authority> authorities(SignInRequest request) {
    return authorities.offered(request);
  }

  /** Who can sign in for the request, in the order of the cast. */
  public List<Candidate> candidates(SignInRequest request) {
    return people.all(request, Optional.empty());
  }

  /** As {@link #candidates(SignInRequest)}, those whom this authority authenticates. */
  public List<Candidate> candidates(SignInRequest request, Optional<Authority> authority) {
    return people.all(request, authority);
  }

  /** The person with this id, if there is one that can sign in for the request. */
  public Optional<Candidate> candidate(SignInRequest request, String id) {
    return people.find(request, Optional.empty(), id);
  }

  /** As {@link #candidate(SignInRequest, String)}, if this authority authenticates the person. */
  public Optional<Candidate> candidate(
      SignInRequest request, Optional<Authority> authority, String id) {
    return people.find(request, authority, id);
  }

  /**
   * The person the service provider expects, if it expects one that this authority authenticates
   * (PSC).
   */
  public Optional<Candidate> expected(SignInRequest request, Optional<Authority> authority) {
    return people.expected(request, authority);
  }

  /**
   * What the service provider would get about the person, or why it gets nothing. Ask before {@link
   * #answer} to tell the person; {@code answer} decides the same way.
   *
   * @param context one of the request's
   * @throws BadInput when the service provider is no longer a member
   */
  public Release release(SignInRequest request, TestPerson person, String context) {
    LevelOfAssurance level =
        LevelOfAssurance.of(context)
            .filter(known -> request.contexts().contains(context))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        context + " is not among the contexts of the request"));
    PersonFacts facts = new PersonFacts(person);
    if (!facts.canUse(level)) {
      throw new IllegalArgumentException(person.id() + " has no eID at " + context);
    }
    Release release = attributes.decide(member(request.serviceProvider()), request, facts, level);
    return release instanceof Release.Given given
        ? new Release.Given(conduct.released(given.attributes(), person))
        : release;
  }

  /**
   * Makes the answer to a request after a decision.
   *
   * @param clientAddress the browser's network address (DP-6.2-16)
   * @param deviations how the answer is wrong; {@link Deviations#NONE} for a good one
   * @param canary who a forged part of the answer is about
   * @throws BadInput when the service provider is no longer a member or cannot be encrypted to
   */
  public Made answer(
      SignInRequest request,
      Decision decision,
      String clientAddress,
      Deviations deviations,
      TestPerson canary) {
    Instant now = clock.instant();
    Scene scene = new Scene(now, deviations, canary, strangers, ids);
    if (decision instanceof Decision.Failure failure) {
      return refuse(error(request, failure), scene);
    }
    Authenticated who = authenticated(decision, now);
    Release release = release(request, who.person(), who.context());
    if (release instanceof Release.Withheld withheld) {
      return refuse(error(request, withheld.failure()), scene);
    }
    List<ReleasedAttribute> given = ((Release.Given) release).attributes();
    Protection protection = protection(request.serviceProvider());
    List<ReleasedAttribute> all = sads.added(request, who.context(), given, now, protection);
    Answer answer = assertion(request, who, all, now, clientAddress);
    PostForm form = AnswerWriter.write(answer, protection, scene);
    Optional<SsoSession> session =
        decision instanceof Decision.SignIn
            ? Optional.of(session(request, who, given))
            : Optional.empty();
    Made made = new Made(form, scene.applied(), session);
    String genuine = Xml.text(scene.genuineAssertion().element());
    witness.answered(
        this,
        new Witness.Answered(request.serviceProvider(), request.id(), decision, made, genuine));
    return made;
  }

  /**
   * Who was authenticated, when, and what that is known by.
   *
   * @param session the id of the session that it began
   */
  private record Authenticated(TestPerson person, String context, Instant at, String session) {}

  private Authenticated authenticated(Decision decision, Instant now) {
    if (decision instanceof Decision.Resume resume) {
      SsoSession session = resume.session();
      TestPerson person =
          cast.get()
              .find(session.person())
              .orElseThrow(
                  () -> new IllegalArgumentException("nobody is called " + session.person()));
      return new Authenticated(person, session.context(), session.authenticated(), session.id());
    }
    Decision.SignIn signIn = (Decision.SignIn) decision;
    return new Authenticated(signIn.person(), signIn.context(), now, ids.get());
  }

  /** TAR-2.2-03: each full authentication begins anew. */
  private static SsoSession session(
      SignInRequest request, Authenticated who, List<ReleasedAttribute> given) {
    return new SsoSession(
        who.session(),
        who.person().id(),
        who.context(),
        who.at(),
        SsoPolicy.identity(given),
        HolderOfKey.fingerprint(request.certificate()));
  }

  /** Where deviations of the operator's feed work on the entry of this identity provider. */
  public Scene sceneOfFeed(Deviations deviations) {
    return new Scene(clock.instant(), deviations, null, strangers, ids).concerning(entityId);
  }

  /** As the other, for a person at the pages: wrong only as the variant is. */
  public Made answer(SignInRequest request, Decision decision, String clientAddress) {
    return answer(request, decision, clientAddress, conduct.answers(), conduct.stranger());
  }

  /** Makes a signed Response with a status and nothing else (DP 6.4). */
  public Made refuse(ErrorAnswer error) {
    return refuse(
        error, new Scene(clock.instant(), conduct.errors(), conduct.stranger(), strangers, ids));
  }

  private Made refuse(ErrorAnswer error, Scene scene) {
    ErrorAnswer told = conduct.told(error);
    Protection protection = protections.forError(member(told.serviceProvider()));
    Made made =
        new Made(AnswerWriter.write(told, protection, scene), scene.applied(), Optional.empty());
    Decision failed = new Decision.Fail(told.topStatus(), told.secondStatus(), told.message());
    witness.answered(
        this,
        new Witness.Answered(told.serviceProvider(), told.inResponseTo(), failed, made, null));
    return made;
  }

  private Answer assertion(
      SignInRequest request,
      Authenticated who,
      List<ReleasedAttribute> given,
      Instant now,
      String clientAddress) {
    String sp = request.serviceProvider();
    return new Answer(
        entityId,
        request,
        given,
        who.context(),
        nameIds.make(request.nameIdFormat(), entityId, sp, who.person().id()),
        request.nameIdFormat(),
        who.at(),
        nameIds.sessionIndex(who.session(), sp),
        now,
        profile.assertionLifetime(),
        clientAddress,
        LevelOfAssurance.of(who.context())
            .map(level -> authorities.authenticating(new PersonFacts(who.person()), level))
            .orElse(null));
  }

  /** What a request is answered with that ends in a failure: ask before {@link #refuse}. */
  public ErrorAnswer error(SignInRequest request, Decision.Failure failure) {
    return ErrorAnswer.to(request, entityId, failure.at(profile), clock.instant());
  }

  private Protection protection(String serviceProvider) {
    EntityMetadata sp = member(serviceProvider);
    return protections
        .of(sp)
        .orElseThrow(
            () ->
                new BadInput(
                    sp.file(),
                    "there is no RSA certificate for encryption",
                    "Add a KeyDescriptor with use=\"encryption\" (DP 6.1)"));
  }

  private EntityMetadata member(String entityId) {
    return serviceProvider(entityId)
        .orElseThrow(
            () ->
                new BadInput(
                    entityId,
                    "the service provider is no longer a member of the federation",
                    "Put its metadata back into the folder sp and start the sign-in again"));
  }
}
