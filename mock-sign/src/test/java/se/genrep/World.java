package se.genrep;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.genrep.deviation.Deviations;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.idp.Decision;
import se.genrep.idp.IdpProfile;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.Inbound;
import se.genrep.idp.MockIdp;
import se.genrep.idp.Received;
import se.genrep.idp.SignInRequest;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.requester.RequestDraft;
import se.genrep.requester.RequesterCheck;
import se.genrep.requester.ResponseRefusal;
import se.genrep.requester.SignRequester;
import se.genrep.saml.KeyDescriptor;
import se.genrep.saml.PostBinding;
import se.genrep.saml.PostForm;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.service.Arrival;
import se.genrep.service.MockSign;
import se.genrep.service.ServiceCheck;
import se.genrep.service.SignInstruction;
import se.genrep.service.SignMade;

/** A federation in memory: identity providers, the signing service, and a requester. */
public final class World {

  public static final String BASE = "http://localhost:8480";
  public static final String REQUESTER = "https://requester.example.com/sp";
  public static final String RETURN_URL = "https://requester.example.com/signed";
  public static final String LOA3 = LevelOfAssurance.LOA3.uri();

  public final SetClock clock = new SetClock(Instant.parse("2026-12-01T12:00:00Z"));
  public final TestPki pki = TestPki.inMemory(clock);
  public final Federation federation = Federation.inMemory(pki, clock);
  public final Cast cast = Cast.load();
  public final MockSign service;
  public final Credential requesterKey = pki.selfSigned("requester", KeyType.P_256);
  private final Map<String, MockIdp> idps = new HashMap<>();

  public World(ServiceCheck... dropped) {
    MockSign.Place place = new MockSign.Place(BASE, pki, federation, () -> cast, clock);
    MockSign.join(place);
    service = new MockSign(place, Set.of(dropped));
    federation.join("requester", metadata(REQUESTER, requesterKey));
    idp("supplier-loa2-loa3");
  }

  public XmlNode metadata(String entityId, Credential key) {
    XmlNode entity = XmlNode.newRoot("md:EntityDescriptor").set("entityID", entityId);
    XmlNode role = entity.add("md:SPSSODescriptor").set("protocolSupportEnumeration", SamlNs.SAMLP);
    KeyDescriptor.add(role, "signing", key.certificate());
    role.add("md:AssertionConsumerService")
        .set("Binding", EntityMetadata.POST)
        .set("Location", entityId + "/acs")
        .set("index", "0");
    return entity;
  }

  public MockIdp idp() {
    return idp("supplier-loa2-loa3");
  }

  public MockIdp idp(String profile) {
    return idps.computeIfAbsent(profile, id -> start(IdpProfiles.find(id)));
  }

  private MockIdp start(IdpProfile profile) {
    return new MockIdp(
        profile, BASE, pki, federation, () -> cast, clock, () -> "_" + UUID.randomUUID());
  }

  public SignRequester requester(RequesterCheck... dropped) {
    return new SignRequester(REQUESTER, requesterKey, facts(), clock, Set.of(dropped));
  }

  public SignRequester.SigningServiceFacts facts() {
    return new SignRequester.SigningServiceFacts(
        federation.serviceProvider(service.entityId()).orElseThrow(),
        service.requestUrl(),
        service.authority().root());
  }

  public RequestDraft draft() {
    return draft(idp());
  }

  public RequestDraft draft(MockIdp idp) {
    return requester().draft(idp.entityId(), RETURN_URL);
  }

  public TestPerson person(String id) {
    return cast.person(id);
  }

  /** Sends a request that must lead to the identity provider. */
  public Arrival.SignIn begin(SignRequest request) {
    Arrival arrival =
        service.receive(requester().ask(request).fields(), MockSign.Instructions.NONE);
    if (arrival instanceof Arrival.SignIn signIn) {
      return signIn;
    }
    throw new AssertionError(arrival);
  }

  /** What the identity provider sees. */
  public XmlNode authnRequest(Arrival.SignIn signIn) {
    return XmlNode.root(
        Xml.parse(PostBinding.decode(signIn.form().fields().get("SAMLRequest"), "SAMLRequest")));
  }

  /** The request as the identity provider judged it good. */
  public SignInRequest accepted(MockIdp idp, Arrival.SignIn signIn) {
    PostForm form = signIn.form();
    Received received =
        idp.receive(
            new Inbound(
                false,
                idp.location(false),
                PostBinding.decode(form.fields().get("SAMLRequest"), "SAMLRequest"),
                Optional.ofNullable(form.fields().get("RelayState")),
                Optional.empty(),
                Optional.empty()));
    if (received instanceof Received.Ask ask) {
      return ask.request();
    }
    throw new AssertionError(received);
  }

  /** The SAMLResponse of a decision. */
  public String answer(MockIdp idp, Arrival.SignIn signIn, Decision decision, Deviations wrong) {
    return idp.answer(accepted(idp, signIn), decision, "127.0.0.1", wrong, cast.canaries().get(0))
        .form()
        .fields()
        .get("SAMLResponse");
  }

  /** The whole flow to the form that the requester gets. */
  public SignMade sign(MockIdp idp, SignRequest request, TestPerson person, String level) {
    return sign(idp, request, new Decision.SignIn(person, level), SignInstruction.NONE);
  }

  public SignMade sign(
      MockIdp idp, SignRequest request, Decision decision, SignInstruction instruction) {
    Arrival.SignIn signIn = begin(request);
    String answer = answer(idp, signIn, decision, Deviations.NONE);
    return service.finish(signIn.state(), answer, requester -> instruction);
  }

  /** The response of the whole flow, as a conforming requester takes it. */
  public SignResponse signed(SignRequest request, TestPerson person) throws ResponseRefusal {
    return requester().judge(sign(idp(), request, person, LOA3).form().fields(), request);
  }

  /** The SignResponse in a form. */
  public static XmlNode response(SignMade made) {
    return XmlNode.root(
        Xml.parse(
            PostBinding.decode(made.form().fields().get("EidSignResponse"), "EidSignResponse")));
  }

  /** What a response says: major, minor. */
  public static List<String> result(SignMade made) {
    XmlNode result = response(made).at("dss:Result");
    return List.of(
        result.at("dss:ResultMajor").text(),
        result.find("dss:ResultMinor").map(XmlNode::text).orElse(""));
  }
}
