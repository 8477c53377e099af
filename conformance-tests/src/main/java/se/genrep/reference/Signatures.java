package se.genrep.reference;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverException;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Element;
import se.genrep.saml.SamlRuntime;
import se.genrep.saml.XmlNode;

/**
 * The mechanics of ds:Signature, without any judgement: what a signature says, whether it verifies
 * with a key, and what it covers. References are resolved to elements that the caller names;
 * nothing is ever fetched.
 */
final class Signatures {

  private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final List<String> TRANSFORMS =
      List.of(ENVELOPED, EXCLUSIVE, EXCLUSIVE + "WithComments");

  static {
    SamlRuntime.start();
  }

  private Signatures() {}

  static String method(XmlNode signature) {
    return algorithm(signature, "ds:SignedInfo/ds:SignatureMethod");
  }

  static List<String> digests(XmlNode signature) {
    return references(signature).stream().map(each -> algorithm(each, "ds:DigestMethod")).toList();
  }

  private static String algorithm(XmlNode node, String path) {
    return node.find(path).flatMap(method -> method.attribute("Algorithm")).orElse("");
  }

  static List<XmlNode> references(XmlNode signature) {
    return signature.all("ds:SignedInfo/ds:Reference");
  }

  /** Which of the references covers exactly this element, by its ID (SAML core 5.4.2, 5.4.4). */
  static Optional<Integer> referenceTo(XmlNode element, XmlNode signature) {
    String wanted = "#" + element.attribute("ID").orElse("");
    return first(
        signature,
        reference ->
            leavesNothingOut(reference) && reference.attribute("URI").orElse("").equals(wanted));
  }

  /** The same, as carelessly as a service provider is. */
  static Optional<Integer> referenceTo(XmlNode element, XmlNode signature, Policy policy) {
    String wanted = "#" + element.attribute("ID").orElse("");
    if (!policy.makes(Check.REFERENCE_BY_ID) && references(signature).isEmpty()) {
      return Optional.of(0);
    }
    return first(
        signature,
        reference ->
            (leavesNothingOut(reference) || !policy.makes(Check.TRANSFORMS))
                && (reference.attribute("URI").orElse("").equals(wanted)
                    || !policy.makes(Check.REFERENCE_BY_ID)));
  }

  private static Optional<Integer> first(XmlNode signature, Predicate<XmlNode> wanted) {
    List<XmlNode> references = references(signature);
    for (int i = 0; i < references.size(); i++) {
      if (wanted.test(references.get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Enveloped signature and exclusive canonicalisation leave nothing out (SAML core 5.4.4). */
  static boolean leavesNothingOut(XmlNode reference) {
    return reference.all("ds:Transforms/ds:Transform").stream()
        .allMatch(each -> TRANSFORMS.contains(each.attribute("Algorithm").orElse("")));
  }

  /**
   * Whether value and digests verify.
   *
   * @param targets the element that the text of a reference's URI means
   */
  static boolean verifies(
      XmlNode signature, PublicKey key, Function<String, Optional<Element>> targets) {
    try {
      return open(signature, targets).checkSignatureValue(key);
    } catch (XMLSecurityException | RuntimeException e) {
      return false; // the library meets odd input with whatever exception comes first
    }
  }

  /**
   * The octets that a reference covers.
   *
   * @throws IllegalStateException when there are none; not after {@link #verifies}
   */
  static byte[] covered(
      XmlNode signature, int reference, Function<String, Optional<Element>> targets) {
    try {
      return open(signature, targets).getSignedInfo().item(reference).getReferencedBytes();
    } catch (XMLSecurityException e) {
      throw new IllegalStateException("a reference that was verified covers nothing", e);
    }
  }

  /** Whether the whole element is signed, in the form SAML demands, with one of the keys. */
  static boolean isSignedBy(XmlNode element, Collection<PublicKey> keys) {
    List<XmlNode> own = element.all("ds:Signature");
    return own.size() == 1
        && references(own.get(0)).size() == 1
        && referenceTo(element, own.get(0)).isPresent()
        && keys.stream()
            .anyMatch(key -> verifies(own.get(0), key, uri -> Optional.of(element.element())));
  }

  /** The key of the first certificate that the signature brings along. */
  static Optional<PublicKey> broughtAlong(XmlNode signature) {
    return signature.find("ds:KeyInfo/ds:X509Data/ds:X509Certificate").flatMap(Signatures::key);
  }

  private static Optional<PublicKey> key(XmlNode certificate) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(certificate.text());
      return Optional.of(
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey());
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static XMLSignature open(XmlNode signature, Function<String, Optional<Element>> targets)
      throws XMLSecurityException {
    // Secure validation also for the careless: no XSLT, no endless transforms, in our process.
    XMLSignature opened = new XMLSignature(signature.element(), "", true);
    opened.addResourceResolver(new Named(targets));
    return opened;
  }

  /** Claims every URI, so that no resolver of the library is asked. */
  private static final class Named extends ResourceResolverSpi {
    private final Function<String, Optional<Element>> targets;

    Named(Function<String, Optional<Element>> targets) {
      this.targets = targets;
    }

    @Override
    public boolean engineCanResolveURI(ResourceResolverContext context) {
      return true;
    }

    @Override
    public XMLSignatureInput engineResolveURI(ResourceResolverContext context)
        throws ResourceResolverException {
      Element target =
          targets
              .apply(context.uriToResolve == null ? "" : context.uriToResolve)
              .orElseThrow(
                  () ->
                      new ResourceResolverException(
                          "signature.Verification.MissingResources",
                          context.uriToResolve,
                          context.baseUri));
      XMLSignatureInput input = new XMLSignatureInput(target);
      input.setExcludeComments(true); // XML Signature 4.4.3.3: "#id" leaves comments out
      return input;
    }
  }
}
