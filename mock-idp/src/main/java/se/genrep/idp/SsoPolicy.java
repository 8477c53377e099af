package se.genrep.idp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import se.genrep.federation.EntityMetadata;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.Limits;
import se.genrep.registry.ServiceType;

/** When an earlier authentication answers a request, and when the person is asked (DP 5.4.5). */
final class SsoPolicy {

  private final IdpProfile profile;
  private final Authorities authorities;
  private final AttributeRelease attributes;
  private final Clock clock;

  SsoPolicy(IdpProfile profile, Authorities authorities, AttributeRelease attributes, Clock clock) {
    this.profile = profile;
    this.authorities = authorities;
    this.attributes = attributes;
    this.clock = clock;
  }

  /**
   * Whether an assertion may rely on the session. A person whose data may not be given to this
   * service provider is asked, so that they are told (TAR-3.8-04).
   *
   * @param person the one of the session
   */
  boolean allows(
      SsoSession session, SignInRequest request, EntityMetadata sender, TestPerson person) {
    return isLive(session)
        && !request.forceAuthn() // DP-5.4.5-03
        && request.contexts().contains(session.context()) // DP-5.4.5-04
        // DP-5.4.5-05, -06: of the same certificate, or both without one.
        && session.certificate().equals(HolderOfKey.fingerprint(request.certificate()))
        && !profile.showsAttributes() // TAR-2.2-04: what is given is shown each time
        && !sender.declares(ServiceType.SIGSERVICE.uri()) // DP-7.1.1-13: a signature is confirmed
        && delivers(session, request, sender, person);
  }

  /** DP-5.4.5-02, TAR-2.2-01, TAR-2.2-02. A time to come is one of another clock. */
  boolean isLive(SsoSession session) {
    Instant now = clock.instant();
    return now.isBefore(session.authenticated().plus(Limits.SINGLE_SIGN_ON))
        && !session.authenticated().isAfter(now.plus(Limits.CLOCK_SKEW));
  }

  /** DP-5.4.5-07, -08: who would get what the person did not see given is authenticated for it. */
  private boolean delivers(
      SsoSession session, SignInRequest request, EntityMetadata sender, TestPerson person) {
    PersonFacts facts = new PersonFacts(person);
    return LevelOfAssurance.of(session.context())
        .filter(facts::canUse)
        .filter(level -> authorities.reach(request, facts, level)) // of those that Scoping names
        .map(level -> attributes.decide(sender, request, facts, level))
        .filter(Release.Given.class::isInstance)
        .map(Release.Given.class::cast)
        .filter(given -> session.delivered().containsAll(identity(given.attributes())))
        .isPresent();
  }

  /** The names of the attributes that say something about the person (DP 6.2.1). */
  static List<String> identity(List<ReleasedAttribute> attributes) {
    return attributes.stream()
        .map(ReleasedAttribute::name)
        .filter(name -> Attribute.of(name).map(Attribute::identity).orElse(true))
        .toList();
  }
}
