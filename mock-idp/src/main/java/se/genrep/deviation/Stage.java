package se.genrep.deviation;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.genrep.pki.Credential;
import se.genrep.saml.PostForm;
import se.genrep.saml.XmlNode;

/**
 * A point in the making of an answer where a deviation can be attached, typed by what it changes.
 *
 * @param <T> what stands there: an element that is changed in place, or a value that is replaced
 */
public final class Stage<T> {

  /** Which keys and algorithms sign and encrypt, and whether they do. */
  public static final Stage<Protection> PROTECTION =
      new Stage<>("protection", Protection::describe);

  /** The assertion before it is signed. */
  public static final Stage<XmlNode> ASSERTION = new Stage<>("assertion", XmlNode::toString);

  /** The assertion, signed if it is to be, before it is encrypted. */
  public static final Stage<XmlNode> SIGNED_ASSERTION =
      new Stage<>("signed-assertion", XmlNode::toString);

  /** The Response with its EncryptedAssertion before it is signed. */
  public static final Stage<XmlNode> RESPONSE = new Stage<>("response", XmlNode::toString);

  /** The signed Response before it is written out. */
  public static final Stage<XmlNode> SIGNED_RESPONSE =
      new Stage<>("signed-response", XmlNode::toString);

  /** The Response as text, for faults that no tree can hold. */
  public static final Stage<String> TEXT = new Stage<>("text", Function.identity());

  /** The form that the browser posts. */
  public static final Stage<PostForm> DELIVERY = new Stage<>("delivery", PostForm::toString);

  /** The feed's md:EntitiesDescriptor before the operator signs it. */
  public static final Stage<XmlNode> FEED = new Stage<>("feed", XmlNode::toString);

  /** Who signs the feed; empty when nobody does. */
  public static final Stage<Optional<Credential>> FEED_SIGNER =
      new Stage<>("feed-signer", signer -> signer.map(Credential::name).orElse("nobody"));

  /** The signed feed before it is written out. */
  public static final Stage<XmlNode> SIGNED_FEED = new Stage<>("signed-feed", XmlNode::toString);

  /** The feed as text. */
  public static final Stage<String> FEED_TEXT = new Stage<>("feed-text", Function.identity());

  private static final Set<Stage<?>> OF_FEEDS = Set.of(FEED, FEED_SIGNER, SIGNED_FEED, FEED_TEXT);

  private final String name;
  private final Function<T, String> evidence;

  private Stage(String name, Function<T, String> evidence) {
    this.name = name;
    this.evidence = evidence;
  }

  /**
   * A point in the making of another kind of answer.
   *
   * @param evidence what stands there as text
   */
  public static <T> Stage<T> of(String name, Function<T, String> evidence) {
    return new Stage<>(name, evidence);
  }

  public String name() {
    return name;
  }

  /** Whether it is a point in the making of the operator's feed, and not of an answer. */
  boolean isOfFeeds() {
    return OF_FEEDS.contains(this);
  }

  /** What stands at this stage as text, to compare and to show what a deviation changed. */
  String evidence(T value) {
    return evidence.apply(value);
  }
}
