package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;
import static se.genrep.deviation.Stage.SIGNED_ASSERTION;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/**
 * How the person's number is written (ATTR 2, 3.1; EC 6.2). All of them change nothing for a
 * service provider that does not get the number.
 */
public final class NumberDeviations {

  /** An official test personnummer of somebody born in 1890, whom nobody is taken for. */
  static final String SOMEBODY_ELSE = "189001019802";

  /** Where the comment of a divided number stands: between date and serial. */
  private static final int DATE_DIGITS = 8;

  public static final Deviation HYPHENATED_NUMBER =
      number(
          "hyphenated-number",
          "writes the number with a hyphen",
          number -> number.substring(0, DATE_DIGITS) + "-" + number.substring(DATE_DIGITS));

  public static final Deviation TEN_DIGIT_NUMBER =
      number(
          "ten-digit-number", "writes the number without century", number -> number.substring(2));

  public static final Deviation WRONG_CHECK_DIGIT =
      number(
          "wrong-check-digit",
          "writes the number with a wrong check digit",
          number -> {
            int last = number.length() - 1;
            int wrong = (Character.digit(number.charAt(last), 10) + 1) % 10;
            return number.substring(0, last) + wrong;
          });

  public static final Deviation TWO_NUMBERS =
      deviation("two-numbers", "gives the number two values")
          .at(
              ASSERTION,
              (assertion, scene) ->
                  each(
                      assertion,
                      attribute -> {
                        XmlNode value = attribute.at("saml:AttributeValue");
                        value.insertAfter(value.copy().text(SOMEBODY_ELSE));
                      }));

  /** SAML allows it; ATTR 2 does not. */
  public static final Deviation NUMBER_ATTRIBUTE_TWICE =
      deviation("number-attribute-twice", "sends the attribute of the number twice")
          .at(
              ASSERTION,
              (assertion, scene) ->
                  each(
                      assertion,
                      attribute -> {
                        XmlNode second = attribute.copy();
                        second.at("saml:AttributeValue").text(SOMEBODY_ELSE);
                        attribute.insertAfter(second);
                      }));

  public static final Deviation NO_NUMBER =
      deviation("no-number", "leaves the number out")
          .at(ASSERTION, (assertion, scene) -> each(assertion, XmlNode::remove));

  /**
   * What an identity provider does that pays no heed to the category of EC 6.2. The canary has to
   * be somebody with a samordningsnummer.
   */
  public static final Deviation SAMORDNINGSNUMMER_UNASKED =
      deviation("samordningsnummer-unasked", "sends a samordningsnummer whether asked for or not")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                tellOfCanary(assertion, Attribute.DATE_OF_BIRTH, scene);
                tellOfCanary(assertion, Attribute.PERSONAL_IDENTITY_NUMBER, scene);
                return assertion;
              });

  /** Comments are no part of what is signed, so anybody on the way can add one (VU#475445). */
  public static final Deviation COMMENT_IN_NUMBER =
      deviation("comment-in-number", "has a comment inside the number")
          .at(
              SIGNED_ASSERTION,
              (assertion, scene) -> divided(assertion, document -> document.createComment("")));

  public static final Deviation INSTRUCTION_IN_NUMBER =
      deviation("instruction-in-number", "has a processing instruction inside the number")
          .at(
              ASSERTION,
              (assertion, scene) ->
                  divided(
                      assertion, document -> document.createProcessingInstruction("genrep", "")));

  /** FriendlyName is for people to read (SAML core 2.7.3.1). */
  public static final Deviation NO_FRIENDLY_NAMES =
      deviation("no-friendly-names", "sends attributes without FriendlyName")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                assertion
                    .all("saml:AttributeStatement/saml:Attribute")
                    .forEach(attribute -> attribute.unset("FriendlyName"));
                return assertion;
              });

  /** What stands between the parts of a divided number. */
  private interface Divider {
    Node in(Document document);
  }

  private NumberDeviations() {}

  private static Deviation number(String id, String title, UnaryOperator<String> writing) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) ->
                each(
                    assertion,
                    attribute -> {
                      XmlNode value = attribute.at("saml:AttributeValue");
                      value.text(writing.apply(value.text()));
                    }));
  }

  private static XmlNode each(XmlNode assertion, Consumer<XmlNode> change) {
    Parts.attribute(assertion, Attribute.PERSONAL_IDENTITY_NUMBER).ifPresent(change);
    return assertion;
  }

  private static void tellOfCanary(XmlNode assertion, Attribute which, Scene scene) {
    Parts.attribute(assertion, which)
        .ifPresent(
            attribute ->
                scene.canary().values(which).stream()
                    .findFirst()
                    .ifPresentOrElse(attribute.at("saml:AttributeValue")::text, attribute::remove));
  }

  private static XmlNode divided(XmlNode assertion, Divider divider) {
    return each(
        assertion,
        attribute -> {
          XmlNode value = attribute.at("saml:AttributeValue");
          String number = value.text();
          Element element = value.text(number.substring(0, DATE_DIGITS)).element();
          Document document = element.getOwnerDocument();
          element.appendChild(divider.in(document));
          element.appendChild(document.createTextNode(number.substring(DATE_DIGITS)));
        });
  }
}
