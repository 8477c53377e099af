package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.federation.EntityMetadata.EncryptionMethod;
import se.genrep.federation.SamlSchema;
import se.genrep.idp.MatchValue;
import se.genrep.idp.MockIdp;
import se.genrep.idp.SignInRequest;
import se.genrep.person.TestPerson;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignTask;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.XmlDecrypter;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlVerifier;
import se.genrep.trust.CertType;

/** The AuthnRequest of the signing service (DP 7.1), as the identity provider gets it. */
class AuthnRequestTest {

  private final World world = new World();

  private SignRequest request(MockIdp idp) {
    return world
        .draft(idp)
        .mustShow("Jag skriver under")
        .tasks(Tasks.cms("a", AdesType.BES, "a"), Tasks.cms("b", AdesType.BES, "b"));
  }

  private XmlNode sent(SignRequest request) {
    return world.authnRequest(world.begin(request));
  }

  @Test
  void itForcesAnAuthenticationAndIsSigned() throws Exception {
    XmlNode message = sent(request(world.idp()));
    assertEquals(Optional.of("true"), message.attribute("ForceAuthn"));
    assertEquals(Optional.empty(), SamlSchema.check(message.element()));
    XmlVerifier.verify(
        message,
        world
            .federation
            .serviceProvider(world.service.entityId())
            .orElseThrow()
            .sp()
            .keys()
            .signing());
  }

  @Test
  void itGoesByPostToTheProviderOfTheRequest() {
    Arrival.SignIn signIn = world.begin(request(world.idp()));
    assertEquals(world.idp().location(false), signIn.form().action());
    assertEquals(world.idp().entityId(), signIn.identityProvider());
    MockIdp other = world.idp("supplier-loa4");
    assertEquals(other.location(false), world.begin(request(other)).form().action());
  }

  @Test
  void theSignMessageIsEncryptedToTheProviderWhichShowsIt() {
    Arrival.SignIn signIn = world.begin(request(world.idp()));
    XmlNode extension = world.authnRequest(signIn).at("samlp:Extensions/csig:SignMessage");
    assertTrue(extension.find("csig:Message").isEmpty(), "in the clear");
    assertEquals(Optional.of(world.idp().entityId()), extension.attribute("DisplayEntity"));
    assertEquals(Optional.of("true"), extension.attribute("MustShow"));
    String block = XmlDecrypter.methods(extension.at("csig:EncryptedMessage")).block();
    EncryptionMethod preferred =
        world
            .federation
            .entity(world.idp().entityId())
            .orElseThrow()
            .identityProvider()
            .orElseThrow()
            .keys()
            .encryption()
            .get(0)
            .methods()
            .get(0);
    assertEquals(preferred.algorithm(), block);
    SignInRequest accepted = world.accepted(world.idp(), signIn);
    assertEquals("Jag skriver under", accepted.signMessage().text());
    assertTrue(accepted.signMessage().mustShow());
  }

  @Test
  void theRequesterIsNamed() {
    XmlNode message = sent(request(world.idp()));
    assertEquals(World.REQUESTER, message.at("samlp:Scoping/samlp:RequesterID").text());
  }

  @Test
  void theLevelsAreThoseOfTheRequestThatTheProviderHas() {
    SignRequest request =
        world
            .draft()
            .levels(LevelOfAssurance.LOA4.uri(), LevelOfAssurance.LOA3.uri())
            .tasks(Tasks.cms("a", AdesType.BES, "a"));
    XmlNode contexts = sent(request).at("samlp:RequestedAuthnContext");
    assertEquals(Optional.of("exact"), contexts.attribute("Comparison"));
    assertEquals(
        List.of(LevelOfAssurance.LOA3.uri()),
        contexts.all("saml:AuthnContextClassRef").stream().map(XmlNode::text).toList());
  }

  @Test
  void withoutALevelThePolicyAsksForThoseThatMakeAnAdvancedSignature() {
    SignRequest request = world.draft().tasks(Tasks.cms("a", AdesType.BES, "a"));
    assertEquals(
        List.of(LevelOfAssurance.LOA3.uri()),
        sent(request).all("samlp:RequestedAuthnContext/saml:AuthnContextClassRef").stream()
            .map(XmlNode::text)
            .toList());
  }

  @Test
  void aSadIsAskedForWhereItIsGiven() {
    assertTrue(sent(request(world.idp())).find("samlp:Extensions/sap:SADRequest").isEmpty());
    SignRequest request = request(world.idp("supplier-loa4"));
    XmlNode sad = sent(request).at("samlp:Extensions/sap:SADRequest");
    assertEquals(
        List.of("RequesterID", "SignRequestID", "DocCount", "RequestedVersion"),
        sad.children().stream().map(each -> each.element().getLocalName()).toList());
    assertEquals(world.service.entityId(), sad.at("sap:RequesterID").text());
    assertEquals(request.id(), sad.at("sap:SignRequestID").text());
    assertEquals("2", sad.at("sap:DocCount").text());
    assertEquals("1.0", sad.at("sap:RequestedVersion").text());
    XmlNode other = sent(request(world.idp("supplier-loa4"))).at("samlp:Extensions/sap:SADRequest");
    assertNotEquals(sad.attribute("ID"), other.attribute("ID"));
  }

  @Test
  void aQualifiedSignatureAsksForSadAndMessage() {
    SignTask task = Tasks.cms("a", AdesType.BES, "a");
    XmlNode extensions =
        sent(world
                .draft(world.idp("supplier-loa4"))
                .certificate(CertType.QC_SSCD)
                .mustShow("Jag skriver under")
                .tasks(task))
            .at("samlp:Extensions");
    assertEquals(1, extensions.all("sap:SADRequest").size());
    assertEquals(1, extensions.all("csig:SignMessage").size());
  }

  @Test
  void whoIsToSignIsToldToAProviderThatAsks() {
    TestPerson person = world.person("ordinary-woman");
    String number = person.number().orElseThrow();
    SamlAttribute[] signer = {
      new SamlAttribute(Attribute.PERSONAL_IDENTITY_NUMBER.oidName(), number),
      new SamlAttribute(Attribute.GIVEN_NAME.oidName(), "Anna")
    };
    MockIdp asks = world.idp("uncertified-bankid");
    Arrival.SignIn signIn =
        world.begin(world.draft(asks).signer(signer).tasks(Tasks.cms("a", AdesType.BES, "a")));
    assertEquals(
        List.of(new MatchValue(Attribute.PERSONAL_IDENTITY_NUMBER, number)),
        world.accepted(asks, signIn).principalSelection());
    XmlNode message = world.authnRequest(signIn);
    assertEquals(1, message.all("samlp:Extensions/psc:PrincipalSelection/psc:MatchValue").size());
    assertEquals(Optional.empty(), SamlSchema.check(message.element()));
    assertFalse(message.toString().contains("Anna"), "it did not ask for the name");
  }
}
