package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.ReferenceDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/**
 * SAML core 5.4.2: a signature refers to the ID of the element it stands in, and to nothing else.
 */
final class ReferenceCases {

  static final ConformanceCase EMPTY_URI =
      conformanceCase("saml/sp/empty-uri")
          .title("refuses a signature that refers by an empty URI")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.EMPTY_URI))
          .expect(REFUSED)
          .mutant(
              "takes an empty URI for the whole message",
              () -> Variant.without(Check.REFERENCE_BY_ID))
          .build();

  static final ConformanceCase NO_URI =
      conformanceCase("saml/sp/no-uri")
          .title("refuses a signature that refers by no URI")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.NO_URI))
          .expect(REFUSED)
          .mutant(
              "takes no URI for the whole message", () -> Variant.without(Check.REFERENCE_BY_ID))
          .build();

  static final ConformanceCase XPOINTER_ROOT =
      conformanceCase("saml/sp/xpointer-root")
          .title("refuses a signature that refers by XPointer to the root")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.XPOINTER_ROOT))
          .expect(REFUSED)
          .mutant(
              "takes an XPointer for the whole message",
              () -> Variant.without(Check.REFERENCE_BY_ID))
          .build();

  static final ConformanceCase XPOINTER_ID =
      conformanceCase("saml/sp/xpointer-id")
          .title("refuses a signature that refers by XPointer to the ID")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.XPOINTER_ID))
          .expect(REFUSED)
          .mutant(
              "takes an XPointer for a reference to the ID",
              () -> Variant.without(Check.REFERENCE_BY_ID))
          .build();

  static final ConformanceCase RESPONSE_WITHOUT_ID =
      conformanceCase("saml/sp/response-without-id")
          .title("refuses a Response without ID")
          .requirement("PROF-4.1.4.3-01", "CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.RESPONSE_WITHOUT_ID))
          .expect(REFUSED)
          .mutant(
              "does without the ID of the Response",
              () -> Variant.without(Check.REFERENCE_BY_ID, Check.XML_ID))
          .build();

  static final ConformanceCase RESPONSE_ID_EMPTY =
      conformanceCase("saml/sp/response-id-empty")
          .title("refuses a Response with an empty ID")
          .requirement("PROF-4.1.4.3-01", "CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.RESPONSE_ID_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty ID of the Response",
              () -> Variant.without(Check.REFERENCE_BY_ID, Check.XML_ID))
          .build();

  static final ConformanceCase ID_IN_OTHER_LETTERS =
      conformanceCase("saml/sp/id-in-other-letters")
          .title("refuses a Response whose ID is called Id")
          .requirement("PROF-4.1.4.3-01", "CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.ID_IN_OTHER_LETTERS))
          .expect(REFUSED)
          .mutant("takes Id for ID", () -> Variant.without(Check.REFERENCE_BY_ID, Check.XML_ID))
          .build();

  static final ConformanceCase XML_ID =
      conformanceCase("saml/sp/xml-id")
          .title("refuses a Response whose ID is called xml:id")
          .requirement("PROF-4.1.4.3-01", "CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.XML_ID))
          .expect(REFUSED)
          .mutant("takes xml:id for ID", () -> Variant.without(Check.REFERENCE_BY_ID, Check.XML_ID))
          .build();

  static final ConformanceCase TWO_REFERENCES =
      conformanceCase("saml/sp/two-references")
          .title("refuses a signature with two References")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.TWO_REFERENCES))
          .expect(REFUSED)
          .mutant(
              "is content with one good Reference of two",
              () -> Variant.without(Check.ONE_SIGNATURE))
          .build();

  static final ConformanceCase SECOND_REFERENCE_EMPTY =
      conformanceCase("saml/sp/second-reference-empty")
          .title("refuses a second Reference with an empty URI")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.SECOND_REFERENCE_EMPTY))
          .expect(REFUSED)
          .mutant(
              "does not mind what else a signature covers",
              () -> Variant.without(Check.ONE_SIGNATURE, Check.REFERENCE_BY_ID))
          .build();

  static final ConformanceCase REMOTE_REFERENCE =
      conformanceCase("saml/sp/remote-reference")
          .title("refuses a Reference to a document on the web")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.REMOTE_REFERENCE))
          .expect(REFUSED)
          .mutant(
              "passes over what a Reference leads to elsewhere",
              () -> Variant.without(Check.ONE_SIGNATURE, Check.REFERENCES_RESOLVE))
          .build();

  static final ConformanceCase FILE_REFERENCE =
      conformanceCase("saml/sp/file-reference")
          .title("refuses a Reference to a file")
          .requirement("CORE-5.4.2-01")
          .stimulus(signIn().answeredWith(ReferenceDeviations.FILE_REFERENCE))
          .expect(REFUSED)
          .mutant(
              "passes over a Reference to a file",
              () -> Variant.without(Check.ONE_SIGNATURE, Check.REFERENCES_RESOLVE))
          .build();

  static final ConformanceCase REFERENCE_TO_NOWHERE =
      conformanceCase("saml/sp/reference-to-nowhere")
          .title("refuses a signature that covers nothing that is there")
          .requirement("DP-6.3.1-01", "DP-6.3-03")
          .stimulus(signIn().answeredWith(ReferenceDeviations.REFERENCE_TO_NOWHERE))
          .expect(REFUSED)
          .mutant(
              "does not mind that a Reference leads nowhere",
              () -> Variant.without(Check.REFERENCE_BY_ID, Check.REFERENCES_RESOLVE))
          .build();

  static final ConformanceCase ONLY_A_REMOTE_REFERENCE =
      conformanceCase("saml/sp/only-a-remote-reference")
          .title("refuses a signature over a document on the web")
          .requirement("DP-6.3.1-01", "DP-6.3-03")
          .stimulus(signIn().answeredWith(ReferenceDeviations.ONLY_A_REMOTE_REFERENCE))
          .expect(REFUSED)
          .mutant(
              "does not mind that it signs something else",
              () -> Variant.without(Check.REFERENCE_BY_ID, Check.REFERENCES_RESOLVE))
          .build();

  static final ConformanceCase NO_REFERENCE =
      conformanceCase("saml/sp/no-reference")
          .title("refuses a signature without Reference")
          .requirement("DP-6.3.1-01", "DP-6.3-03")
          .stimulus(signIn().answeredWith(ReferenceDeviations.NO_REFERENCE))
          .expect(REFUSED)
          .mutant(
              "does not mind a signature of nothing",
              () ->
                  Variant.without(
                      Check.REFERENCE_BY_ID, Check.REFERENCES_RESOLVE, Check.ONE_SIGNATURE))
          .build();

  private ReferenceCases() {}
}
