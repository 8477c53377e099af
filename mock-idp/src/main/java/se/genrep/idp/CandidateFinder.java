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

  private final Supplier<Cast> cast;

  CandidateFinder(Supplier<Cast> cast) {
    this.cast = cast;
  }

  /** In the order of the cast. */
  List<Candidate> all(SignInRequest request) {
    return candidates(request, cast.get().all().stream()).toList();
  }

  /** The person with this id. */
  Optional<Candidate> find(SignInRequest request, String id) {
    return candidates(request, cast.get().find(id).stream()).findFirst();
  }

  /** The first whom the service provider expects; nobody when it expects nobody (PSC-2-01). */
  Optional<Candidate> expected(SignInRequest request) {
    return request.principalSelection().isEmpty()
        ? Optional.empty()
        : candidates(
                request,
                cast.get().all().stream()
                    .filter(
                        person ->
                            AttributeRelease.isExpected(
                                request.principalSelection(), new PersonFacts(person))))
            .findFirst();
  }

  private static Stream<Candidate> candidates(SignInRequest request, Stream<TestPerson> people) {
    return people
        .map(person -> new Candidate(person, contexts(request, person)))
        .filter(candidate -> !candidate.contexts().isEmpty());
  }

  private static List<String> contexts(SignInRequest request, TestPerson person) {
    PersonFacts facts = new PersonFacts(person);
    return request.contexts().stream()
        .filter(uri -> LevelOfAssurance.of(uri).filter(facts::canUse).isPresent())
        .toList();
  }
}
