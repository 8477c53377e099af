package se.genrep.control;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import se.genrep.deviation.Deviations;
import se.genrep.idp.Decision;
import se.genrep.idp.SignInRequest;
import se.genrep.person.TestPerson;

/**
 * What the identity provider does in one exchange, in place of a person at the page.
 *
 * @param decision who signs in and how, once the request is known
 * @param deviations how the answer is wrong; none for a good one
 * @param canary who a forged part of the answer is about
 * @param hold keep the answer instead of giving it to this browser, so that another delivery of it
 *     can be tried
 * @param outage how the identity provider fails as a whole; empty when it does not
 * @param clockOffset how far its clock is ahead; negative when it is behind
 */
public record Script(
    Function<SignInRequest, Decision> decision,
    Deviations deviations,
    TestPerson canary,
    boolean hold,
    Optional<Outage> outage,
    Duration clockOffset) {

  public static Script answering(Function<SignInRequest, Decision> decision, TestPerson canary) {
    return new Script(decision, Deviations.NONE, canary, false, Optional.empty(), Duration.ZERO);
  }

  public Script with(Deviations other) {
    return new Script(decision, other, canary, hold, outage, clockOffset);
  }

  public Script held() {
    return new Script(decision, deviations, canary, true, outage, clockOffset);
  }
}
