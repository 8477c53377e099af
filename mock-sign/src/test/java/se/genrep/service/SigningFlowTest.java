package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.person.TestPerson;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.protocol.SignTask;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.AuthContext;
import se.genrep.trust.AuthContextExtension;
import se.genrep.trust.CertType;

/** From the SignRequest through the sign-in to the SignResponse, in one process. */
class SigningFlowTest {

  private final World world = new World();

  private static SamlAttribute number(TestPerson person) {
    return new SamlAttribute(
        Attribute.PERSONAL_IDENTITY_NUMBER.oidName(), person.number().orElseThrow());
  }

  @Test
  void aPersonWithSamordningsnummerSignsAtLoa3() throws Exception {
    TestPerson person = world.person("ordinary-with-samordningsnummer");
    SignRequest request =
        world
            .draft()
            .signer(number(person))
            .levels(World.LOA3)
            .mustShow("Jag godkänner villkoren")
            .tasks(Tasks.pdf("t1", "document"));
    SignResponse response = world.signed(request, person);

    X509Certificate signer = response.chain().get(0);
    SignTask task = response.tasks().get(0);
    assertTrue(
        SignatureMethod.ECDSA_SHA256.verifies(
            signer.getPublicKey(),
            task.toBeSigned(),
            task.signature().orElseThrow().value(),
            SignatureMethod.Encoding.DER));
    AuthContext context = AuthContextExtension.read(signer).orElseThrow();
    assertEquals(world.idp().entityId(), context.identityProvider());
    assertEquals(World.LOA3, context.classRef());
    assertEquals(world.clock.instant(), context.authenticationInstant());
    assertTrue(
        context.mappings().stream()
            .anyMatch(
                each ->
                    each.attribute().equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName())
                        && each.value().equals(person.number().orElseThrow())));
    assertTrue(
        signer.getSubjectX500Principal().getName().contains(hex("PNOSE-", person)),
        signer.getSubjectX500Principal().getName());
  }

  /** The JDK shows the serialNumber of a name by its OID and the DER in hex. */
  private static String hex(String prefix, TestPerson person) {
    byte[] text = (prefix + person.number().orElseThrow()).getBytes();
    return HexFormat.of().formatHex(text);
  }

  static Stream<SignatureMethod> methods() {
    return Stream.of(SignatureMethod.values());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyTypeOfTaskIsSignedWithEveryMethod(SignatureMethod method) throws Exception {
    SignRequest request =
        world
            .draft()
            .algorithm(method.uri())
            .tasks(
                Tasks.cms("cms", AdesType.NONE, "a"),
                Tasks.cms("cades", AdesType.BES, "b"),
                Tasks.pdf("pades", "c"),
                Tasks.xml("xml", AdesType.NONE, "d", method),
                Tasks.xml("xades", AdesType.BES, "e", method),
                Tasks.jws("jws", AdesType.NONE, "f", method),
                Tasks.jws("jades", AdesType.BES, "g", method));
    SignResponse response = world.signed(request, world.person("ordinary-woman"));
    assertEquals(
        List.of("cms", "cades", "pades", "xml", "xades", "jws", "jades"),
        response.tasks().stream().map(task -> task.id().orElseThrow()).toList());
    for (SignTask task : response.tasks()) {
      assertEquals(method.uri(), task.signature().orElseThrow().algorithm().orElseThrow());
    }
  }

  @Test
  void withoutAnAlgorithmItIsRsaWithSha256() throws Exception {
    SignRequest request = world.draft().algorithm(null).tasks(Tasks.cms("t", AdesType.BES, "a"));
    SignResponse response = world.signed(request, world.person("ordinary-woman"));
    assertEquals(
        SignatureMethod.RSA_SHA256.uri(),
        response.tasks().get(0).signature().orElseThrow().algorithm().orElseThrow());
    assertEquals("RSA", response.chain().get(0).getPublicKey().getAlgorithm());
  }

  @Test
  void everyRequestHasAKeyOfItsOwn() throws Exception {
    SignRequest one = world.draft().tasks(Tasks.cms("t", AdesType.BES, "a"));
    SignRequest other = world.draft().tasks(Tasks.cms("t", AdesType.BES, "a"));
    TestPerson person = world.person("ordinary-woman");
    assertNotEquals(
        world.signed(one, person).chain().get(0).getPublicKey(),
        world.signed(other, person).chain().get(0).getPublicKey());
  }

  @ParameterizedTest
  @EnumSource(CertType.class)
  void aCertificateOfEveryTypeIsIssued(CertType type) throws Exception {
    var idp = world.idp("supplier-loa4");
    TestPerson person =
        world.cast.all().stream()
            .filter(each -> each.canUse(LevelOfAssurance.LOA4))
            .filter(each -> each.number().isPresent())
            .findFirst()
            .orElseThrow();
    SignRequest request =
        world
            .draft(idp)
            .certificate(type)
            .mustShow("Jag skriver under")
            .tasks(Tasks.cms("t", AdesType.BES, "a"));
    SignMade made = world.sign(idp, request, person, LevelOfAssurance.LOA4.uri());
    SignResponse response = world.requester().judge(made.form().fields(), request);
    assertEquals(world.service.authority().issuer(type), response.chain().get(1));
  }
}
