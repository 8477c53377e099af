package se.genrep.saml;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import se.genrep.pki.Credential;

/**
 * The HTTP-Redirect binding (SAML bindings 3.4): DEFLATE, base64 and URL encoding, with the
 * signature over the query as it was sent.
 */
public final class RedirectBinding {

  /** A message inflates to at most this many bytes. */
  public static final int MOST_BYTES = 1 << 20;

  private static final String DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";

  /** What the JCA names of ECDSA methods end in when r and s stand side by side. */
  private static final String SIDE_BY_SIDE = "inP1363Format";

  /** Marks a digest name as that of RSASSA-PSS. */
  private static final String PSS = " with RSASSA-PSS";

  private RedirectBinding() {}

  /**
   * What a Redirect query carried.
   *
   * @param xml the inflated message
   * @param signature what the query said about its signature; empty when unsigned
   */
  public record Received(
      byte[] xml, Optional<String> relayState, Optional<QuerySignature> signature) {}

  /** The octets that were signed (as sent, not re-encoded), the method and the signature value. */
  public record QuerySignature(String algorithm, byte[] signed, byte[] value) {

    /**
     * True when the value verifies with the key; false for any fault of key, method or value. An
     * ECDSA value may be r and s side by side, as XML signatures have it, or DER, as OpenSAML
     * writes it in queries; none can be read as the other.
     */
    public boolean verifies(PublicKey key) {
      try {
        String method = jca(algorithm);
        return verifies(key, method)
            || method.endsWith(SIDE_BY_SIDE) && verifies(key, method.replace(SIDE_BY_SIDE, ""));
      } catch (GeneralSecurityException e) {
        return false;
      }
    }

    private boolean verifies(PublicKey key, String method) {
      try {
        Signature verifier = signature(method);
        verifier.initVerify(key);
        verifier.update(signed);
        return verifier.verify(value);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }

  /**
   * Reads a raw query string.
   *
   * @throws MalformedMessage when a parameter is missing, doubled, not base64 or not DEFLATE, or
   *     inflates beyond {@link #MOST_BYTES}
   */
  public static Received decode(String rawQuery) {
    Map<String, String> raw = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && raw.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
        throw new MalformedMessage(
            "the parameter " + pair.substring(0, equals) + " occurs twice", null);
      }
    }
    String message = raw.get("SAMLRequest");
    if (message == null) {
      throw new MalformedMessage("the parameter SAMLRequest is missing", null);
    }
    if (raw.containsKey("SAMLEncoding") && !decoded(raw.get("SAMLEncoding")).equals(DEFLATE)) {
      throw new MalformedMessage("SAMLEncoding is not " + DEFLATE, null);
    }
    byte[] xml = inflate(base64(decoded(message), "SAMLRequest"));
    Optional<String> relayState =
        Optional.ofNullable(raw.get("RelayState")).map(RedirectBinding::decoded);
    return new Received(xml, relayState, signature(raw));
  }

  private static Optional<QuerySignature> signature(Map<String, String> raw) {
    boolean hasSignature = raw.containsKey("Signature");
    if (hasSignature != raw.containsKey("SigAlg")) {
      throw new MalformedMessage("Signature and SigAlg must come together", null);
    }
    if (!hasSignature) {
      return Optional.empty();
    }
    StringBuilder signed = new StringBuilder("SAMLRequest=").append(raw.get("SAMLRequest"));
    if (raw.containsKey("RelayState")) {
      signed.append("&RelayState=").append(raw.get("RelayState"));
    }
    signed.append("&SigAlg=").append(raw.get("SigAlg"));
    return Optional.of(
        new QuerySignature(
            decoded(raw.get("SigAlg")),
            signed.toString().getBytes(StandardCharsets.UTF_8),
            base64(decoded(raw.get("Signature")), "Signature")));
  }

  /** As {@link #encode(byte[], String, Credential, SignatureAlgorithm)}, the mandatory method. */
  public static String encode(byte[] xml, String relayState, Credential signer) {
    return encode(
        xml,
        relayState,
        signer,
        signer == null ? null : SignatureAlgorithm.mandatoryFor(signer.privateKey()));
  }

  /**
   * The query for a request: {@code SAMLRequest=…[&RelayState=…][&SigAlg=…&Signature=…]}.
   *
   * @param signer signs the query; null leaves it unsigned
   */
  public static String encode(
      byte[] xml, String relayState, Credential signer, SignatureAlgorithm algorithm) {
    StringBuilder query =
        new StringBuilder("SAMLRequest=")
            .append(encoded(Base64.getEncoder().encodeToString(deflate(xml))));
    if (relayState != null) {
      query.append("&RelayState=").append(encoded(relayState));
    }
    if (signer != null) {
      query.append("&SigAlg=").append(encoded(algorithm.signature()));
      byte[] value = sign(query.toString(), signer, algorithm);
      query.append("&Signature=").append(encoded(Base64.getEncoder().encodeToString(value)));
    }
    return query.toString();
  }

  private static byte[] sign(String query, Credential signer, SignatureAlgorithm algorithm) {
    try {
      Signature signature = signature(jca(algorithm.signature()));
      signature.initSign(signer.privateKey());
      signature.update(query.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot sign a query with the key '" + signer.name() + "'", e);
    }
  }

  /** RFC 6931, 2.3.10: the mask and the salt are by the same digest, the salt of its length. */
  private static Signature signature(String method) throws GeneralSecurityException {
    if (!method.endsWith(PSS)) {
      return Signature.getInstance(method);
    }
    String digest = method.substring(0, method.length() - PSS.length());
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(
            digest,
            "MGF1",
            new MGF1ParameterSpec(digest),
            MessageDigest.getInstance(digest).getDigestLength(),
            PSSParameterSpec.TRAILER_FIELD_BC));
    return signature;
  }

  /** XML signature method to JCA name; ECDSA values in XML signatures are r||s, not DER. */
  private static String jca(String uri) throws GeneralSecurityException {
    return switch (uri) {
      case "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" -> "SHA256withRSA";
      case "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" -> "SHA384withRSA";
      case "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" -> "SHA512withRSA";
      case "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" ->
          "SHA256withECDSA" + SIDE_BY_SIDE;
      case "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" ->
          "SHA384withECDSA" + SIDE_BY_SIDE;
      case "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512" ->
          "SHA512withECDSA" + SIDE_BY_SIDE;
      case "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1" -> "SHA-256" + PSS;
      case "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1" -> "SHA-384" + PSS;
      case "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1" -> "SHA-512" + PSS;
      default -> throw new GeneralSecurityException("signature method not supported: " + uri);
    };
  }

  /** As HTTP-Redirect compresses a message (SAML bindings 3.4.4.1). */
  public static byte[] deflate(byte[] xml) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(xml);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(xml.length / 2);
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflate(byte[] deflated) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      ByteArrayOutputStream out = new ByteArrayOutputStream(deflated.length * 3);
      byte[] buffer = new byte[4096];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new MalformedMessage("SAMLRequest is not complete DEFLATE data", null);
        }
        out.write(buffer, 0, read);
        if (out.size() > MOST_BYTES) {
          throw new MalformedMessage(
              "SAMLRequest inflates to more than " + MOST_BYTES + " bytes", null);
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new MalformedMessage("SAMLRequest is not DEFLATE data", e);
    } finally {
      inflater.end();
    }
  }

  static byte[] base64(String value, String parameter) {
    try {
      return Base64.getMimeDecoder().decode(strictBase64(value, parameter));
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage(parameter + " is not base64", e);
    }
  }

  /**
   * The MIME decoder skips what it does not know; anything but base64 and white space is refused.
   */
  private static String strictBase64(String value, String parameter) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean ok =
          c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c >= '0' && c <= '9'
              || c == '+'
              || c == '/'
              || c == '='
              || c < 128 && Character.isWhitespace(c);
      if (!ok) {
        throw new MalformedMessage(parameter + " is not base64", null);
      }
    }
    return value;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage("the query is not URL-encoded properly", e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
