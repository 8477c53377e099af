package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.idp.Decision;
import se.genrep.person.TestPerson;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.Csig;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.protocol.SignTask;
import se.genrep.registry.Attribute;
import se.genrep.registry.StatusCode;
import se.genrep.saml.DocumentVerifier;
import se.genrep.saml.XmlNode;

/** What a SignResponse has in it, and where (implementation profile 2.2, DSS extension 3.2, 4). */
class SignResponseTest {

  private static final String EXTENSION = "dss:OptionalOutputs/csig:SignResponseExtension";

  private final World world = new World();
  private final TestPerson person = world.person("ordinary-woman");
  private final SignRequest request =
      world
          .draft()
          .levels(World.LOA3)
          .tasks(
              Tasks.cms("first", AdesType.BES, "a"),
              Tasks.xml("second", AdesType.BES, "b", SignatureMethod.ECDSA_SHA256),
              Tasks.jws("third", AdesType.BES, "c", SignatureMethod.ECDSA_SHA256));
  private final SignMade made = world.sign(world.idp(), request, person, World.LOA3);
  private final XmlNode root = World.response(made);

  private static List<String> names(XmlNode node) {
    return node.children().stream().map(each -> each.element().getLocalName()).toList();
  }

  @Test
  void itNamesProfileAndRequest() {
    assertTrue(root.is("dss:SignResponse"));
    assertEquals(Optional.of(Csig.PROFILE), root.attribute("Profile"));
    assertEquals(Optional.of(request.id()), root.attribute("RequestID"));
  }

  @Test
  void theSignatureIsLastAndCoversAll() throws Exception {
    XmlNode outputs = root.at("dss:OptionalOutputs");
    assertEquals(List.of("SignResponseExtension", "Signature"), names(outputs));
    assertEquals(
        Optional.of(""), outputs.at("ds:Signature/ds:SignedInfo/ds:Reference").attribute("URI"));
    DocumentVerifier.verify(outputs, world.facts().metadata().sp().keys().signing());
  }

  @Test
  void anErrorIsSignedToo() throws Exception {
    SignMade error =
        world.sign(
            world.idp(),
            world.draft().tasks(Tasks.cms("t", AdesType.BES, "a")),
            new Decision.NotAuthenticated(StatusCode.CANCEL.uri(), "no"),
            SignInstruction.NONE);
    XmlNode response = World.response(error);
    DocumentVerifier.verify(
        response.at("dss:OptionalOutputs"), world.facts().metadata().sp().keys().signing());
    assertTrue(response.find("dss:SignatureObject").isEmpty());
    assertTrue(response.find(EXTENSION + "/csig:SignatureCertificateChain").isEmpty());
    SignResponse.read(response);
  }

  @Test
  void successIsAMajorCodeWithoutAMinorOne() {
    assertEquals(List.of(ResultCode.SUCCESS, ""), World.result(made));
  }

  static Stream<String> versions() {
    return Csig.VERSIONS.stream();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theVersionIsThatOfTheRequest(String version) {
    SignRequest asked = world.draft().version(version).tasks(Tasks.cms("t", AdesType.BES, "a"));
    XmlNode response = World.response(world.sign(world.idp(), asked, person, World.LOA3));
    assertEquals(Optional.of(version), response.at(EXTENSION).attribute("Version"));
  }

  @Test
  void withoutAVersionItIsOneOne() throws Exception {
    SignRequest asked = world.draft().version(null).tasks(Tasks.cms("t", AdesType.BES, "a"));
    SignMade answer = world.sign(world.idp(), asked, person, World.LOA3);
    assertEquals(Optional.empty(), World.response(answer).at(EXTENSION).attribute("Version"));
    world.requester().judge(answer.form().fields(), asked);
  }

  @Test
  void theExtensionSaysWhenWhoAndWithWhichCertificates() {
    assertEquals(
        List.of("ResponseTime", "SignerAssertionInfo", "SignatureCertificateChain"),
        names(root.at(EXTENSION)));
    assertEquals(
        world.clock.instant().toString(), root.at(EXTENSION + "/csig:ResponseTime").text());
    XmlNode context = root.at(EXTENSION + "/csig:SignerAssertionInfo/csig:ContextInfo");
    assertEquals(world.idp().entityId(), context.at("csig:IdentityProvider").text());
    assertEquals(world.clock.instant().toString(), context.at("csig:AuthenticationInstant").text());
    assertEquals(World.LOA3, context.at("saml:AuthnContextClassRef").text());
    assertTrue(context.at("csig:AssertionRef").text().startsWith("_"));
  }

  @Test
  void theReferenceIsTheIdOfTheAssertion() {
    SignRequest asked = world.draft().tasks(Tasks.cms("t", AdesType.BES, "a"));
    Arrival.SignIn signIn = world.begin(asked);
    AtomicReference<String> id = new AtomicReference<>();
    Deviation looking =
        Deviation.deviation("looking", "changes nothing, and is told the ID of the assertion")
            .prepare(
                Stage.ASSERTION,
                (assertion, scene) -> {
                  id.set(assertion.attribute("ID").orElseThrow());
                  return assertion;
                });
    String answer =
        world.answer(
            world.idp(), signIn, new Decision.SignIn(person, World.LOA3), Deviations.of(looking));
    XmlNode response =
        World.response(world.service.finish(signIn.state(), answer, MockSign.Instructions.NONE));
    assertEquals(
        id.get(),
        response
            .at(EXTENSION + "/csig:SignerAssertionInfo/csig:ContextInfo/csig:AssertionRef")
            .text());
  }

  @Test
  void theAttributesAreThoseTheCertificateSpeaksOf() {
    List<String> names =
        root
            .at(EXTENSION + "/csig:SignerAssertionInfo/saml:AttributeStatement")
            .all("saml:Attribute")
            .stream()
            .map(each -> each.attribute("Name").orElseThrow())
            .sorted()
            .toList();
    assertEquals(
        Stream.of(
                Attribute.PERSONAL_IDENTITY_NUMBER,
                Attribute.GIVEN_NAME,
                Attribute.SURNAME,
                Attribute.DISPLAY_NAME)
            .map(Attribute::oidName)
            .sorted()
            .toList(),
        names);
  }

  @Test
  void theChainLeadsFromTheSignerToTheRoot() throws Exception {
    List<X509Certificate> chain = SignResponse.read(root).chain();
    assertEquals(3, chain.size());
    for (int i = 0; i < chain.size(); i++) {
      chain.get(i).verify(chain.get(Math.min(i + 1, 2)).getPublicKey());
    }
    assertEquals(chain.get(2).getSubjectX500Principal(), chain.get(2).getIssuerX500Principal());
  }

  @Test
  void everyTaskIsAnsweredByItsNameWithWhatWasSigned() {
    List<XmlNode> tasks =
        root.all("dss:SignatureObject/dss:Other/csig:SignTasks/csig:SignTaskData");
    assertEquals(
        List.of("first", "second", "third"),
        tasks.stream().map(each -> each.attribute("SignTaskId").orElseThrow()).toList());
    for (int i = 0; i < 3; i++) {
      XmlNode task = tasks.get(i);
      assertEquals(
          Optional.of(SignatureMethod.ECDSA_SHA256.uri()),
          task.at("csig:Base64Signature").attribute("Type"));
      byte[] octets = Base64.getDecoder().decode(task.at("csig:ToBeSignedBytes").text());
      assertFalse(
          Arrays.equals(request.tasks().get(i).toBeSigned(), octets),
          "the certificate's digest is in it");
    }
    assertEquals(Optional.of(Csig.JWS_RULE), tasks.get(2).attribute("ProcessingRules"));
  }

  @Test
  void theObjectOfXadesHasTheCertificateAndTheSignaturesId() {
    XmlNode task =
        root.all("dss:SignatureObject/dss:Other/csig:SignTasks/csig:SignTaskData").get(1);
    assertEquals("id-second", task.at("csig:AdESObject/csig:SignatureId").text());
    String object =
        new String(
            Base64.getDecoder().decode(task.at("csig:AdESObject/csig:AdESObjectBytes").text()),
            StandardCharsets.UTF_8);
    assertTrue(object.contains("Target=\"#id-second\""), object);
    assertTrue(object.contains("SigningCertificateV2"), object);
  }

  @Test
  void theFormHasWhatTheBindingDemands() {
    assertEquals(World.RETURN_URL, made.form().action());
    assertEquals(Csig.BINDING, made.form().fields().get("Binding"));
    assertEquals(request.id(), made.form().fields().get("RelayState"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"given", "policy"})
  void anObjectOfTheRequestersOwnIsBuiltOn(String kind) throws Exception {
    String policy =
        kind.equals("policy")
            ? "<xades:SignaturePolicyIdentifier><xades:SignaturePolicyImplied>"
                + "</xades:SignaturePolicyImplied></xades:SignaturePolicyIdentifier>"
            : "";
    String object =
        "<ds:Object xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
            + "<xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\""
            + " Target=\"#own\"><xades:SignedProperties Id=\"own-properties\">"
            + "<xades:SignedSignatureProperties><xades:SigningTime>2026-12-01T11:00:00Z"
            + "</xades:SigningTime>"
            + policy
            + "</xades:SignedSignatureProperties></xades:SignedProperties>"
            + "</xades:QualifyingProperties></ds:Object>";
    AdesType type = policy.isEmpty() ? AdesType.BES : AdesType.EPES;
    SignRequest asked =
        world
            .draft()
            .tasks(
                Tasks.xml("t", type, "a", SignatureMethod.ECDSA_SHA256)
                    .withObject(
                        new SignTask.AdesObject(
                            Optional.of("own"),
                            Optional.of(object.getBytes(StandardCharsets.UTF_8)))));
    SignResponse response = world.signed(asked, person);
    String built =
        new String(
            response.tasks().get(0).adesObject().orElseThrow().bytes().orElseThrow(),
            StandardCharsets.UTF_8);
    assertTrue(built.contains("2026-12-01T11:00:00Z"), built);
    assertTrue(built.contains("own-properties"), built);
    assertEquals(!policy.isEmpty(), built.contains("SignaturePolicyImplied"));
  }
}
