package se.genrep.ades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.CertType;
import se.genrep.trust.Impostors;

/** What the MOCK trusted list makes of the three types of certificate. */
class TrustedListTest {

  private static final Workshop SHOP = new Workshop();

  private static byte[] signed(CertType type) {
    KeyPair keys = KeyType.P_256.generate();
    var chain =
        SHOP.authority.issue(
            PersonCertificate.of(
                SHOP.person, LevelOfAssurance.LOA3, type, keys.getPublic(), SHOP.clock.instant()));
    return SHOP.signer.sign(
        Workshop.documentFor(Format.CADES), new SigningOptions(Format.CADES, Level.B), keys, chain);
  }

  private static Optional<String> qualification(byte[] signed, TrustedList list) {
    Verifier verifier =
        new Verifier(
            List.of(SHOP.authority.root()), List.of(list), Optional.of(SHOP.status), SHOP.clock);
    Verdict verdict = verifier.verify(new Document("signed.p7m", signed));
    return verdict.signatures().get(0).qualification();
  }

  @ParameterizedTest
  @CsvSource({"PKC, AdESig", "QC, AdESig-QC", "QC_SSCD, QESig"})
  void theTypeOfCertificateDecides(CertType type, String expected) {
    TrustedList list = TrustedList.of(SHOP.authority, SHOP.clock.instant());
    assertEquals(Optional.of(expected), qualification(signed(type), list));
  }

  @Test
  void anExpiredListQualifiesNothing() {
    Instant now = SHOP.clock.instant();
    TrustedList list =
        TrustedList.of(
            SHOP.authority,
            now.minus(Duration.ofHours(2)),
            now.minus(Duration.ofHours(1)),
            SHOP.authority.listOperator());
    assertNotEquals(Optional.of("QESig"), qualification(signed(CertType.QC_SSCD), list));
  }

  @Test
  void aListThatSomebodyElseSignedQualifiesNothing() {
    Instant now = SHOP.clock.instant();
    Credential other = Impostors.responder(SHOP.clock);
    TrustedList list = TrustedList.of(SHOP.authority, now, now.plus(Duration.ofDays(90)), other);
    assertNotEquals(Optional.of("QESig"), qualification(signed(CertType.QC_SSCD), list));
  }

  @Test
  void theListSaysThatItIsAMock() {
    String xml =
        new String(
            TrustedList.of(SHOP.authority, SHOP.clock.instant()).xml(), StandardCharsets.UTF_8);
    assertTrue(xml.contains("MOCK trusted list; nothing in it is trusted by anyone"), xml);
  }
}
