package se.genrep.ades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.genrep.ades.Verdict.OfSignature;
import se.genrep.pki.KeyType;

/** Every format at every level: signed, and found to be advanced. */
class FormatsTest {

  private static final Workshop SHOP = new Workshop();

  @TestFactory
  Stream<DynamicTest> everyFormatReachesEveryLevel() {
    return Arrays.stream(Format.values())
        .flatMap(
            format ->
                Arrays.stream(Level.values())
                    .map(
                        level ->
                            DynamicTest.dynamicTest(
                                format + " " + level, () -> reaches(format, level))));
  }

  private static void reaches(Format format, Level level) {
    byte[] signed = SHOP.sign(Workshop.documentFor(format), format, level);
    Verdict verdict = SHOP.verify(signed, format);
    assertEquals(1, verdict.signatures().size());
    OfSignature signature = verdict.signatures().get(0);
    assertEquals(List.of(), signature.reasons());
    assertEquals("TOTAL_PASSED", signature.indication());
    assertEquals(Optional.of(level), signature.level());
    assertTrue(verdict.advanced());
    assertTrue(signature.article26().points().stream().allMatch(Verdict.Point::holds));
  }

  @TestFactory
  Stream<DynamicTest> everyKeyTypeSigns() {
    return Stream.of(KeyType.P_256, KeyType.P_384, KeyType.RSA_2048, KeyType.RSA_3072)
        .flatMap(
            type ->
                Stream.of(false, true)
                    .filter(pss -> type.isRsa() || !pss)
                    .map(
                        pss ->
                            DynamicTest.dynamicTest(
                                type + (pss ? " PSS" : ""),
                                () -> {
                                  for (Format format : Format.values()) {
                                    SigningOptions plain = new SigningOptions(format, Level.B);
                                    SigningOptions options = pss ? plain.pss() : plain;
                                    byte[] signed =
                                        SHOP.sign(Workshop.documentFor(format), options, type);
                                    assertTrue(
                                        SHOP.verify(signed, format).advanced(), format.word());
                                  }
                                })));
  }

  @Test
  void theSignerIsShownAsTheCertificateHasIt() {
    byte[] signed = SHOP.sign(Workshop.documentFor(Format.PADES), Format.PADES, Level.B);
    Verdict.Signer signer =
        SHOP.verify(signed, Format.PADES).signatures().get(0).signer().orElseThrow();
    assertEquals(Optional.of(SHOP.person.name()), signer.name());
    assertEquals(Optional.of("PNOSE-" + SHOP.person.number().orElseThrow()), signer.identifier());
    assertTrue(signer.issuer().contains("MOCK"), signer.issuer());
  }

  @Test
  void aFileWithoutSignatureIsNotAdvanced() {
    Verdict verdict = SHOP.verifier.verify(Workshop.pdf("Utan underskrift"));
    assertFalse(verdict.advanced());
    assertEquals("The file has no signature.", verdict.reasons().get(0).en());
  }
}
