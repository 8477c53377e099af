package se.genrep.idp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Protection;
import se.genrep.deviation.Scene;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.input.BadInput;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.pki.Credential;
import se.genrep.pki.TestPki;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.PostForm;
import se.genrep.saml.Xml;

/**
 * One mock identity provider, without a server: it judges requests, says who can sign in and what
 * is released, and makes the answers. It keeps no session, so every request asks a person (a
 * passive one is refused, ForceAuthn is honoured by itself); single sign-on (DP 5.4.5) comes later.
 * Thread-safe.
 */
public final class MockIdp {

  private final IdpProfile profile;
  private final String entityId;
  private final Federation federation;
  private final Supplier<Cast> cast;
  private final Clock clock;
  private final Supplier<String> ids;
  private final NameIds nameIds;
  private final AttributeRelease attributes;
  private final ProtectionChoice protections;
  private final RequestCheck requests;
  private final Scene.Strangers strangers;
  private final Authorities authorities;
  private final byte[] metadata;
  private volatile Witness witness = Witness.NONE;

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
    this.profile = profile;
    this.entityId = baseUrl + "/idp/" + profile.id();
    this.federation = federation;
    this.cast = cast;
    this.clock = clock;
    this.ids = ids;
    Credential signer = pki.credential(signingKey(profile.id()), profile.signingKey());
    this.nameIds = new NameIds(pki, ids);
    this.authorities = new Authorities(profile, baseUrl);
    this.attributes = new AttributeRelease(profile, ids);
    this.protections = new ProtectionChoice(signer);
    this.requests =
        new RequestCheck(
            entityId, federation, protections, new RequestRules(profile, clock), clock);
    this.strangers =
        new StandInStrangers(pki, signer, profile.signingKey(), signingKey(neighbour(profile)));
    this.metadata =
        federation.publish(
            profile.id(),
            IdpMetadata.of(
                profile,
                new IdpMetadata.Place(
                    entityId,
                    this::location,
                    signer.certificate(),
                    pki.credential("idp-" + profile.id() + "-encryption", profile.encryptionKey())
                        .certificate())));
  }

  private static String signingKey(String profile) {
    return "idp-" + profile + "-signing";
  }

  /** Another identity provider of the program, whose key a deviation may sign with. */
  private static String neighbour(IdpProfile profile) {
    return IdpProfiles.ids().stream()
        .filter(id -> !id.equals(profile.id()))
        .findFirst()
        .orElse("neighbour");
  }

  public String entityId() {
    return entityId;
  }

  public IdpProfile profile() {
    return profile;
  }

  /** The md:EntityDescriptor, signed by the federation operator. */
  public byte[] metadata() {
    return metadata.clone();
  }

  /** The SingleSignOnService address for HTTP-Redirect or HTTP-POST. */
  public String location(boolean redirect) {
    return entityId + (redirect ? "/redirect" : "/post");
  }

  /** Judges a message (DP 5.2 to 5.4). Each good request is good once. */
  public Received receive(Inbound in) {
    Received verdict = requests.check(in);
    witness.received(this, in, verdict);
    return verdict;
  }

  /** Has somebody told what is received and answered from now on. */
  public void witnessedBy(Witness other) {
    witness = other;
  }

  /** The metadata of the sender, for instance to show its name and logo (DP-5.4.3-01). */
  public Optional<EntityMetadata> sender(SignInRequest request) {
    return federation.serviceProvider(request.serviceProvider());
  }

  /** Those behind a proxy whom the person can choose to be authenticated by; else nobody. */
  public List<Authority> authorities(SignInRequest request) {
    return authorities.offered(request);
  }

  /** Who can sign in for the request, in the order of the cast. */
  public List<Candidate> candidates(SignInRequest request) {
    return candidates(request, Optional.empty());
  }

  /** As {@link #candidates(SignInRequest)}, those whom this authority authenticates. */
  public List<Candidate> candidates(SignInRequest request, Optional<Authority> authority) {
    return candidates(request, authority, cast.get().all().stream());
  }

  /** The person with this id, if there is one that can sign in for the request. */
  public Optional<Candidate> candidate(SignInRequest request, String id) {
    return candidate(request, Optional.empty(), id);
  }

  /** As {@link #candidate(SignInRequest, String)}, if this authority authenticates the person. */
  public Optional<Candidate> candidate(
      SignInRequest request, Optional<Authority> authority, String id) {
    return candidates(
            request, authority, cast.get().all().stream().filter(person -> person.id().equals(id)))
        .stream()
        .findFirst();
  }

  private List<Candidate> candidates(
      SignInRequest request, Optional<Authority> authority, Stream<TestPerson> people) {
    return people
        .map(person -> new Candidate(person, contexts(request, authority, person)))
        .filter(candidate -> !candidate.contexts().isEmpty())
        .toList();
  }

  private List<String> contexts(
      SignInRequest request, Optional<Authority> authority, TestPerson person) {
    PersonFacts facts = new PersonFacts(person);
    if (!profile.issuedTo().admits(profile, facts)) {
      return List.of();
    }
    return request.contexts().stream()
        .filter(
            uri ->
                LevelOfAssurance.of(uri)
                    .filter(facts::canUse)
                    .filter(level -> authorities.reach(facts, level))
                    .filter(
                        level -> authority.isEmpty() || authority.get().authenticates(facts, level))
                    .isPresent())
        .toList();
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
    return attributes.decide(member(request.serviceProvider()), request, facts, level);
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
    if (decision instanceof Decision.SignIn signIn) {
      Release release = release(request, signIn.person(), signIn.context());
      if (release instanceof Release.Given given) {
        Answer answer = assertion(request, signIn, given, now, clientAddress);
        Made made =
            made(AnswerWriter.write(answer, protection(request.serviceProvider()), scene), scene);
        String genuine = Xml.text(scene.genuineAssertion().element());
        witness.answered(
            this,
            new Witness.Answered(request.serviceProvider(), request.id(), signIn, made, genuine));
        return made;
      }
      Release.Withheld withheld = (Release.Withheld) release;
      decision =
          new Decision.Fail(
              withheld.topStatus().uri(), withheld.secondStatus().uri(), withheld.message());
    }
    Decision.Fail fail = (Decision.Fail) decision;
    return refuse(error(request, fail, now), scene);
  }

  /** Makes a signed Response with a status and nothing else (DP 6.4). */
  public Made refuse(ErrorAnswer error) {
    return refuse(error, new Scene(clock.instant(), Deviations.NONE, null, strangers, ids));
  }

  private Made refuse(ErrorAnswer error, Scene scene) {
    Protection protection = protections.forError(member(error.serviceProvider()));
    Made made = made(AnswerWriter.write(error, protection, scene), scene);
    Decision failed = new Decision.Fail(error.topStatus(), error.secondStatus(), error.message());
    witness.answered(
        this,
        new Witness.Answered(error.serviceProvider(), error.inResponseTo(), failed, made, null));
    return made;
  }

  private static Made made(PostForm form, Scene scene) {
    return new Made(form, scene.applied());
  }

  private Answer assertion(
      SignInRequest request,
      Decision.SignIn signIn,
      Release.Given given,
      Instant now,
      String clientAddress) {
    String nameId =
        nameIds.make(
            request.nameIdFormat(), entityId, request.serviceProvider(), signIn.person().id());
    return new Answer(
        entityId,
        request,
        given.attributes(),
        signIn.context(),
        nameId,
        request.nameIdFormat(),
        now,
        now,
        profile.assertionLifetime(),
        clientAddress,
        LevelOfAssurance.of(signIn.context())
            .map(level -> authorities.authenticating(new PersonFacts(signIn.person()), level))
            .orElse(null));
  }

  private ErrorAnswer error(SignInRequest request, Decision.Fail fail, Instant now) {
    return new ErrorAnswer(
        entityId,
        request.serviceProvider(),
        request.id(),
        request.acsUrl(),
        request.relayState(),
        fail.topStatus(),
        fail.secondStatus(),
        fail.message(),
        now);
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
    return federation
        .serviceProvider(entityId)
        .orElseThrow(
            () ->
                new BadInput(
                    entityId,
                    "the service provider is no longer a member of the federation",
                    "Put its metadata back into the folder sp and start the sign-in again"));
  }
}
