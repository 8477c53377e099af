package se.genrep.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * Reads only what is signed: the Response as a tree made of the very octets its signature covers,
 * and the one assertion in it.
 */
final class SignedReading implements AnswerReading {

  private final Policy policy;
  private final Keyring keyring;
  private final XmlNode root;
  private XmlNode response;

  SignedReading(Policy policy, Keyring keyring, XmlNode root) {
    this.policy = policy;
    this.keyring = keyring;
    this.root = root;
  }

  @Override
  public XmlNode response() throws Refusal {
    List<XmlNode> signatures = signaturesOf(root);
    policy.require(
        Check.RESPONSE_SIGNED, !signatures.isEmpty(), "the Response is not signed (DP 6.1)");
    response = proven(root, signatures);
    return response;
  }

  @Override
  public XmlNode assertion() throws Refusal {
    List<XmlNode> encrypted = response.all("saml:EncryptedAssertion");
    List<XmlNode> plain = response.all("saml:Assertion");
    policy.require(
        Check.ENCRYPTED, plain.isEmpty(), "an Assertion came without encryption (DP 6.1)");
    List<XmlNode> all = encrypted.isEmpty() ? plain : encrypted;
    if (all.size() != 1) {
      throw Refusal.form("the Response has " + all.size() + " assertions, not one");
    }
    XmlNode assertion =
        encrypted.isEmpty() ? plain.get(0) : new Opener(policy).open(encrypted.get(0));
    if (!assertion.is(SamlNs.SAML, "Assertion")) {
      throw Refusal.form("what was encrypted is no Assertion");
    }
    return ownSignature(assertion);
  }

  /** A signature of the assertion's own is verified when it is there (DP-6.3.1-02). */
  private XmlNode ownSignature(XmlNode assertion) throws Refusal {
    if (!assertion.all("ds:Signature").isEmpty()
        && !policy.makes(Check.SIGNED_ASSERTION_ACCEPTED)) {
      throw new Refusal(
          Check.SIGNED_ASSERTION_ACCEPTED, "a signature of the Assertion is not expected here");
    }
    if (!policy.makes(Check.ASSERTION_SIGNATURE)) {
      return assertion;
    }
    try {
      List<XmlNode> signatures = signaturesOf(assertion);
      XmlNode read = proven(assertion, signatures);
      if (!signatures.isEmpty()) {
        policy.done(Check.ASSERTION_SIGNATURE);
        policy.done(Check.SIGNED_ASSERTION_ACCEPTED);
      }
      return read;
    } catch (Refusal refusal) {
      throw new Refusal(Check.ASSERTION_SIGNATURE, "in the Assertion " + refusal.getMessage());
    }
  }

  /** The signatures that could be the element's own. */
  private List<XmlNode> signaturesOf(XmlNode element) throws Refusal {
    List<XmlNode> all = new ArrayList<>(element.everywhere("ds:Signature"));
    all.removeIf(signature -> isOfAssertionIn(element, signature));
    if (!policy.makes(Check.ONE_SIGNATURE)) {
      return all;
    }
    policy.require(
        Check.ONE_SIGNATURE,
        all.size() <= 1,
        "<" + element.element().getLocalName() + "> has " + all.size() + " signatures");
    for (XmlNode signature : all) {
      policy.require(
          Check.ONE_SIGNATURE, isInPlace(element, signature), "a signature is out of its place");
      policy.require(
          Check.ONE_SIGNATURE,
          Signatures.references(signature).size() == 1 && signature.all("ds:Object").isEmpty(),
          "the signature covers something else too");
    }
    return all;
  }

  /** The schema of Response and Assertion has it right after the Issuer. */
  private static boolean isInPlace(XmlNode element, XmlNode signature) {
    List<XmlNode> children = element.children();
    return children.size() > 1
        && children.get(0).is(SamlNs.SAML, "Issuer")
        && children.get(1).element() == signature.element();
  }

  /** A plain assertion inside a Response has its signature for itself. */
  private static boolean isOfAssertionIn(XmlNode element, XmlNode signature) {
    for (Node up = signature.element().getParentNode();
        up instanceof Element parent && parent != element.element();
        up = up.getParentNode()) {
      if (XmlNode.of(parent).is(SamlNs.SAML, "Assertion")) {
        return true;
      }
    }
    return false;
  }

  private XmlNode proven(XmlNode element, List<XmlNode> signatures) throws Refusal {
    Refusal first = null;
    for (XmlNode signature : signatures) {
      try {
        return proven(element, signature);
      } catch (Refusal refusal) {
        first = first == null ? refusal : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return element;
  }

  private XmlNode proven(XmlNode element, XmlNode signature) throws Refusal {
    Optional<Integer> reference = Signatures.referenceTo(element, signature, policy);
    policy.require(
        Check.SIGNED_ELEMENT_IS_READ,
        reference.isPresent(),
        "the signature does not cover the whole <" + element.element().getLocalName() + ">");
    Function<String, Optional<Element>> targets =
        policy.makes(Check.REFERENCE_BY_ID) ? Targets.with(element) : Targets.loosely(element);
    policy.done(Check.REFERENCE_BY_ID);
    keyring.judge(signature, targets);
    if (!policy.makes(Check.SIGNATURE_VALUE)
        || !policy.makes(Check.WHOLE_TEXT)
        || !policy.makes(Check.SIGNATURE_ALGORITHM)
        || NaiveSignatures.standInFor(policy)) {
      return element; // nothing was verified, or comments are to be kept, or it reads what it got
    }
    policy.done(Check.WHOLE_TEXT);
    return XmlNode.root(Xml.parse(Signatures.covered(signature, reference.orElseThrow(), targets)));
  }
}
