package se.genrep.deviation;

import java.util.List;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/**
 * A forged assertion: whatever makes the genuine one acceptable, but about the canary. It bears no
 * signature, since who forges has no key that anybody trusts.
 */
final class Forgery {

  private Forgery() {}

  /** A deviation whose Response bears no signature and whose assertion does. */
  static Deviation besideSignedAssertion(String id, String title) {
    return Deviation.deviation(id, title)
        .prepare(
            Stage.PROTECTION,
            (protection, scene) -> protection.signingResponse(false).signingAssertion(true));
  }

  /**
   * The genuine assertion but for its ID, its signature and the number, which is somebody else's.
   */
  static XmlNode aboutAnother(Scene scene) {
    XmlNode other = Parts.stripped(scene.genuineAssertion()).set("ID", scene.newId());
    Parts.number(other.at("saml:AttributeStatement"))
        .ifPresent(value -> value.text(NumberDeviations.SOMEBODY_ELSE));
    return other;
  }

  /** A copy with another ID and another person; the genuine assertion stays as it is. */
  static XmlNode of(XmlNode genuine, Scene scene) {
    XmlNode forged = Parts.stripped(genuine).set("ID", scene.newId());
    forged.at("saml:Subject/saml:NameID").text(scene.newId());
    for (XmlNode attribute : forged.all("saml:AttributeStatement/saml:Attribute")) {
      Attribute.of(attribute.attribute("Name").orElse(""))
          .filter(Attribute::identity)
          .ifPresent(known -> tellOf(attribute, scene.canary().values(known)));
    }
    return forged;
  }

  /** What is not known of the canary is left out; it would tell of the genuine person. */
  private static void tellOf(XmlNode attribute, List<String> values) {
    if (values.isEmpty()) {
      attribute.remove();
      return;
    }
    List<XmlNode> present = attribute.all("saml:AttributeValue");
    present.get(0).text(values.get(0));
    present.stream().skip(1).forEach(XmlNode::remove);
  }
}
