package se.genrep.saml;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.transforms.params.InclusiveNamespaces;
import org.apache.xml.security.utils.SignerOutputStream;
import org.w3c.dom.Element;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * The signature of the root element of a stream, of the form that SAML core 5.4 demands: enveloped,
 * first child, one reference to the root, exclusive canonicalisation. Feed it the events of the
 * root and what it holds, and give it the ds:Signature in between.
 */
public final class StreamedSignature {

  private static final Set<String> CANONICAL =
      Set.of(
          Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS,
          Transforms.TRANSFORM_C14N_EXCL_WITH_COMMENTS);

  private final String rootName;
  private final Attributes rootAttributes;
  private final Map<String, String> rootScope;
  private final List<String> early = new ArrayList<>();
  private XMLSignature signature;
  private StreamedDigest digest;
  private byte[] expected = {};
  private String problem;
  private boolean closed;

  static {
    SamlRuntime.start();
  }

  /** Begins at the start tag of the root. */
  public StreamedSignature(String qualified, Attributes attributes, Map<String, String> scope) {
    this.rootName = qualified;
    this.rootAttributes = new AttributesImpl(attributes);
    this.rootScope = new HashMap<>(scope);
  }

  /**
   * The signature, which is no part of what is signed. It must come before every other child.
   *
   * @param element the ds:Signature with all namespaces that are in scope where it stands
   */
  public void signature(Element element) {
    if (signature != null || problem != null || closed) {
      problem = closed ? "it does not come first" : "there is more than one";
      return;
    }
    try {
      signature = new XMLSignature(element, "", true);
      Reference reference = onlyReference();
      Transforms transforms = reference.getTransforms();
      Set<String> inclusive = new TreeSet<>();
      boolean enveloped = false;
      boolean canonical = false;
      for (int i = 0; transforms != null && i < transforms.getLength(); i++) {
        String uri = transforms.item(i).getURI();
        enveloped |= uri.equals(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        if (CANONICAL.contains(uri)) {
          canonical = true;
          inclusive.addAll(inclusivePrefixes(transforms.item(i).getElement()));
        } else if (!uri.equals(Transforms.TRANSFORM_ENVELOPED_SIGNATURE)) {
          throw form("it has the transform " + uri);
        }
      }
      if (!enveloped || !canonical) {
        problem = "it is not enveloped and exclusively canonicalised, as SAML demands";
        return;
      }
      expected = reference.getDigestValue();
      digest = new StreamedDigest(digestOf(reference), inclusive);
      digest.startElement(rootName, rootAttributes, rootScope);
      early.forEach(digest::characters);
      early.clear();
    } catch (XMLSecurityException e) {
      problem = "it is not of the form SAML demands: " + reason(e);
    }
  }

  private Reference onlyReference() throws XMLSecurityException {
    if (signature.getSignedInfo().getLength() != 1) {
      throw form("it has more than one reference");
    }
    Reference reference = signature.getSignedInfo().item(0);
    String id = rootAttributes.getValue("ID");
    String uri = reference.getURI();
    boolean ofRoot = uri != null && (uri.isEmpty() || id != null && uri.equals("#" + id));
    if (!ofRoot) {
      throw form("it refers to '" + uri + "', which is not the root");
    }
    return reference;
  }

  private static XMLSecurityException form(String problem) {
    return new XMLSecurityException(new IllegalArgumentException(problem));
  }

  private static MessageDigest digestOf(Reference reference) throws XMLSecurityException {
    MessageDigestAlgorithm algorithm = reference.getMessageDigestAlgorithm();
    try {
      return MessageDigest.getInstance(algorithm.getJCEAlgorithmString());
    } catch (NoSuchAlgorithmException e) {
      throw new XMLSecurityException(e);
    }
  }

  private static Set<String> inclusivePrefixes(Element transform) throws XMLSecurityException {
    Set<String> prefixes = new TreeSet<>();
    for (XmlNode child : XmlNode.of(transform).children()) {
      if (child.is(InclusiveNamespaces.ExclusiveCanonicalizationNamespace, "InclusiveNamespaces")) {
        Arrays.stream(child.attribute("PrefixList").orElse("").strip().split("\\s+"))
            .filter(prefix -> !prefix.isEmpty())
            .map(prefix -> prefix.equals("#default") ? "" : prefix)
            .forEach(prefixes::add);
      }
    }
    return prefixes;
  }

  /** A child of the root other than the signature, or what is below it. */
  public void startElement(String qualified, Attributes attributes, Map<String, String> scope) {
    if (digest != null) {
      digest.startElement(qualified, attributes, scope);
    } else {
      closed = true;
      early.clear();
    }
  }

  public void endElement(String qualified) {
    if (digest != null) {
      digest.endElement(qualified);
    }
  }

  public void characters(String text) {
    if (digest != null) {
      digest.characters(text);
    } else if (!closed) {
      early.add(text);
    }
  }

  public void processingInstruction(String target, String data) {
    if (digest != null) {
      digest.processingInstruction(target, data);
    }
  }

  /** Ends at the end tag of the root. */
  public void end() {
    if (digest != null) {
      digest.endElement(rootName);
      boolean intact = MessageDigest.isEqual(digest.value(), expected);
      problem = intact ? problem : "what is signed was changed afterwards";
    }
  }

  /** Whether the root has a signature. */
  public boolean isPresent() {
    return signature != null || problem != null;
  }

  /** The signature method; empty when there is none. */
  public String method() {
    return signature == null ? "" : signature.getSignedInfo().getSignatureMethodURI();
  }

  /** The digest method of the reference; empty when there is none. */
  public String digestMethod() {
    try {
      return signature == null
          ? ""
          : signature.getSignedInfo().item(0).getMessageDigestAlgorithm().getAlgorithmURI();
    } catch (XMLSecurityException e) {
      return "";
    }
  }

  /** The first certificate in ds:KeyInfo, which says who claims to have signed, and no more. */
  public Optional<X509Certificate> certificate() {
    try {
      return signature == null || signature.getKeyInfo() == null
          ? Optional.empty()
          : Optional.ofNullable(signature.getKeyInfo().getX509Certificate());
    } catch (XMLSecurityException e) {
      return Optional.empty();
    }
  }

  /** Why the signature does not verify with the key; empty when it does. Call it at the end. */
  public Optional<String> problemWith(PublicKey key) {
    if (signature == null || problem != null) {
      return Optional.of(problem == null ? "there is none" : problem);
    }
    try {
      var algorithm = signature.getSignedInfo().getSignatureAlgorithm();
      algorithm.initVerify(key);
      try (SignerOutputStream stream = new SignerOutputStream(algorithm)) {
        signature.getSignedInfo().signInOctetStream(stream);
      }
      return algorithm.verify(signature.getSignatureValue())
          ? Optional.empty()
          : Optional.of("it was made with another key");
    } catch (XMLSecurityException e) {
      return Optional.of("it was made with another key, or of another kind: " + reason(e));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String reason(XMLSecurityException e) {
    return e.getMessage() == null
        ? "no reason given"
        : e.getMessage().lines().findFirst().orElse("no reason given");
  }
}
