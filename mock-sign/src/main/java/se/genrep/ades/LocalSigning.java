package se.genrep.ades;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.genrep.person.TestPerson;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.CertType;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.Revocations;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TimestampAuthority;
import se.genrep.trust.TrustAddresses;

/**
 * Signing and verifying with the trust services of a data folder, without a server: "sign this file
 * as this person". Whoever runs the federation from the same folder has the same authorities and
 * the same revocations.
 */
public final class LocalSigning {

  private final SigningAuthority authority;
  private final RevocationStatus status;
  private final TimestampAuthority timestamps;
  private final Clock clock;

  /** With given services. */
  public LocalSigning(SigningAuthority authority, RevocationStatus status, Clock clock) {
    this.authority = authority;
    this.status = status;
    this.timestamps = new TimestampAuthority(authority, clock);
    this.clock = clock;
  }

  /**
   * The services of a data folder. Keys are made when they are first needed.
   *
   * @param federation the address that certificates made now name, without a final slash
   */
  public static LocalSigning open(Path data, String federation, Clock clock) {
    SigningAuthority authority =
        new SigningAuthority(
            TestPki.open(data.resolve("pki"), clock), TrustAddresses.of(federation), clock);
    Revocations revocations = Revocations.open(data.resolve(Revocations.FILE));
    return new LocalSigning(authority, new RevocationStatus(authority, revocations, clock), clock);
  }

  public SigningAuthority authority() {
    return authority;
  }

  /**
   * Signs with a key that is made for it and forgotten afterwards.
   *
   * @param level the level at which the person is said to have been authenticated
   * @throws se.genrep.input.BadInput when the document cannot be signed so, or the person has no
   *     identifier that a certificate takes
   */
  public byte[] sign(
      Document document,
      SigningOptions options,
      TestPerson person,
      LevelOfAssurance level,
      CertType type) {
    Signable.require(document, options.format());
    KeyPair keys = KeyType.P_256.generate();
    List<X509Certificate> chain =
        authority.issue(
            PersonCertificate.of(person, level, type, keys.getPublic(), clock.instant()));
    return new DocumentSigner(authority, status, timestamps, clock)
        .sign(document, options, keys, chain);
  }

  /**
   * A verifier that trusts the folder's own root, and others.
   *
   * @param others certificates that are trusted too
   * @param lists whether it judges by the MOCK trusted list too
   */
  public Verifier verifier(Collection<X509Certificate> others, boolean lists) {
    List<X509Certificate> trusted = new ArrayList<>(others);
    trusted.add(authority.root());
    List<TrustedList> own = lists ? List.of(TrustedList.of(authority, clock.instant())) : List.of();
    return new Verifier(trusted, own, Optional.of(status), clock);
  }
}
