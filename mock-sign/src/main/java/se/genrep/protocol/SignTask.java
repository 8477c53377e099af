package se.genrep.protocol;

import java.util.List;
import java.util.Optional;
import se.genrep.saml.XmlNode;

/**
 * csig:SignTaskData: one signature that is asked for, or made (DSS extension 4.1.1).
 *
 * @param id SignTaskId; empty when it has none
 * @param toBeSigned the octets that are hashed and signed
 * @param adesObject what the octets refer to and the certificate's digest goes into
 * @param signature what was made; empty in a request
 */
public record SignTask(
    Optional<String> id,
    SigType type,
    AdesType ades,
    Optional<String> processingRules,
    byte[] toBeSigned,
    Optional<AdesObject> adesObject,
    Optional<SignatureValue> signature) {

  /**
   * csig:AdESObject.
   *
   * @param signatureId the Id of the ds:Signature that it will be part of
   * @param bytes a ds:Object with xades:QualifyingProperties
   */
  public record AdesObject(Optional<String> signatureId, Optional<byte[]> bytes) {}

  /**
   * csig:Base64Signature.
   *
   * @param algorithm the signature method URI, where it is said
   */
  public record SignatureValue(byte[] value, Optional<String> algorithm) {}

  /** One that signs octets as they are. */
  public static SignTask plain(String id, SigType type, byte[] toBeSigned) {
    return of(id, type, AdesType.NONE, toBeSigned);
  }

  public static SignTask of(String id, SigType type, AdesType ades, byte[] toBeSigned) {
    return new SignTask(
        Optional.of(id),
        type,
        ades,
        Optional.empty(),
        toBeSigned,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with the octets of a JWS. */
  public SignTask withRule(String uri) {
    return new SignTask(id, type, ades, Optional.of(uri), toBeSigned, adesObject, signature);
  }

  public SignTask withObject(AdesObject object) {
    return new SignTask(
        id, type, ades, processingRules, toBeSigned, Optional.of(object), signature);
  }

  public SignTask withToBeSigned(byte[] octets) {
    return new SignTask(id, type, ades, processingRules, octets, adesObject, signature);
  }

  public SignTask signed(SignatureValue made) {
    return new SignTask(id, type, ades, processingRules, toBeSigned, adesObject, Optional.of(made));
  }

  /** As it is called in a sentence. */
  public String name() {
    return id.map(known -> "the task '" + Malformed.shortened(known) + "'").orElse("the task");
  }

  /** All of it in one line, to compare. */
  public String describe() {
    return id.orElse("-")
        + " "
        + type.value()
        + " "
        + ades.value()
        + " "
        + processingRules.orElse("-")
        + " "
        + Forms.base64(toBeSigned)
        + " "
        + adesObject.flatMap(AdesObject::bytes).map(Forms::base64).orElse("-")
        + " "
        + signature
            .map(made -> Forms.base64(made.value()) + made.algorithm().orElse(""))
            .orElse("-");
  }

  static List<SignTask> in(XmlNode tasks) {
    return tasks.all("csig:SignTaskData").stream().map(SignTask::read).toList();
  }

  private static SignTask read(XmlNode node) {
    return new SignTask(
        node.attribute("SignTaskId"),
        node.attribute("SigType").flatMap(SigType::of).orElseThrow(),
        node.attribute("AdESType").flatMap(AdesType::of).orElse(AdesType.NONE),
        node.attribute("ProcessingRules").map(String::strip),
        Forms.base64(node.at("csig:ToBeSignedBytes").text()),
        node.find("csig:AdESObject")
            .map(
                object ->
                    new AdesObject(
                        object.find("csig:SignatureId").map(XmlNode::text),
                        object
                            .find("csig:AdESObjectBytes")
                            .map(bytes -> Forms.base64(bytes.text())))),
        node.find("csig:Base64Signature")
            .map(
                signature ->
                    new SignatureValue(
                        Forms.base64(signature.text()), signature.attribute("Type"))));
  }

  void write(XmlNode tasks) {
    XmlNode node = tasks.add("csig:SignTaskData");
    id.ifPresent(known -> node.set("SignTaskId", known));
    node.set("SigType", type.value());
    if (ades != AdesType.NONE) {
      node.set("AdESType", ades.value());
    }
    processingRules.ifPresent(rule -> node.set("ProcessingRules", rule));
    node.add("csig:ToBeSignedBytes").text(Forms.base64(toBeSigned));
    adesObject.ifPresent(
        object -> {
          XmlNode ades = node.add("csig:AdESObject");
          object.signatureId().ifPresent(known -> ades.add("csig:SignatureId").text(known));
          object
              .bytes()
              .ifPresent(bytes -> ades.add("csig:AdESObjectBytes").text(Forms.base64(bytes)));
        });
    signature.ifPresent(
        made -> {
          XmlNode value = node.add("csig:Base64Signature");
          made.algorithm().ifPresent(uri -> value.set("Type", uri));
          value.text(Forms.base64(made.value()));
        });
  }
}
