package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.FEED;
import static se.genrep.deviation.Stage.FEED_SIGNER;
import static se.genrep.deviation.Stage.FEED_TEXT;
import static se.genrep.deviation.Stage.SIGNED_FEED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import se.genrep.saml.XmlNode;

/**
 * What is wrong with the metadata feed as a whole: who signed it, when, and what the signature
 * covers. Each puts a key of somebody else into the entry of the identity provider, so that whoever
 * takes the feed takes that key.
 */
public final class FeedDeviations {

  private static final String NAMESPACE = "urn:genrep:wrapped";
  private static final Duration DAY = Duration.ofDays(1);

  public static final Deviation FEED_UNSIGNED =
      deviation("feed-unsigned", "publishes another's key in a feed that is not signed")
          .at(FEED, changed(FeedDeviations::strangersKey))
          .at(FEED_SIGNER, (operator, scene) -> Optional.empty());

  public static final Deviation FEED_SIGNED_BY_STRANGER =
      deviation("feed-signed-by-stranger", "publishes another's key in a feed that another signed")
          .at(FEED, changed(FeedDeviations::strangersKey))
          .at(FEED_SIGNER, (operator, scene) -> Optional.of(scene.strangers().unregistered()));

  public static final Deviation FEED_CHANGED =
      deviation("feed-changed", "puts another's key into the feed after it was signed")
          .at(SIGNED_FEED, changed(FeedDeviations::strangersKey));

  /** Whoever reads as much as there is finds another's key before the end. */
  public static final Deviation FEED_TRUNCATED =
      deviation("feed-truncated", "breaks off after an entry with another's key")
          .at(
              SIGNED_FEED,
              changed(
                  (feed, scene) -> {
                    strangersKey(feed, scene);
                    XmlNode entry = entry(feed, scene);
                    entry.remove();
                    feed.all("md:EntityDescriptor").get(0).insertBefore(entry);
                  }))
          .at(
              FEED_TEXT,
              (feed, scene) -> {
                int first = feed.indexOf("</md:EntityDescriptor>");
                int second = feed.indexOf("</md:EntityDescriptor>", first + 1);
                return feed.substring(0, (first + second) / 2);
              });

  /** The genuine feed and its signature stand where nobody reads entities. */
  public static final Deviation FEED_WRAPPED =
      deviation("feed-wrapped", "wraps the signed feed in one of its own, with another's key")
          .at(
              SIGNED_FEED,
              (feed, scene) -> {
                XmlNode forged = feed.detached();
                forged.set("ID", scene.newId());
                strangersKey(forged, scene);
                XmlNode genuine = feed.detached();
                genuine.at("ds:Signature").remove();
                var wrapper =
                    forged.element().getOwnerDocument().createElementNS(NAMESPACE, "x:Original");
                XmlNode extensions = forged.create("md:Extensions");
                forged.at("ds:Signature").insertAfter(extensions);
                extensions.append(XmlNode.of(wrapper).declare("x", NAMESPACE)).append(genuine);
                return forged;
              });

  public static final Deviation FEED_ENTITY_TWICE =
      deviation("feed-entity-twice", "puts an entry of its own before the signed feed")
          .at(
              SIGNED_FEED,
              (feed, scene) -> {
                XmlNode group = XmlNode.newRoot("md:EntitiesDescriptor");
                XmlNode forged = feed.detached();
                strangersKey(forged, scene);
                group.append(entry(forged, scene));
                group.append(feed);
                return group;
              });

  public static final Deviation FEED_EXPIRED =
      deviation("feed-expired", "signs a feed with another's key that ended yesterday")
          .at(
              FEED,
              changed(
                  (feed, scene) -> {
                    strangersKey(feed, scene);
                    feed.set("validUntil", scene.now().minus(DAY).toString());
                  }));

  /** Still valid, but older than what was published since, with a key that was withdrawn since. */
  public static final Deviation FEED_ROLLED_BACK =
      deviation("feed-rolled-back", "signs the feed of yesterday, with a key that was in use then")
          .at(
              FEED,
              changed(
                  (feed, scene) -> {
                    FeedKeys.only(entry(feed, scene), scene.strangers().retired().certificate());
                    Instant end = Instant.parse(feed.attribute("validUntil").orElseThrow());
                    feed.set("validUntil", end.minus(DAY).toString());
                  }));

  public static final Deviation FEED_WITHOUT_IDP =
      deviation("feed-without-idp", "signs a feed without the identity provider")
          .at(FEED, changed((feed, scene) -> entry(feed, scene).remove()));

  /** A gigabyte, when all of it is expanded. */
  public static final Deviation FEED_DOCTYPE =
      deviation("feed-doctype", "declares entities made of entities in the feed")
          .at(FEED_TEXT, (feed, scene) -> doctype() + feed.replaceFirst("^<\\?xml.*?\\?>", ""));

  private FeedDeviations() {}

  private static Deviation.Change<XmlNode> changed(BiConsumer<XmlNode, Scene> change) {
    return (feed, scene) -> {
      change.accept(feed, scene);
      return feed;
    };
  }

  /** The entry of the identity provider that the deviation is about. */
  static XmlNode entry(XmlNode feed, Scene scene) {
    return feed.all("md:EntityDescriptor").stream()
        .filter(entity -> entity.attribute("entityID").equals(Optional.of(scene.entityId())))
        .findFirst()
        .orElseThrow();
  }

  private static void strangersKey(XmlNode feed, Scene scene) {
    FeedKeys.only(entry(feed, scene), scene.strangers().unregistered().certificate());
  }

  private static String doctype() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE md:EntitiesDescriptor [");
    entities.append("<!ENTITY e0 \"genrep-genrep-\">");
    for (int i = 1; i <= 8; i++) {
      entities.append("<!ENTITY e").append(i).append(" \"");
      entities.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return entities.append("<!ATTLIST md:EntitiesDescriptor x CDATA \"&e8;\">]>").toString();
  }
}
