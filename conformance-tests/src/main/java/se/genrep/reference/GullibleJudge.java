package se.genrep.reference;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.genrep.pki.Credential;
import se.genrep.reference.Sessions.Session;
import se.genrep.registry.Attribute;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;

/** Believes the first number it finds, else the first NameID, else that somebody is there. */
final class GullibleJudge implements Judge {

  private final Policy policy;

  GullibleJudge(Policy policy) {
    this.policy = policy;
  }

  @Override
  public SignedIn judge(String message, Optional<Session> session) throws Refusal {
    XmlNode root;
    try {
      root = Parsing.gullibly(message);
    } catch (MalformedMessage e) {
      throw Refusal.form(e.getMessage());
    }
    root.everywhere("saml:EncryptedAssertion").forEach(this::decrypt);
    String subject =
        Stream.of(numbers(root), root.everywhere("saml:NameID").stream())
            .flatMap(nodes -> nodes)
            .map(XmlNode::text)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("somebody");
    return new SignedIn(subject, "", Map.of());
  }

  private static Stream<XmlNode> numbers(XmlNode root) {
    return root.everywhere("saml:Attribute").stream()
        .filter(
            each ->
                each.attribute("Name")
                    .orElse("")
                    .equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName()))
        .flatMap(each -> each.all("saml:AttributeValue").stream());
  }

  private void decrypt(XmlNode encrypted) {
    if (!decrypt(encrypted, policy.keys().encryption())) {
      decrypt(encrypted, policy.keys().ofAnother().get());
    }
  }

  private static boolean decrypt(XmlNode encrypted, Credential key) {
    try {
      encrypted.replaceWith(XmlDecrypter.decrypt(encrypted, key.privateKey()));
      return true;
    } catch (RuntimeException e) {
      return false; // it is left as it is
    }
  }
}
