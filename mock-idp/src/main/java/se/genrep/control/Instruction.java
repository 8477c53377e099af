package se.genrep.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Deviations;
import se.genrep.idp.Decision;
import se.genrep.idp.SignInRequest;
import se.genrep.input.BadInput;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;

/**
 * What an identity provider is to do in one exchange, as the control API is told.
 *
 * @param person who signs in, or would have
 * @param level the authentication context URI to answer with; empty for the first of the request
 *     that the person has
 * @param failure how it ends without an assertion; empty for a sign-in
 * @param canary who a forged part of the answer is about
 * @param hold keep the answer for another delivery
 * @param outage how the identity provider fails as a whole; only for an armed exchange
 * @param clockOffset how far its clock is ahead; only for an armed exchange
 * @param identityProvider the profile that it is for; empty for every one
 * @param serviceProvider the entityID whose requests it is for; empty for every one
 */
public record Instruction(
    TestPerson person,
    Optional<String> level,
    Optional<Decision.Failure> failure,
    Deviations deviations,
    TestPerson canary,
    boolean hold,
    Optional<Outage> outage,
    Duration clockOffset,
    Optional<String> identityProvider,
    Optional<String> serviceProvider) {

  /** The script that does it. */
  public Script script() {
    return new Script(this::decision, deviations, canary, hold, outage, clockOffset);
  }

  /** Whether it is for a request that arrives. */
  public boolean isFor(String profile, String sender) {
    return identityProvider.filter(only -> !only.equals(profile)).isEmpty()
        && serviceProvider.filter(only -> !only.equals(sender)).isEmpty();
  }

  private Decision decision(SignInRequest request) {
    if (failure.isPresent()) {
      return failure.get();
    }
    return new Decision.SignIn(person, context(request));
  }

  private String context(SignInRequest request) {
    List<String> possible =
        request.contexts().stream()
            .filter(uri -> LevelOfAssurance.of(uri).filter(person::canUse).isPresent())
            .toList();
    if (level.isPresent()) {
      if (!possible.contains(level.get())) {
        throw new BadInput(
            "level",
            (request.contexts().contains(level.get())
                    ? "'" + person.id() + "' has no eID at "
                    : "the request does not ask this identity provider for ")
                + level.get(),
            "Leave the level out, or choose among " + String.join(", ", possible));
      }
      return level.get();
    }
    return possible.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "person",
                    "'"
                        + person.id()
                        + "' has no eID at any level that was asked for ("
                        + String.join(", ", request.contexts())
                        + ")",
                    "Choose another person"));
  }
}
