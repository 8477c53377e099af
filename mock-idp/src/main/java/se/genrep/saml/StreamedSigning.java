package se.genrep.saml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import se.genrep.pki.Credential;

/**
 * The pieces of an enveloped signature (SAML core 5.4) over a document that is written in canonical
 * form and is too large for a tree. The result is what {@link XmlSigner} would make of the tree,
 * with SHA-256 and an RSA or EC key.
 */
public final class StreamedSigning {

  private static final String DSIG = "xmlns:ds=\"" + SamlNs.DS + "\"";

  static {
    SamlRuntime.start();
  }

  private StreamedSigning() {}

  /** The prefixes in xsi:type values, whose declarations have to be named to be signed. */
  public static Set<String> prefixesInTypes(XmlNode node) {
    return XmlSigner.prefixesInTypes(node.element());
  }

  /** The start tag of an element without content, in canonical form. */
  public static String startTag(XmlNode empty) {
    String text = new String(canonical(empty, Set.of()), StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf('>') + 1);
  }

  /**
   * An element in the canonical form it has as a child of a root.
   *
   * @param root an element without content
   * @param prefixes whose declarations are signed although only types use them
   */
  public static byte[] child(XmlNode root, XmlNode child, Set<String> prefixes) {
    int start = startTag(root).getBytes(StandardCharsets.UTF_8).length;
    int end = ("</" + root.element().getNodeName() + ">").length();
    root.append(child);
    byte[] both = canonical(root, prefixes);
    return Arrays.copyOfRange(both, start, both.length - end);
  }

  private static byte[] canonical(XmlNode node, Set<String> prefixes) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
      Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
          .canonicalizeSubtree(node.element(), String.join(" ", prefixes), out);
      return out.toByteArray();
    } catch (XMLSecurityException e) {
      throw new IllegalStateException("a tree that was parsed cannot be written", e);
    }
  }

  /**
   * The ds:Signature, to be placed right after the start tag.
   *
   * @param id the ID of the element
   * @param digest the SHA-256 of its canonical form without the signature
   * @param prefixes as for {@link #child}; at least one
   */
  public static String of(String id, byte[] digest, Set<String> prefixes, Credential signer) {
    SignatureAlgorithm algorithm = SignatureAlgorithm.mandatoryFor(signer.privateKey());
    String info =
        element("ds:CanonicalizationMethod", Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS, "")
            + element("ds:SignatureMethod", algorithm.signature(), "")
            + ("<ds:Reference URI=\"#" + id + "\"><ds:Transforms>")
            + element("ds:Transform", SamlNs.DS + "enveloped-signature", "")
            + element(
                "ds:Transform",
                Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS,
                "<ec:InclusiveNamespaces xmlns:ec=\""
                    + Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS
                    + ("\" PrefixList=\"" + String.join(" ", prefixes) + "\">")
                    + "</ec:InclusiveNamespaces>")
            + "</ds:Transforms>"
            + element("ds:DigestMethod", algorithm.digest(), "")
            + ("<ds:DigestValue>" + base64(digest) + "</ds:DigestValue></ds:Reference>");
    // Canonical, the signed info stands alone and declares its prefix; in the document its parent
    // does.
    byte[] signed =
        ("<ds:SignedInfo " + DSIG + ">" + info + "</ds:SignedInfo>")
            .getBytes(StandardCharsets.UTF_8);
    try {
      return ("<ds:Signature " + DSIG + "><ds:SignedInfo>" + info + "</ds:SignedInfo>")
          + ("<ds:SignatureValue>" + base64(sign(signed, signer)) + "</ds:SignatureValue>")
          + "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
          + base64(signer.certificate().getEncoded())
          + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with the key '" + signer.name() + "'", e);
    }
  }

  private static String element(String name, String algorithm, String content) {
    return "<" + name + " Algorithm=\"" + algorithm + "\">" + content + "</" + name + ">";
  }

  private static byte[] sign(byte[] info, Credential signer) throws GeneralSecurityException {
    boolean rsa = signer.privateKey().getAlgorithm().equals("RSA");
    // XML wants the two numbers of an ECDSA signature side by side (XMLDSIG 1.1, 6.4.3).
    Signature signature =
        Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
    signature.initSign(signer.privateKey());
    signature.update(info);
    return signature.sign();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
