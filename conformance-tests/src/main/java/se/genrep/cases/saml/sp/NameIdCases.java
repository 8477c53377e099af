package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.INTACT_OR_REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.NameIdDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;

/**
 * DP 6.2.1: the person is whom the attributes tell of, whatever NameID says. The profile leaves
 * open whether an odd NameID is refused.
 */
final class NameIdCases {

  static final ConformanceCase NAME_ID_IS_A_NUMBER =
      conformanceCase("saml/sp/name-id-is-a-number")
          .title("knows the person by the attribute, not by NameID, or refuses")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_ID_IS_A_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "takes a number in NameID for the person",
              () -> Variant.without(Check.IDENTITY_BY_ATTRIBUTE))
          .build();

  static final ConformanceCase NAME_ID_IS_AN_UNSPECIFIED_NUMBER =
      conformanceCase("saml/sp/name-id-is-an-unspecified-number")
          .title("is not misled by another number in an unspecified NameID")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_ID_IS_AN_UNSPECIFIED_NUMBER))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "takes an unspecified NameID for the person",
              () -> Variant.without(Check.IDENTITY_BY_ATTRIBUTE))
          .build();

  static final ConformanceCase NAME_ID_WITHOUT_FORMAT =
      conformanceCase("saml/sp/name-id-without-format")
          .title("is not misled by another number in a NameID of no Format")
          .requirement("DP-6.2.1-07")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_ID_WITHOUT_FORMAT))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "takes a NameID of no Format for the person",
              () -> Variant.without(Check.IDENTITY_BY_ATTRIBUTE))
          .build();

  static final ConformanceCase NAME_ID_MISSING =
      conformanceCase("saml/sp/name-id-missing")
          .title("takes a subject without NameID for nobody else")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_ID_MISSING))
          .expect(INTACT_OR_REFUSED)
          .mutant("gives all without NameID one account", () -> Variant.without(Check.NAME_ID))
          .build();

  static final ConformanceCase NAME_ID_EMPTY =
      conformanceCase("saml/sp/name-id-empty")
          .title("takes a subject with an empty NameID for nobody else")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_ID_EMPTY))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "gives all with an empty NameID one account", () -> Variant.without(Check.NAME_ID))
          .build();

  static final ConformanceCase NAME_ID_FORMAT_EMPTY =
      conformanceCase("saml/sp/name-id-format-empty")
          .title("takes a NameID of an empty Format for nobody else")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_ID_FORMAT_EMPTY))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "gives all with NameID of no Format one account",
              () -> Variant.without(Check.NAME_ID))
          .build();

  static final ConformanceCase NAME_ID_EMAIL =
      conformanceCase("saml/sp/name-id-email")
          .title("takes an e-mail address as NameID for nobody else")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_ID_EMAIL))
          .expect(INTACT_OR_REFUSED)
          .mutant("signs the owner of an e-mail address in", () -> Variant.without(Check.NAME_ID))
          .build();

  static final ConformanceCase NAME_QUALIFIER_EMPTY =
      conformanceCase("saml/sp/name-qualifier-empty")
          .title("takes a NameID of an empty qualifier for nobody else")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_QUALIFIER_EMPTY))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "gives all with an empty qualifier one account", () -> Variant.without(Check.NAME_ID))
          .build();

  static final ConformanceCase NAME_QUALIFIER_OTHER =
      conformanceCase("saml/sp/name-qualifier-other")
          .title("takes a NameID of another IdP for nobody else")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NameIdDeviations.NAME_QUALIFIER_OTHER))
          .expect(INTACT_OR_REFUSED)
          .mutant(
              "believes what the qualifier of NameID says", () -> Variant.without(Check.NAME_ID))
          .build();

  static final ConformanceCase SP_NAME_QUALIFIER_OTHER =
      conformanceCase("saml/sp/sp-name-qualifier-other")
          .title("takes a NameID for another service for nobody else")
          .requirement("DP-6.3-03")
          .stimulus(signIn().answeredWith(NameIdDeviations.SP_NAME_QUALIFIER_OTHER))
          .expect(INTACT_OR_REFUSED)
          .mutant("believes what SPNameQualifier says", () -> Variant.without(Check.NAME_ID))
          .build();

  private NameIdCases() {}
}
