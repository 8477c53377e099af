package se.genrep.reference;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.input.BadInput;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * Reads the operator's metadata feed and takes it when it is to be trusted (DP 2): signed by the
 * operator as a whole, not ended, and no older than what was taken before.
 */
final class FeedConsumer {

  private static final String NAME = "the feed";
  private static final String END = "</md:EntityDescriptor>";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ReferenceSp.FeedSource source;
  private final Variant variant;
  private final Clock clock;
  private final FeedEntries entries;
  private Instant lastEnd = Instant.MIN;

  /**
   * @param idp the entityID of the identity provider that people sign in with
   */
  FeedConsumer(ReferenceSp.FeedSource source, Variant variant, Clock clock, String idp) {
    this.source = source;
    this.variant = variant;
    this.clock = clock;
    this.entries = new FeedEntries(variant, clock, idp);
  }

  /**
   * Reads the feed anew.
   *
   * @return all members
   * @throws Refusal when the feed is not taken; what was taken before stays
   */
  synchronized List<EntityMetadata> read() throws Refusal {
    byte[] octets = fetch();
    XmlNode root = parse(octets);
    signed(root);
    Instant end = end(root);
    if (end.isBefore(lastEnd) && !variant.has(FeedHabit.GOES_BACK)) {
      throw Refusal.form("the feed is older than the one that was taken before");
    }
    List<EntityMetadata> members = members(entries.asSeen(root));
    lastEnd = end.equals(Instant.MAX) ? lastEnd : end;
    return members;
  }

  private byte[] fetch() throws Refusal {
    try {
      return CLIENT
          .send(
              HttpRequest.newBuilder(source.feed()).timeout(PATIENCE).build(),
              BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw Refusal.form("the feed cannot be fetched: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.form("the feed was not waited for");
    }
  }

  private XmlNode parse(byte[] octets) throws Refusal {
    String text = new String(octets, StandardCharsets.UTF_8);
    if (variant.has(FeedHabit.FALLS_AT_ENTITIES) && text.contains("<!DOCTYPE")) {
      throw new IllegalStateException("a variant whose memory is used up by entities");
    }
    try {
      return XmlNode.root(Xml.parse(octets));
    } catch (MalformedMessage e) {
      int end = text.lastIndexOf(END);
      if (end < 0 || !variant.has(FeedHabit.READS_A_PART)) {
        throw Refusal.form(e.getMessage());
      }
      return XmlNode.root(
          Xml.parse(text.substring(0, end + END.length()) + "</md:EntitiesDescriptor>"));
    }
  }

  /** DP-2-05: by the operator, over all that is read. */
  private void signed(XmlNode root) throws Refusal {
    PublicKey operator = source.operator().getPublicKey();
    if (!Signatures.isSignedBy(root, List.of(operator)) && !isTakenAllTheSame(root, operator)) {
      throw Refusal.form("the feed is not signed by the operator");
    }
  }

  private boolean isTakenAllTheSame(XmlNode root, PublicKey operator) {
    Optional<XmlNode> signature = root.find("ds:Signature");
    if (signature.isEmpty()) {
      return variant.has(FeedHabit.TAKES_UNSIGNED)
          || variant.has(FeedHabit.READS_BESIDE_THE_SIGNED)
              && root.children().stream()
                  .anyMatch(group -> Signatures.isSignedBy(group, List.of(operator)));
    }
    return variant.has(FeedHabit.DOES_NOT_VERIFY)
        || variant.has(FeedHabit.READS_A_PART)
        || variant.has(FeedHabit.TRUSTS_KEY_INFO)
            && Signatures.broughtAlong(signature.get())
                .filter(key -> Signatures.isSignedBy(root, List.of(key)))
                .isPresent()
        || variant.has(FeedHabit.VERIFIES_ANY_ELEMENT)
            && Signatures.verifies(
                signature.get(), operator, uri -> Targets.bearing(root, uri).stream().findFirst());
  }

  /** SAML metadata 2.3.1; one that says nothing has no end. */
  private Instant end(XmlNode root) throws Refusal {
    Instant end = root.attribute("validUntil").map(Instant::parse).orElse(Instant.MAX);
    if (end.isBefore(clock.instant()) && !variant.has(FeedHabit.TAKES_WHAT_HAS_ENDED)) {
      throw Refusal.form("the feed was valid until " + end);
    }
    return end;
  }

  private List<EntityMetadata> members(XmlNode root) throws Refusal {
    try {
      return MetadataReader.read(NAME, Xml.bytes(root.element()), clock.instant()).entities();
    } catch (BadInput e) {
      throw Refusal.form(e.getMessage());
    }
  }
}
