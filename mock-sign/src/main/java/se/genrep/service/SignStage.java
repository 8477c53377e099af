package se.genrep.service;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;
import se.genrep.deviation.Stage;
import se.genrep.pki.Credential;
import se.genrep.protocol.SignTask;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.XmlNode;

/**
 * The points in the making of a sign response where a deviation can be attached, beside {@link
 * Stage#DELIVERY} for the form that the browser posts.
 */
public final class SignStage {

  /** What is certified and signed, before anything is. */
  public static final Stage<Signing> SIGNING = Stage.of("signing", Signing::describe);

  /** The tasks with their signatures. */
  public static final Stage<List<SignTask>> SIGNED_TASKS =
      Stage.of(
          "signed-tasks",
          tasks -> tasks.stream().map(SignTask::describe).collect(Collectors.joining("\n")));

  /** The certificates that the response brings along, the signer's first. */
  public static final Stage<List<X509Certificate>> CHAIN =
      Stage.of(
          "chain",
          chain ->
              chain.stream()
                  .map(each -> each.getSubjectX500Principal() + " " + each.getSerialNumber())
                  .collect(Collectors.joining("\n")));

  /** The SignResponse before it is signed. */
  public static final Stage<XmlNode> RESPONSE = Stage.of("sign-response", XmlNode::toString);

  /** Who signs the SignResponse, and whether. */
  public static final Stage<Sealing> SEALING = Stage.of("sealing", Sealing::describe);

  /** The SignResponse after it is signed. */
  public static final Stage<XmlNode> SIGNED_RESPONSE =
      Stage.of("signed-sign-response", XmlNode::toString);

  /**
   * How a message of the protocol is signed.
   *
   * @param signer the key, of the sender's metadata
   */
  public record Sealing(Credential signer, SignatureAlgorithm algorithm, boolean signs) {

    public Sealing by(Credential other) {
      return new Sealing(other, SignatureAlgorithm.mandatoryFor(other.privateKey()), signs);
    }

    public Sealing using(SignatureAlgorithm other) {
      return new Sealing(signer, other, signs);
    }

    public Sealing unsigned() {
      return new Sealing(signer, algorithm, false);
    }

    /** In one line, the key by its name. */
    public String describe() {
      return signer.name()
          + " ("
          + signer.certificate().getSubjectX500Principal()
          + ") with "
          + algorithm
          + (signs ? "" : ", but not at all");
    }
  }

  private SignStage() {}
}
