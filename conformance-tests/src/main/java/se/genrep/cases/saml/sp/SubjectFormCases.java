package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.SubjectFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** DP 6.3.2, the form of the subject and its confirmation. */
final class SubjectFormCases {

  static final ConformanceCase WITHOUT_SUBJECT =
      conformanceCase("saml/sp/without-subject")
          .title("refuses an assertion without Subject")
          .requirement("DP-6.3.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.WITHOUT_SUBJECT))
          .expect(REFUSED)
          .mutant("does without Subject", () -> Variant.without(Check.CONFIRMATION_METHOD))
          .build();

  static final ConformanceCase SUBJECT_EMPTY =
      conformanceCase("saml/sp/subject-empty")
          .title("refuses an assertion whose Subject is empty")
          .requirement("DP-6.3.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.SUBJECT_EMPTY))
          .expect(REFUSED)
          .mutant(
              "does without a confirmed Subject", () -> Variant.without(Check.CONFIRMATION_METHOD))
          .build();

  static final ConformanceCase WITHOUT_CONFIRMATION =
      conformanceCase("saml/sp/without-confirmation")
          .title("refuses a Subject without SubjectConfirmation")
          .requirement("DP-6.3.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.WITHOUT_CONFIRMATION))
          .expect(REFUSED)
          .mutant(
              "does without SubjectConfirmation", () -> Variant.without(Check.CONFIRMATION_METHOD))
          .build();

  static final ConformanceCase CONFIRMATION_EMPTY =
      conformanceCase("saml/sp/confirmation-empty")
          .title("refuses an empty SubjectConfirmation")
          .requirement("DP-6.3.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty SubjectConfirmation",
              () ->
                  Variant.without(
                      Check.CONFIRMATION_METHOD,
                      Check.RECIPIENT,
                      Check.CONFIRMATION_IN_RESPONSE_TO,
                      Check.CONFIRMATION_NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase CONFIRMATION_WITHOUT_METHOD =
      conformanceCase("saml/sp/confirmation-without-method")
          .title("refuses a SubjectConfirmation without Method")
          .requirement("DP-6.3-03", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_WITHOUT_METHOD))
          .expect(REFUSED)
          .mutant(
              "does without a method of confirmation",
              () -> Variant.without(Check.CONFIRMATION_METHOD))
          .build();

  static final ConformanceCase CONFIRMATION_METHOD_EMPTY =
      conformanceCase("saml/sp/confirmation-method-empty")
          .title("refuses a SubjectConfirmation with an empty Method")
          .requirement("DP-6.3-03", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_METHOD_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty method of confirmation",
              () -> Variant.without(Check.CONFIRMATION_METHOD))
          .build();

  static final ConformanceCase CONFIRMATION_HOLDER_OF_KEY =
      conformanceCase("saml/sp/confirmation-holder-of-key")
          .title("refuses a subject confirmed by a key that is not named")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_HOLDER_OF_KEY))
          .expect(REFUSED)
          .mutant(
              "takes the holder of any key for the bearer",
              () -> Variant.without(Check.CONFIRMATION_METHOD))
          .build();

  static final ConformanceCase CONFIRMATION_WITHOUT_DATA =
      conformanceCase("saml/sp/confirmation-without-data")
          .title("refuses a SubjectConfirmation without data")
          .requirement("DP-6.3.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_WITHOUT_DATA))
          .expect(REFUSED)
          .mutant(
              "does without SubjectConfirmationData",
              () ->
                  Variant.without(
                      Check.RECIPIENT,
                      Check.CONFIRMATION_IN_RESPONSE_TO,
                      Check.CONFIRMATION_NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase RECIPIENT_EMPTY =
      conformanceCase("saml/sp/recipient-empty")
          .title("refuses an empty Recipient")
          .requirement("DP-6.3.2-02")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.RECIPIENT_EMPTY))
          .expect(REFUSED)
          .mutant("takes an empty Recipient for any", () -> Variant.without(Check.RECIPIENT))
          .build();

  static final ConformanceCase RECIPIENT_LONGER =
      conformanceCase("saml/sp/recipient-longer")
          .title("refuses a Recipient that only begins like its endpoint")
          .requirement("DP-6.3.2-02")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.RECIPIENT_LONGER))
          .expect(REFUSED)
          .mutant("compares the beginning of Recipient", () -> Variant.without(Check.RECIPIENT))
          .build();

  static final ConformanceCase RECIPIENT_RELATIVE =
      conformanceCase("saml/sp/recipient-relative")
          .title("refuses a Recipient without a host")
          .requirement("DP-6.3.2-02")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.RECIPIENT_RELATIVE))
          .expect(REFUSED)
          .mutant("compares the path of Recipient", () -> Variant.without(Check.RECIPIENT))
          .build();

  static final ConformanceCase CONFIRMATION_IN_RESPONSE_TO_EMPTY =
      conformanceCase("saml/sp/confirmation-in-response-to-empty")
          .title("refuses a confirmation with an empty InResponseTo")
          .requirement("DP-6.3.2-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_IN_RESPONSE_TO_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty InResponseTo of the confirmation",
              () -> Variant.without(Check.CONFIRMATION_IN_RESPONSE_TO))
          .build();

  static final ConformanceCase CONFIRMATION_WITHOUT_END =
      conformanceCase("saml/sp/confirmation-without-end")
          .title("refuses a confirmation without NotOnOrAfter")
          .requirement("DP-6.3.2-04")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_WITHOUT_END))
          .expect(REFUSED)
          .mutant(
              "takes a confirmation for ever",
              () -> Variant.without(Check.CONFIRMATION_NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase CONFIRMATION_END_EMPTY =
      conformanceCase("saml/sp/confirmation-end-empty")
          .title("refuses a confirmation with an empty NotOnOrAfter")
          .requirement("DP-6.3.2-04")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_END_EMPTY))
          .expect(REFUSED)
          .mutant(
              "takes an empty end of the confirmation",
              () -> Variant.without(Check.CONFIRMATION_NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase CONFIRMATION_END_MALFORMED =
      conformanceCase("saml/sp/confirmation-end-malformed")
          .title("refuses a confirmation whose NotOnOrAfter is no time")
          .requirement("DP-6.3.2-04")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_END_MALFORMED))
          .expect(REFUSED)
          .mutant(
              "passes over an end of the confirmation it cannot read",
              () -> Variant.without(Check.CONFIRMATION_NOT_ON_OR_AFTER))
          .build();

  static final ConformanceCase CONFIRMATION_20_MIN_AHEAD =
      conformanceCase("saml/sp/confirmation-20-min-ahead")
          .title("refuses a confirmation that begins in 20 minutes")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(SubjectFormDeviations.CONFIRMATION_20_MIN_AHEAD))
          .expect(REFUSED)
          .mutant(
              "does not read NotBefore of the confirmation",
              () -> Variant.without(Check.NOT_BEFORE))
          .build();

  private SubjectFormCases() {}
}
