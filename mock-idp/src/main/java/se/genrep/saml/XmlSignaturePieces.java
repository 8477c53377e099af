package se.genrep.saml;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.xml.security.algorithms.JCEMapper;
import org.apache.xml.security.algorithms.SignatureAlgorithm;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;

/**
 * What a ds:Signature is made of, one by one, for those who make or read signatures as no library
 * does: canonical forms, digests and values. Methods are named by their URIs.
 */
public final class XmlSignaturePieces {

  static {
    SamlRuntime.start();
  }

  private XmlSignaturePieces() {}

  /** The octets of an element's canonical form; empty when there is no such form. */
  public static Optional<byte[]> canonical(XmlNode element, String method) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Canonicalizer.getInstance(method).canonicalizeSubtree(element.element(), out);
      return Optional.of(out.toByteArray());
    } catch (XMLSecurityException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws GeneralSecurityException when this Java does not know the method
   */
  public static byte[] digest(String method, byte[] octets) throws GeneralSecurityException {
    String name = JCEMapper.translateURItoJCEID(method);
    if (name == null) {
      throw new GeneralSecurityException("no digest method '" + method + "'");
    }
    return MessageDigest.getInstance(name).digest(octets);
  }

  /**
   * @throws GeneralSecurityException when the method is unknown or not for this key
   */
  public static byte[] sign(String method, PrivateKey key, byte[] octets)
      throws GeneralSecurityException {
    try {
      SignatureAlgorithm signing = new SignatureAlgorithm(Xml.newDocument(), method);
      signing.initSign(key);
      signing.update(octets);
      return signing.sign();
    } catch (XMLSecurityException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /**
   * @throws GeneralSecurityException when the method is unknown or not for this key
   */
  public static boolean verifies(String method, PublicKey key, byte[] octets, byte[] value)
      throws GeneralSecurityException {
    try {
      SignatureAlgorithm verifying = new SignatureAlgorithm(Xml.newDocument(), method);
      verifying.initVerify(key);
      verifying.update(octets);
      return verifying.verify(value);
    } catch (XMLSecurityException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
