package se.genrep.lint;

/** Metadata in which no rule finds anything, one element a line, to be made wrong in one place. */
final class CleanMetadata {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
          xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
          xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
          xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui"
          xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute"
          xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport"
          xmlns:shibmd="urn:mace:shibboleth:metadata:1.0"
          xmlns:psc="http://id.swedenconnect.se/authn/1.0/principal-selection/ns"
          xmlns:idpdisc="urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol"
          xmlns:hoksso="urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser"
          xmlns:mdorgext="http://id.swedenconnect.se/authn/1.0/md-org-ext/ns"
          entityID="ENTITY">
        <md:Extensions>
          <mdattr:EntityAttributes>
            <saml:Attribute Name="urn:oasis:names:tc:SAML:attribute:assurance-certification" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
              <saml:AttributeValue>http://id.elegnamnden.se/loa/1.0/loa3</saml:AttributeValue>
            </saml:Attribute>
            <saml:Attribute Name="http://macedir.org/entity-category" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
              <saml:AttributeValue>http://id.elegnamnden.se/ec/1.0/loa3-pnr</saml:AttributeValue>
              <saml:AttributeValue>http://id.swedenconnect.se/ec/1.0/loa3-name</saml:AttributeValue>
              <saml:AttributeValue>http://id.swedenconnect.se/contract/sc/eid-authorization-system</saml:AttributeValue>
              <saml:AttributeValue>MORE</saml:AttributeValue>
            </saml:Attribute>
          </mdattr:EntityAttributes>
          <alg:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
          <alg:SigningMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
        </md:Extensions>
      """;

  private static final String UI_AND_KEYS =
      """
            <mdui:UIInfo>
              <mdui:DisplayName xml:lang="sv">MOCK Tjänsten</mdui:DisplayName>
              <mdui:DisplayName xml:lang="en">MOCK Service</mdui:DisplayName>
              <mdui:Description xml:lang="sv">MOCK för test</mdui:Description>
              <mdui:Description xml:lang="en">MOCK for testing</mdui:Description>
              <mdui:Logo height="60" width="80">https://mock.example.org/logo.svg</mdui:Logo>
            </mdui:UIInfo>
          </md:Extensions>
          <md:KeyDescriptor use="signing">
            <ds:KeyInfo><ds:X509Data><ds:X509Certificate>CERTIFICATE</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
          </md:KeyDescriptor>
          <md:KeyDescriptor use="encryption">
            <ds:KeyInfo><ds:X509Data><ds:X509Certificate>CERTIFICATE</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
            <md:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>
          </md:KeyDescriptor>
          <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
          <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
      """;

  private static final String TAIL =
      """
        <md:Organization>
          <md:Extensions>
            <mdorgext:OrganizationNumber>5599999975</mdorgext:OrganizationNumber>
          </md:Extensions>
          <md:OrganizationName xml:lang="sv">MOCK Myndigheten</md:OrganizationName>
          <md:OrganizationName xml:lang="en">MOCK Agency</md:OrganizationName>
          <md:OrganizationDisplayName xml:lang="sv">MOCK Myndigheten</md:OrganizationDisplayName>
          <md:OrganizationDisplayName xml:lang="en">MOCK Agency</md:OrganizationDisplayName>
          <md:OrganizationURL xml:lang="sv">https://mock.example.org/</md:OrganizationURL>
          <md:OrganizationURL xml:lang="en">https://mock.example.org/en</md:OrganizationURL>
        </md:Organization>
        <md:ContactPerson contactType="technical">
          <md:EmailAddress>mailto:technical@mock.example.org</md:EmailAddress>
        </md:ContactPerson>
      </md:EntityDescriptor>
      """;

  private static final String IDP_ROLE =
      """
        <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
          <md:Extensions>
            <psc:RequestedPrincipalSelection><psc:MatchValue Name="urn:oid:1.2.752.29.4.13"/></psc:RequestedPrincipalSelection>
      """;

  private static final String IDP_ENDPOINTS =
      """
          <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://mock.example.org/redirect"/>
          <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://mock.example.org/post"/>
        </md:IDPSSODescriptor>
      """;

  private static final String SP_ROLE =
      """
        <md:SPSSODescriptor AuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
          <md:Extensions>
            <idpdisc:DiscoveryResponse Binding="urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol" Location="https://mock.example.org/found" index="0"/>
      """;

  private static final String SP_ENDPOINTS =
      """
          <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://mock.example.org/acs" index="0" isDefault="true"/>
        </md:SPSSODescriptor>
      """;

  private static final String SP_CATEGORIES =
      """
      http://id.elegnamnden.se/st/1.0/public-sector-sp</saml:AttributeValue>
              <saml:AttributeValue>http://id.swedenconnect.se/contract/sc/sweden-connect</saml:AttributeValue>
              <saml:AttributeValue>http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number""";

  private CleanMetadata() {}

  static String idp() {
    return (HEAD + IDP_ROLE + UI_AND_KEYS + IDP_ENDPOINTS + TAIL)
        .replace("ENTITY\"", "https://mock.example.org/idp\"")
        .replace("MORE", "http://id.elegnamnden.se/sprop/1.0/mobile-auth")
        .replace("CERTIFICATE", Certificates.GOOD);
  }

  static String sp() {
    return (HEAD + SP_ROLE + UI_AND_KEYS + SP_ENDPOINTS + TAIL)
        .replace("ENTITY\"", "https://mock.example.org/sp\"")
        .replace("MORE", SP_CATEGORIES)
        .replace("CERTIFICATE", Certificates.GOOD);
  }

  /** Entities in an aggregate, with the attributes of its root. */
  static String aggregate(String attributes, String... entities) {
    StringBuilder all =
        new StringBuilder(
            "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" "
                + attributes
                + ">\n");
    for (String entity : entities) {
      all.append(entity.substring(entity.indexOf('\n') + 1));
    }
    return all.append("</md:EntitiesDescriptor>\n").toString();
  }
}
