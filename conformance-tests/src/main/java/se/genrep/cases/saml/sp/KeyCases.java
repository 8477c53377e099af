package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.KeyDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3.1 and 2.1.1.2: the keys of metadata, and no others. */
final class KeyCases {

  static final ConformanceCase CLONED_CERTIFICATE =
      conformanceCase("saml/sp/cloned-certificate")
          .title("refuses a certificate that copies the genuine one but for its key")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(KeyDeviations.CLONED_CERTIFICATE))
          .expect(REFUSED)
          .mutant(
              "compares certificates by subject and serial number",
              () -> Variant.without(Check.SIGNER_KNOWN))
          .build();

  static final ConformanceCase RETIRED_KEY =
      conformanceCase("saml/sp/retired-key")
          .title("refuses a key that is withdrawn from metadata")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(KeyDeviations.RETIRED_KEY))
          .expect(REFUSED)
          .mutant(
              "trusts whatever its certificate authority issued",
              () -> Variant.without(Check.SIGNER_KNOWN))
          .build();

  static final ConformanceCase UNKNOWN_EXPIRED_CERTIFICATE =
      conformanceCase("saml/sp/unknown-expired-certificate")
          .title("refuses an unknown key with an expired certificate")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(KeyDeviations.UNKNOWN_EXPIRED_CERTIFICATE))
          .expect(REFUSED)
          .mutant(
              "does not ask how old a certificate is", () -> Variant.without(Check.SIGNER_KNOWN))
          .build();

  static final ConformanceCase UNKNOWN_WEAK_KEY =
      conformanceCase("saml/sp/unknown-weak-key")
          .title("refuses an unknown RSA key of 1024 bits")
          .requirement("DP-6.3.1-03", "DP-8-01")
          .stimulus(signIn().answeredWith(KeyDeviations.UNKNOWN_WEAK_KEY))
          .expect(REFUSED)
          .mutant("trusts a key that anybody can break", () -> Variant.without(Check.SIGNER_KNOWN))
          .build();

  static final ConformanceCase UNKNOWN_KEY_OF_OTHER_KIND =
      conformanceCase("saml/sp/unknown-key-of-other-kind")
          .title("refuses an unknown key of another kind")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(KeyDeviations.UNKNOWN_KEY_OF_OTHER_KIND))
          .expect(REFUSED)
          .mutant("trusts any elliptic key", () -> Variant.without(Check.SIGNER_KNOWN))
          .build();

  static final ConformanceCase ENCRYPTION_KEY_SIGNS =
      conformanceCase("saml/sp/encryption-key-signs")
          .title("refuses a signature by a key that is for encryption")
          .requirement("DP-6.3.1-03")
          .stimulus(signIn().answeredWith(KeyDeviations.ENCRYPTION_KEY_SIGNS))
          .expect(REFUSED)
          .mutant("takes any key of the identity provider", () -> Variant.without(Check.KEY_USE))
          .build();

  static final ConformanceCase WITHOUT_KEY_INFO =
      conformanceCase("saml/sp/without-key-info")
          .title("accepts a signature without KeyInfo")
          .requirement("DP-2.1.1.2-13", "DP-2-04")
          .stimulus(signIn().answeredWith(KeyDeviations.WITHOUT_KEY_INFO))
          .expect(ACCEPTED)
          .mutant("wants a certificate in KeyInfo", () -> Variant.without(Check.KEY_INFO_OPTIONAL))
          .build();

  static final ConformanceCase KEY_INFO_WITH_NAME =
      conformanceCase("saml/sp/key-info-with-name")
          .title("accepts a signature with a name of the key only")
          .requirement("DP-2.1.1.2-13", "DP-2-04")
          .stimulus(signIn().answeredWith(KeyDeviations.KEY_INFO_WITH_NAME))
          .expect(ACCEPTED)
          .mutant(
              "wants a certificate and not a name in KeyInfo",
              () -> Variant.without(Check.KEY_INFO_OPTIONAL))
          .build();

  private KeyCases() {}
}
