package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.TextDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** Texts are read whole, or the message is refused (VU#475445). */
final class TextCases {

  static final ConformanceCase COMMENT_IN_ASSERTION_ISSUER =
      conformanceCase("saml/sp/comment-in-assertion-issuer")
          .title("reads an Issuer of the assertion past a comment, and refuses it")
          .requirement("DP-6.3.1-03", "DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.COMMENT_IN_ASSERTION_ISSUER))
          .expect(REFUSED)
          .mutant(
              "reads an Issuer of the assertion up to a comment",
              () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase INSTRUCTION_IN_ASSERTION_ISSUER =
      conformanceCase("saml/sp/instruction-in-assertion-issuer")
          .title("reads an Issuer of the assertion past an instruction, and refuses it")
          .requirement("DP-6.3.1-03", "DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.INSTRUCTION_IN_ASSERTION_ISSUER))
          .expect(REFUSED)
          .mutant(
              "reads an Issuer of the assertion up to an instruction",
              () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase COMMENT_IN_RESPONSE_ISSUER =
      conformanceCase("saml/sp/comment-in-response-issuer")
          .title("reads an Issuer of the Response past a comment, and refuses it")
          .requirement("DP-6.3.1-03", "DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.COMMENT_IN_RESPONSE_ISSUER))
          .expect(REFUSED)
          .mutant(
              "reads an Issuer of the Response up to a comment",
              () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase INSTRUCTION_IN_RESPONSE_ISSUER =
      conformanceCase("saml/sp/instruction-in-response-issuer")
          .title("reads an Issuer of the Response past an instruction, and refuses it")
          .requirement("DP-6.3.1-03", "DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.INSTRUCTION_IN_RESPONSE_ISSUER))
          .expect(REFUSED)
          .mutant(
              "reads an Issuer of the Response up to an instruction",
              () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase COMMENT_IN_AUDIENCE =
      conformanceCase("saml/sp/comment-in-audience")
          .title("reads an Audience past a comment, and refuses it")
          .requirement("DP-6.3.3-01", "DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.COMMENT_IN_AUDIENCE))
          .expect(REFUSED)
          .mutant("reads an Audience up to a comment", () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase INSTRUCTION_IN_AUDIENCE =
      conformanceCase("saml/sp/instruction-in-audience")
          .title("reads an Audience past an instruction, and refuses it")
          .requirement("DP-6.3.3-01", "DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.INSTRUCTION_IN_AUDIENCE))
          .expect(REFUSED)
          .mutant("reads an Audience up to an instruction", () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase COMMENT_IN_LEVEL =
      conformanceCase("saml/sp/comment-in-level")
          .title("reads a level past a comment, and refuses it")
          .requirement("DP-6.3.4-02", "DP-6.3-03")
          .appliesTo(Applies.ASKS_FOR_LEVELS)
          .stimulus(signIn().answeredWith(TextDeviations.COMMENT_IN_LEVEL))
          .expect(REFUSED)
          .mutant("reads a level up to a comment", () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase INSTRUCTION_IN_LEVEL =
      conformanceCase("saml/sp/instruction-in-level")
          .title("reads a level past an instruction, and refuses it")
          .requirement("DP-6.3.4-02", "DP-6.3-03")
          .appliesTo(Applies.ASKS_FOR_LEVELS)
          .stimulus(signIn().answeredWith(TextDeviations.INSTRUCTION_IN_LEVEL))
          .expect(REFUSED)
          .mutant("reads a level up to an instruction", () -> Variant.without(Check.WHOLE_TEXT))
          .build();

  static final ConformanceCase CDATA_IN_NUMBER =
      conformanceCase("saml/sp/cdata-in-number")
          .title("reads a number with CDATA in it whole, or refuses it")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.CDATA_IN_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "reads up to the CDATA",
              () ->
                  Variant.without(Check.WHOLE_TEXT, Check.NUMBER_FORMAT, Check.NUMBER_CHECK_DIGIT))
          .build();

  static final ConformanceCase ELEMENT_IN_NUMBER =
      conformanceCase("saml/sp/element-in-number")
          .title("reads a number with an element in it whole, or refuses it")
          .requirement("DP-4-01", "DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.ELEMENT_IN_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "reads up to the element",
              () ->
                  Variant.without(Check.WHOLE_TEXT, Check.NUMBER_FORMAT, Check.NUMBER_CHECK_DIGIT))
          .build();

  static final ConformanceCase NUMBER_AFTER_COMMENT =
      conformanceCase("saml/sp/number-after-comment")
          .title("reads a number after a comment, or refuses it")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.NUMBER_AFTER_COMMENT))
          .expect(INTACT_OR_REFUSED)
          .mutant("reads the comment instead", () -> Variant.without(Check.COMMENTS_ARE_NO_TEXT))
          .build();

  static final ConformanceCase TWO_COMMENTS_IN_NUMBER =
      conformanceCase("saml/sp/two-comments-in-number")
          .title("reads a number with several comments whole, or refuses it")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(TextDeviations.TWO_COMMENTS_IN_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "reads up to the first of several comments",
              () ->
                  Variant.without(Check.WHOLE_TEXT, Check.NUMBER_FORMAT, Check.NUMBER_CHECK_DIGIT))
          .build();

  private TextCases() {}
}
