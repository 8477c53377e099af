package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.MetadataHabit;

/** DP 2.1.1.2, 2.1.1.3 and 8: keys and algorithms in metadata. */
final class MetadataKeyCases {

  static final ConformanceCase SELF_SIGNED =
      conformanceCase("saml/idp/metadata-self-signed")
          .title("has self-signed certificates")
          .requirement("DP-2.1.1.2-05")
          .stimulus(metadata("certificate-not-self-signed"))
          .expect(KEPT)
          .mutant("has a certificate that a CA issued", habit(MetadataHabit.ISSUED_CERTIFICATE))
          .build();

  static final ConformanceCase UNEXPIRED =
      conformanceCase("saml/idp/metadata-unexpired")
          .title("has certificates that hold for long")
          .requirement("DP-2.1.1.2-06")
          .stimulus(metadata("certificate-expired"))
          .expect(KEPT)
          .mutant("has a certificate that has expired", habit(MetadataHabit.EXPIRED_CERTIFICATE))
          .build();

  static final ConformanceCase STRONG =
      conformanceCase("saml/idp/metadata-certificate-signature")
          .title("has certificates that are strongly signed")
          .requirement("DP-2.1.1.2-07")
          .stimulus(metadata("certificate-weakly-signed"))
          .expect(KEPT)
          .mutant("has a certificate signed with SHA-1", habit(MetadataHabit.SHA1_CERTIFICATE))
          .build();

  static final ConformanceCase SIGNING =
      conformanceCase("saml/idp/metadata-signing-key")
          .title("has a key for signatures")
          .requirement("DP-2.1.1.2-08")
          .stimulus(metadata("no-signing-key"))
          .expect(KEPT)
          .mutant("has no key for signatures", habit(MetadataHabit.NO_SIGNING_KEY))
          .build();

  static final ConformanceCase ENCRYPTION =
      conformanceCase("saml/idp/metadata-encryption-key")
          .title("has a key for encryption")
          .requirement("DP-2.1.1.2-09")
          .stimulus(metadata("no-encryption-key"))
          .expect(KEPT)
          .mutant("has no key for encryption", habit(MetadataHabit.NO_ENCRYPTION_KEY))
          .build();

  static final ConformanceCase SEVERAL =
      conformanceCase("saml/idp/metadata-one-key")
          .title("has keys that can be rolled over")
          .requirement("DP-2.1.1.2-10")
          .stimulus(metadata("one-key-for-all"))
          .expect(KEPT)
          .mutant("has one key for all", habit(MetadataHabit.ONE_KEY))
          .build();

  static final ConformanceCase ONE_ENCRYPTION =
      conformanceCase("saml/idp/metadata-one-encryption-key")
          .title("has the newest key for encryption only")
          .requirement("DP-2.1.1.2-14")
          .stimulus(metadata("two-encryption-keys"))
          .expect(KEPT)
          .mutant("has two keys for encryption", habit(MetadataHabit.TWO_ENCRYPTION_KEYS))
          .build();

  static final ConformanceCase RECOMMENDED_SIZE =
      conformanceCase("saml/idp/metadata-rsa-key-recommended")
          .title("has RSA keys of 3072 bits")
          .requirement("DP-8-02")
          .stimulus(metadata("rsa-key-short"))
          .expect(KEPT)
          .mutant("has an RSA key of 2048 bits", habit(MetadataHabit.RSA_KEY_OF_2048))
          .build();

  static final ConformanceCase CURVE =
      conformanceCase("saml/idp/metadata-ec-keys")
          .title("has EC keys of 256 bits, for signatures only")
          .requirement("DP-8-03")
          .stimulus(metadata("ec-key-too-short", "ec-key-for-encryption"))
          .expect(KEPT)
          .mutant("has an EC key for encryption", habit(MetadataHabit.EC_KEY_FOR_ENCRYPTION))
          .build();

  static final ConformanceCase ALGORITHMS =
      conformanceCase("saml/idp/metadata-algorithms")
          .title("declares its algorithms")
          .requirement("DP-2-03")
          .stimulus(metadata("algorithms-not-declared", "algorithm-misplaced"))
          .expect(KEPT)
          .mutant("declares no algorithm", habit(MetadataHabit.NO_ALGORITHMS))
          .build();

  static final ConformanceCase PROHIBITED =
      conformanceCase("saml/idp/metadata-algorithm-prohibited")
          .title("declares algorithms that are in use only")
          .requirement("DP-2.1.1.3-03")
          .stimulus(metadata("algorithm-prohibited", "minimum-key-size-too-short"))
          .expect(KEPT)
          .mutant("declares SHA-1", habit(MetadataHabit.SHA1_DECLARED))
          .build();

  static final ConformanceCase UNKNOWN =
      conformanceCase("saml/idp/metadata-algorithm-unknown")
          .title("declares algorithms that are known")
          .requirement("DP-2.1.1.3-02")
          .stimulus(metadata("algorithm-unknown"))
          .expect(KEPT)
          .mutant("declares an algorithm that nobody knows", habit(MetadataHabit.UNKNOWN_ALGORITHM))
          .build();

  static final ConformanceCase TRANSPORT =
      conformanceCase("saml/idp/metadata-transport-digest")
          .title("wants key transport digests of the profile")
          .requirement("DP-8.4-03")
          .stimulus(metadata("key-transport-digest-unusable"))
          .expect(KEPT)
          .mutant("wants MD5 for key transport", habit(MetadataHabit.UNUSABLE_TRANSPORT_DIGEST))
          .build();

  private MetadataKeyCases() {}
}
