import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import se.genrep.deviation.Deviations;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.idp.Decision;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.Inbound;
import se.genrep.idp.MockIdp;
import se.genrep.idp.Received;
import se.genrep.person.Cast;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.Csig;
import se.genrep.protocol.SigType;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignTask;
import se.genrep.registry.Algorithm;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.requester.SignRequester;
import se.genrep.saml.KeyDescriptor;
import se.genrep.saml.PostBinding;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;
import se.genrep.service.Arrival;
import se.genrep.service.MockSign;

/**
 * What the signing service adds to the signatures themselves: the processor time of one more task in a request, RSA-2048 with
 * SHA-256, beside that of the bare signature in the same run. Prints ms each as one line of JSON: {@code java -cp genrep.jar
 * Signing.java ROUNDS}.
 */
class Signing {
  private static final String BASE = "http://localhost:8480";
  private static final String REQUESTER = "https://bench-requester.genrep.example/";
  private static final int FEW = 1, MANY = 101;

  /** The pool of one-time keys is filled meanwhile; a key that is made at once would count as the work of a task. */
  private static final long REST_MS = 300;

  private static final Clock CLOCK = Clock.systemUTC();
  private static final TestPki PKI = TestPki.inMemory(CLOCK);
  private static final Federation FEDERATION = Federation.inMemory(PKI, CLOCK);
  private static final Cast CAST = Cast.load();
  private static final MockIdp IDP = new MockIdp(
      IdpProfiles.find("supplier-loa2-loa3"), BASE, PKI, FEDERATION, () -> CAST, CLOCK, () -> "_" + UUID.randomUUID());

  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    MockSign.Place place = new MockSign.Place(BASE, PKI, FEDERATION, () -> CAST, CLOCK);
    MockSign.join(place);
    Credential key = PKI.selfSigned("bench-requester", KeyType.P_256);
    FEDERATION.join("requester", metadata(key));
    try (MockSign service = new MockSign(place)) {
      SignRequester requester = new SignRequester(REQUESTER, key, new SignRequester.SigningServiceFacts(
          FEDERATION.serviceProvider(service.entityId()).orElseThrow(), service.requestUrl(), service.authority().root()), CLOCK);
      double raw = raw(rounds * MANY);
      double cades = more(service, requester, rounds, Signing::cades);
      double jades = more(service, requester, rounds, Signing::jades);
      System.out.println(String.format(Locale.ROOT,
          "{\"raw\":%.3f,\"cades\":%.3f,\"jades\":%.3f,\"cadesOfRaw\":%.2f,\"jadesOfRaw\":%.2f}", raw, cades, jades, raw / cades, raw / jades));
    }
  }

  private static XmlNode metadata(Credential key) {
    XmlNode entity = XmlNode.newRoot("md:EntityDescriptor").set("entityID", REQUESTER);
    XmlNode role = entity.add("md:SPSSODescriptor").set("protocolSupportEnumeration", SamlNs.SAMLP);
    KeyDescriptor.add(role, "signing", key.certificate());
    role.add("md:AssertionConsumerService").set("Binding", EntityMetadata.POST).set("Location", REQUESTER).set("index", "0");
    return entity;
  }

  private static double raw(int rounds) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    byte[] octets = attributes(0);
    Work work = () -> {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(pair.getPrivate());
      signer.update(octets);
      signer.sign();
    };
    for (int i = 0; i < rounds; i++) work.run();
    long before = cpu();
    for (int i = 0; i < rounds; i++) work.run();
    return (cpu() - before) / 1e6 / rounds;
  }

  private interface Maker {
    SignTask task(int number) throws Exception;
  }

  /** ms for each task beyond the first. */
  private static double more(MockSign service, SignRequester requester, int rounds, Maker maker) throws Exception {
    double[] ms = new double[2];
    for (int turn = 0; turn < 2; turn++) { // the first warms up
      ms = new double[] {finish(service, requester, rounds, FEW, maker), finish(service, requester, rounds, MANY, maker)};
    }
    return (ms[1] - ms[0]) / (MANY - FEW);
  }

  private static double finish(MockSign service, SignRequester requester, int rounds, int count, Maker maker) throws Exception {
    long spent = 0;
    for (int round = 0; round < rounds; round++) {
      List<SignTask> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) tasks.add(maker.task(i));
      SignRequest request = requester.draft(IDP.entityId(), REQUESTER).algorithm(Algorithm.RSA_SHA256.uri()).tasks(tasks);
      Arrival.SignIn signIn =
          (Arrival.SignIn) service.receive(requester.ask(request).fields(), MockSign.Instructions.NONE);
      byte[] xml = PostBinding.decode(signIn.form().fields().get("SAMLRequest"), "SAMLRequest");
      Received.Ask ask = (Received.Ask) IDP.receive(
          new Inbound(false, IDP.location(false), xml, Optional.empty(), Optional.empty(), Optional.empty()));
      Decision decision = new Decision.SignIn(CAST.person("ordinary-woman"), LevelOfAssurance.LOA3.uri());
      String answer = IDP.answer(ask.request(), decision, "127.0.0.1", Deviations.NONE, null).form().fields().get("SAMLResponse");
      Thread.sleep(REST_MS);
      long before = cpu();
      service.finish(signIn.state(), answer, MockSign.Instructions.NONE);
      spent += cpu() - before;
    }
    return spent / 1e6 / rounds;
  }

  private static SignTask cades(int number) throws Exception {
    return SignTask.of("task-" + number, SigType.CMS, AdesType.BES, attributes(number));
  }

  private static SignTask jades(int number) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String input = base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
        + base64.encodeToString(("document " + number).getBytes(StandardCharsets.UTF_8));
    return SignTask.of("task-" + number, SigType.CMS, AdesType.BES, input.getBytes(StandardCharsets.US_ASCII)).withRule(Csig.JWS_RULE);
  }

  private static byte[] attributes(int number) throws Exception {
    byte[] digest = new byte[32];
    digest[0] = (byte) number;
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
    attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
    return new DERSet(attributes).getEncoded("DER");
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
