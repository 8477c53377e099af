package se.genrep.cases.saml.sp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.genrep.model.Applicability;
import se.genrep.model.SutFacts;
import se.genrep.registry.Algorithm;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;

/** Whom a case passes by, and what is said then. */
class AppliesTest {

  private static final String OPT_IN = GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri();
  private static final SutFacts NOTHING = new SutFacts(Set.of(), List.of(), Set.of());

  @Test
  void aLevelCanOnlyResembleOneThatIsAskedFor() {
    assertEquals(Optional.empty(), reason(Applies.ASKS_FOR_LEVELS, asking(LevelOfAssurance.LOA3)));
    assertEquals(
        Optional.of("its requests name no level of assurance, so none is unasked for"),
        reason(Applies.ASKS_FOR_LEVELS, NOTHING));
  }

  @Test
  void whatIsDeclaredMayBeUsed() {
    Applicability sha1 = Applies.whenNotDeclared(Algorithm.RSA_SHA1, Algorithm.ECDSA_SHA1);
    assertEquals(Optional.empty(), reason(sha1, NOTHING));
    for (Algorithm declared : List.of(Algorithm.RSA_SHA1, Algorithm.ECDSA_SHA1)) {
      assertEquals(
          Optional.of("its metadata declares " + declared.uri()),
          reason(sha1, new SutFacts(Set.of(), List.of(), Set.of(declared.uri()))));
    }
  }

  @Test
  void samordningsnummerIsACaseForOneOrTheOther() {
    SutFacts optedIn = new SutFacts(Set.of(OPT_IN), List.of(), Set.of());
    assertEquals(Optional.empty(), reason(Applies.OPTED_IN, optedIn));
    assertEquals(Optional.empty(), reason(Applies.NOT_OPTED_IN, NOTHING));
    assertEquals(
        Optional.of("its metadata declares accepts-coordination-number"),
        reason(Applies.NOT_OPTED_IN, optedIn));
    assertEquals(
        Optional.of("its metadata does not declare accepts-coordination-number"),
        reason(Applies.OPTED_IN, NOTHING));
  }

  @Test
  void freshAuthenticationAndSignedAssertionsAreMattersOfAsking() {
    SutFacts asking = new SutFacts(Set.of(), List.of(), Set.of(), true, true);
    assertEquals(Optional.empty(), reason(Applies.FORCES_AUTHENTICATION, asking));
    assertEquals(
        Optional.of("its requests do not demand a fresh authentication"),
        reason(Applies.FORCES_AUTHENTICATION, NOTHING));
    assertEquals(Optional.empty(), reason(Applies.DOES_NOT_WANT_ASSERTIONS_SIGNED, NOTHING));
    assertEquals(
        Optional.of("its metadata wants assertions signed, so every sign-in shows it"),
        reason(Applies.DOES_NOT_WANT_ASSERTIONS_SIGNED, asking));
  }

  private static SutFacts asking(LevelOfAssurance... levels) {
    return new SutFacts(
        Set.of(), List.of(levels).stream().map(LevelOfAssurance::uri).toList(), Set.of());
  }

  private static Optional<String> reason(Applicability applicability, SutFacts facts) {
    return applicability.reasonNot().apply(facts);
  }
}
