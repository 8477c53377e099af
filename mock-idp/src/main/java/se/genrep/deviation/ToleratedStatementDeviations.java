package se.genrep.deviation;

import static se.genrep.deviation.Edits.ATTRIBUTES;
import static se.genrep.deviation.Edits.AUTHN;
import static se.genrep.deviation.Edits.CONTEXT;

import java.time.Duration;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/**
 * What SAML lets a sender do in what the assertion says, but not every service provider is used to.
 */
public final class ToleratedStatementDeviations {

  public static final Deviation TWO_AUTHORITIES =
      Edits.assertion(
          "two-authorities",
          "names two who authenticated the person for it",
          assertion -> {
            XmlNode context = assertion.at(CONTEXT);
            context.add("saml:AuthenticatingAuthority").text("https://authority.example.org/1");
            context.add("saml:AuthenticatingAuthority").text("https://authority.example.org/2");
          });

  public static final Deviation SESSION_NOT_OVER =
      Edits.assertion(
          "session-not-over",
          "says that the session lasts an hour more",
          (assertion, scene) ->
              assertion
                  .at(AUTHN)
                  .set("SessionNotOnOrAfter", Parts.time(scene.now().plus(Duration.ofHours(1)))));

  public static final Deviation WITHOUT_SESSION_INDEX =
      Edits.assertion(
          "without-session-index",
          "leaves out which session it is",
          Edits.unset(AUTHN, "SessionIndex"));

  public static final Deviation UNTYPED_VALUES =
      Edits.assertion(
          "untyped-values",
          "sends attribute values without xsi:type",
          assertion ->
              Edits.values(assertion)
                  .forEach(value -> value.element().removeAttributeNS(SamlNs.XSI, "type")));

  public static final Deviation ANY_TYPE_VALUES =
      Edits.assertion(
          "any-type-values",
          "sends attribute values of the type xs:anyType",
          assertion ->
              Edits.values(assertion)
                  .forEach(value -> value.set(SamlNs.XSI, "xsi:type", "xs:anyType")));

  public static final Deviation UNKNOWN_ATTRIBUTE =
      Edits.assertion(
          "unknown-attribute",
          "sends an attribute that nobody asked for",
          assertion ->
              assertion
                  .at(ATTRIBUTES)
                  .add("saml:Attribute")
                  .set("Name", "urn:example:unknown")
                  .set("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:uri")
                  .add("saml:AttributeValue")
                  .text("something"));

  private ToleratedStatementDeviations() {}
}
