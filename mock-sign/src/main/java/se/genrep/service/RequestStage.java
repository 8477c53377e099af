package se.genrep.service;

import se.genrep.deviation.Stage;
import se.genrep.saml.XmlNode;
import se.genrep.service.SignStage.Sealing;

/**
 * The points in the making of a sign request where a deviation can be attached, beside {@link
 * Stage#DELIVERY} for the form that the browser posts.
 */
public final class RequestStage {

  /** The SignRequest before it is signed. */
  public static final Stage<XmlNode> REQUEST = Stage.of("sign-request", XmlNode::toString);

  /** Who signs the SignRequest, and whether. */
  public static final Stage<Sealing> SEALING = Stage.of("request-sealing", Sealing::describe);

  /** The SignRequest after it is signed. */
  public static final Stage<XmlNode> SIGNED_REQUEST =
      Stage.of("signed-sign-request", XmlNode::toString);

  /** The SignRequest as text, for faults that no tree can hold. */
  public static final Stage<String> TEXT = Stage.of("sign-request-text", text -> text);

  private RequestStage() {}
}
