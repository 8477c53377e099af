package se.genrep.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.control.FeedSwitch;
import se.genrep.federation.Federation;
import se.genrep.federation.Feed;
import se.genrep.federation.SignedDocument;
import se.genrep.pki.Pem;

/**
 * The federation's documents: the signed aggregate, its parts by role, and single entities by the
 * metadata query protocol (draft-young-md-query, SAML profile draft-young-md-query-saml).
 */
final class MetadataDesk {

  static final String AGGREGATE = "/metadata";
  static final String IDP_FEED = "/metadata/role/idp.xml";
  static final String SP_FEED = "/metadata/role/sp.xml";
  static final String SIGNER = "/metadata/signer.pem";

  /** What a client of the metadata query protocol is configured with. */
  static final String MDQ = "/mdq/";

  private static final String ENTITIES = MDQ + "entities";
  private static final String SAML_METADATA = "application/samlmetadata+xml";
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final Pattern SHA1 = Pattern.compile("\\{sha1}([0-9a-fA-F]{40})");

  /** Longer than the longest entityID that SAML allows (core 8.3.6: 1024 characters). */
  private static final int LONGEST_SHOWN = 200;

  private final Federation federation;
  private final FeedSwitch feeds;

  MetadataDesk(Federation federation, FeedSwitch feeds) {
    this.federation = federation;
    this.feeds = feeds;
  }

  void serve(Routes routes) {
    routes
        .get(AGGREGATE, call -> feed(call, Feed.ALL))
        .get(IDP_FEED, call -> feed(call, Feed.IDP))
        .get(SP_FEED, call -> feed(call, Feed.SP))
        .get(SIGNER, this::signer)
        .get(ENTITIES, call -> feed(call, Feed.ALL))
        .getUnder(ENTITIES + "/", this::query);
  }

  private Reply feed(Call call, Feed feed) {
    return feeds
        .serve(() -> federation.feed(feed).bytes())
        .map(wrong -> new Reply(200, SAML_METADATA, Map.of("Cache-Control", "no-store"), wrong))
        .orElseGet(() -> document(call, federation.feed(feed)));
  }

  private Reply signer(Call call) {
    return new Reply(
        200,
        "application/x-pem-file",
        Map.of("Cache-Control", "no-cache"),
        Pem.encode(federation.signer()).getBytes(StandardCharsets.US_ASCII));
  }

  /** The metadata of an identity provider that runs here. */
  Reply own(Call call, String entityId) {
    return document(call, federation.current(entityId).orElseThrow());
  }

  /** One entity by its entityID, or by {@code {sha1}} and the hash of it. */
  private Reply query(Call call) {
    Optional<String> decoded = Percent.decode(call.rawPath().substring(ENTITIES.length() + 1));
    if (decoded.isEmpty()) {
      return Reply.text(
          400, TEXT, "The identifier after /mdq/entities/ is not percent-encoded UTF-8.\n");
    }
    String id = decoded.get();
    var hash = SHA1.matcher(id);
    return (hash.matches()
            ? federation.documentBySha1(hash.group(1).toLowerCase(Locale.ROOT))
            : federation.document(id))
        .map(document -> document(call, document))
        .orElseGet(() -> Reply.text(404, TEXT, missing(id)));
  }

  private String missing(String id) {
    String shown = id.length() > LONGEST_SHOWN ? id.substring(0, LONGEST_SHOWN) + "…" : id;
    return federation
        .entity(id)
        .map(
            member ->
                "The member "
                    + shown
                    + " is not published, because of what the operator found at its registration;"
                    + " the start page says what.\n")
        .orElse("No member of this federation has the entityID " + shown + ".\n");
  }

  /** With its entity tag, so that who has it already is not sent it again. */
  private static Reply document(Call call, SignedDocument document) {
    String tag = '"' + document.tag() + '"';
    boolean known =
        call.headers().find("If-None-Match").filter(sent -> matches(sent, tag)).isPresent();
    Reply reply =
        known
            ? new Reply(304, SAML_METADATA, Map.of(), new byte[0])
            : Reply.of(SAML_METADATA, document);
    // A member can change at any time, and a developer waits for it: ask every time.
    return reply.with("Cache-Control", "no-cache").with("ETag", tag);
  }

  /** RFC 9110, 13.1.2: a list, compared weakly. */
  private static boolean matches(String sent, String tag) {
    for (String each : sent.split(",", 20)) {
      String one = each.strip();
      if (one.equals("*") || (one.startsWith("W/") ? one.substring(2) : one).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
