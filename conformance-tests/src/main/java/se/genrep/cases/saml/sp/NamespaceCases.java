package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.NamespaceDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/** XML namespaces: an element of another is another element. */
final class NamespaceCases {

  static final ConformanceCase FOREIGN_SUBJECT =
      conformanceCase("saml/sp/foreign-subject")
          .title("refuses a Subject of a foreign namespace")
          .requirement("DP-6.3.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.FOREIGN_SUBJECT))
          .expect(REFUSED)
          .mutant("knows a Subject of any namespace", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase FOREIGN_CONFIRMATION_DATA =
      conformanceCase("saml/sp/foreign-confirmation-data")
          .title("refuses SubjectConfirmationData of a foreign namespace")
          .requirement("DP-6.3.2-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.FOREIGN_CONFIRMATION_DATA))
          .expect(REFUSED)
          .mutant(
              "knows SubjectConfirmationData of any namespace",
              () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase FOREIGN_CONDITIONS =
      conformanceCase("saml/sp/foreign-conditions")
          .title("refuses Conditions of a foreign namespace")
          .requirement("DP-6.3.3-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.FOREIGN_CONDITIONS))
          .expect(REFUSED)
          .mutant("knows Conditions of any namespace", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase FOREIGN_AUDIENCE_RESTRICTION =
      conformanceCase("saml/sp/foreign-audience-restriction")
          .title("refuses an AudienceRestriction of a foreign namespace")
          .requirement("DP-6.3.3-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.FOREIGN_AUDIENCE_RESTRICTION))
          .expect(REFUSED)
          .mutant(
              "knows an AudienceRestriction of any namespace",
              () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase FOREIGN_AUTHN_STATEMENT =
      conformanceCase("saml/sp/foreign-authn-statement")
          .title("refuses an AuthnStatement of a foreign namespace")
          .requirement("DP-6.3.4-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.FOREIGN_AUTHN_STATEMENT))
          .expect(REFUSED)
          .mutant(
              "knows an AuthnStatement of any namespace", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase FOREIGN_ATTRIBUTE_STATEMENT =
      conformanceCase("saml/sp/foreign-attribute-statement")
          .title("refuses an AttributeStatement of a foreign namespace")
          .requirement("DP-6.2.1-07", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.FOREIGN_ATTRIBUTE_STATEMENT))
          .expect(REFUSED)
          .mutant(
              "knows an AttributeStatement of any namespace",
              () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase SAML_1_CONDITIONS =
      conformanceCase("saml/sp/saml-1-conditions")
          .title("refuses Conditions of the namespace of SAML 1")
          .requirement("DP-6.3.3-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.SAML_1_CONDITIONS))
          .expect(REFUSED)
          .mutant("takes SAML 1 for SAML 2", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase CONDITIONS_IN_NO_NAMESPACE =
      conformanceCase("saml/sp/conditions-in-no-namespace")
          .title("refuses Conditions of no namespace")
          .requirement("DP-6.3.3-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.CONDITIONS_IN_NO_NAMESPACE))
          .expect(REFUSED)
          .mutant("knows Conditions of no namespace", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase AUTHN_STATEMENT_IN_NO_NAMESPACE =
      conformanceCase("saml/sp/authn-statement-in-no-namespace")
          .title("refuses an AuthnStatement of no namespace")
          .requirement("DP-6.3.4-01", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.AUTHN_STATEMENT_IN_NO_NAMESPACE))
          .expect(REFUSED)
          .mutant("knows an AuthnStatement of no namespace", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase ATTRIBUTES_IN_NO_NAMESPACE =
      conformanceCase("saml/sp/attributes-in-no-namespace")
          .title("refuses an AttributeStatement of no namespace")
          .requirement("DP-6.2.1-07", "PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.ATTRIBUTES_IN_NO_NAMESPACE))
          .expect(REFUSED)
          .mutant(
              "knows an AttributeStatement of no namespace", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase FOREIGN_STATUS =
      conformanceCase("saml/sp/foreign-status")
          .title("refuses a Status of a foreign namespace")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.FOREIGN_STATUS))
          .expect(REFUSED)
          .mutant("knows a Status of any namespace", () -> Variant.without(Check.NAMESPACE))
          .build();

  static final ConformanceCase SAML_1_STATUS =
      conformanceCase("saml/sp/saml-1-status")
          .title("refuses a Status of the namespace of SAML 1")
          .requirement("PROF-4.1.4.3-01")
          .stimulus(signIn().answeredWith(NamespaceDeviations.SAML_1_STATUS))
          .expect(REFUSED)
          .mutant("takes a Status of SAML 1", () -> Variant.without(Check.NAMESPACE))
          .build();

  private NamespaceCases() {}
}
