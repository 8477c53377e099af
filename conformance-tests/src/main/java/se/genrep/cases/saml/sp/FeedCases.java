package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.model.Expectation.UNHARMED;
import static se.genrep.sut.FeedSignIn.reading;

import se.genrep.deviation.Deviation;
import se.genrep.deviation.FeedDeviations;
import se.genrep.deviation.FeedKeyDeviations;
import se.genrep.deviation.KeyDeviations;
import se.genrep.deviation.SignatureDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.FeedHabit;
import se.genrep.reference.Variant;

/**
 * DP 2: metadata is taken from the operator alone, as it is now. Whether a feed was taken shows in
 * whose key signs people in afterwards.
 */
final class FeedCases {

  static final ConformanceCase UNSIGNED =
      bringingStrangersKey(
          "saml/sp/feed-unsigned",
          "takes no metadata that is not signed",
          "DP-2-05",
          FeedDeviations.FEED_UNSIGNED,
          "takes what is not signed",
          FeedHabit.TAKES_UNSIGNED);

  static final ConformanceCase SIGNED_BY_STRANGER =
      bringingStrangersKey(
          "saml/sp/feed-signed-by-stranger",
          "takes no metadata that another than the operator signed",
          "DP-2-05",
          FeedDeviations.FEED_SIGNED_BY_STRANGER,
          "believes the certificate in the signature",
          FeedHabit.TRUSTS_KEY_INFO);

  static final ConformanceCase CHANGED =
      bringingStrangersKey(
          "saml/sp/feed-changed",
          "takes no metadata that was changed after it was signed",
          "DP-2-05",
          FeedDeviations.FEED_CHANGED,
          "sees a signature and does not verify it",
          FeedHabit.DOES_NOT_VERIFY);

  static final ConformanceCase WRAPPED =
      bringingStrangersKey(
          "saml/sp/feed-wrapped",
          "takes no metadata around the feed that is signed",
          "DP-2-05",
          FeedDeviations.FEED_WRAPPED,
          "verifies one element and reads another",
          FeedHabit.VERIFIES_ANY_ELEMENT);

  static final ConformanceCase ENTITY_TWICE =
      bringingStrangersKey(
          "saml/sp/feed-entity-twice",
          "takes no entry that stands before the feed that is signed",
          "DP-2-05",
          FeedDeviations.FEED_ENTITY_TWICE,
          "reads what stands beside the signed group",
          FeedHabit.READS_BESIDE_THE_SIGNED);

  static final ConformanceCase TRUNCATED =
      bringingStrangersKey(
          "saml/sp/feed-truncated",
          "takes nothing of metadata that breaks off",
          "DP-2-05",
          FeedDeviations.FEED_TRUNCATED,
          "reads as much as has come",
          FeedHabit.READS_A_PART);

  static final ConformanceCase EXPIRED =
      bringingStrangersKey(
          "saml/sp/feed-expired",
          "takes no metadata that has ended",
          "META-2.3.1-01",
          FeedDeviations.FEED_EXPIRED,
          "does not read validUntil",
          FeedHabit.TAKES_WHAT_HAS_ENDED,
          FeedHabit.GOES_BACK);

  static final ConformanceCase ROLLED_BACK =
      conformanceCase("saml/sp/feed-rolled-back")
          .title("takes no metadata older than what it has")
          .requirement("META-2.3.1-02")
          .stimulus(
              reading(FeedDeviations.FEED_ROLLED_BACK).answeredWith(KeyDeviations.RETIRED_KEY))
          .expect(REFUSED)
          .mutant("takes any feed that has not ended", () -> Variant.with(FeedHabit.GOES_BACK))
          .build();

  static final ConformanceCase IDP_REMOVED =
      conformanceCase("saml/sp/feed-without-idp")
          .title("takes no answers of one that is no member any more")
          .requirement("DP-2-04")
          .stimulus(reading(FeedDeviations.FEED_WITHOUT_IDP).begunBefore())
          .expect(REFUSED)
          .mutant("keeps who has left", () -> Variant.with(FeedHabit.KEEPS_MEMBERS))
          .build();

  static final ConformanceCase KEY_REMOVED =
      conformanceCase("saml/sp/feed-key-removed")
          .title("refuses a key that it has read before and that was withdrawn")
          .requirement("DP-2-04")
          .stimulus(
              reading(FeedKeyDeviations.FEED_NEXT_KEY)
                  .answeredWith(KeyDeviations.RETIRED_KEY)
                  .afterwards())
          .expect(REFUSED)
          .mutant("keeps every key it has read", () -> Variant.with(FeedHabit.KEEPS_KEYS))
          .build();

  static final ConformanceCase DOCTYPE =
      conformanceCase("saml/sp/feed-doctype")
          .title("bears metadata with entities made of entities")
          .requirement("DP-2-05")
          .stimulus(reading(FeedDeviations.FEED_DOCTYPE))
          .expect(UNHARMED)
          .mutant("expands them all", () -> Variant.with(FeedHabit.FALLS_AT_ENTITIES))
          .build();

  private FeedCases() {}

  private static ConformanceCase bringingStrangersKey(
      String id,
      String title,
      String requirement,
      Deviation feed,
      String mutant,
      FeedHabit... habits) {
    return conformanceCase(id)
        .title(title)
        .requirement(requirement)
        .stimulus(reading(feed).answeredWith(SignatureDeviations.UNREGISTERED_KEY))
        .expect(REFUSED)
        .mutant(mutant, () -> Variant.with(habits))
        .build();
  }
}
