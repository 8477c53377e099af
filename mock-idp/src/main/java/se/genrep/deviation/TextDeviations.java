package se.genrep.deviation;

import static se.genrep.deviation.Edits.ATTRIBUTES;
import static se.genrep.deviation.Edits.AUDIENCE;
import static se.genrep.deviation.Edits.CLASS_REF;
import static se.genrep.deviation.Edits.COMMENT;
import static se.genrep.deviation.Edits.INSTRUCTION;

import java.util.List;
import org.w3c.dom.Document;

/**
 * Comments, processing instructions, CDATA and elements inside texts. Canonical XML has no
 * comments, so anybody can add one to what is signed (VU#475445).
 */
public final class TextDeviations {

  public static final Deviation COMMENT_IN_ASSERTION_ISSUER =
      Edits.assertion(
          "comment-in-assertion-issuer",
          "ends the issuer of the assertion well but for a comment and more",
          Edits.split("saml:Issuer", COMMENT, ".example.org"));

  public static final Deviation INSTRUCTION_IN_ASSERTION_ISSUER =
      Edits.assertion(
          "instruction-in-assertion-issuer",
          "ends the issuer of the assertion well but for an instruction and more",
          Edits.split("saml:Issuer", INSTRUCTION, ".example.org"));

  public static final Deviation COMMENT_IN_RESPONSE_ISSUER =
      Edits.response(
          "comment-in-response-issuer",
          "ends the issuer of the Response well but for a comment and more",
          Edits.split("saml:Issuer", COMMENT, ".example.org"));

  public static final Deviation INSTRUCTION_IN_RESPONSE_ISSUER =
      Edits.response(
          "instruction-in-response-issuer",
          "ends the issuer of the Response well but for an instruction and more",
          Edits.split("saml:Issuer", INSTRUCTION, ".example.org"));

  public static final Deviation COMMENT_IN_AUDIENCE =
      Edits.assertion(
          "comment-in-audience",
          "ends the audience well but for a comment and more",
          Edits.split(AUDIENCE, COMMENT, ".example.org"));

  public static final Deviation INSTRUCTION_IN_AUDIENCE =
      Edits.assertion(
          "instruction-in-audience",
          "ends the audience well but for an instruction and more",
          Edits.split(AUDIENCE, INSTRUCTION, ".example.org"));

  public static final Deviation COMMENT_IN_LEVEL =
      Edits.assertion(
          "comment-in-level",
          "ends the level well but for a comment and more",
          Edits.split(CLASS_REF, COMMENT, ".example.org"));

  public static final Deviation INSTRUCTION_IN_LEVEL =
      Edits.assertion(
          "instruction-in-level",
          "ends the level well but for an instruction and more",
          Edits.split(CLASS_REF, INSTRUCTION, ".example.org"));

  public static final Deviation CDATA_IN_NUMBER =
      Edits.assertion(
          "cdata-in-number",
          "writes half of the number as CDATA",
          assertion ->
              Parts.number(assertion.at(ATTRIBUTES))
                  .ifPresent(
                      value -> {
                        String number = value.text();
                        value
                            .text(number.substring(0, 8))
                            .element()
                            .appendChild(
                                value
                                    .element()
                                    .getOwnerDocument()
                                    .createCDATASection(number.substring(8)));
                      }));

  public static final Deviation ELEMENT_IN_NUMBER =
      Edits.assertion(
          "element-in-number",
          "has an element inside the number",
          assertion ->
              Parts.number(assertion.at(ATTRIBUTES))
                  .ifPresent(
                      value -> {
                        String number = value.text();
                        value
                            .text(number.substring(0, 8))
                            .element()
                            .appendChild(
                                value
                                    .element()
                                    .getOwnerDocument()
                                    .createElementNS("urn:example", "x"))
                            .setTextContent(number.substring(8));
                      }));

  public static final Deviation NUMBER_AFTER_COMMENT =
      Edits.assertion(
          "number-after-comment",
          "has a comment before the number",
          assertion ->
              Parts.number(assertion.at(ATTRIBUTES))
                  .ifPresent(
                      value ->
                          value
                              .element()
                              .insertBefore(
                                  value
                                      .element()
                                      .getOwnerDocument()
                                      .createComment(NumberDeviations.SOMEBODY_ELSE),
                                  value.element().getFirstChild())));

  public static final Deviation TWO_COMMENTS_IN_NUMBER =
      Edits.assertion(
          "two-comments-in-number",
          "has comments at both ends of the number and within",
          assertion ->
              Parts.number(assertion.at(ATTRIBUTES))
                  .ifPresent(
                      value -> {
                        String number = value.text();
                        Document document = value.element().getOwnerDocument();
                        value.text("");
                        for (String part :
                            List.of(
                                number.substring(0, 4),
                                number.substring(4, 8),
                                number.substring(8))) {
                          value.element().appendChild(document.createTextNode(part));
                          value.element().appendChild(document.createComment(" "));
                        }
                      }));

  private TextDeviations() {}
}
