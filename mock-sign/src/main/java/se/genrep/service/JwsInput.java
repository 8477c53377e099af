package se.genrep.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SignTask;

/** The signing input of a JWS (RFC 7515, 5.1), of which the protected header is read. */
final class JwsInput {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JwsInput() {}

  /**
   * @throws SignError when the octets are no signing input, or its header says another method
   */
  static void check(SignTask task, SignatureMethod method) throws SignError {
    ObjectNode header = header(task);
    String algorithm = header.path("alg").asText();
    if (!algorithm.equals(method.jws())) {
      throw SignError.ofRequest(
          "the JWS header of " + task.name() + " says another alg than " + method.jws());
    }
    if (task.ades() == AdesType.EPES && !header.has("sigPId")) {
      throw SignError.ofRequest("the JWS header of " + task.name() + " has no sigPId");
    }
  }

  /** With the digest of the certificate in the protected header (TS 119 182-1, 5.1.7). */
  static SignTask certified(SignTask task, X509Certificate signer) throws SignError {
    if (task.ades() == AdesType.NONE) {
      return task;
    }
    ObjectNode header = header(task);
    header.put("x5t#S256", digest(signer));
    byte[] payload = payload(task);
    byte[] head;
    try {
      head = Base64.getUrlEncoder().withoutPadding().encode(JSON.writeValueAsBytes(header));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JWS header cannot be written", e);
    }
    byte[] all = Arrays.copyOf(head, head.length + 1 + payload.length);
    all[head.length] = '.';
    System.arraycopy(payload, 0, all, head.length + 1, payload.length);
    return task.withToBeSigned(all);
  }

  /**
   * Whether what was signed is what was asked for, but for the certificate, and that is the
   * signer's.
   */
  static boolean isCertified(SignTask asked, SignTask answered, X509Certificate signer)
      throws SignError {
    ObjectNode before = header(asked);
    ObjectNode after = header(answered);
    before.remove("x5t#S256");
    JsonNode digest = after.remove("x5t#S256");
    return before.equals(after)
        && digest != null
        && digest.asText().equals(digest(signer))
        && Arrays.equals(payload(asked), payload(answered));
  }

  private static byte[] payload(SignTask task) throws SignError {
    return Arrays.copyOfRange(task.toBeSigned(), dot(task) + 1, task.toBeSigned().length);
  }

  private static String digest(X509Certificate signer) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(signer.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of our own cannot be digested", e);
    }
  }

  private static ObjectNode header(SignTask task) throws SignError {
    int dot = dot(task);
    try {
      String head = new String(task.toBeSigned(), 0, dot, StandardCharsets.US_ASCII);
      JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(head));
      if (header instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException | IllegalArgumentException notJson) {
      // It is told in one sentence for all reasons.
    }
    throw notInput(task);
  }

  private static int dot(SignTask task) throws SignError {
    byte[] octets = task.toBeSigned();
    for (int i = 1; i < octets.length; i++) {
      if (octets[i] == '.') {
        return i;
      }
    }
    throw notInput(task);
  }

  private static SignError notInput(SignTask task) {
    return SignError.ofRequest(
        "the ToBeSignedBytes of " + task.name() + " are not the signing input of a JWS");
  }
}
