package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.Check;
import se.genrep.reference.Variant;
import se.genrep.sut.SignIn.Delivery;

/** SAML profiles 4.1.2: answers do not come in an address. */
final class ResponseBindingCases {

  static final ConformanceCase BY_GET =
      conformanceCase("saml/sp/response-by-get")
          .title("refuses a Response that comes in an address")
          .requirement("PROF-4.1.2-01")
          .stimulus(signIn().delivered(Delivery.BY_GET))
          .expect(REFUSED)
          .mutant("takes forms by GET as well", () -> Variant.without(Check.POST_ONLY))
          .build();

  static final ConformanceCase BY_REDIRECT =
      conformanceCase("saml/sp/response-by-redirect")
          .title("refuses a Response by HTTP-Redirect")
          .requirement("PROF-4.1.2-01")
          .stimulus(signIn().delivered(Delivery.BY_REDIRECT))
          .expect(REFUSED)
          .mutant("inflates what comes in an address", () -> Variant.without(Check.POST_ONLY))
          .build();

  private ResponseBindingCases() {}
}
