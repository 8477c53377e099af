package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.SIGNED_RESPONSE;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** Signatures that are put together as no library would. */
public final class SignatureFormDeviations {

  private static final String SIGNED_INFO = "ds:Signature/ds:SignedInfo";
  private static final String DIGEST_VALUE = SIGNED_INFO + "/ds:Reference/ds:DigestValue";

  public static final Deviation FORGED_SIGNED_INFO_FIRST =
      deviation(
              "forged-signed-info-first",
              "puts a SignedInfo for a forged message before the genuine one")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                String digest = digestOfForged(response, scene);
                XmlNode info = response.at(SIGNED_INFO);
                XmlNode forged = info.copy();
                forged.at("ds:Reference/ds:DigestValue").text(digest);
                info.insertBefore(forged);
                return response;
              });

  public static final Deviation FORGED_SIGNED_INFO_LAST =
      deviation(
              "forged-signed-info-last",
              "puts a SignedInfo for a forged message after the genuine one")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                String digest = digestOfForged(response, scene);
                XmlNode info = response.at(SIGNED_INFO);
                XmlNode forged = info.copy();
                forged.at("ds:Reference/ds:DigestValue").text(digest);
                info.insertAfter(forged);
                return response;
              });

  public static final Deviation DIGEST_IN_COMMENT =
      deviation(
              "digest-in-comment",
              "writes the digest of a forged message as a comment in DigestValue")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                String digest = digestOfForged(response, scene);
                XmlNode value = response.at(DIGEST_VALUE);
                value
                    .element()
                    .insertBefore(
                        value.element().getOwnerDocument().createComment(digest),
                        value.element().getFirstChild());
                return response;
              });

  public static final Deviation DIGEST_IN_OBJECT =
      deviation(
              "digest-in-object",
              "puts the digest of a forged message into an Object of the signature")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                String digest = digestOfForged(response, scene);
                response.at("ds:Signature").add("ds:Object").add("ds:DigestValue").text(digest);
                return response;
              });

  public static final Deviation DIGEST_IN_KEY_INFO =
      deviation(
              "digest-in-key-info",
              "puts the digest of a forged message into the KeyInfo of the signature")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                String digest = digestOfForged(response, scene);
                response.at("ds:Signature/ds:KeyInfo").add("ds:DigestValue").text(digest);
                return response;
              });

  public static final Deviation DIGEST_OF_FORGERY =
      deviation(
              "digest-of-forgery",
              "mends the digest for a forged message, which breaks the signature")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                String digest = digestOfForged(response, scene);
                response.at(DIGEST_VALUE).text(digest);
                return response;
              });

  public static final Deviation SIGNATURE_VALUE_EMPTY =
      deviation("signature-value-empty", "leaves the value of the signature empty")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response.at("ds:Signature/ds:SignatureValue").text("");
                return response;
              });

  public static final Deviation SIGNATURE_WITHOUT_VALUE =
      deviation("signature-without-value", "leaves the value of the signature out")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response.at("ds:Signature/ds:SignatureValue").remove();
                return response;
              });

  public static final Deviation SIGNATURE_VALUE_ZERO =
      deviation("signature-value-zero", "writes zeros for the value of the signature")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                XmlNode value = response.at("ds:Signature/ds:SignatureValue");
                int length = Base64.getMimeDecoder().decode(value.text()).length;
                value.text(Base64.getEncoder().encodeToString(new byte[length]));
                return response;
              });

  public static final Deviation DIGEST_VALUE_EMPTY =
      deviation("digest-value-empty", "leaves the digest empty")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response.at(DIGEST_VALUE).text("");
                return response;
              });

  public static final Deviation SIGNATURE_AFTER_STATUS =
      deviation(
              "signature-after-status",
              "moves the signature after the status, where the schema has none")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response.at("samlp:Status").insertAfter(response.at("ds:Signature"));
                return response;
              });

  public static final Deviation SIGNATURE_AT_END =
      deviation("signature-at-end", "moves the signature to the end of the Response")
          .at(
              SIGNED_RESPONSE,
              (response, scene) -> {
                response.append(response.at("ds:Signature"));
                return response;
              });

  public static final Deviation CANONICALISATION_UNKNOWN =
      CraftedSignature.instead(
          "canonicalisation-unknown",
          "names a canonicalisation that nobody knows and signs nothing",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring(CraftedSignature.reference(response))
                  .canonicalising("urn:example:void")
                  .place());

  public static final Deviation TRANSFORM_UNKNOWN =
      CraftedSignature.instead(
          "transform-unknown",
          "names a transform that nobody knows and digests nothing",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            crafted
                .referring(
                    CraftedSignature.reference(response),
                    crafted.digest(new byte[0]),
                    crafted.transform("urn:example:void"))
                .place();
          });

  public static final Deviation XPATH_TRANSFORM =
      CraftedSignature.instead(
          "xpath-transform",
          "signs all but the assertion, by XPath, and replaces it",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            XmlNode rest = Parts.stripped(response).detached();
            Parts.assertionIn(rest).remove();
            XmlNode filter = crafted.transform("http://www.w3.org/TR/1999/REC-xpath-19991116");
            filter
                .add("ds:XPath")
                .declare("saml", SamlNs.SAML)
                .text(
                    "not(ancestor-or-self::saml:EncryptedAssertion or ancestor-or-self::saml:Assertion)");
            crafted
                .referring(
                    CraftedSignature.reference(response),
                    crafted.digest(rest),
                    crafted.transform(CraftedSignature.ENVELOPED),
                    filter,
                    crafted.transform(CraftedSignature.EXCLUSIVE))
                .place();
            forge(response, scene);
          });

  public static final Deviation XPATH_FILTER_TRANSFORM =
      CraftedSignature.instead(
          "xpath-filter-transform",
          "signs all but the assertion, by an XPath filter, and replaces it",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            XmlNode rest = Parts.stripped(response).detached();
            Parts.assertionIn(rest).remove();
            XmlNode filter = crafted.transform("http://www.w3.org/2002/06/xmldsig-filter2");
            filter
                .add("ds:XPath")
                .set("Filter", "subtract")
                .declare("saml", SamlNs.SAML)
                .text("//saml:EncryptedAssertion | //saml:Assertion");
            Edits.elsewhere("ds:XPath", "http://www.w3.org/2002/06/xmldsig-filter2").accept(filter);
            crafted
                .referring(
                    CraftedSignature.reference(response),
                    crafted.digest(rest),
                    crafted.transform(CraftedSignature.ENVELOPED),
                    filter,
                    crafted.transform(CraftedSignature.EXCLUSIVE))
                .place();
            forge(response, scene);
          });

  public static final Deviation XSLT_TRANSFORM =
      CraftedSignature.instead(
          "xslt-transform",
          "signs what a stylesheet makes of the message, which is always the same",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            XmlNode sheet = crafted.transform("http://www.w3.org/TR/1999/REC-xslt-19991116");
            Edits.stylesheet(sheet, "x");
            crafted
                .referring(
                    CraftedSignature.reference(response),
                    crafted.digest("x".getBytes(StandardCharsets.UTF_8)),
                    sheet)
                .place();
            forge(response, scene);
          });

  public static final Deviation CANONICAL_WITH_COMMENTS =
      CraftedSignature.instead(
          "canonical-with-comments",
          "canonicalises with comments",
          (response, scene) -> {
            CraftedSignature crafted =
                CraftedSignature.of(response, scene)
                    .canonicalising(CraftedSignature.EXCLUSIVE + "WithComments");
            crafted
                .referring(
                    CraftedSignature.reference(response),
                    crafted.digest(Parts.stripped(response)),
                    crafted.transform(CraftedSignature.ENVELOPED),
                    crafted.transform(CraftedSignature.EXCLUSIVE + "WithComments"))
                .place();
          });

  public static final Deviation HMAC_OF_PUBLIC_KEY =
      CraftedSignature.instead(
          "hmac-of-public-key",
          "signs by HMAC, with its public key for a secret",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring(CraftedSignature.reference(response))
                  .hmac(scene.protection().signer().certificate().getPublicKey().getEncoded())
                  .place());

  public static final Deviation HMAC_OF_CERTIFICATE =
      CraftedSignature.instead(
          "hmac-of-certificate",
          "signs by HMAC, with its certificate for a secret",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring(CraftedSignature.reference(response))
                  .hmac(encoded(scene))
                  .place());

  public static final Deviation HMAC_OF_NOTHING =
      CraftedSignature.instead(
          "hmac-of-nothing",
          "signs by HMAC, with a zero for a secret",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring(CraftedSignature.reference(response))
                  .hmac(new byte[1])
                  .place());

  private SignatureFormDeviations() {}

  /** Makes the Response a forged one under its old signature, and gives the digest it now has. */
  private static String digestOfForged(XmlNode response, Scene scene) {
    forge(response, scene);
    byte[] digest = CraftedSignature.digest(Parts.stripped(response), scene);
    return Base64.getEncoder().encodeToString(digest);
  }

  private static void forge(XmlNode response, Scene scene) {
    XmlNode forged = Forgery.of(scene.genuineAssertion(), scene);
    Parts.assertionIn(response).replaceWith(scene.encrypt(forged));
  }

  private static byte[] encoded(Scene scene) {
    try {
      return scene.protection().signer().certificate().getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of ours cannot be written", e);
    }
  }
}
