package se.genrep.ades.forgery;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import se.genrep.ades.Document;
import se.genrep.ades.DocumentSigner;
import se.genrep.ades.Format;
import se.genrep.ades.Level;
import se.genrep.ades.PersonCertificate;
import se.genrep.ades.SigningOptions;
import se.genrep.person.TestPerson;
import se.genrep.pki.KeyType;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.CertType;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.Revocations;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TimestampAuthority;

/**
 * What a forger has: a signer who signs what they are shown, the MOCK trust services, and the
 * documents.
 */
public final class ForgeryDesk {

  /** What the person signs. */
  public static final String GENUINE = "Betala 100 kronor";

  /** What only a forged document says. */
  public static final String CANARY = "Betala 100000 kronor";

  private final SigningAuthority authority;
  private final TestPerson person;
  private final Clock clock;

  public ForgeryDesk(SigningAuthority authority, TestPerson person, Clock clock) {
    this.authority = authority;
    this.person = person;
    this.clock = clock;
  }

  SigningAuthority authority() {
    return authority;
  }

  Clock clock() {
    return clock;
  }

  /** A clock that is wrong by so much. */
  Clock clock(Duration offset) {
    return Clock.offset(clock, offset);
  }

  RevocationStatus status() {
    return new RevocationStatus(authority, Revocations.inMemory(), clock);
  }

  DocumentSigner signer(RevocationStatus status, TimestampAuthority timestamps) {
    return new DocumentSigner(authority, status, timestamps, clock);
  }

  /** One that does not look at the trust data; with revocation lists, or with OCSP answers. */
  DocumentSigner careless(RevocationStatus status, TimestampAuthority timestamps, boolean lists) {
    return DocumentSigner.careless(authority, status, timestamps, lists, clock);
  }

  TimestampAuthority timestamps() {
    return new TimestampAuthority(authority, clock);
  }

  /** A key of the person with its chain. */
  Certified certified(UnaryOperator<SignerCertificateRequest> change) {
    KeyPair keys = KeyType.P_256.generate();
    SignerCertificateRequest request =
        PersonCertificate.of(
            person, LevelOfAssurance.LOA3, CertType.PKC, keys.getPublic(), clock.instant());
    return new Certified(keys, authority.issue(change.apply(request)));
  }

  Certified certified() {
    return certified(request -> request);
  }

  record Certified(KeyPair keys, List<X509Certificate> chain) {}

  /** The document as the person signs it, at level B. */
  byte[] sign(Document document, Format format) {
    return sign(document, new SigningOptions(format, Level.B));
  }

  byte[] sign(Document document, SigningOptions options) {
    Certified certified = certified();
    return signer(status(), timestamps())
        .sign(document, options, certified.keys(), certified.chain());
  }

  static Document text(String text) {
    return new Document("order.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  static Document xml(String text) {
    return new Document(
        "order.xml", ("<order>" + text + "</order>").getBytes(StandardCharsets.UTF_8));
  }
}
