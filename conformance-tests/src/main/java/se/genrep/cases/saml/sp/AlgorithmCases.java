package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.AlgorithmDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.registry.Algorithm;

/** DP 8, cryptographic algorithms. */
final class AlgorithmCases {

  static final ConformanceCase SHA1_SIGNATURE =
      conformanceCase("saml/sp/sha1-signature")
          .title("refuses a signature with SHA-1")
          .requirement("DP-8-09", "DP-8-10")
          .appliesTo(Applies.whenNotDeclared(Algorithm.RSA_SHA1, Algorithm.ECDSA_SHA1))
          .stimulus(signIn().answeredWith(AlgorithmDeviations.SHA1_SIGNATURE))
          .expect(REFUSED)
          .mutant("takes any algorithm", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  /** The profile lists no SHA-1 digest (DP-8-09), and of this one it says only "should not". */
  static final ConformanceCase SHA1_DIGEST =
      conformanceCase("saml/sp/sha1-digest")
          .title("refuses a signature that refers to its content by SHA-1")
          .requirement("DP-8-10", "DP-8-09")
          .appliesTo(Applies.whenNotDeclared(Algorithm.SHA1))
          .stimulus(signIn().answeredWith(AlgorithmDeviations.SHA1_DIGEST))
          .expect(REFUSED)
          .mutant("takes any digest", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase UNLISTED_SIGNATURE_ALGORITHM =
      conformanceCase("saml/sp/unlisted-signature-algorithm")
          .title("refuses a signature method that the profile does not list")
          .requirement("DP-8-09")
          .appliesTo(Applies.whenNotDeclared(Algorithm.RSA_PSS_SHA256))
          .stimulus(signIn().answeredWith(AlgorithmDeviations.UNLISTED_SIGNATURE))
          .expect(REFUSED)
          .mutant("takes what its library knows", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase TRIPLE_DES =
      conformanceCase("saml/sp/triple-des")
          .title("refuses an assertion encrypted with Triple DES")
          .requirement("DP-8-09")
          .appliesTo(Applies.whenNotDeclared(Algorithm.TRIPLEDES_CBC))
          .stimulus(signIn().answeredWith(AlgorithmDeviations.TRIPLE_DES))
          .expect(REFUSED)
          .mutant("decrypts by any cipher", () -> Variant.without(Check.ENCRYPTION_ALGORITHM))
          .build();

  static final ConformanceCase RSA_1_5_KEY_TRANSPORT =
      conformanceCase("saml/sp/rsa-1-5-key-transport")
          .title("refuses a content key encrypted with RSA 1.5")
          .requirement("DP-8-11", "DP-8-09")
          .appliesTo(Applies.whenNotDeclared(Algorithm.RSA_1_5))
          .stimulus(signIn().answeredWith(AlgorithmDeviations.RSA_1_5))
          .expect(REFUSED)
          .mutant("unwraps keys in any way", () -> Variant.without(Check.ENCRYPTION_ALGORITHM))
          .build();

  static final ConformanceCase LONGER_DIGEST =
      conformanceCase("saml/sp/longer-digest")
          .title("accepts a signature with SHA-512")
          .requirement("DP-8.2-03", "DP-8.1-02")
          .stimulus(signIn().answeredWith(AlgorithmDeviations.LONGER_DIGEST))
          .expect(ACCEPTED)
          .mutant("knows SHA-256 only", () -> Variant.without(Check.ALGORITHMS_SUPPORTED))
          .build();

  static final ConformanceCase OTHER_MANDATORY_CIPHER =
      conformanceCase("saml/sp/other-mandatory-cipher")
          .title("accepts an assertion encrypted with another mandatory cipher")
          .requirement("DP-8.3-02", "DP-8.3-01", "DP-8-05")
          .stimulus(signIn().answeredWith(AlgorithmDeviations.OTHER_MANDATORY_CIPHER))
          .expect(ACCEPTED)
          .mutant("knows AES-256 only", () -> Variant.without(Check.ALGORITHMS_SUPPORTED))
          .build();

  private AlgorithmCases() {}
}
