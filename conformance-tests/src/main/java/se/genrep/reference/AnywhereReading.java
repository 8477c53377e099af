package se.genrep.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.saml.XmlNode;

/**
 * Reads without asking what is signed, as libraries did that fell for signature wrapping: a
 * signature anywhere is enough, whatever it covers, and the assertion is the first or the last that
 * is found. Where a signature stands and how many there are means nothing to it.
 */
final class AnywhereReading implements AnswerReading {

  private static final Set<String> PARTS =
      Set.of("SignedInfo", "SignatureValue", "KeyInfo", "Object");

  private final Policy policy;
  private final Keyring keyring;
  private final XmlNode root;
  private final List<Element> decrypted = new ArrayList<>();

  AnywhereReading(Policy policy, Keyring keyring, XmlNode root) {
    this.policy = policy;
    this.keyring = keyring;
    this.root = root;
  }

  @Override
  public XmlNode response() throws Refusal {
    List<XmlNode> outside = root.everywhere("ds:Signature");
    Refusal refusal = null;
    boolean proven = false;
    try {
      proven = anyProven(outside);
    } catch (Refusal first) {
      refusal = first;
    }
    decryptAll();
    if (!proven) {
      List<XmlNode> inside = root.everywhere("ds:Signature");
      policy.require(
          Check.RESPONSE_SIGNED, !inside.isEmpty(), "nothing in the message is signed (DP 6.1)");
      List<Element> tried = outside.stream().map(XmlNode::element).toList();
      proven = anyProven(inside.stream().filter(s -> !tried.contains(s.element())).toList());
    }
    if (!proven && refusal != null) {
      throw refusal;
    }
    return root;
  }

  /**
   * Whether one of the signatures is good.
   *
   * @return false when there is none at all
   */
  private boolean anyProven(List<XmlNode> signatures) throws Refusal {
    Refusal first = null;
    for (XmlNode signature : signatures) {
      try {
        prove(signature);
        return true;
      } catch (Refusal refusal) {
        first = first == null ? refusal : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return false;
  }

  private void prove(XmlNode signature) throws Refusal {
    List<XmlNode> references = Signatures.references(signature);
    policy.require(
        Check.ONE_SIGNATURE, references.size() == 1, "the signature covers something else too");
    String uri = references.isEmpty() ? "" : references.get(0).attribute("URI").orElse("");
    Refusal last = Refusal.form("the signature refers to '" + uri + "', which is not there");
    // Which one of several with the same ID is meant is anybody's guess; so any will do.
    for (Element target : Targets.bearing(root, uri)) {
      try {
        judge(signature, target);
        return;
      } catch (Refusal refusal) {
        last = refusal;
      }
    }
    throw last;
  }

  /**
   * The library refuses a signature with a stranger among its children. Those it was made for do
   * not, so the strangers stand aside while it looks.
   */
  private void judge(XmlNode signature, Element target) throws Refusal {
    Element element = signature.element();
    List<Element> strangers =
        signature.children().stream()
            .filter(child -> !PARTS.contains(child.element().getLocalName()))
            .map(XmlNode::element)
            .toList();
    strangers.forEach(each -> element.getParentNode().appendChild(each));
    try {
      keyring.judge(signature, any -> Optional.of(target));
    } finally {
      strangers.forEach(element::appendChild);
    }
  }

  /** Puts what can be decrypted in the place of what was encrypted. */
  private void decryptAll() throws Refusal {
    Opener opener = new Opener(policy);
    Refusal last = null;
    for (XmlNode encrypted : root.everywhere("saml:EncryptedAssertion")) {
      try {
        decrypted.add(encrypted.replaceWith(opener.open(encrypted)).element());
      } catch (Refusal refusal) {
        last = refusal;
      }
    }
    if (decrypted.isEmpty() && last != null) {
      throw last;
    }
  }

  @Override
  public XmlNode assertion() throws Refusal {
    List<XmlNode> all = root.everywhere("saml:Assertion");
    if (all.isEmpty()) {
      throw Refusal.form("there is no Assertion in the message");
    }
    boolean first = policy.variant().reading() == Variant.Reading.FIRST;
    XmlNode assertion = all.get(first ? 0 : all.size() - 1);
    policy.require(
        Check.ENCRYPTED, wasEncrypted(assertion), "an Assertion came without encryption (DP 6.1)");
    return assertion;
  }

  private boolean wasEncrypted(XmlNode assertion) {
    for (Node up = assertion.element(); up instanceof Element; up = up.getParentNode()) {
      if (decrypted.contains(up)) {
        return true;
      }
    }
    return false;
  }
}
