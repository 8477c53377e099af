package se.genrep.reference;

import static se.genrep.deviation.Deviation.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Protection;
import se.genrep.deviation.Stage;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.XmlNode;

/** Answers with one fault each, which one check refuses. */
final class HostileAnswers {

  private static final String GENUINE = World.number(World.GENUINE);
  private static final String CANARY = World.number(World.CANARY);

  private static final String HYPHENATED = GENUINE.substring(0, 8) + "-" + GENUINE.substring(8);
  private static final String WRONG_CHECK_DIGIT =
      GENUINE.substring(0, 11) + (GENUINE.endsWith("9") ? "0" : (char) (GENUINE.charAt(11) + 1));

  private HostileAnswers() {}

  /**
   * @param dropped without these the message is taken; the first is the one that refuses it
   * @param subject who is then signed in
   */
  record Hostile(String title, Deviation deviation, List<Check> dropped, String subject) {
    /** What cannot be decrypted is no message yet. */
    String refusedBy() {
      Check first = dropped.get(0);
      return first == Check.OWN_KEY ? Refusal.FORM : first.name();
    }

    Variant careless() {
      return Variant.without(dropped.toArray(Check[]::new));
    }
  }

  private static Hostile hostile(String title, Deviation deviation, Check... dropped) {
    return new Hostile(title, deviation, List.of(dropped), World.number(World.GENUINE));
  }

  static Deviation protection(UnaryOperator<Protection> change) {
    return deviation("t", "t").at(Stage.PROTECTION, (standard, scene) -> change.apply(standard));
  }

  static Deviation changing(Stage<XmlNode> stage, Consumer<XmlNode> change) {
    return deviation("t", "t")
        .at(
            stage,
            (element, scene) -> {
              change.accept(element);
              return element;
            });
  }

  static Deviation assertion(String path, String attribute, String value) {
    return changing(Stage.ASSERTION, a -> node(a, path).set(attribute, value));
  }

  private static Deviation response(String attribute, String value) {
    return changing(Stage.RESPONSE, r -> r.set(attribute, value));
  }

  private static XmlNode node(XmlNode element, String path) {
    return path.isEmpty() ? element : element.at(path);
  }

  static Deviation numberIs(String text) {
    return changing(Stage.ASSERTION, a -> World.numberIn(a).at("saml:AttributeValue").text(text));
  }

  static String later(long seconds) {
    return World.NOW.plusSeconds(seconds).toString();
  }

  static final String DATA = "saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData";
  private static final String CONTEXT =
      "saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef";

  static List<Hostile> all() {
    List<Hostile> all = new ArrayList<>();
    signatures(all);
    addresses(all);
    times(all);
    contents(all);
    return all;
  }

  private static void signatures(List<Hostile> all) {
    all.add(hostile("unsigned", protection(p -> p.signingResponse(false)), Check.RESPONSE_SIGNED));
    all.add(
        hostile(
            "only the assertion signed",
            protection(p -> p.signingResponse(false).signingAssertion(true)),
            Check.RESPONSE_SIGNED));
    all.add(
        new Hostile(
            "tampered with",
            deviation("t", "t")
                .at(
                    Stage.SIGNED_RESPONSE,
                    (response, scene) -> {
                      XmlNode forged = scene.genuineAssertion();
                      World.numberIn(forged).at("saml:AttributeValue").text(CANARY);
                      response.at("saml:EncryptedAssertion").replaceWith(scene.encrypt(forged));
                      return response;
                    }),
            List.of(Check.SIGNATURE_VALUE),
            CANARY));
    all.add(
        hostile(
            "the assertion's own signature is broken",
            deviation("t", "t")
                .prepare(Stage.PROTECTION, (p, scene) -> p.signingAssertion(true))
                .at(
                    Stage.SIGNED_ASSERTION,
                    (assertion, scene) -> {
                      assertion.set("ID", scene.newId());
                      XmlNode reference = assertion.at("ds:Signature/ds:SignedInfo/ds:Reference");
                      reference.set("URI", "#" + assertion.attribute("ID").orElseThrow());
                      return assertion;
                    }),
            Check.ASSERTION_SIGNATURE));
    all.add(
        hostile(
            "signed by a stranger",
            deviation("t", "t")
                .at(Stage.PROTECTION, (p, scene) -> p.signedBy(scene.strangers().unregistered())),
            Check.SIGNER_KNOWN));
    all.add(
        hostile(
            "signed by another member",
            deviation("t", "t")
                .at(Stage.PROTECTION, (p, scene) -> p.signedBy(scene.strangers().otherMember())),
            Check.SIGNER_IS_ISSUER));
    all.add(
        hostile(
            "the signature stands last",
            changing(Stage.SIGNED_RESPONSE, r -> r.append(r.at("ds:Signature"))),
            Check.ONE_SIGNATURE));
    all.add(
        hostile(
            "signed twice",
            changing(
                Stage.SIGNED_RESPONSE,
                r -> {
                  XmlNode second = r.at("ds:Signature").copy();
                  second.at("ds:SignatureValue").text("AAAA");
                  r.at("ds:Signature").insertBefore(second);
                }),
            Check.ONE_SIGNATURE,
            Check.SIGNATURE_VALUE)); // the first is not inside of what the second covers
    all.add(
        hostile(
            "signed with SHA-1",
            protection(p -> p.using(SignatureAlgorithm.RSA_SHA1)),
            Check.SIGNATURE_ALGORITHM));
    all.add(hostile("not encrypted", protection(Protection::unencrypted), Check.ENCRYPTED));
    all.add(
        new Hostile(
            "encrypted to another",
            deviation("t", "t")
                .at(
                    Stage.PROTECTION,
                    (p, scene) ->
                        p.encryptedTo(scene.strangers().otherServiceProvider().certificate())),
            List.of(Check.OWN_KEY),
            GENUINE));
    all.add(
        hostile(
            "encrypted with RSA 1.5",
            protection(
                p ->
                    p.using(
                        EncryptionAlgorithm.MANDATORY.withKeyTransport(
                            EncryptionAlgorithm.RSA_1_5))),
            Check.ENCRYPTION_ALGORITHM));
    all.add(
        hostile(
            "encrypted with 3DES",
            protection(
                p ->
                    p.using(
                        EncryptionAlgorithm.MANDATORY.withBlock(
                            EncryptionAlgorithm.TRIPLEDES_CBC))),
            Check.ENCRYPTION_ALGORITHM));
  }

  private static void addresses(List<Hostile> all) {
    all.add(
        hostile(
            "the Response has another issuer",
            changing(Stage.RESPONSE, r -> r.at("saml:Issuer").text("https://other.example.org")),
            Check.RESPONSE_ISSUER));
    all.add(
        hostile(
            "the Assertion has another issuer",
            changing(Stage.ASSERTION, a -> a.at("saml:Issuer").text("https://other.example.org")),
            Check.ASSERTION_ISSUER));
    all.add(
        hostile(
            "another destination",
            response("Destination", "https://sp.example.org/acs"),
            Check.DESTINATION));
    all.add(
        hostile(
            "another recipient",
            assertion(DATA, "Recipient", "https://sp.example.org/acs"),
            Check.RECIPIENT));
    all.add(
        hostile(
            "another audience",
            changing(
                Stage.ASSERTION,
                a ->
                    a.at("saml:Conditions/saml:AudienceRestriction/saml:Audience")
                        .text("https://sp.example.org")),
            Check.AUDIENCE));
    all.add(
        hostile(
            "no audience",
            changing(
                Stage.ASSERTION, a -> a.at("saml:Conditions/saml:AudienceRestriction").remove()),
            Check.AUDIENCE));
    all.add(
        hostile(
            "not for the bearer",
            assertion(
                "saml:Subject/saml:SubjectConfirmation",
                "Method",
                "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"),
            Check.CONFIRMATION_METHOD));
    all.add(
        hostile(
            "the Response answers another request",
            response("InResponseTo", "_other"),
            Check.IN_RESPONSE_TO));
    all.add(
        hostile(
            "the Response answers none",
            changing(Stage.RESPONSE, r -> r.unset("InResponseTo")),
            Check.IN_RESPONSE_TO));
    all.add(
        hostile(
            "the subject is confirmed for another request",
            assertion(DATA, "InResponseTo", "_other"),
            Check.CONFIRMATION_IN_RESPONSE_TO));
  }

  private static void times(List<Hostile> all) {
    all.add(
        hostile(
            "not valid yet",
            assertion("saml:Conditions", "NotBefore", later(90)),
            Check.NOT_BEFORE));
    all.add(
        hostile(
            "not valid any more",
            assertion("saml:Conditions", "NotOnOrAfter", later(-90)),
            Check.NOT_ON_OR_AFTER));
    all.add(
        hostile(
            "without end",
            changing(Stage.ASSERTION, a -> a.at("saml:Conditions").unset("NotOnOrAfter")),
            Check.NOT_ON_OR_AFTER));
    all.add(
        hostile(
            "the confirmation has ended",
            assertion(DATA, "NotOnOrAfter", later(-90)),
            Check.CONFIRMATION_NOT_ON_OR_AFTER));
    all.add(
        hostile("the Response is old", response("IssueInstant", later(-900)), Check.ISSUE_INSTANT));
    all.add(
        hostile(
            "the Assertion is old",
            assertion("", "IssueInstant", later(-900)),
            Check.ISSUE_INSTANT));
    all.add(
        hostile(
            "the Assertion is from the future",
            assertion("", "IssueInstant", later(90)),
            Check.ISSUE_INSTANT));
    all.add(
        hostile(
            "authenticated an hour ago",
            assertion("saml:AuthnStatement", "AuthnInstant", later(-3600)),
            Check.AUTHN_INSTANT));
    all.add(
        hostile(
            "authenticated in the future",
            assertion("saml:AuthnStatement", "AuthnInstant", later(90)),
            Check.AUTHN_INSTANT));
  }

  private static void contents(List<Hostile> all) {
    all.add(
        hostile(
            "not a success",
            changing(
                Stage.RESPONSE,
                r ->
                    r.at("samlp:Status/samlp:StatusCode")
                        .set("Value", "urn:oasis:names:tc:SAML:2.0:status:Responder")),
            Check.STATUS));
    all.add(
        hostile(
            "a level not asked for",
            changing(Stage.ASSERTION, a -> a.at(CONTEXT).text(LevelOfAssurance.LOA4.uri())),
            Check.AUTHN_CONTEXT));
    all.add(
        hostile(
            "no authentication",
            changing(Stage.ASSERTION, a -> a.at("saml:AuthnStatement").remove()),
            Check.AUTHN_CONTEXT,
            Check.AUTHN_INSTANT));
    all.add(
        new Hostile(
            "two numbers",
            changing(
                Stage.ASSERTION,
                a -> World.numberIn(a).at("saml:AttributeValue").insertBefore(forgedValue(a))),
            List.of(Check.NUMBER_SINGLE),
            CANARY));
    all.add(
        new Hostile("a hyphen", numberIs(HYPHENATED), List.of(Check.NUMBER_FORMAT), HYPHENATED));
    all.add(
        new Hostile(
            "ten digits",
            numberIs(GENUINE.substring(2)),
            List.of(Check.NUMBER_FORMAT),
            GENUINE.substring(2)));
    all.add(
        new Hostile(
            "a wrong check digit",
            numberIs(WRONG_CHECK_DIGIT),
            List.of(Check.NUMBER_CHECK_DIGIT),
            WRONG_CHECK_DIGIT));
    all.add(
        new Hostile(
            "something after a comment",
            changing(
                Stage.ASSERTION,
                a -> {
                  XmlNode value = World.numberIn(a).at("saml:AttributeValue");
                  value.text(CANARY);
                  var document = value.element().getOwnerDocument();
                  value.element().appendChild(document.createComment(""));
                  value.element().appendChild(document.createTextNode("0"));
                }),
            List.of(Check.NUMBER_FORMAT, Check.WHOLE_TEXT),
            CANARY));
  }

  private static XmlNode forgedValue(XmlNode assertion) {
    return World.numberIn(assertion).at("saml:AttributeValue").copy().text(CANARY);
  }
}
