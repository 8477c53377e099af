package se.genrep.ades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A genuine signature of BankID's test environment, which is not part of the project: it stands in
 * {@code ../shared/facts/samples} beside it. Skipped where it is missing, and failing where the
 * environment variable CI is {@code true}.
 */
class BankIdTest {

  private static final String SAMPLE = "samples/bankid-test-signature.xml";

  /** When its certificate was valid, and it was made. */
  private static final Clock THEN =
      Clock.fixed(Instant.parse("2022-10-08T08:00:00Z"), ZoneOffset.UTC);

  private static byte[] sample() throws Exception {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolveSibling("shared").resolve("facts").resolve(SAMPLE);
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
    }
    String reason = "../shared/facts/" + SAMPLE + " is not beside the project";
    if ("true".equals(System.getenv("CI"))) {
      fail(reason);
    }
    return Assumptions.abort(reason);
  }

  /** The certificates of the file, the signer's first. */
  private static List<X509Certificate> certificates(byte[] xml) throws Exception {
    List<X509Certificate> all = new ArrayList<>();
    var found =
        Pattern.compile("<X509Certificate>([^<]+)<")
            .matcher(new String(xml, StandardCharsets.UTF_8));
    while (found.find()) {
      all.add(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(Base64.getMimeDecoder().decode(found.group(1)))));
    }
    return all;
  }

  @Test
  void aSignInIsNoSignatureOfADocument() throws Exception {
    byte[] xml = sample();
    List<X509Certificate> chain = certificates(xml);
    Verdict verdict =
        new Verifier(List.of(chain.get(chain.size() - 1)), Optional.empty(), THEN)
            .verify(new Document("bankid.xml", xml));
    assertFalse(verdict.advanced());
    assertEquals(
        "The BankID signature was made to identify somebody (funcId Identification): it is no"
            + " signature of a document.",
        verdict.reasons().get(0).en());
    assertEquals(1, verdict.reasons().size(), verdict.reasons().toString());
    Verdict.OfSignature signature = verdict.signatures().get(0);
    assertTrue(signature.article26().a().holds(), signature.article26().toString());
    assertTrue(signature.article26().b().holds(), signature.article26().toString());
    assertTrue(signature.article26().d().holds(), signature.article26().toString());
    assertEquals(Optional.of("191212121212"), signature.signer().orElseThrow().identifier());
    assertEquals(Optional.of("Tolvan Tolvansson"), signature.signer().orElseThrow().name());
  }

  @Test
  void aChangedOneIsNoticed() throws Exception {
    byte[] xml = sample();
    byte[] changed =
        new String(xml, StandardCharsets.UTF_8)
            .replace("<funcId>Identification<", "<funcId>Signing<")
            .getBytes(StandardCharsets.UTF_8);
    Verdict verdict =
        new Verifier(certificates(xml), Optional.empty(), THEN)
            .verify(new Document("bankid.xml", changed));
    assertFalse(verdict.advanced());
    assertFalse(verdict.signatures().get(0).article26().d().holds());
  }
}
