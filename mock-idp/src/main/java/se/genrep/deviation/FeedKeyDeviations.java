package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.FEED;
import static se.genrep.deviation.Stage.PROTECTION;

import java.util.function.BiConsumer;
import se.genrep.deviation.Scene.Oddity;
import se.genrep.pki.KeyType;
import se.genrep.saml.XmlNode;

/**
 * What DP 2.1.1.2 and 8 allow in a feed, and a consumer has to cope with: several keys, keys of
 * every kind, and certificates that are odd. The answers here are by keys of such a feed.
 */
public final class FeedKeyDeviations {

  public static final Deviation FEED_NEXT_KEY =
      feed(
          "feed-next-key",
          "publishes the next key after the one in use",
          (entry, scene) -> FeedKeys.add(entry, scene.strangers().retired().certificate()));

  public static final Deviation FEED_NEXT_KEY_FIRST =
      feed(
          "feed-next-key-first",
          "publishes the next key before the one in use",
          (entry, scene) -> FeedKeys.addFirst(entry, scene.strangers().retired().certificate()));

  public static final Deviation FEED_KEY_WITHOUT_USE =
      feed(
          "feed-key-without-use",
          "publishes one key for signatures and encryption alike",
          (entry, scene) -> FeedKeys.forAnyUse(entry));

  public static final Deviation FEED_CERTIFICATE_SELF_SIGNED =
      odd(
          "feed-certificate-self-signed",
          "publishes its key in a certificate that no authority issued",
          Oddity.SELF_SIGNED);

  public static final Deviation FEED_CERTIFICATE_EXPIRED =
      odd(
          "feed-certificate-expired",
          "publishes its key in a certificate that is past its time",
          Oddity.EXPIRED);

  public static final Deviation FEED_CERTIFICATE_REVOCABLE =
      odd(
          "feed-certificate-revocable",
          "publishes its key in a certificate whose revocation nobody answers for",
          Oddity.REVOCABLE);

  public static final Deviation FEED_KEY_P_256 = of("feed-key-p-256", "P-256", KeyType.P_256);
  public static final Deviation FEED_KEY_P_384 = of("feed-key-p-384", "P-384", KeyType.P_384);
  public static final Deviation FEED_KEY_P_521 = of("feed-key-p-521", "P-521", KeyType.P_521);
  public static final Deviation FEED_KEY_RSA_3072 =
      of("feed-key-rsa-3072", "RSA of 3072 bits", KeyType.RSA_3072);

  public static final Deviation KEY_P_256 = by("key-p-256", "P-256", KeyType.P_256);
  public static final Deviation KEY_P_384 = by("key-p-384", "P-384", KeyType.P_384);
  public static final Deviation KEY_P_521 = by("key-p-521", "P-521", KeyType.P_521);
  public static final Deviation KEY_RSA_3072 =
      by("key-rsa-3072", "RSA of 3072 bits", KeyType.RSA_3072);

  private FeedKeyDeviations() {}

  private static Deviation feed(String id, String title, BiConsumer<XmlNode, Scene> change) {
    return deviation(id, title)
        .at(
            FEED,
            (feed, scene) -> {
              change.accept(FeedDeviations.entry(feed, scene), scene);
              return feed;
            });
  }

  private static Deviation odd(String id, String title, Oddity oddity) {
    return feed(
        id,
        title,
        (entry, scene) -> FeedKeys.only(entry, scene.strangers().certificateOfOwnKey(oddity)));
  }

  private static Deviation of(String id, String kind, KeyType type) {
    return feed(
        id,
        "publishes a second key, " + kind,
        (entry, scene) -> FeedKeys.add(entry, scene.strangers().further(type).certificate()));
  }

  private static Deviation by(String id, String kind, KeyType type) {
    return deviation(id, "signs with a second key, " + kind)
        .at(
            PROTECTION,
            (protection, scene) -> protection.signedBy(scene.strangers().further(type)));
  }
}
