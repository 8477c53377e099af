package se.genrep.idp;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;

/** Who of the cast can sign in for a request. */
final class CandidateFinder {

  private final IdpProfile profile;
  private final Authorities authorities;
  private final Supplier<Cast> cast;

  CandidateFinder(IdpProfile profile, Authorities authorities, Supplier<Cast> cast) {
    this.profile = profile;
    this.authorities = authorities;
    this.cast = cast;
  }

  /**
   * In the order of the cast.
   *
   * @param through who authenticates for a proxy; empty for anybody
   */
  List<Candidate> all(SignInRequest request, Optional<Authority> through) {
    return candidates(request, through, cast.get().all().stream()).toList();
  }

  /** The person with this id. */
  Optional<Candidate> find(SignInRequest request, Optional<Authority> through, String id) {
    return candidates(request, through, cast.get().find(id).stream()).findFirst();
  }

  /** The first whom the service provider expects; nobody when it expects nobody (PSC-2-01). */
  Optional<Candidate> expected(SignInRequest request) {
    return request.principalSelection().isEmpty()
        ? Optional.empty()
        : candidates(
                request,
                Optional.empty(),
                cast.get().all().stream()
                    .filter(
                        person ->
                            AttributeRelease.isExpected(
                                request.principalSelection(), new PersonFacts(person))))
            .findFirst();
  }

  private Stream<Candidate> candidates(
      SignInRequest request, Optional<Authority> through, Stream<TestPerson> people) {
    return people
        .map(person -> new Candidate(person, contexts(request, through, person)))
        .filter(candidate -> !candidate.contexts().isEmpty());
  }

  private List<String> contexts(
      SignInRequest request, Optional<Authority> through, TestPerson person) {
    PersonFacts facts = new PersonFacts(person);
    return profile.issuedTo().admits(profile, facts)
        ? request.contexts().stream().filter(uri -> reaches(uri, facts, through)).toList()
        : List.of();
  }

  private boolean reaches(String uri, PersonFacts person, Optional<Authority> through) {
    return LevelOfAssurance.of(uri)
        .filter(person::canUse)
        .filter(level -> authorities.reach(person, level))
        .filter(level -> through.isEmpty() || through.get().authenticates(person, level))
        .isPresent();
  }
}
