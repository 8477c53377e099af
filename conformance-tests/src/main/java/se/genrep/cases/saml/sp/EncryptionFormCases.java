package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.EncryptionFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.reference.Variant.Reading;

/** DP 6.1: all of the assertion is encrypted, and nothing beside it. */
final class EncryptionFormCases {

  static final ConformanceCase ENCRYPTED_ID =
      conformanceCase("saml/sp/encrypted-id")
          .title("refuses an assertion with an EncryptedID")
          .requirement("DP-6.1-16")
          .stimulus(signIn().answeredWith(EncryptionFormDeviations.ENCRYPTED_ID))
          .expect(REFUSED)
          .mutant("passes over EncryptedID", () -> Variant.without(Check.PARTIAL_ENCRYPTION))
          .build();

  static final ConformanceCase ENCRYPTED_ATTRIBUTE =
      conformanceCase("saml/sp/encrypted-attribute")
          .title("refuses an assertion with an EncryptedAttribute")
          .requirement("DP-6.1-16")
          .stimulus(signIn().answeredWith(EncryptionFormDeviations.ENCRYPTED_ATTRIBUTE))
          .expect(REFUSED)
          .mutant("passes over EncryptedAttribute", () -> Variant.without(Check.PARTIAL_ENCRYPTION))
          .build();

  static final ConformanceCase CLEAR_COPY =
      conformanceCase("saml/sp/clear-copy")
          .title("refuses an assertion in clear beside the encrypted one")
          .requirement("DP-6.1-15")
          .stimulus(signIn().answeredWith(EncryptionFormDeviations.CLEAR_COPY))
          .expect(REFUSED)
          .mutant("passes over an assertion in clear", () -> Variant.without(Check.ENCRYPTED))
          .build();

  static final ConformanceCase OTHER_ASSERTION_FIRST =
      conformanceCase("saml/sp/other-assertion-first")
          .title("takes nobody for the other person of two assertions")
          .requirement("DP-6.2-25", "DP-6.3-03")
          .stimulus(signIn().answeredWith(EncryptionFormDeviations.OTHER_ASSERTION_FIRST))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "reads the first of two assertions",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.FIRST))
          .build();

  static final ConformanceCase OTHER_ASSERTION_LAST =
      conformanceCase("saml/sp/other-assertion-last")
          .title("takes nobody for the last person of two assertions")
          .requirement("DP-6.2-25", "DP-6.3-03")
          .stimulus(signIn().answeredWith(EncryptionFormDeviations.OTHER_ASSERTION_LAST))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "reads the last of two assertions",
              () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(Reading.LAST))
          .build();

  static final ConformanceCase TAMPERED_GCM =
      conformanceCase("saml/sp/tampered-gcm")
          .title("refuses a ciphertext whose AES-GCM tag is wrong")
          .requirement("DP-6.3-01")
          .stimulus(signIn().answeredWith(EncryptionFormDeviations.TAMPERED_GCM))
          .expect(REFUSED)
          .mutant(
              "decrypts without asking for the tag",
              () -> Variant.without(Check.CIPHER_AUTHENTICATED))
          .build();

  private EncryptionFormCases() {}
}
