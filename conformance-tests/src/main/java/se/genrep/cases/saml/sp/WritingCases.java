package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.WritingDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.2 and XML 1.0: a Response without document type, and written as it may be written. */
final class WritingCases {

  static final ConformanceCase DOCTYPE =
      conformanceCase("saml/sp/doctype")
          .title("refuses a Response with a document type")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.DOCTYPE))
          .expect(REFUSED)
          .mutant("heeds document types", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase DOCTYPE_WITH_ENTITY =
      conformanceCase("saml/sp/doctype-with-entity")
          .title("refuses a Response that declares an entity")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.DOCTYPE_WITH_ENTITY))
          .expect(REFUSED)
          .mutant("lets messages declare entities", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase ENTITY_IN_ISSUER =
      conformanceCase("saml/sp/entity-in-issuer")
          .title("refuses a Response with an entity in its Issuer")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.ENTITY_IN_ISSUER))
          .expect(REFUSED)
          .mutant("expands entities", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase EXTERNAL_ENTITY =
      conformanceCase("saml/sp/external-entity")
          .title("refuses a Response that declares an external entity")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.EXTERNAL_ENTITY))
          .expect(REFUSED)
          .mutant(
              "lets messages declare external entities", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase EXTERNAL_DOCUMENT_TYPE =
      conformanceCase("saml/sp/external-document-type")
          .title("refuses a Response whose document type is on the web")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.EXTERNAL_DOCUMENT_TYPE))
          .expect(REFUSED)
          .mutant("passes over external document types", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase PARAMETER_ENTITY =
      conformanceCase("saml/sp/parameter-entity")
          .title("refuses a Response with a parameter entity")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.PARAMETER_ENTITY))
          .expect(REFUSED)
          .mutant("expands parameter entities", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase ENTITY_OF_ENTITIES =
      conformanceCase("saml/sp/entity-of-entities")
          .title("refuses a Response with entities made of entities")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.ENTITY_OF_ENTITIES))
          .expect(REFUSED)
          .mutant("lets entities grow", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase ID_DECLARED_ELSEWHERE =
      conformanceCase("saml/sp/id-declared-elsewhere")
          .title("refuses a Response that declares what its IDs are")
          .requirement("DP-6.2-24")
          .stimulus(signIn().answeredWith(WritingDeviations.ID_DECLARED_ELSEWHERE))
          .expect(REFUSED)
          .mutant("heeds declarations of IDs", () -> Variant.without(Check.NO_DOCTYPE))
          .build();

  static final ConformanceCase TEXT_AFTER_THE_END =
      conformanceCase("saml/sp/text-after-the-end")
          .title("refuses a message that goes on after the Response")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(WritingDeviations.TEXT_AFTER_THE_END))
          .expect(REFUSED)
          .mutant("cuts the Response out of a message", () -> Variant.without(Check.XML_WHOLE))
          .build();

  static final ConformanceCase TEXT_BEFORE_THE_BEGINNING =
      conformanceCase("saml/sp/text-before-the-beginning")
          .title("refuses a message with text before the Response")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(WritingDeviations.TEXT_BEFORE_THE_BEGINNING))
          .expect(REFUSED)
          .mutant("looks for the Response within a message", () -> Variant.without(Check.XML_WHOLE))
          .build();

  static final ConformanceCase ELEMENT_AFTER_THE_END =
      conformanceCase("saml/sp/element-after-the-end")
          .title("refuses a message of two elements")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(WritingDeviations.ELEMENT_AFTER_THE_END))
          .expect(REFUSED)
          .mutant(
              "reads the first of two elements of a message",
              () -> Variant.without(Check.XML_WHOLE))
          .build();

  static final ConformanceCase ZERO_AT_THE_END =
      conformanceCase("saml/sp/zero-at-the-end")
          .title("refuses a message that ends with NUL")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(WritingDeviations.ZERO_AT_THE_END))
          .expect(REFUSED)
          .mutant("reads a message as a C string", () -> Variant.without(Check.XML_WHOLE))
          .build();

  static final ConformanceCase XML_DECLARATION =
      conformanceCase("saml/sp/xml-declaration")
          .title("accepts a message with an XML declaration")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(WritingDeviations.XML_DECLARATION))
          .expect(ACCEPTED)
          .mutant("expects the Response to come first", () -> Variant.without(Check.XML_WRITING))
          .build();

  static final ConformanceCase COMMENT_BEFORE_THE_RESPONSE =
      conformanceCase("saml/sp/comment-before-the-response")
          .title("accepts a comment before the Response")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(WritingDeviations.COMMENT_BEFORE_THE_RESPONSE))
          .expect(ACCEPTED)
          .mutant(
              "expects no comment before the Response", () -> Variant.without(Check.XML_WRITING))
          .build();

  static final ConformanceCase INSTRUCTION_AFTER_THE_RESPONSE =
      conformanceCase("saml/sp/instruction-after-the-response")
          .title("accepts an instruction after the Response")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(WritingDeviations.INSTRUCTION_AFTER_THE_RESPONSE))
          .expect(ACCEPTED)
          .mutant("expects nothing after the Response", () -> Variant.without(Check.XML_WRITING))
          .build();

  static final ConformanceCase ISSUER_IN_CDATA =
      conformanceCase("saml/sp/issuer-in-cdata")
          .title("accepts an Issuer that is written as CDATA")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(WritingDeviations.ISSUER_IN_CDATA))
          .expect(ACCEPTED)
          .mutant("does not read CDATA", () -> Variant.without(Check.XML_WRITING))
          .build();

  static final ConformanceCase ISSUER_IN_REFERENCES =
      conformanceCase("saml/sp/issuer-in-references")
          .title("accepts an Issuer with character references")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(WritingDeviations.ISSUER_IN_REFERENCES))
          .expect(ACCEPTED)
          .mutant("does not read character references", () -> Variant.without(Check.XML_WRITING))
          .build();

  static final ConformanceCase LINES_OF_BASE64 =
      conformanceCase("saml/sp/lines-of-base64")
          .title("accepts a message in lines of 76 characters")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(WritingDeviations.LINES_OF_BASE64))
          .expect(ACCEPTED)
          .mutant("wants the message in one line", () -> Variant.without(Check.XML_WRITING))
          .build();

  private WritingCases() {}
}
