package se.genrep.protocol;

import static se.genrep.protocol.Structure.Form;
import static se.genrep.protocol.Structure.MANY;
import static se.genrep.protocol.Structure.element;
import static se.genrep.protocol.Structure.text;

import java.util.Arrays;
import java.util.List;
import se.genrep.saml.XmlNode;
import se.genrep.trust.CertType;

/**
 * The structure of both messages: OASIS DSS core 3.1 and 3.2 as the implementation profile narrows
 * it, and the schema of the DSS extension, version 1.1.3. Whether there is a signature is judged by
 * whoever verifies it.
 */
final class SignSchema {

  private static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

  private static final List<String> CERT_TYPES =
      Arrays.stream(CertType.values()).map(CertType::word).toList();

  private static final Structure TASK =
      element("csig:SignTaskData")
          .optional("SignTaskId", Form.STRING)
          .oneOf("SigType", true, SigType.all())
          .oneOf("AdESType", false, AdesType.all())
          .optional("ProcessingRules", Form.URI)
          .child(1, 1, text("csig:ToBeSignedBytes", Form.BASE64))
          .child(
              0,
              1,
              element("csig:AdESObject")
                  .child(0, 1, text("csig:SignatureId", Form.STRING))
                  .child(0, 1, text("csig:AdESObjectBytes", Form.BASE64))
                  .child(0, 1, element("csig:OtherAdESData").open()))
          .child(0, 1, text("csig:Base64Signature", Form.BASE64).optional("Type", Form.URI))
          .child(0, 1, element("csig:OtherSignTaskData").open());

  /** The profile has the data in SignTasks, so other kinds of documents would be left unsigned. */
  private static final Structure TASKS =
      element("dss:Other").child(1, 1, element("csig:SignTasks").child(1, MANY, TASK));

  private static final Structure ATTRIBUTE =
      element("saml:Attribute")
          .required("Name", Form.STRING)
          .optional("NameFormat", Form.URI)
          .optional("FriendlyName", Form.STRING)
          .child(0, MANY, text("saml:AttributeValue", Form.ANY));

  /** DSS extension 3.1: a saml:NameIDType that says that it is an entity. */
  private static Structure entity(String name) {
    return text(name, Form.STRING)
        .oneOf("Format", true, List.of(ENTITY))
        .optional("NameQualifier", Form.STRING)
        .optional("SPNameQualifier", Form.STRING)
        .optional("SPProvidedID", Form.STRING);
  }

  /** Implementation profile 2.1.3.2: nothing but the return address and the times. */
  private static final Structure CONDITIONS =
      element("saml:Conditions")
          .optional("NotBefore", Form.TIME)
          .optional("NotOnOrAfter", Form.TIME)
          .child(
              1,
              1,
              element("saml:AudienceRestriction").child(1, 1, text("saml:Audience", Form.URI)));

  private static final Structure CERT_REQUEST =
      element("csig:CertRequestProperties")
          .oneOf("CertType", false, CERT_TYPES)
          .child(0, MANY, text("saml:AuthnContextClassRef", Form.URI))
          .child(
              0,
              1,
              element("csig:RequestedCertAttributes")
                  .child(
                      1,
                      MANY,
                      element("csig:RequestedCertAttribute")
                          .optional("CertAttributeRef", Form.STRING)
                          .oneOf("CertNameType", false, List.of("rdn", "san", "sda"))
                          .optional("FriendlyName", Form.STRING)
                          .optional("DefaultValue", Form.STRING)
                          .optional("Required", Form.BOOLEAN)
                          .child(0, MANY, entity("csig:AttributeAuthority"))
                          .child(
                              0,
                              MANY,
                              text("csig:SamlAttributeName", Form.STRING)
                                  .optional("Order", Form.INTEGER))))
          .child(0, 1, element("csig:OtherProperties").open());

  private static final Structure MESSAGE =
      element("csig:SignMessage")
          .optional("MustShow", Form.BOOLEAN)
          .optional("DisplayEntity", Form.URI)
          .oneOf("MimeType", false, List.of("text", "text/html", "text/markdown"))
          .child(1, 1, text("csig:Message", Form.BASE64), element("csig:EncryptedMessage").open());

  private static final Structure REQUEST_EXTENSION =
      element("csig:SignRequestExtension")
          .optional("Version", Form.STRING)
          .child(1, 1, text("csig:RequestTime", Form.TIME))
          .child(1, 1, CONDITIONS)
          .child(0, 1, element("csig:Signer").child(1, MANY, ATTRIBUTE))
          .child(1, 1, entity("csig:IdentityProvider"))
          .child(0, 1, text("csig:AuthnProfile", Form.STRING))
          .child(1, 1, entity("csig:SignRequester"))
          .child(1, 1, entity("csig:SignService"))
          .child(0, 1, text("csig:RequestedSignatureAlgorithm", Form.URI))
          .child(0, 1, CERT_REQUEST)
          .child(0, 1, MESSAGE)
          .child(0, 1, element("csig:OtherRequestInfo").open());

  private static final Structure REQUEST =
      element("dss:SignRequest")
          .required("RequestID", Form.STRING)
          .required("Profile", Form.URI)
          .child(
              1,
              1,
              element("dss:OptionalInputs")
                  .child(1, 1, REQUEST_EXTENSION)
                  .child(0, 1, element("ds:Signature").open()))
          .child(1, 1, element("dss:InputDocuments").child(1, 1, TASKS));

  private static final Structure CONTEXT =
      element("csig:ContextInfo")
          .child(
              1,
              1,
              text("csig:IdentityProvider", Form.STRING)
                  .optional("Format", Form.URI)
                  .optional("NameQualifier", Form.STRING)
                  .optional("SPNameQualifier", Form.STRING)
                  .optional("SPProvidedID", Form.STRING))
          .child(1, 1, text("csig:AuthenticationInstant", Form.TIME))
          .child(1, 1, text("saml:AuthnContextClassRef", Form.URI))
          .child(0, 1, text("csig:ServiceID", Form.STRING))
          .child(0, 1, text("csig:AuthType", Form.STRING))
          .child(1, 1, text("csig:AssertionRef", Form.STRING)); // implementation profile 2.2.4.4

  private static final Structure RESPONSE_EXTENSION =
      element("csig:SignResponseExtension")
          .optional("Version", Form.STRING)
          .child(1, 1, text("csig:ResponseTime", Form.TIME))
          .child(0, 1, text("csig:Request", Form.BASE64))
          .child(
              0,
              1,
              element("csig:SignerAssertionInfo")
                  .child(1, 1, CONTEXT)
                  .child(1, 1, element("saml:AttributeStatement").child(1, MANY, ATTRIBUTE))
                  .child(
                      0,
                      1,
                      element("csig:SamlAssertions")
                          .child(1, MANY, text("csig:Assertion", Form.BASE64))))
          .child(
              0,
              1,
              element("csig:SignatureCertificateChain")
                  .child(1, MANY, text("csig:X509Certificate", Form.BASE64)))
          .child(0, 1, element("csig:OtherResponseInfo").open());

  private static final Structure RESPONSE =
      element("dss:SignResponse")
          .required("RequestID", Form.STRING)
          .required("Profile", Form.URI)
          .child(
              1,
              1,
              element("dss:Result")
                  .child(1, 1, text("dss:ResultMajor", Form.URI))
                  .child(0, 1, text("dss:ResultMinor", Form.URI))
                  .child(0, 1, text("dss:ResultMessage", Form.STRING)))
          .child(
              1,
              1,
              element("dss:OptionalOutputs")
                  .child(1, 1, RESPONSE_EXTENSION)
                  .child(0, 1, element("ds:Signature").open()))
          .child(0, 1, element("dss:SignatureObject").child(1, 1, TASKS));

  private SignSchema() {}

  static void request(XmlNode root) throws Malformed {
    REQUEST.check(root);
  }

  static void response(XmlNode root) throws Malformed {
    RESPONSE.check(root);
  }
}
