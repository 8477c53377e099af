package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.Variant;

/** DP 2.1.1.2, 2.1.1.3 and 8: the keys and algorithms of its metadata. */
final class MetadataKeyCases {

  static final ConformanceCase SELF_SIGNED =
      conformanceCase("saml/sp/metadata-self-signed")
          .title("has self-signed certificates in its metadata")
          .requirement("DP-2.1.1.2-05")
          .stimulus(metadata("certificate-not-self-signed"))
          .expect(KEPT)
          .mutant("has a certificate of a CA", () -> Variant.with(MetadataHabit.ISSUED_CERTIFICATE))
          .build();

  static final ConformanceCase CERTIFICATE_LIFETIME =
      conformanceCase("saml/sp/metadata-certificate-lifetime")
          .title("has certificates that last in its metadata")
          .requirement("DP-2.1.1.2-06")
          .stimulus(metadata("certificate-expired"))
          .expect(KEPT)
          .mutant(
              "has an expired certificate", () -> Variant.with(MetadataHabit.EXPIRED_CERTIFICATE))
          .build();

  static final ConformanceCase CERTIFICATE_SIGNATURE =
      conformanceCase("saml/sp/metadata-certificate-signature")
          .title("has no certificate that was signed with SHA-1")
          .requirement("DP-2.1.1.2-07")
          .stimulus(metadata("certificate-weakly-signed"))
          .expect(KEPT)
          .mutant(
              "has one that was signed with SHA-1",
              () -> Variant.with(MetadataHabit.SHA1_CERTIFICATE))
          .build();

  static final ConformanceCase SIGNING_KEY =
      conformanceCase("saml/sp/metadata-signing-key")
          .title("publishes a key for signatures")
          .requirement("DP-2.1.1.2-08")
          .stimulus(metadata("no-signing-key"))
          .expect(KEPT)
          .mutant("leaves its signing key out", () -> Variant.with(MetadataHabit.NO_SIGNING_KEY))
          .build();

  static final ConformanceCase ENCRYPTION_KEY =
      conformanceCase("saml/sp/metadata-encryption-key")
          .title("publishes a key for encryption")
          .requirement("DP-2.1.1.2-09")
          .stimulus(metadata("no-encryption-key"))
          .expect(KEPT)
          .mutant(
              "leaves its encryption key out", () -> Variant.with(MetadataHabit.NO_ENCRYPTION_KEY))
          .build();

  static final ConformanceCase KEY_USES =
      conformanceCase("saml/sp/metadata-key-uses")
          .title("has more than one key without a use")
          .requirement("DP-2.1.1.2-10")
          .stimulus(metadata("one-key-for-all"))
          .expect(KEPT)
          .mutant("has one key for everything", () -> Variant.with(MetadataHabit.ONE_KEY))
          .build();

  static final ConformanceCase ONE_ENCRYPTION_KEY =
      conformanceCase("saml/sp/metadata-one-encryption-key")
          .title("publishes only its newest key for encryption")
          .requirement("DP-2.1.1.2-14")
          .stimulus(metadata("two-encryption-keys"))
          .expect(KEPT)
          .mutant("publishes two", () -> Variant.with(MetadataHabit.TWO_ENCRYPTION_KEYS))
          .build();

  static final ConformanceCase RSA_KEY_RECOMMENDED =
      conformanceCase("saml/sp/metadata-rsa-key-recommended")
          .title("has RSA keys of 3072 bits or more")
          .requirement("DP-8-02")
          .stimulus(metadata("rsa-key-short"))
          .expect(KEPT)
          .mutant("has one of 2048 bits", () -> Variant.with(MetadataHabit.RSA_KEY_OF_2048))
          .build();

  static final ConformanceCase EC_KEYS =
      conformanceCase("saml/sp/metadata-ec-keys")
          .title("has EC keys for signatures only")
          .requirement("DP-8-03")
          .stimulus(metadata("ec-key-too-short", "ec-key-for-encryption"))
          .expect(KEPT)
          .mutant(
              "wants encryption to an EC key",
              () -> Variant.with(MetadataHabit.EC_KEY_FOR_ENCRYPTION))
          .build();

  static final ConformanceCase ALGORITHMS_DECLARED =
      conformanceCase("saml/sp/metadata-algorithms-declared")
          .title("declares its algorithms, where they are looked for")
          .requirement("DP-2-03")
          .stimulus(metadata("algorithms-not-declared", "algorithm-misplaced"))
          .expect(KEPT)
          .mutant("declares none", () -> Variant.with(MetadataHabit.NO_ALGORITHMS))
          .build();

  static final ConformanceCase ALGORITHMS_KNOWN =
      conformanceCase("saml/sp/metadata-algorithms-known")
          .title("declares algorithms of the framework")
          .requirement("DP-2.1.1.3-02")
          .stimulus(metadata("algorithm-unknown"))
          .expect(KEPT)
          .mutant(
              "declares one that nobody knows", () -> Variant.with(MetadataHabit.UNKNOWN_ALGORITHM))
          .build();

  static final ConformanceCase ALGORITHMS_IN_USE =
      conformanceCase("saml/sp/metadata-algorithms-in-use")
          .title("declares no algorithm that is out of use")
          .requirement("DP-2.1.1.3-03", "DP-2.1.1.3-02")
          .stimulus(metadata("algorithm-prohibited", "minimum-key-size-too-short"))
          .expect(KEPT)
          .mutant("declares SHA-1", () -> Variant.with(MetadataHabit.SHA1_DECLARED))
          .build();

  static final ConformanceCase TRANSPORT_DIGEST =
      conformanceCase("saml/sp/metadata-transport-digest")
          .title("declares a key transport digest that the profile has")
          .requirement("DP-8.4-03")
          .stimulus(metadata("key-transport-digest-unusable"))
          .expect(KEPT)
          .mutant("declares MD5", () -> Variant.with(MetadataHabit.UNUSABLE_TRANSPORT_DIGEST))
          .build();

  private MetadataKeyCases() {}
}
