package se.genrep.lint;

import static se.genrep.lint.Mutant.idp;
import static se.genrep.lint.Mutant.sp;

import java.util.function.Function;
import java.util.stream.Stream;

/** One change, on metadata of the role that a rule is for. */
final class RoleMutants {

  private static final String VALUE = "<saml:AttributeValue>";
  private static final String END = "</saml:AttributeValue>";
  private static final String LOA3 = VALUE + "http://id.elegnamnden.se/loa/1.0/loa3" + END;
  private static final String PNR = VALUE + "http://id.elegnamnden.se/ec/1.0/loa3-pnr" + END;
  private static final String NAME = VALUE + "http://id.swedenconnect.se/ec/1.0/loa3-name" + END;
  private static final String SYSTEM =
      VALUE + "http://id.swedenconnect.se/contract/sc/eid-authorization-system" + END;
  private static final String PREPAID =
      VALUE + "http://id.swedenconnect.se/contract/sc/prepaid-auth-2021" + END;
  private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  private static final String HOK =
      "urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser";

  private RoleMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(
            levels(),
            serviceCategories(),
            identityProviders(),
            selection(),
            bankId(),
            serviceProviders(),
            consumers(),
            agreements())
        .flatMap(Function.identity());
  }

  private static String loa(String name) {
    return VALUE + "http://id.elegnamnden.se/loa/1.0/" + name + END;
  }

  private static String own(String name) {
    return VALUE + "http://id.swedenconnect.se/loa/1.0/" + name + END;
  }

  private static String category(String name) {
    String host = name.matches(".*(orgid|name)") ? "swedenconnect" : "elegnamnden";
    return VALUE + "http://id." + host + ".se/ec/1.0/" + name + END;
  }

  private static Stream<Mutant> levels() {
    String six =
        loa("eidas-low")
            + loa("eidas-nf-low")
            + loa("eidas-sub")
            + loa("eidas-nf-sub")
            + loa("eidas-high")
            + loa("eidas-nf-high");
    String noPerson = EntityMutants.between(LOA3, NAME);
    return Stream.of(
            idp(
                "idp-without-level loa3-pnr-without-level loa3-name-without-level",
                EntityMutants.between(
                    "<saml:Attribute Name=\"urn:oasis:names:tc:SAML:attribute:assurance",
                    "</saml:Attribute>"),
                ""),
            idp("level-without-category", LOA3, LOA3 + loa("loa1")),
            idp("level-unknown", LOA3, LOA3 + VALUE + "http://mock.example.org/loa5" + END),
            idp(
                "level-attribute-misnamed idp-without-level loa3-pnr-without-level"
                    + " loa3-name-without-level",
                "attribute:assurance-certification\"",
                "attribute:assurance\""),
            idp(
                "level-attribute-misnamed",
                "assurance-certification\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
                "assurance-certification\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic"),
            idp("eidas-level-of-the-node level-without-category", LOA3, LOA3 + loa("eidas-nf-sub")),
            idp(
                "eidas-node-claim",
                noPerson,
                noPerson
                    .replace(LOA3, six)
                    .replace(PNR, category("eidas-naturalperson"))
                    .replace(NAME, "")),
            idp("eidas-delivery-level", PNR, PNR + category("eidas-pnr-delivery")),
            idp("eidas-person-without-level", PNR, PNR + category("eidas-naturalperson")),
            idp("nonresident-without-contract", LOA3, LOA3 + own("loa3-nonresident")),
            idp(
                "nonresident-without-level loa3-pnr-without-level",
                EntityMutants.between(LOA3, SYSTEM),
                EntityMutants.between(LOA3, SYSTEM)
                    .replace(LOA3, own("loa3-nonresident"))
                    .replace(SYSTEM, PREPAID)),
            idp("certified-and-uncertified", LOA3, LOA3 + own("uncertified-loa3")),
            idp("uncertified", LOA3, own("uncertified-loa3")))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> serviceCategories() {
    String withScope = "<shibmd:Scope regexp=\"false\">5599999975</shibmd:Scope>";
    String whole = EntityMutants.between(LOA3, "<psc:Req");
    String four =
        whole.replace(LOA3, LOA3 + loa("loa4")).replace("<psc:Req", withScope + "<psc:Req");
    return Stream.of(
            idp(
                "loa3-pnr-without-level loa3-name-without-level level-without-category",
                LOA3,
                loa("loa2")),
            idp("loa3-pnr-without-name", NAME, ""),
            idp(
                "loa3-name-without-level level-without-category",
                EntityMutants.between(LOA3, PNR),
                EntityMutants.between(LOA3, PNR).replace(LOA3, loa("loa2")).replace(PNR, "")),
            idp(
                "loa4-pnr-without-level loa4-name-without-level",
                NAME,
                NAME + category("loa4-pnr") + category("loa4-name")),
            idp("loa4-name-without-level", NAME, NAME + category("loa4-name")),
            idp(
                "loa4-pnr-without-name level-4-without-hok",
                whole,
                four.replace(NAME, NAME + category("loa4-pnr"))),
            idp(
                "loa3-orgid-without-level loa3-name-without-level level-without-category",
                whole,
                whole
                    .replace(LOA3, loa("loa2"))
                    .replace(PNR, category("loa3-orgid"))
                    .replace("<psc:Req", withScope + "<psc:Req")),
            idp(
                "loa3-orgid-without-name",
                whole,
                whole
                    .replace(PNR, category("loa3-orgid"))
                    .replace(NAME, "")
                    .replace("<psc:Req", withScope + "<psc:Req")),
            idp(
                "loa4-orgid-without-level loa4-name-without-level",
                whole,
                whole
                    .replace(NAME, NAME + category("loa4-orgid") + category("loa4-name"))
                    .replace("<psc:Req", withScope + "<psc:Req")),
            idp(
                "loa4-orgid-without-name level-4-without-hok",
                whole,
                four.replace(NAME, NAME + category("loa4-orgid"))),
            idp("scope-missing", NAME, NAME + category("loa3-orgid")))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> identityProviders() {
    String redirect = EntityMutants.between("<md:SingleSignOnService", "/>");
    String endpoints = EntityMutants.between("<md:SingleSignOnService", "/post\"/>");
    String hok = "hoksso:ProtocolBinding=\"%s\" Binding=\"" + HOK + "\"";
    String onlyHok =
        endpoints
            .replace("Binding=\"" + POST + "\"", String.format(hok, POST))
            .replace(
                "Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\"",
                String.format(hok, "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"));
    return Stream.of(
            idp(
                "idp-without-service-entity-category level-without-category",
                EntityMutants.between(PNR, NAME),
                ""),
            idp("sso-binding-missing", redirect, ""),
            idp(
                "sso-binding-missing",
                endpoints,
                endpoints + onlyHok.substring(0, onlyHok.indexOf("/>") + 2)),
            idp(
                "hok-sso-without-binding sso-binding-missing",
                endpoints,
                endpoints + onlyHok.replace("hoksso:ProtocolBinding", "hoksso:Binding")),
            idp("hok-sso-only", endpoints, onlyHok),
            idp("level-4-without-hok level-without-category", LOA3, LOA3 + loa("loa4")),
            idp("sso-without-tls", "Location=\"https://mock", "Location=\"http://mock"),
            idp(
                "idp-name-id-format-missing",
                "<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
                    + "</md:NameIDFormat>",
                ""),
            idp(
                "algorithms-not-declared",
                EntityMutants.between("<alg:Digest", "rsa-oaep-mgf1p\"/>"),
                withoutAlgorithms()),
            sp(
                "algorithms-not-declared",
                spPart("<alg:Digest", "rsa-oaep-mgf1p\"/>"),
                spPart("<alg:Digest", "rsa-oaep-mgf1p\"/>").replaceAll("<(alg|md:Enc)[^>]*/>", "")))
        .flatMap(Function.identity());
  }

  private static String withoutAlgorithms() {
    return EntityMutants.between("<alg:Digest", "rsa-oaep-mgf1p\"/>")
        .replaceAll("<(alg|md:Enc)[^>]*/>", "");
  }

  private static String spPart(String from, String to) {
    String clean = CleanMetadata.sp();
    int start = clean.indexOf(from);
    return clean.substring(start, clean.indexOf(to, start) + to.length());
  }

  private static Stream<Mutant> selection() {
    String value = "<psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\"/>";
    return Stream.of(
            idp("principal-selection-malformed", value, ""),
            idp("principal-selection-malformed", value, "<psc:MatchValue/>"),
            idp("principal-selection-malformed", value, value + "<psc:Value/>"),
            idp(
                "principal-selection-with-value",
                value,
                value.replace("/>", ">199001012384</psc:MatchValue>")))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> bankId() {
    String part = EntityMutants.between(PNR, "MOCK Tjänsten");
    String bankid =
        part.replace("MOCK Tjänsten", "MOCK BankID")
            .replace(
                PNR,
                PNR + general("secure-authenticator-binding") + general("supports-user-message"));
    String all = "bankid-takes-unsigned-requests";
    return Stream.of(
            idp(all, part, bankid.replace("WantAuthnRequestsSigned=\"true\" ", "")),
            idp(
                "bankid-without-principal-selection",
                part,
                bankid.replace("urn:oid:1.2.752.29.4.13", "urn:oid:2.5.4.4")),
            idp(
                "bankid-without-authenticator-binding",
                part,
                bankid.replace(general("secure-authenticator-binding"), "")),
            idp(
                "bankid-without-user-message",
                part,
                bankid.replace(general("supports-user-message"), "")))
        .flatMap(Function.identity());
  }

  private static String general(String name) {
    return VALUE + "http://id.swedenconnect.se/general-ec/1.0/" + name + END;
  }

  private static String requested(String name) {
    return "<md:AttributeConsumingService index=\"0\"><md:ServiceName xml:lang=\"sv\">MOCK"
        + "</md:ServiceName><md:RequestedAttribute Name=\""
        + name
        + "\"/></md:AttributeConsumingService></md:SPSSODescriptor>";
  }

  private static Stream<Mutant> serviceProviders() {
    String sigservice = VALUE + "http://id.elegnamnden.se/st/1.0/sigservice" + END + PNR;
    String signed = spPart(PNR, "AuthnRequestsSigned=\"true\"");
    return Stream.of(
            sp("sp-without-service-entity-category", spPart(PNR, NAME), ""),
            sp(
                "attributes-requested-for-nothing",
                "</md:SPSSODescriptor>",
                requested("urn:oid:1.2.752.29.4.13")),
            sp(
                "attribute-requested-unknown",
                "</md:SPSSODescriptor>",
                requested("personalIdentityNumber")),
            sp(
                "wants-signed-assertions",
                "AuthnRequestsSigned=\"true\"",
                "AuthnRequestsSigned=\"true\" WantAssertionsSigned=\"1\""),
            sp(
                "sp-name-id-format-unusable",
                "2.0:nameid-format:transient",
                "1.1:nameid-format:emailAddress"),
            sp(
                "samordningsnummer-not-accepted",
                "accepts-coordination-number",
                "supports-user-message"),
            sp("personal-and-organisational", PNR, PNR + category("loa3-orgid")),
            sp("eidas-delivery-by-sp", PNR, PNR + category("eidas-pnr-delivery")),
            sp(
                "scal2-without-sigservice",
                PNR,
                VALUE + "http://id.elegnamnden.se/sprop/1.0/scal2" + END + PNR),
            sp("sigservice-without-user-signature", PNR, sigservice),
            sp(
                "sigservice-requests-unsigned sigservice-without-user-signature",
                signed,
                signed.replace(PNR, sigservice).replace("AuthnRequestsSigned=\"true\"", "")))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> consumers() {
    String acs = spPart("<md:AssertionConsumerService", "/>");
    String hok =
        acs.replace("Binding=\"" + POST, "hoksso:ProtocolBinding=\"" + POST + "\" Binding=\"" + HOK)
            .replace("index=\"0\" isDefault=\"true\"", "index=\"1\"");
    return Stream.of(
            sp("acs-without-post", acs, acs.replace("HTTP-POST", "HTTP-Artifact")),
            sp("acs-index-twice", acs, acs + acs.replace(" isDefault=\"true\"", "")),
            sp("acs-without-tls", acs, acs.replace("https:", "http:")),
            sp(
                "hok-acs-without-binding",
                acs,
                acs + hok.replace("hoksso:ProtocolBinding", "hoksso:Binding")),
            sp("hok-acs-only", acs, hok),
            sp("hok-acs-default", acs, acs.replace(" isDefault=\"true\"", "") + hok))
        .flatMap(Function.identity());
  }

  private static Stream<Mutant> agreements() {
    String sector = VALUE + "http://id.elegnamnden.se/st/1.0/public-sector-sp" + END;
    String connection = VALUE + "http://id.swedenconnect.se/contract/sc/sweden-connect" + END;
    String contracts = spPart(SYSTEM, connection);
    return Stream.of(
            sp("sector-unclear", sector, ""),
            sp(
                "sector-unclear private-in-authorisation-system",
                sector,
                sector + sector.replace("public", "private")),
            sp("private-in-authorisation-system", sector, sector.replace("public", "private")),
            sp("sp-without-connection-agreement", connection, ""),
            sp("sp-without-contract sp-without-connection-agreement", contracts, sector))
        .flatMap(Function.identity());
  }
}
