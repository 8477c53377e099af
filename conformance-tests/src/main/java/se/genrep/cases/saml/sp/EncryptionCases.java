package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.EncryptionDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.1, encryption. */
final class EncryptionCases {

  /** That the assertion is encrypted binds the one who sends it; TAR 2 makes it a rule for both. */
  static final ConformanceCase UNENCRYPTED =
      conformanceCase("saml/sp/unencrypted")
          .title("refuses an assertion that is not encrypted")
          .requirement("DP-6.1-15", "TAR-2-01")
          .stimulus(signIn().answeredWith(EncryptionDeviations.UNENCRYPTED))
          .expect(REFUSED)
          .mutant("takes an assertion in clear", () -> Variant.without(Check.ENCRYPTED))
          .build();

  static final ConformanceCase ENCRYPTED_TO_ANOTHER =
      conformanceCase("saml/sp/encrypted-to-another")
          .title("refuses an assertion encrypted to another service provider")
          .requirement("DP-6.3-01")
          .stimulus(signIn().answeredWith(EncryptionDeviations.ENCRYPTED_TO_ANOTHER))
          .expect(REFUSED)
          .mutant(
              "shares its key with another service provider", () -> Variant.without(Check.OWN_KEY))
          .build();

  private EncryptionCases() {}
}
