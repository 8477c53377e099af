package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.Deviation;
import se.genrep.deviation.WrappingDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.reference.Variant.Reading;

/**
 * The eight signature wrappings, which SAML2Sec and so DP 6.3 tell to withstand. In none of them is
 * the Response that arrives signed as a whole, so all of it is to be refused (DP-6.3-01). Who reads
 * the genuine part is not deceived but careless, and the finding says which of the two it is.
 */
final class WrappingCases {

  static final ConformanceCase XSW1 =
      wrapping("saml/sp/xsw1", WrappingDeviations.XSW1, Reading.LAST)
          .title("refuses a signed Response inside the signature of a forged one")
          .build();

  static final ConformanceCase XSW2 =
      wrapping("saml/sp/xsw2", WrappingDeviations.XSW2, Reading.LAST)
          .title("refuses a signed Response in the Extensions of a forged one")
          .build();

  static final ConformanceCase XSW3 =
      wrapping("saml/sp/xsw3", WrappingDeviations.XSW3, Reading.FIRST)
          .title("refuses a forged assertion before the signed one")
          .build();

  static final ConformanceCase XSW4 =
      wrapping("saml/sp/xsw4", WrappingDeviations.XSW4, Reading.FIRST)
          .title("refuses a forged assertion that holds the signed one")
          .build();

  static final ConformanceCase XSW5 =
      wrapping("saml/sp/xsw5", WrappingDeviations.XSW5, Reading.FIRST)
          .title("refuses a forged assertion with the signature of the one in it")
          .build();

  static final ConformanceCase XSW6 =
      wrapping("saml/sp/xsw6", WrappingDeviations.XSW6, Reading.FIRST)
          .title("refuses a forged assertion with the signed one in its signature")
          .build();

  static final ConformanceCase XSW7 =
      wrapping("saml/sp/xsw7", WrappingDeviations.XSW7, Reading.FIRST)
          .title("refuses a forged assertion in the Extensions of the Response")
          .build();

  static final ConformanceCase XSW8 =
      wrapping("saml/sp/xsw8", WrappingDeviations.XSW8, Reading.FIRST)
          .title("refuses a forged assertion with the signed one as ds:Object")
          .build();

  private WrappingCases() {}

  private static ConformanceCase.Builder wrapping(String id, Deviation attack, Reading reading) {
    String which = reading == Reading.FIRST ? "first" : "last";
    return conformanceCase(id)
        .requirement("DP-6.3-03", "DP-6.3.1-01", "DP-6.3.1-02")
        .stimulus(signIn().forgedWith(attack))
        .expect(REFUSED)
        .mutant(
            "verifies a signature somewhere and reads the " + which + " assertion",
            () -> Variant.without(Check.SIGNED_ELEMENT_IS_READ).reading(reading));
  }
}
