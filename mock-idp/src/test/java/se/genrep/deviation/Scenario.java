package se.genrep.deviation;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import se.genrep.idp.Answer;
import se.genrep.idp.AnswerWriter;
import se.genrep.idp.ReleasedAttribute;
import se.genrep.idp.Scoping;
import se.genrep.idp.SignInRequest;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.registry.Attribute;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.PostForm;
import se.genrep.saml.SignatureAlgorithm;

/** One sign-in of a genuine person, answered with a deviation, and all keys there are around it. */
final class Scenario {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  static final String IDP = "https://localhost:8443/idp/scenario";
  static final String SP = "https://sp.example.org/metadata";
  static final String ACS = "https://sp.example.org/acs";
  static final String REQUEST = "_request";
  static final String GENUINE_NUMBER = "197701012382";
  static final String GENUINE_NAME_ID = "genuine-pseudonym";
  static final TestPerson CANARY = Cast.load().canaries().get(0);
  static final String CANARY_NUMBER = CANARY.values(Attribute.PERSONAL_IDENTITY_NUMBER).get(0);

  private static final TestPki PKI = TestPki.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
  static final Credential SP_KEY = PKI.credential("sp", KeyType.RSA_2048);
  static final Credential STRANGER = PKI.credential("stranger", KeyType.RSA_2048);
  static final Credential OTHER_MEMBER = PKI.credential("other-member", KeyType.RSA_2048);
  static final Credential OTHER_SP = PKI.credential("other-sp", KeyType.RSA_2048);
  static final Credential RSA = PKI.credential("idp", KeyType.RSA_2048);
  static final Credential ELLIPTIC = PKI.credential("idp", KeyType.P_256);

  private final Credential signer;
  private final boolean wantAssertionsSigned;
  private final boolean encrypted;

  private Scenario(Credential signer, boolean wantAssertionsSigned, boolean encrypted) {
    this.signer = signer;
    this.wantAssertionsSigned = wantAssertionsSigned;
    this.encrypted = encrypted;
  }

  static Scenario signedBy(Credential signer) {
    return new Scenario(signer, false, true);
  }

  /** Of no registry, so that every level that a deviation says is another. */
  private static final String LEVEL = "http://idp.genrep.example/loa/usual";

  static Scenario usual() {
    return signedBy(RSA);
  }

  Scenario wantingAssertionsSigned() {
    return new Scenario(signer, true, true);
  }

  Scenario unencrypted() {
    return new Scenario(signer, wantAssertionsSigned, false);
  }

  /** An answer, and what the deviation did to it. */
  record Answered(PostForm form, List<Applied> applied) {}

  Answered answer(Deviation... deviations) {
    AtomicInteger ids = new AtomicInteger();
    Scene scene =
        new Scene(
            NOW,
            Deviations.of(deviations),
            CANARY,
            new Others(),
            () -> "_id" + ids.incrementAndGet());
    Protection protection =
        new Protection(
            signer,
            SignatureAlgorithm.mandatoryFor(signer.privateKey()),
            true,
            wantAssertionsSigned,
            Optional.of(SP_KEY.certificate()).filter(any -> encrypted),
            EncryptionAlgorithm.MANDATORY);
    PostForm form = AnswerWriter.write(goodAnswer(), protection, scene);
    return new Answered(form, scene.applied());
  }

  /** The answer as a reader without any care finds it. */
  Careless read(Deviation... deviations) {
    return Careless.reader(answer(deviations).form(), SP_KEY);
  }

  private static Answer goodAnswer() {
    SignInRequest request =
        new SignInRequest(
            REQUEST,
            SP,
            ACS,
            "relay",
            List.of(LEVEL),
            "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            true,
            false,
            -1,
            List.of(),
            null,
            null,
            Scoping.NONE,
            null,
            null,
            NOW);
    return new Answer(
        IDP,
        request,
        List.of(
            released(Attribute.SURNAME, "Genuinsson"),
            released(Attribute.GIVEN_NAME, "Genuina"),
            released(Attribute.DISPLAY_NAME, "Genuina Genuinsson"),
            released(Attribute.PERSONAL_IDENTITY_NUMBER, GENUINE_NUMBER),
            released(Attribute.DATE_OF_BIRTH, "1977-01-01"),
            released(Attribute.MOBILE, "070-1740605"),
            released(Attribute.TRANSACTION_IDENTIFIER, "transaction-1")),
        LEVEL,
        GENUINE_NAME_ID,
        request.nameIdFormat(),
        NOW,
        "_session",
        NOW,
        Duration.ofMinutes(5),
        "192.0.2.7",
        null);
  }

  private static ReleasedAttribute released(Attribute attribute, String value) {
    return new ReleasedAttribute(attribute.oidName(), attribute.friendlyName(), List.of(value));
  }

  private static final class Others implements Scene.Strangers {
    @Override
    public Credential unregistered() {
      return STRANGER;
    }

    @Override
    public Credential otherMember() {
      return OTHER_MEMBER;
    }

    @Override
    public Credential otherServiceProvider() {
      return OTHER_SP;
    }

    @Override
    public Credential cloned() {
      return PKI.credential("cloned", KeyType.RSA_2048);
    }

    @Override
    public Credential retired() {
      return PKI.credential("retired", KeyType.RSA_2048);
    }

    @Override
    public Credential expired() {
      return PKI.expired(PKI.credential("expired", KeyType.RSA_2048));
    }

    @Override
    public Credential weak() {
      return PKI.credential("weak", KeyType.RSA_1024);
    }

    @Override
    public Credential otherKind() {
      return PKI.credential("other-kind", KeyType.P_384);
    }

    @Override
    public Credential encryptionOnly() {
      return PKI.credential("idp-encryption", KeyType.RSA_2048);
    }

    @Override
    public Credential further(KeyType type) {
      return PKI.credential("further", type);
    }

    @Override
    public X509Certificate certificateOfOwnKey(Scene.Oddity oddity) {
      return PKI.expired(RSA).certificate();
    }
  }
}
