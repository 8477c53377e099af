package se.genrep.cases.saml.sp;

import java.util.Arrays;
import se.genrep.model.Applicability;
import se.genrep.registry.Algorithm;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.ServiceProperty;

/** To which service providers a case applies, and the reason given to the others. */
final class Applies {

  private static final String OPT_IN = GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri();

  static final Applicability ASKS_FOR_LEVELS =
      Applicability.when(
          facts -> !facts.requestedContexts().isEmpty(),
          "its requests name no level of assurance, so none is unasked for");

  static final Applicability FORCES_AUTHENTICATION =
      Applicability.when(
          facts -> facts.forceAuthn(), "its requests do not demand a fresh authentication");

  static final Applicability DOES_NOT_WANT_ASSERTIONS_SIGNED =
      Applicability.when(
          facts -> !facts.wantAssertionsSigned(),
          "its metadata wants assertions signed, so every sign-in shows it");

  static final Applicability OPTED_IN =
      Applicability.when(
          facts -> facts.entityCategories().contains(OPT_IN),
          "its metadata does not declare accepts-coordination-number");

  static final Applicability MOBILE =
      Applicability.when(
          facts -> facts.entityCategories().contains(ServiceProperty.MOBILE_AUTH.uri()),
          "its metadata does not declare mobile-auth");

  static final Applicability NOT_OPTED_IN =
      Applicability.when(
          facts -> !facts.entityCategories().contains(OPT_IN),
          "its metadata declares accepts-coordination-number");

  private Applies() {}

  /** DP-8-09: what a receiver declares it may accept, listed or not. */
  static Applicability whenNotDeclared(Algorithm... algorithms) {
    return new Applicability(
        facts ->
            Arrays.stream(algorithms)
                .map(Algorithm::uri)
                .filter(facts.declaredAlgorithms()::contains)
                .findFirst()
                .map(uri -> "its metadata declares " + uri));
  }
}
