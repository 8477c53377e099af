package se.genrep.idp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;

/**
 * How an identity provider behaves to everybody who signs in at its pages: well, but for this.
 *
 * @param habits what is wrong with how it behaves
 * @param answers what is wrong with its assertions and the Responses around them
 * @param errors what is wrong with its Responses without an assertion
 */
public record IdpVariant(Set<IdpHabit> habits, Deviations answers, Deviations errors) {

  public IdpVariant {
    habits = Set.copyOf(habits);
  }

  public static IdpVariant conforming() {
    return new IdpVariant(Set.of(), Deviations.NONE, Deviations.NONE);
  }

  public static IdpVariant with(IdpHabit... habits) {
    return new IdpVariant(new LinkedHashSet<>(List.of(habits)), Deviations.NONE, Deviations.NONE);
  }

  /** Its assertions are wrong in one way. */
  public static IdpVariant answering(Deviation deviation) {
    return new IdpVariant(Set.of(), Deviations.of(deviation), Deviations.NONE);
  }

  /** Its Responses without an assertion are wrong in one way. */
  public static IdpVariant failing(Deviation deviation) {
    return new IdpVariant(Set.of(), Deviations.NONE, Deviations.of(deviation));
  }

  /** Whether a person confirms an error before the service provider is told (DP-6.4-08). */
  public boolean confirms() {
    return habits.stream().allMatch(IdpHabit::confirms);
  }

  /** Whether a person is told what is given, where the profile says so (TAR-2.1.2-02). */
  public boolean informs() {
    return habits.stream().allMatch(IdpHabit::informs);
  }
}
