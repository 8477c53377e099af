package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.registry.StatusCode.INVALID_NAME_IDPOLICY;
import static se.genrep.registry.StatusCode.NO_AUTHN_CONTEXT;
import static se.genrep.registry.StatusCode.NO_PASSIVE;
import static se.genrep.registry.StatusCode.REQUESTER;
import static se.genrep.registry.StatusCode.REQUEST_DENIED;
import static se.genrep.registry.StatusCode.REQUEST_UNSUPPORTED;
import static se.genrep.registry.StatusCode.RESPONDER;
import static se.genrep.registry.StatusCode.UNSUPPORTED_BINDING;
import static se.genrep.registry.StatusCode.VERSION_MISMATCH;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.federation.MetadataReader;
import se.genrep.federation.SpMetadata;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.NameIdFormat;

/** DP 5.3 and 5.4: each rule accepts what keeps it and refuses what breaks it. */
class RequestRulesTest {

  private static final String LOA2 = LevelOfAssurance.LOA2.uri();
  private static final String LOA3 = LevelOfAssurance.LOA3.uri();
  private static final String LOA4 = LevelOfAssurance.LOA4.uri();
  private static final String LOA3_PNR = "http://id.elegnamnden.se/ec/1.0/loa3-pnr";
  private static final String CONTRACT =
      "http://id.swedenconnect.se/contract/sc/eid-authorization-system";

  private final Setting setting = Setting.supplier().withUsualSp();

  @Test
  void aGoodRequestIsTakenAsItIs() {
    RequestText text = setting.request().contexts(LOA3).set("ForceAuthn", "true");
    SignInRequest request = setting.accept(text);
    assertEquals(SpMetadata.ENTITY_ID, request.serviceProvider());
    assertEquals(SpMetadata.ACS, request.acsUrl());
    assertEquals("relay", request.relayState());
    assertEquals(List.of(LOA3), request.contexts());
    assertTrue(request.forceAuthn());
    assertEquals(-1, request.attributeConsumingService());
    assertEquals(Setting.NOW, request.received());
    assertTrue(text.text().contains("ID=\"" + request.id() + "\""));
  }

  @Test
  void whatCannotBeReadIsNotAnswered() {
    setting.unanswerable(RequestText.posted(setting.post(), "<a"), "cannot be read");
    setting.unanswerable(RequestText.posted(setting.post(), "<a/>"), "<a>");
    setting.unanswerable(
        RequestText.posted(
            setting.post(), setting.request().text().replace("AuthnRequest", "LogoutRequest")),
        "only samlp:AuthnRequest");
  }

  /** DP-5.3-01. */
  @Test
  void aDocumentTypeDeclarationIsNotAnswered() {
    String text = "<!DOCTYPE samlp:AuthnRequest>" + setting.request().text();
    setting.unanswerable(RequestText.posted(setting.post(), text), "DOCTYPE");
  }

  @Test
  void anUnknownSenderIsNotAnswered() {
    setting.unanswerable(setting.request().issuer("").posted(setting.post()), "does not say who");
    setting.unanswerable(
        setting
            .request()
            .issuer("<saml:Issuer>https://x.example/</saml:Issuer>")
            .posted(setting.post()),
        "https://x.example/ is not a member");
  }

  @Test
  void aSenderWithoutEncryptionKeyIsNotAnswered() {
    setting.with(
        SpMetadata.of(SpMetadata.ENTITY_ID)
            .key("signing", Setting.SP_KEY, "")
            .categories(CONTRACT));
    setting.unanswerable(
        setting.request().posted(setting.post()), "no RSA certificate for encryption");
  }

  /** DP-6.4-06. */
  @Test
  void anotherVersionIsAVersionMismatch() {
    setting.refuse(setting.request().set("Version", "2.1"), VERSION_MISMATCH, null, "only 2.0");
    setting.refuse(setting.request().set("Version", null), VERSION_MISMATCH, null, "only 2.0");
  }

  @Test
  void aRequestThatBreaksTheSchemaIsRefused() {
    setting.refuse(
        setting.request().scoping("<samlp:Nothing/>"), REQUESTER, null, "breaks the SAML schema");
    ErrorAnswer error =
        setting.refuse(
            setting.request().set("ID", null), REQUESTER, null, "breaks the SAML schema");
    assertNull(error.inResponseTo());
    ErrorAnswer odd = setting.refuse(setting.request().set("ID", "1 2"), REQUESTER, null, "schema");
    assertNull(odd.inResponseTo());
    setting.refuse(setting.request().set("ID", "_" + "a".repeat(300)), REQUESTER, null, "longer");
  }

  @Test
  void theIssuerIsAnEntity() {
    String issuer = "<saml:Issuer Format=\"%s\">" + SpMetadata.ENTITY_ID + "</saml:Issuer>";
    setting.accept(setting.request().issuer(issuer.formatted(NameIdFormat.ENTITY.uri())));
    setting.refuse(
        setting.request().issuer(issuer.formatted(NameIdFormat.PERSISTENT.uri())),
        REQUESTER,
        null,
        "Format other than entity");
  }

  /** DP-5.4.1-01, DP-5.4.1-02. */
  @Test
  void theDestinationIsPresentAndOurs() {
    setting.refuse(
        setting.request().set("Destination", null), REQUESTER, REQUEST_DENIED, "no Destination");
    setting.refuse(
        setting.request().set("Destination", setting.post() + "/"),
        REQUESTER,
        REQUEST_DENIED,
        "Destination");
    setting.refuse(
        setting.request().set("Destination", setting.redirect()),
        REQUESTER,
        REQUEST_DENIED,
        "Destination");
  }

  /** DP-6.3.5-04 for the skew. */
  @Test
  void theRequestIsNeitherOldNorOfTheFuture() {
    setting.accept(setting.request().set("IssueInstant", "2026-11-24T08:01:00Z"));
    setting.refuse(
        setting.request().set("IssueInstant", "2026-11-24T08:01:01Z"),
        REQUESTER,
        REQUEST_DENIED,
        "in the future");
    setting.accept(setting.request().set("IssueInstant", "2026-11-24T07:54:00Z"));
    setting.refuse(
        setting.request().set("IssueInstant", "2026-11-24T07:53:59Z"),
        REQUESTER,
        REQUEST_DENIED,
        "too old");
    setting.accept(setting.request().set("IssueInstant", "2026-11-24T09:00:00.123+01:00"));
    setting.accept(setting.request().set("IssueInstant", "2026-11-24T08:00:00"));
  }

  @Test
  void aRequestIsGoodOnce() {
    RequestText text = setting.request();
    setting.accept(text);
    setting.refuse(text, REQUESTER, REQUEST_DENIED, "was received before");
    setting.accept(setting.request());
  }

  @Test
  void aRefusedRequestCanBeSentAgainWhenMended() {
    RequestText text = setting.request().contextsCompared("minimum", LOA3);
    setting.refuse(text, REQUESTER, REQUEST_UNSUPPORTED, "minimum");
    setting.accept(text.contextsCompared("exact", LOA3));
  }

  /** DP-5.4.2-01, DP-5.4.2-03, DP-5.3-04. */
  @Test
  void theReplyAddressIsExactlyOneOfTheMetadata() {
    assertEquals(SpMetadata.ACS, setting.accept(setting.request()).acsUrl());
    for (String other :
        List.of(
            SpMetadata.ACS + "/",
            SpMetadata.ACS.toUpperCase(java.util.Locale.ROOT),
            "https://sp.example.org:443/acs",
            "https://evil.example/acs")) {
      setting.unanswerable(
          setting.request().set("AssertionConsumerServiceURL", other).posted(setting.post()),
          other);
    }
  }

  /** DP-5.4.2-04, DP-5.4.2-05, DP-5.4.2-07, DP-5.4.2-08. */
  @Test
  void theReplyAddressCanBeAnIndexOrTheDefault() {
    setting.with(
        SpMetadata.usual(Setting.SP_KEY)
            .consumers(
                SpMetadata.consumer(4, null, "https://sp.example.org/4")
                    + SpMetadata.consumer(2, null, "https://sp.example.org/2")
                    + SpMetadata.consumer(1, null, "https://sp.example.org/1")
                        .replace("HTTP-POST", "HTTP-Artifact")));
    RequestText byIndex =
        setting
            .request()
            .set("AssertionConsumerServiceURL", null)
            .set("AssertionConsumerServiceIndex", "4");
    assertEquals("https://sp.example.org/4", setting.accept(byIndex).acsUrl());
    RequestText byDefault = setting.request().set("AssertionConsumerServiceURL", null);
    assertEquals("https://sp.example.org/2", setting.accept(byDefault).acsUrl());
    for (String index : List.of("1", "9", "x")) {
      setting.unanswerable(
          setting
              .request()
              .set("AssertionConsumerServiceURL", null)
              .set("AssertionConsumerServiceIndex", index)
              .posted(setting.post()),
          "index " + index);
    }
  }

  /** DP 5.3: mutually exclusive. */
  @Test
  void urlAndIndexExcludeEachOther() {
    setting.refuse(
        setting.request().set("AssertionConsumerServiceIndex", "0"), REQUESTER, null, "both");
  }

  @Test
  void theAnswerIsAskedForByPost() {
    setting.accept(
        setting.request().set("ProtocolBinding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"));
    setting.refuse(
        setting
            .request()
            .set("ProtocolBinding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"),
        REQUESTER,
        UNSUPPORTED_BINDING,
        "HTTP-POST");
  }

  /** EC-1.3-04, TAR-3.6-02. */
  @Test
  void aContractIsShared() {
    setting.with(
        SpMetadata.usual(Setting.SP_KEY)
            .categories(LOA3_PNR, "http://id.swedenconnect.se/contract/other/x"));
    setting.refuse(setting.request(), REQUESTER, REQUEST_DENIED, CONTRACT);
  }

  /** TAR-3.6.2-02: the identifier that two have agreed on is in the metadata of both. */
  @Test
  void aBilateralContractIsDeclaredByBoth() {
    String bilateral = "http://id.swedenconnect.se/contract/mock-proxy/bilateral";
    Setting proxy =
        new Setting("proxy").with(SpMetadata.usual(Setting.SP_KEY).categories(LOA3_PNR));
    assertTrue(
        MetadataReader.readOne("idp.xml", proxy.idp.metadata(), Setting.NOW).declares(bilateral));
    proxy.refuse(
        proxy.request().postedSigned(proxy.post(), Setting.SP_KEY),
        REQUESTER,
        REQUEST_DENIED,
        bilateral);
    proxy.with(SpMetadata.usual(Setting.SP_KEY).categories(LOA3_PNR, bilateral));
    proxy.accept(proxy.request().postedSigned(proxy.post(), Setting.SP_KEY));
  }

  /** EC-1.3-04. */
  @Test
  void withoutContractEverybodyIsServed() {
    Setting bankid = Setting.bankid().with(SpMetadata.usual(Setting.SP_KEY).categories(LOA3_PNR));
    bankid.accept(bankid.request().postedSigned(bankid.post(), Setting.SP_KEY));
  }

  /** DP-5.4.4-01, DP-5.3.1-03. */
  @Test
  void theContextsAreThoseRequestedThatAreSupportedInTheirOrder() {
    assertEquals(
        List.of(LOA2, LOA3),
        setting
            .accept(setting.request().contextsCompared("exact", LOA4, LOA2, LOA3, LOA2))
            .contexts());
  }

  /** DP-5.4.4-02. */
  @Test
  void noSupportedContextIsRefused() {
    setting.refuse(
        setting.request().contexts(LOA4, LevelOfAssurance.UNCERTIFIED_LOA3.uri()),
        REQUESTER,
        NO_AUTHN_CONTEXT,
        LOA4);
    setting.refuse(
        setting.request().contexts(LOA3 + "/"), REQUESTER, NO_AUTHN_CONTEXT, "supported");
  }

  /** A declaration is a context too, by SAML, and none that is supported. */
  @Test
  void aContextByDeclarationIsRefused() {
    String declared =
        setting
            .request()
            .contexts("urn:x")
            .text()
            .replace("AuthnContextClassRef", "AuthnContextDeclRef");
    setting.refuse(
        RequestText.posted(setting.post(), declared),
        REQUESTER,
        NO_AUTHN_CONTEXT,
        "names no AuthnContextClassRef");
  }

  /** DP 5.3.1: exact is the only comparison. */
  @Test
  void otherComparisonsAreRefused() {
    for (String comparison : List.of("minimum", "better", "maximum")) {
      setting.refuse(
          setting.request().contextsCompared(comparison, LOA3),
          REQUESTER,
          REQUEST_UNSUPPORTED,
          comparison);
    }
  }

  /** DP-5.4.4-03. */
  @Test
  void withoutRequestedContextTheProfilesOwnAreUsed() {
    assertEquals(List.of(LOA3, LOA2), setting.accept(setting.request()).contexts());
  }

  /** DP-5.3-07. */
  @Test
  void aPassiveRequestIsRefusedForWantOfASession() {
    setting.refuse(setting.request().set("IsPassive", "true"), RESPONDER, NO_PASSIVE, "passive");
    setting.refuse(
        setting.request().set("IsPassive", "1").set("ForceAuthn", "1"),
        RESPONDER,
        NO_PASSIVE,
        "passive");
  }

  /** DP-6.2.1-09, DP-5.3-10. */
  @Test
  void aDemandedAttributeThatIsNeverDeliveredIsRefused() {
    setting.with(
        SpMetadata.usual(Setting.SP_KEY)
            .requests(0, "urn:oid:2.5.4.20")
            .requests(1, "urn:oid:2.5.4.20!")
            .requests(2, "urn:oid:1.2.752.201.3.15!"));
    setting.accept(setting.request());
    assertEquals(
        2,
        setting
            .accept(setting.request().set("AttributeConsumingServiceIndex", "2"))
            .attributeConsumingService());
    setting.refuse(
        setting.request().set("AttributeConsumingServiceIndex", "1"),
        REQUESTER,
        REQUEST_UNSUPPORTED,
        "urn:oid:2.5.4.20");
    setting.refuse(
        setting.request().set("AttributeConsumingServiceIndex", "7"), REQUESTER, null, "index 7");
  }

  @Test
  void aSubjectIsRefused() {
    setting.refuse(
        setting.request().subject("<saml:Subject><saml:NameID>x</saml:NameID></saml:Subject>"),
        REQUESTER,
        REQUEST_UNSUPPORTED,
        "Subject");
  }

  /** DP-5.3.2-01, DP-7.1-05: who is no proxy reads it and goes on. */
  @Test
  void scopingIsRead() {
    Scoping scoping =
        setting
            .accept(
                setting
                    .request()
                    .scoping(
                        "<samlp:IDPList><samlp:IDPEntry ProviderID=\"https://a.example/\"/>"
                            + "<samlp:IDPEntry ProviderID=\"https://b.example/\"/></samlp:IDPList>"
                            + "<samlp:RequesterID>https://x.example/</samlp:RequesterID>"))
            .scoping();
    assertEquals(
        new Scoping(
            List.of("https://a.example/", "https://b.example/"), List.of("https://x.example/"), -1),
        scoping);
    assertEquals(Scoping.NONE, setting.accept(setting.request()).scoping());
  }

  @Test
  void unknownExtensionsAreTolerated() {
    setting.accept(setting.request().extensions("<x:Y xmlns:x=\"urn:x\"/>"));
  }

  /** DP-3-04, DP-3-05. */
  @Test
  void theNameIdFormatIsTheRequestsElseTheMetadatasElsePersistent() {
    String persistent = NameIdFormat.PERSISTENT.uri();
    String transientFormat = NameIdFormat.TRANSIENT.uri();
    String unspecified = NameIdFormat.UNSPECIFIED.uri();
    assertEquals(persistent, setting.accept(setting.request()).nameIdFormat());
    assertEquals(transientFormat, format("Format=\"" + transientFormat + "\""));
    assertEquals(persistent, format("Format=\"" + unspecified + "\""));
    assertEquals(persistent, format("AllowCreate=\"true\""));
    setting.with(SpMetadata.usual(Setting.SP_KEY).nameIdFormat("urn:other", transientFormat));
    assertEquals(transientFormat, setting.accept(setting.request()).nameIdFormat());
    assertEquals(persistent, format("Format=\"" + persistent + "\""));
  }

  private String format(String policy) {
    return setting.accept(setting.request().nameIdPolicy(policy)).nameIdFormat();
  }

  @Test
  void otherNameIdPoliciesAreRefused() {
    setting.refuse(
        setting
            .request()
            .nameIdPolicy("Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\""),
        REQUESTER,
        INVALID_NAME_IDPOLICY,
        "emailAddress");
    setting.refuse(
        setting.request().nameIdPolicy("SPNameQualifier=\"urn:affiliation\""),
        REQUESTER,
        INVALID_NAME_IDPOLICY,
        "urn:affiliation");
    setting.accept(
        setting.request().nameIdPolicy("SPNameQualifier=\"" + SpMetadata.ENTITY_ID + "\""));
  }

  /** PSC: taken by those who ask for it. */
  @Test
  void principalSelectionIsReadWhereMetadataAsksForIt() {
    String selection =
        "<psc:PrincipalSelection xmlns:psc=\"http://id.swedenconnect.se/authn/1.0/principal-selection/ns\">"
            + "<psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\">199001011239</psc:MatchValue>"
            + "<psc:MatchValue Name=\"urn:oid:2.5.4.6\">SE</psc:MatchValue></psc:PrincipalSelection>";
    assertEquals(
        List.of(), setting.accept(setting.request().extensions(selection)).principalSelection());
    Setting bankid = Setting.bankid().withUsualSp();
    Inbound signed =
        bankid.request().extensions(selection).postedSigned(bankid.post(), Setting.SP_KEY);
    assertEquals(
        List.of(new MatchValue(Attribute.PERSONAL_IDENTITY_NUMBER, "199001011239")),
        bankid.accept(signed).principalSelection());
  }
}
