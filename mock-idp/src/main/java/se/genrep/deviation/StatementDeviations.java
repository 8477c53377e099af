package se.genrep.deviation;

import static se.genrep.deviation.Edits.ATTRIBUTES;
import static se.genrep.deviation.Edits.AUTHN;
import static se.genrep.deviation.Edits.CLASS_REF;
import static se.genrep.deviation.Edits.CONTEXT;

import java.time.Duration;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/**
 * What the assertion says of the sign-in and the person, with something missing, empty or malformed
 * (SAML core 2.7).
 */
public final class StatementDeviations {

  public static final Deviation WITHOUT_AUTHN_CONTEXT =
      Edits.assertion(
          "without-authn-context", "leaves out how the person signed in", Edits.remove(CONTEXT));

  public static final Deviation AUTHN_CONTEXT_EMPTY =
      Edits.assertion(
          "authn-context-empty", "leaves empty how the person signed in", Edits.empty(CONTEXT));

  public static final Deviation AUTHN_STATEMENT_EMPTY =
      Edits.assertion(
          "authn-statement-empty", "leaves the statement of the sign-in empty", Edits.empty(AUTHN));

  public static final Deviation CLASS_REF_EMPTY =
      Edits.assertion(
          "class-ref-empty", "leaves the level of assurance empty", Edits.text(CLASS_REF, ""));

  public static final Deviation LEVEL_AS_DECLARATION =
      Edits.assertion(
          "level-as-declaration",
          "gives the level as a declaration and not as a class",
          assertion -> {
            XmlNode level = assertion.at(CLASS_REF);
            level.replaceWith(level.create("saml:AuthnContextDeclRef").text(level.text()));
          });

  public static final Deviation LEVEL_OTHER_CASE =
      Edits.assertion(
          "level-other-case",
          "writes the level in other letters",
          Edits.changeText(CLASS_REF, String::toUpperCase));

  public static final Deviation WITHOUT_AUTHN_INSTANT =
      Edits.assertion(
          "without-authn-instant",
          "leaves out when the person signed in",
          Edits.unset(AUTHN, "AuthnInstant"));

  public static final Deviation AUTHN_INSTANT_EMPTY =
      Edits.assertion(
          "authn-instant-empty",
          "leaves empty when the person signed in",
          Edits.set(AUTHN, "AuthnInstant", ""));

  public static final Deviation AUTHN_INSTANT_MALFORMED =
      Edits.assertion(
          "authn-instant-malformed",
          "writes the time of the sign-in as no time",
          Edits.set(AUTHN, "AuthnInstant", "just now"));

  public static final Deviation SESSION_OVER =
      Edits.assertion(
          "session-over",
          "says that the session ended 20 minutes ago",
          (assertion, scene) ->
              assertion
                  .at(AUTHN)
                  .set(
                      "SessionNotOnOrAfter",
                      Parts.time(scene.now().minus(Duration.ofMinutes(20)))));

  public static final Deviation WITHOUT_ATTRIBUTE_STATEMENT =
      Edits.assertion(
          "without-attribute-statement", "leaves the attributes out", Edits.remove(ATTRIBUTES));

  public static final Deviation ATTRIBUTE_STATEMENT_EMPTY =
      Edits.assertion(
          "attribute-statement-empty",
          "sends a statement without attributes",
          Edits.empty(ATTRIBUTES));

  public static final Deviation NUMBER_ATTRIBUTE_EMPTY =
      Edits.assertion(
          "number-attribute-empty",
          "sends the attribute of the number without a value",
          assertion -> Parts.number(assertion.at(ATTRIBUTES)).ifPresent(XmlNode::remove));

  public static final Deviation NUMBER_VALUE_EMPTY =
      Edits.assertion(
          "number-value-empty",
          "sends an empty number",
          assertion -> Parts.number(assertion.at(ATTRIBUTES)).ifPresent(value -> value.text("")));

  public static final Deviation NUMBER_WITHOUT_NAME =
      Edits.assertion(
          "number-without-name",
          "sends the number in an attribute without a name",
          assertion ->
              Parts.attribute(assertion, Attribute.PERSONAL_IDENTITY_NUMBER)
                  .ifPresent(attribute -> attribute.unset("Name")));

  public static final Deviation NUMBER_UNDER_FRIENDLY_NAME =
      Edits.assertion(
          "number-under-friendly-name",
          "sends the number under the name that is for people",
          assertion ->
              Parts.attribute(assertion, Attribute.PERSONAL_IDENTITY_NUMBER)
                  .ifPresent(
                      attribute ->
                          attribute.set(
                              "Name", Attribute.PERSONAL_IDENTITY_NUMBER.friendlyName())));

  public static final Deviation FRIENDLY_NAME_BORROWED =
      Edits.assertion(
          "friendly-name-borrowed",
          "gives another attribute the friendly name of the number",
          assertion -> {
            XmlNode first =
                assertion
                    .at(ATTRIBUTES)
                    .prepend(
                        assertion
                            .create("saml:Attribute")
                            .set("Name", "urn:example:number")
                            .set(
                                "FriendlyName", Attribute.PERSONAL_IDENTITY_NUMBER.friendlyName()));
            first.add("saml:AttributeValue").text(NumberDeviations.SOMEBODY_ELSE);
            Parts.attribute(assertion, Attribute.PERSONAL_IDENTITY_NUMBER)
                .ifPresent(attribute -> attribute.unset("FriendlyName"));
          });

  private StatementDeviations() {}
}
