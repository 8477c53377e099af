package se.genrep.deviation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.genrep.pki.Credential;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/** Makes the operator's metadata feed anew, with the deviations of a scene. */
public final class FeedWriter {

  private FeedWriter() {}

  /**
   * The document as it is to be served.
   *
   * @param good a signed md:EntitiesDescriptor
   * @param operator whose key signs the feed
   */
  public static byte[] write(byte[] good, Credential operator, Scene scene) {
    XmlNode feed = XmlNode.root(Xml.parse(good));
    feed.all("ds:Signature").forEach(XmlNode::remove);
    feed = scene.pass(Stage.FEED, feed.set("ID", scene.newId()));
    Optional<Credential> signer = scene.pass(Stage.FEED_SIGNER, Optional.of(operator));
    if (signer.isPresent()) {
      XmlSigner.sign(
          feed, signer.get(), SignatureAlgorithm.mandatoryFor(signer.get().privateKey()));
    }
    feed = scene.pass(Stage.SIGNED_FEED, feed);
    String text = scene.pass(Stage.FEED_TEXT, Xml.text(feed.element()));
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
