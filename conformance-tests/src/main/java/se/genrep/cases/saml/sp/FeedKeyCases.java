package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.sut.FeedSignIn.reading;

import se.genrep.deviation.Deviation;
import se.genrep.deviation.FeedKeyDeviations;
import se.genrep.deviation.KeyDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.FeedHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.FeedSignIn;

/** DP 2.1.1.2 and 8: every key of metadata counts, whatever certificate holds it. */
final class FeedKeyCases {

  static final ConformanceCase NEXT_KEY =
      conformanceCase("saml/sp/feed-next-key")
          .title("accepts a signature by the second key of metadata")
          .requirement("DP-2.1.1.2-13", "DP-2.1.1.2-12", "DP-2-04")
          .stimulus(
              reading(FeedKeyDeviations.FEED_NEXT_KEY).answeredWith(KeyDeviations.RETIRED_KEY))
          .expect(ACCEPTED)
          .mutant("reads the first key alone", () -> Variant.with(FeedHabit.FIRST_KEY_ONLY))
          .build();

  static final ConformanceCase NEXT_KEY_FIRST =
      conformanceCase("saml/sp/feed-next-key-first")
          .title("accepts a signature by the first of two keys of metadata")
          .requirement("DP-2.1.1.2-13", "DP-2.1.1.2-12")
          .stimulus(
              reading(FeedKeyDeviations.FEED_NEXT_KEY_FIRST)
                  .answeredWith(KeyDeviations.RETIRED_KEY))
          .expect(ACCEPTED)
          .mutant("reads the last key alone", () -> Variant.with(FeedHabit.LAST_KEY_ONLY))
          .build();

  static final ConformanceCase KEY_WITHOUT_USE =
      conformanceCase("saml/sp/feed-key-without-use")
          .title("accepts a key of metadata that is for any use")
          .requirement("DP-2.1.1.2-11")
          .stimulus(reading(FeedKeyDeviations.FEED_KEY_WITHOUT_USE))
          .expect(ACCEPTED)
          .mutant("wants a use for each key", () -> Variant.with(FeedHabit.WANTS_USE))
          .build();

  static final ConformanceCase SELF_SIGNED =
      conformanceCase("saml/sp/feed-certificate-self-signed")
          .title("accepts a key whose certificate no authority issued")
          .requirement("DP-2.1.1.2-02")
          .stimulus(reading(FeedKeyDeviations.FEED_CERTIFICATE_SELF_SIGNED))
          .expect(ACCEPTED)
          .mutant(
              "wants an authority for each certificate",
              () -> Variant.with(FeedHabit.WANTS_AUTHORITIES))
          .build();

  static final ConformanceCase EXPIRED =
      conformanceCase("saml/sp/feed-certificate-expired")
          .title("accepts a key whose certificate in metadata has expired")
          .requirement("DP-2.1.1.2-03")
          .stimulus(reading(FeedKeyDeviations.FEED_CERTIFICATE_EXPIRED))
          .expect(ACCEPTED)
          .mutant(
              "wants certificates in their time",
              () -> Variant.with(FeedHabit.WANTS_VALID_CERTIFICATES))
          .build();

  static final ConformanceCase REVOCABLE =
      conformanceCase("saml/sp/feed-certificate-revocable")
          .title("accepts a key whose certificate may be revoked, for all one knows")
          .requirement("DP-2.1.1.2-04")
          .stimulus(reading(FeedKeyDeviations.FEED_CERTIFICATE_REVOCABLE))
          .expect(ACCEPTED)
          .mutant("wants to know", () -> Variant.with(FeedHabit.WANTS_REVOCATION))
          .build();

  static final ConformanceCase P_256 =
      conformanceCase("saml/sp/feed-key-p-256")
          .title("accepts ECDSA with SHA-256 by a P-256 key")
          .requirement("DP-8.2-02", "DP-8-04", "DP-8.1-01")
          .stimulus(signedBy(FeedKeyDeviations.FEED_KEY_P_256, FeedKeyDeviations.KEY_P_256))
          .expect(ACCEPTED)
          .mutant("knows no P-256", () -> Variant.with(FeedHabit.NO_P_256))
          .build();

  static final ConformanceCase P_384 =
      conformanceCase("saml/sp/feed-key-p-384")
          .title("accepts a signature by a P-384 key")
          .requirement("DP-8-04")
          .stimulus(signedBy(FeedKeyDeviations.FEED_KEY_P_384, FeedKeyDeviations.KEY_P_384))
          .expect(ACCEPTED)
          .mutant("knows no P-384", () -> Variant.with(FeedHabit.NO_P_384))
          .build();

  static final ConformanceCase P_521 =
      conformanceCase("saml/sp/feed-key-p-521")
          .title("accepts a signature by a P-521 key")
          .requirement("DP-8-04")
          .stimulus(signedBy(FeedKeyDeviations.FEED_KEY_P_521, FeedKeyDeviations.KEY_P_521))
          .expect(ACCEPTED)
          .mutant("knows no P-521", () -> Variant.with(FeedHabit.NO_P_521))
          .build();

  static final ConformanceCase RSA_3072 =
      conformanceCase("saml/sp/feed-key-rsa-3072")
          .title("accepts RSA with SHA-256 by a key of 3072 bits")
          .requirement("DP-8.2-01", "DP-8.1-01")
          .stimulus(signedBy(FeedKeyDeviations.FEED_KEY_RSA_3072, FeedKeyDeviations.KEY_RSA_3072))
          .expect(ACCEPTED)
          .mutant("knows smaller ones only", () -> Variant.with(FeedHabit.SMALL_RSA_ONLY))
          .build();

  private FeedKeyCases() {}

  private static FeedSignIn signedBy(Deviation feed, Deviation answer) {
    return reading(feed).answeredWith(answer);
  }
}
