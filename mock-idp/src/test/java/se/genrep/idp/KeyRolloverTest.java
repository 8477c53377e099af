package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.deviation.Deviations;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.Keys;
import se.genrep.federation.MetadataReader;
import se.genrep.input.BadInput;
import se.genrep.pki.TestPki;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlEncrypter;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;
import se.genrep.saml.XmlVerifier.InvalidSignature;

/** DP 2.1.1.2: the identity provider rolls over, as its peers see it. */
class KeyRolloverTest {

  /** DP-2.1.1.2-12, -13: two certificates, the old signs, the new signs, one certificate. */
  @ParameterizedTest
  @ValueSource(strings = {"supplier-loa2-loa3", "supplier-without-samordningsnummer"})
  void signingKeysOverlap(String profile) {
    Setting setting = new Setting(profile).withUsualSp();
    X509Certificate old = keys(setting).signing().get(0);
    assertSignedBy(setting, old);

    setting.idp.rollover().publishNext();
    List<X509Certificate> both = keys(setting).signing();
    assertEquals(2, both.size());
    X509Certificate next = both.get(1);
    assertEquals(old, both.get(0));
    assertNotEquals(old.getPublicKey(), next.getPublicKey());
    assertSignedBy(setting, old);

    setting.idp.rollover().switchToNext();
    assertEquals(List.of(next, old), keys(setting).signing());
    assertSignedBy(setting, next);

    setting.idp.rollover().retireOld();
    assertEquals(List.of(next), keys(setting).signing());
    assertSignedBy(setting, next);

    setting.idp.rollover().publishNext();
    assertEquals(2, keys(setting).signing().size());
  }

  /** DP-2.1.1.2-14, -15. */
  @Test
  void onlyTheNewestEncryptionKeyIsPublishedAndTheOldStillReads() {
    IdpProfile profile = IdpProfiles.find("supplier-loa2-loa3");
    IdpKeys keys = new IdpKeys(TestPki.inMemory(Setting.CLOCK), profile);
    X509Certificate old = keys.publishedForEncryption();
    keys.publishNext();
    X509Certificate next = keys.publishedForEncryption();
    assertNotEquals(old, next);
    assertReads(keys.decrypting(), old, next);
    keys.switchToNext();
    assertEquals(next, keys.publishedForEncryption());
    assertReads(keys.decrypting(), old, next);
    keys.retireOld();
    assertReads(keys.decrypting(), next);
    assertThrows(AssertionError.class, () -> assertReads(keys.decrypting(), old));
  }

  @Test
  void metadataHasOneEncryptionKeyAllTheWay() {
    Setting setting = Setting.supplier();
    KeyRollover rollover = setting.idp.rollover();
    X509Certificate old = keys(setting).encryption().get(0).certificate();
    for (Runnable step :
        List.<Runnable>of(rollover::publishNext, rollover::switchToNext, rollover::retireOld)) {
      step.run();
      assertEquals(1, keys(setting).encryption().size());
      assertNotEquals(old, keys(setting).encryption().get(0).certificate());
    }
  }

  /** What is fetched from the identity provider and from the federation is the same. */
  @Test
  void theAggregateFollows() {
    Setting setting = Setting.supplier();
    setting.idp.rollover().publishNext();
    EntityMetadata inAggregate =
        MetadataReader.read("feed", setting.federation.aggregate(), Setting.NOW).entities().get(0);
    assertEquals(2, inAggregate.identityProvider().orElseThrow().keys().signing().size());
  }

  @Test
  void aStepOutOfTurnIsRefused() {
    KeyRollover rollover = Setting.supplier().idp.rollover();
    assertRefused("no next key is published", rollover::switchToNext);
    assertRefused("no old key is left", rollover::retireOld);
    rollover.publishNext();
    assertRefused("a rollover is under way", rollover::publishNext);
    assertRefused("no old key is left", rollover::retireOld);
    rollover.switchToNext();
    assertRefused("a rollover is under way", rollover::publishNext);
    assertDoesNotThrow(rollover::retireOld);
  }

  private static void assertRefused(String problem, Runnable step) {
    BadInput refused = assertThrows(BadInput.class, step::run);
    assertTrue(refused.problem().contains(problem), refused.getMessage());
  }

  private static Keys keys(Setting setting) {
    return MetadataReader.readOne("idp.xml", setting.idp.metadata(), Setting.NOW)
        .identityProvider()
        .orElseThrow()
        .keys();
  }

  private static void assertSignedBy(Setting setting, X509Certificate expected) {
    SignInRequest request = setting.accept(setting.request());
    Made made =
        setting.idp.answer(
            request,
            new Decision.SignIn(People.WITH_PERSONNUMMER, LevelOfAssurance.LOA3.uri()),
            "192.0.2.1",
            Deviations.NONE,
            People.WITH_PERSONNUMMER);
    XmlNode response = Opened.response(made.form());
    assertDoesNotThrow(() -> XmlVerifier.verify(response, List.of(expected)));
    for (X509Certificate other : keys(setting).signing()) {
      if (!other.equals(expected)) {
        assertThrows(InvalidSignature.class, () -> XmlVerifier.verify(response, List.of(other)));
      }
    }
  }

  private static void assertReads(List<PrivateKey> keys, X509Certificate... recipients) {
    for (X509Certificate recipient : recipients) {
      XmlNode encrypted =
          XmlEncrypter.encrypt(
              XmlNode.root(Xml.parse("<a/>".getBytes())), recipient, EncryptionAlgorithm.MANDATORY);
      assertTrue(keys.stream().anyMatch(key -> reads(encrypted, key)));
    }
  }

  private static boolean reads(XmlNode encrypted, PrivateKey key) {
    try {
      XmlDecrypter.decrypt(encrypted, key);
      return true;
    } catch (MalformedMessage e) {
      return false;
    }
  }
}
