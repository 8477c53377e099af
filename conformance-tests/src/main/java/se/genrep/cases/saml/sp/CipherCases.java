package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.CipherDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.registry.Algorithm;

/** DP 8: more of the algorithms that are refused, and more of those that are to be understood. */
final class CipherCases {

  static final ConformanceCase MD5_DIGEST =
      conformanceCase("saml/sp/md5-digest")
          .title("refuses a signature that refers to its content by MD5")
          .requirement("DP-8-09")
          .stimulus(signIn().answeredWith(CipherDeviations.MD5_DIGEST))
          .expect(REFUSED)
          .mutant("takes MD5 digests", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase MD5_SIGNATURE =
      conformanceCase("saml/sp/md5-signature")
          .title("refuses a signature with MD5")
          .requirement("DP-8-09")
          .stimulus(signIn().answeredWith(CipherDeviations.MD5_SIGNATURE))
          .expect(REFUSED)
          .mutant("takes MD5 signatures", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase SHA224_DIGEST =
      conformanceCase("saml/sp/sha224-digest")
          .title("refuses a digest that the profile does not list")
          .requirement("DP-8-09")
          .stimulus(signIn().answeredWith(CipherDeviations.SHA224_DIGEST))
          .expect(REFUSED)
          .mutant("takes SHA-224 digests", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase SHA3_DIGEST =
      conformanceCase("saml/sp/sha3-digest")
          .title("refuses a SHA-3 digest")
          .requirement("DP-8-09")
          .stimulus(signIn().answeredWith(CipherDeviations.SHA3_DIGEST))
          .expect(REFUSED)
          .mutant("takes SHA-3 digests", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase SHA224_SIGNATURE =
      conformanceCase("saml/sp/sha224-signature")
          .title("refuses a signature with SHA-224")
          .requirement("DP-8-09")
          .stimulus(signIn().answeredWith(CipherDeviations.SHA224_SIGNATURE))
          .expect(REFUSED)
          .mutant("takes SHA-224 signatures", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase PSS_SHA384_SIGNATURE =
      conformanceCase("saml/sp/pss-sha384-signature")
          .title("refuses RSA-PSS with SHA-384")
          .requirement("DP-8-09")
          .appliesTo(Applies.whenNotDeclared(Algorithm.RSA_PSS_SHA384))
          .stimulus(signIn().answeredWith(CipherDeviations.PSS_SHA384_SIGNATURE))
          .expect(REFUSED)
          .mutant("takes RSA-PSS with SHA-384", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase PSS_SHA512_SIGNATURE =
      conformanceCase("saml/sp/pss-sha512-signature")
          .title("refuses RSA-PSS with SHA-512")
          .requirement("DP-8-09")
          .appliesTo(Applies.whenNotDeclared(Algorithm.RSA_PSS_SHA512))
          .stimulus(signIn().answeredWith(CipherDeviations.PSS_SHA512_SIGNATURE))
          .expect(REFUSED)
          .mutant("takes RSA-PSS with SHA-512", () -> Variant.without(Check.SIGNATURE_ALGORITHM))
          .build();

  static final ConformanceCase SHA384_SIGNATURE =
      conformanceCase("saml/sp/sha384-signature")
          .title("accepts signatures with SHA-384, or SHA-256 if it prefers the former")
          .requirement("DP-8.2-03", "DP-8.1-02")
          .stimulus(signIn().answeredWith(CipherDeviations.SHA384_SIGNATURE))
          .expect(ACCEPTED)
          .mutant("does not know SHA-384", () -> Variant.without(Check.ALGORITHMS_SUPPORTED))
          .build();

  static final ConformanceCase OAEP_1_1 =
      conformanceCase("saml/sp/oaep-1-1")
          .title("refuses the OAEP of XML Encryption 1.1")
          .requirement("DP-8-09")
          .appliesTo(Applies.whenNotDeclared(Algorithm.RSA_OAEP))
          .stimulus(signIn().answeredWith(CipherDeviations.OAEP_1_1))
          .expect(REFUSED)
          .mutant("unwraps keys by any OAEP", () -> Variant.without(Check.ENCRYPTION_ALGORITHM))
          .build();

  static final ConformanceCase OAEP_SHA256 =
      conformanceCase("saml/sp/oaep-sha256")
          .title("accepts a content key by OAEP with SHA-256")
          .requirement("DP-8.4-02")
          .stimulus(signIn().answeredWith(CipherDeviations.OAEP_SHA256))
          .expect(ACCEPTED)
          .mutant("knows OAEP with SHA-1 only", () -> Variant.without(Check.OAEP_DIGESTS))
          .build();

  static final ConformanceCase OAEP_SHA512 =
      conformanceCase("saml/sp/oaep-sha512")
          .title("accepts a content key by OAEP with SHA-512")
          .requirement("DP-8.4-02")
          .stimulus(signIn().answeredWith(CipherDeviations.OAEP_SHA512))
          .expect(ACCEPTED)
          .mutant("does not know OAEP with SHA-512", () -> Variant.without(Check.OAEP_DIGESTS))
          .build();

  static final ConformanceCase MANDATORY_ENCRYPTION =
      conformanceCase("saml/sp/mandatory-encryption")
          .title("accepts the mandatory encryption, whatever it declares")
          .requirement("DP-8.3-03", "DP-8.4-01", "DP-2.1.1.3-04")
          .stimulus(signIn().answeredWith(CipherDeviations.MANDATORY_ENCRYPTION))
          .expect(ACCEPTED)
          .mutant("calls AES-CBC out of date", () -> Variant.without(Check.MANDATORY_ENCRYPTION))
          .build();

  static final ConformanceCase AES256_GCM =
      conformanceCase("saml/sp/aes256-gcm")
          .title("accepts AES-256-GCM, or AES-192-GCM if it prefers the former")
          .requirement("DP-8.3-04", "DP-8-06")
          .stimulus(signIn().answeredWith(CipherDeviations.AES256_GCM))
          .expect(ACCEPTED)
          .mutant("knows CBC only", () -> Variant.without(Check.ALGORITHMS_SUPPORTED))
          .build();

  static final ConformanceCase AES128_GCM =
      conformanceCase("saml/sp/aes128-gcm")
          .title("accepts AES-128-GCM, or AES-192-GCM if it prefers the former")
          .requirement("DP-8.3-04", "DP-8-06")
          .stimulus(signIn().answeredWith(CipherDeviations.AES128_GCM))
          .expect(ACCEPTED)
          .mutant("does not know AES-128-GCM", () -> Variant.without(Check.ALGORITHMS_SUPPORTED))
          .build();

  static final ConformanceCase AES128_CBC =
      conformanceCase("saml/sp/aes128-cbc")
          .title("accepts AES-128-CBC, or AES-256-CBC if it prefers the former")
          .requirement("DP-8.3-01", "DP-8-05")
          .stimulus(signIn().answeredWith(CipherDeviations.AES128_CBC))
          .expect(ACCEPTED)
          .mutant("does not know AES-128-CBC", () -> Variant.without(Check.ALGORITHMS_SUPPORTED))
          .build();

  private CipherCases() {}
}
