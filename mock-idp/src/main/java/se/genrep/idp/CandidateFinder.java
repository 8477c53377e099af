package se.genrep.idp;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;

/** Who of the cast can sign in for a request, and through whom where there is a proxy. */
final class CandidateFinder {

  private final IdpProfile profile;
  private final Authorities authorities;
  private final Supplier<Cast> cast;

  CandidateFinder(IdpProfile profile, Authorities authorities, Supplier<Cast> cast) {
    this.profile = profile;
    this.authorities = authorities;
    this.cast = cast;
  }

  /** In the order of the cast. */
  List<Candidate> all(SignInRequest request, Optional<Authority> authority) {
    return candidates(request, authority, cast.get().all().stream()).toList();
  }

  /** The person with this id. */
  Optional<Candidate> find(SignInRequest request, Optional<Authority> authority, String id) {
    return candidates(request, authority, cast.get().find(id).stream()).findFirst();
  }

  /** The first whom the service provider expects; nobody when it expects nobody (PSC-2-01). */
  Optional<Candidate> expected(SignInRequest request, Optional<Authority> authority) {
    return request.principalSelection().isEmpty()
        ? Optional.empty()
        : candidates(
                request,
                authority,
                cast.get().all().stream()
                    .filter(
                        person ->
                            AttributeRelease.isExpected(
                                request.principalSelection(), new PersonFacts(person))))
            .findFirst();
  }

  private Stream<Candidate> candidates(
      SignInRequest request, Optional<Authority> authority, Stream<TestPerson> people) {
    return people
        .map(person -> new Candidate(person, contexts(request, authority, person)))
        .filter(candidate -> !candidate.contexts().isEmpty());
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
                    .filter(level -> authorities.reach(request, facts, level))
                    .filter(
                        level -> authority.isEmpty() || authority.get().authenticates(facts, level))
                    .isPresent())
        .toList();
  }
}
