package se.genrep.http;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.genrep.person.Bilingual;
import se.genrep.registry.MetadataAttribute;

/**
 * How a common service provider product is set up for one identity provider of this run. What is
 * the integrator's own is at {@code sp.example.org}, with the keys {@code sp.key} and {@code
 * sp.crt}.
 *
 * @param id for addresses and tests
 * @param place where the text goes
 * @param text the configuration, in the product's own language
 */
public record ProductSetup(String id, String name, Bilingual place, String text) {

  private static final String NUMBER = "urn:oid:1.2.752.29.4.13";
  private static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  /**
   * What a service has to know.
   *
   * @param metadata where the identity provider's own metadata is
   * @param signIn its SingleSignOnService for HTTP-Redirect
   * @param certificate the one its signatures verify with, base64 of its DER form
   * @param levels what to ask for
   * @param categories what a service declares to sign in there: service entity categories,
   *     contracts, a sector
   * @param feed the operator's metadata of the identity providers
   * @param signer the certificate that verifies with
   */
  public record Facts(
      String entityId,
      String metadata,
      String signIn,
      String certificate,
      List<String> levels,
      List<String> categories,
      String feed,
      String signer) {}

  /** What every service's own metadata needs, then all products. */
  public static List<ProductSetup> of(Facts facts) {
    return List.of(
        metadata(facts),
        nodeSaml(facts),
        mellon(facts),
        shibboleth(facts),
        simpleSaml(facts),
        spring(facts),
        keycloak(facts),
        pysaml2(facts));
  }

  /** The products write their own metadata, but none of them writes entity categories. */
  private static ProductSetup metadata(Facts facts) {
    return new ProductSetup(
        "metadata",
        "SAML metadata",
        new Bilingual(
            "Tjänstens egna metadata, först i md:EntityDescriptor: det som legitimeringstjänsten"
                + " måste se för att svara. Ta bort de nivåer och de nummer som tjänsten inte"
                + " vill ha.",
            "The service's own metadata, first in md:EntityDescriptor: what the identity provider"
                + " must see in order to answer. Take out the levels and the numbers that the"
                + " service does not want."),
        """
        <md:Extensions xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
            xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute"
            xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">
          <mdattr:EntityAttributes>
            <saml:Attribute Name="%s"
                NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
        %s
            </saml:Attribute>
          </mdattr:EntityAttributes>
        </md:Extensions>
        """
            .formatted(
                MetadataAttribute.ENTITY_CATEGORY.attributeName(),
                facts.categories().stream()
                    .map(uri -> "      <saml:AttributeValue>" + xml(uri) + "</saml:AttributeValue>")
                    .collect(Collectors.joining("\n"))));
  }

  private static ProductSetup nodeSaml(Facts facts) {
    return new ProductSetup(
        "node-saml",
        "node-saml, passport-saml",
        new Bilingual(
            "JavaScript. Strategy i passport-saml tar samma inställningar.",
            "JavaScript. The Strategy of passport-saml takes the same settings."),
        """
        new SAML({
          issuer: 'https://sp.example.org/saml',
          audience: 'https://sp.example.org/saml',
          callbackUrl: 'https://sp.example.org/saml/acs',
          idpIssuer: %s,
          entryPoint: %s,
          idpCert: %s,
          privateKey: readFileSync('sp.key', 'utf8'),
          publicCert: readFileSync('sp.crt', 'utf8'),
          decryptionPvk: readFileSync('sp.key', 'utf8'),
          signatureAlgorithm: 'sha256',
          digestAlgorithm: 'sha256',
          authnContext: [%s],
          racComparison: 'exact',
          forceAuthn: true,
          identifierFormat: '%s',
          wantAuthnResponseSigned: true,
          wantAssertionsSigned: false,
          validateInResponseTo: 'always',
          acceptedClockSkewMs: 60000,
        })
        """
            .formatted(
                quoted(facts.entityId()),
                quoted(facts.signIn()),
                quoted(facts.certificate()),
                listed(facts.levels().stream().map(ProductSetup::quoted)),
                PERSISTENT));
  }

  private static ProductSetup mellon(Facts facts) {
    return new ProductSetup(
        "mellon",
        "mod_auth_mellon (Apache)",
        new Bilingual(
            "Hämta först legitimeringstjänstens metadata, som kommentaren säger.",
            "First fetch the identity provider's metadata, as the comment says."),
        """
        # curl -o /etc/apache2/mellon/idp.xml %s
        <Location />
          MellonEnable info
          MellonEndpointPath /mellon
          MellonSPentityId https://sp.example.org/mellon/metadata
          MellonSPPrivateKeyFile /etc/apache2/mellon/sp.key
          MellonSPCertFile /etc/apache2/mellon/sp.crt
          MellonIdPMetadataFile /etc/apache2/mellon/idp.xml
          MellonSignatureMethod rsa-sha256
        %s
          MellonAuthnContextComparisonType exact
          MellonForceAuthn On
          MellonUser %s
        </Location>
        <Location /secret>
          AuthType Mellon
          MellonEnable auth
          Require valid-user
        </Location>
        """
            .formatted(
                shell(facts.metadata()),
                facts.levels().stream()
                    .map(level -> "  MellonAuthnContextClassRef " + level)
                    .collect(Collectors.joining("\n")),
                NUMBER));
  }

  private static ProductSetup shibboleth(Facts facts) {
    return new ProductSetup(
        "shibboleth",
        "Shibboleth SP",
        new Bilingual(
            "shibboleth2.xml. Certifikatet i genrep-signer.pem är det som står överst på sidan.",
            "shibboleth2.xml. The certificate in genrep-signer.pem is the one at the top of this"
                + " page."),
        """
        <ApplicationDefaults entityID="https://sp.example.org/shibboleth"
            REMOTE_USER="personalIdentityNumber" signing="true" encryption="false">
          <Sessions lifetime="28800" timeout="3600" handlerSSL="true" cookieProps="https">
            <SSO entityID="%s" forceAuthn="true"
                authnContextClassRef="%s"
                authnContextComparison="exact">SAML2</SSO>
          </Sessions>
          <MetadataProvider type="XML" url="%s"
              backingFilePath="genrep-idp.xml" maxRefreshDelay="7200">
            <MetadataFilter type="Signature" certificate="genrep-signer.pem"/>
          </MetadataProvider>
          <!-- attribute-map.xml: <Attribute name="%s" id="personalIdentityNumber"/> -->
          <AttributeExtractor type="XML" validate="true" path="attribute-map.xml"/>
          <CredentialResolver type="File" key="sp.key" certificate="sp.crt"/>
        </ApplicationDefaults>
        """
            .formatted(
                xml(facts.entityId()),
                xml(String.join(" ", facts.levels())),
                xml(facts.feed()),
                NUMBER));
  }

  private static ProductSetup simpleSaml(Facts facts) {
    return new ProductSetup(
        "simplesamlphp",
        "SimpleSAMLphp",
        new Bilingual(
            "config/authsources.php och metadata/saml20-idp-remote.php.",
            "config/authsources.php and metadata/saml20-idp-remote.php."),
        """
        // config/authsources.php
        'genrep' => [
            'saml:SP',
            'entityID' => 'https://sp.example.org/simplesaml',
            'idp' => %1$s,
            'privatekey' => 'sp.key',
            'certificate' => 'sp.crt',
            'sign.authnrequest' => true,
            'signature.algorithm' => '%2$s',
            'assertion.encryption' => true,
            'ForceAuthn' => true,
            'AuthnContextClassRef' => [%3$s],
            'AuthnContextComparison' => 'exact',
            'NameIDPolicy' => ['Format' => '%4$s', 'AllowCreate' => true],
        ],

        // metadata/saml20-idp-remote.php
        $metadata[%1$s] = [
            'SingleSignOnService' => [[
                'Binding' => 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
                'Location' => %5$s,
            ]],
            'certData' => %6$s,
        ];
        """
            .formatted(
                quoted(facts.entityId()),
                RSA_SHA256,
                listed(facts.levels().stream().map(ProductSetup::quoted)),
                PERSISTENT,
                quoted(facts.signIn()),
                quoted(facts.certificate())));
  }

  private static ProductSetup spring(Facts facts) {
    return new ProductSetup(
        "spring",
        "Spring Security SAML",
        new Bilingual(
            "application.yml. Nivåerna sätts i kod: setAuthnRequestCustomizer lägger till"
                + " RequestedAuthnContext.",
            "application.yml. Levels are set in code: setAuthnRequestCustomizer adds"
                + " RequestedAuthnContext."),
        """
        spring:
          security:
            saml2:
              relyingparty:
                registration:
                  genrep:
                    entity-id: "https://sp.example.org/saml2/metadata"
                    signing:
                      credentials:
                        - private-key-location: "file:sp.key"
                          certificate-location: "file:sp.crt"
                    decryption:
                      credentials:
                        - private-key-location: "file:sp.key"
                          certificate-location: "file:sp.crt"
                    assertingparty:
                      entity-id: %s
                      metadata-uri: %s
                      singlesignon:
                        url: %s
                        binding: redirect
                        sign-request: true
        """
            .formatted(json(facts.entityId()), json(facts.metadata()), json(facts.signIn())));
  }

  private static ProductSetup keycloak(Facts facts) {
    return new ProductSetup(
        "keycloak",
        "Keycloak (broker)",
        new Bilingual(
            "kcadm.sh create identity-provider/instances -r REALM -f genrep.json. Keycloaks egna"
                + " metadata finns sedan under /realms/REALM/broker/genrep/endpoint/descriptor.",
            "kcadm.sh create identity-provider/instances -r REALM -f genrep.json. Keycloak's own"
                + " metadata is then at /realms/REALM/broker/genrep/endpoint/descriptor."),
        """
        {
          "alias": "genrep",
          "providerId": "saml",
          "enabled": true,
          "config": {
            "entityId": "https://sp.example.org/realms/REALM",
            "idpEntityId": %s,
            "singleSignOnServiceUrl": %s,
            "metadataDescriptorUrl": %s,
            "signingCertificate": %s,
            "validateSignature": "true",
            "wantAuthnRequestsSigned": "true",
            "signatureAlgorithm": "RSA_SHA256",
            "wantAssertionsEncrypted": "true",
            "postBindingResponse": "true",
            "postBindingAuthnRequest": "false",
            "forceAuthn": "true",
            "authnContextClassRefs": %s,
            "authnContextComparisonType": "exact",
            "nameIDPolicyFormat": "%s",
            "principalType": "ATTRIBUTE",
            "principalAttribute": "%s",
            "allowedClockSkew": "60"
          }
        }
        """
            .formatted(
                json(facts.entityId()),
                json(facts.signIn()),
                json(facts.metadata()),
                json(facts.certificate()),
                json("[" + listed(facts.levels().stream().map(ProductSetup::json)) + "]"),
                PERSISTENT,
                NUMBER));
  }

  private static ProductSetup pysaml2(Facts facts) {
    return new ProductSetup(
        "pysaml2",
        "pysaml2",
        new Bilingual(
            "Python. Hämta certifikatet först, som kommentaren säger.",
            "Python. Fetch the certificate first, as the comment says."),
        """
        # curl -o genrep-signer.pem %s
        CONFIG = {
            "entityid": "https://sp.example.org/pysaml2",
            "key_file": "sp.key",
            "cert_file": "sp.crt",
            "encryption_keypairs": [{"key_file": "sp.key", "cert_file": "sp.crt"}],
            "metadata": {"remote": [{"url": %s, "cert": "genrep-signer.pem"}]},
            "accepted_time_diff": 60,
            "service": {"sp": {
                "idp": [%s],
                "endpoints": {"assertion_consumer_service": [
                    ("https://sp.example.org/acs", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"),
                ]},
                "authn_requests_signed": True,
                "want_response_signed": True,
                "want_assertions_signed": False,
                "allow_unsolicited": False,
                "force_authn": True,
                "requested_authn_context": {
                    "authn_context_class_ref": [%s],
                    "comparison": "exact",
                },
            }},
        }
        """
            .formatted(
                shell(facts.signer()),
                json(facts.feed()),
                json(facts.entityId()),
                listed(facts.levels().stream().map(ProductSetup::json))));
  }

  private static String listed(Stream<String> values) {
    return values.collect(Collectors.joining(", "));
  }

  /** In single quotes, as JavaScript and PHP read them. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** In double quotes, as JSON, YAML and Python read them. */
  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** One word of a command. */
  private static String shell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
