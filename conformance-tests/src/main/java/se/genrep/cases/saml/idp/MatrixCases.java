package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.Testers;
import se.genrep.sut.Matrix;

/** TAR 3.8, EC 6.2 and DP 6.2.1: every person at every level to every kind of service. */
final class MatrixCases {

  static final ConformanceCase USUAL =
      conformanceCase("saml/idp/matrix-usual")
          .title("gives each person to one who wants all")
          .requirement("EC-2.1.2-01", "TAR-2.3-01", "TAR-2.3-02")
          .stimulus(new Matrix(Testers.USUAL))
          .expect(KEPT)
          .mutant("takes nobody with a samordningsnummer", habit(SenderLapse.NOBODY_OPTED_IN))
          .build();

  static final ConformanceCase NOT_OPTED_IN =
      conformanceCase("saml/idp/matrix-not-opted-in")
          .title("gives nobody with samordningsnummer to one without opt-in")
          .requirement("TAR-3.8-05", "EC-6.2-02")
          .stimulus(new Matrix(Testers.NOT_OPTED_IN))
          .expect(KEPT)
          .mutant("takes everybody for one who accepts them", habit(SenderLapse.OPTED_IN))
          .build();

  static final ConformanceCase NAME_ONLY =
      conformanceCase("saml/idp/matrix-name-only")
          .title("gives names only to one who wants names")
          .requirement(
              "ATTR-2.2-01",
              "EC-2.4.1-01",
              "EC-2.4.2-01",
              "EC-2.4.3-01",
              "TAR-3.4.5-01",
              "TAR-3.4.6-01")
          .stimulus(new Matrix(Testers.NAME_ONLY))
          .expect(KEPT)
          .mutant("gives the number too", habit(AnswerLapse.GIVES_NUMBER))
          .build();

  static final ConformanceCase PNR =
      conformanceCase("saml/idp/matrix-pnr")
          .title("gives numbers to one who wants numbers")
          .requirement(
              "ATTR-2.3-01",
              "EC-2.1.1-01",
              "EC-2.1.3-01",
              "TAR-3.4.1-01",
              "TAR-3.4.2-01",
              "TAR-1.1.1-01",
              "TAR-1.1.2-01")
          .stimulus(new Matrix(Testers.PNR))
          .expect(KEPT)
          .mutant("leaves the number out", habit(AnswerLapse.WITHOUT_NUMBER))
          .build();

  static final ConformanceCase ORGID =
      conformanceCase("saml/idp/matrix-orgid")
          .title("gives the organisation to one who wants it")
          .requirement(
              "ATTR-2.4-01",
              "EC-2.3.1-01",
              "EC-2.3.2-01",
              "EC-2.3.3-01",
              "TAR-3.4.3-01",
              "TAR-3.4.4-01",
              "TAR-2.3-03")
          .stimulus(new Matrix(Testers.ORGID))
          .expect(KEPT)
          .mutant("leaves the affiliation out", habit(AnswerLapse.WITHOUT_AFFILIATION))
          .build();

  static final ConformanceCase SEVERAL =
      conformanceCase("saml/idp/matrix-several")
          .title("gives all that several categories want together")
          .requirement("DP-6.2.1-01", "TAR-2.3-04", "TAR-2.3-05")
          .stimulus(new Matrix(Testers.SEVERAL))
          .expect(KEPT)
          .mutant("leaves the display name out", habit(AnswerLapse.WITHOUT_DISPLAY_NAME))
          .build();

  static final ConformanceCase NO_CATEGORY =
      conformanceCase("saml/idp/matrix-no-category")
          .title("gives nothing of a person to one who wants nothing")
          .requirement("DP-6.2.1-10")
          .stimulus(new Matrix(Testers.NO_CATEGORY))
          .expect(KEPT)
          .mutant("gives all that it knows", habit(AnswerLapse.GIVES_ALL))
          .build();

  static final ConformanceCase PRIVATE =
      conformanceCase("saml/idp/matrix-private")
          .title("gives a private service what its categories want")
          .requirement("DP-6.2.1-01")
          .stimulus(new Matrix(Testers.PRIVATE))
          .expect(KEPT)
          .mutant("leaves the display name out", habit(AnswerLapse.WITHOUT_DISPLAY_NAME))
          .build();

  private MatrixCases() {}
}
