package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.Attribute;
import se.genrep.sut.Matrix;

/** ATTR 3.3, EC 2.1.4 and 2.2: people with foreign eIDs, and deliveries to other countries. */
final class EidasCases {

  static final ConformanceCase MATRIX =
      conformanceCase("saml/idp/eidas-matrix")
          .title("gives people with foreign eIDs to one who wants them")
          .requirement("DP-6.2.1-01")
          .stimulus(new Matrix(Testers.EIDAS))
          .expect(KEPT)
          .mutant("leaves prid out", habit(AnswerLapse.WITHOUT_PRID))
          .build();

  static final ConformanceCase PRID =
      conformanceCase("saml/idp/eidas-prid")
          .title("writes prid as country and identifier")
          .requirement("ATTR-3.1-17")
          .stimulus(AttributeFormCases.form(Attribute.PRID, "a prid of another form"))
          .expect(KEPT)
          .mutant("writes prid in small letters", habit(AnswerLapse.PRID_IN_SMALL_LETTERS))
          .build();

  private EidasCases() {}
}
