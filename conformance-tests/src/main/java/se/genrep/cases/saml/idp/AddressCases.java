package se.genrep.cases.saml.idp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import se.genrep.idp.IdpVariant;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.Testers;

/** DP 5.4.1 and 5.4.2: to whom a request is addressed, and where its answer goes. */
final class AddressCases {

  static final ConformanceCase REFUSES_WITHOUT_DESTINATION =
      conformanceCase("saml/idp/request-no-destination")
          .title("refuses a request that is addressed to nobody")
          .requirement("DP-5.4.1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).changed(request -> request.unset("Destination")))
                  .saying("The tester leaves Destination out of its request"))
          .expect(REFUSED)
          .mutant("does not look at Destination", () -> IdpVariant.with(RequestLapse.DESTINATION))
          .build();

  static final ConformanceCase REFUSES_FOREIGN_DESTINATION =
      conformanceCase("saml/idp/request-foreign-destination")
          .title("refuses a request that is addressed to somebody else")
          .requirement("DP-5.4.1-02")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request -> request.set("Destination", "https://idp.example.org/sso")))
                  .saying("The tester addresses its request to another identity provider"))
          .expect(REFUSED)
          .mutant("does not compare Destination", () -> IdpVariant.with(RequestLapse.DESTINATION))
          .build();

  static final ConformanceCase REFUSES_UNKNOWN_ACS =
      conformanceCase("saml/idp/request-unregistered-acs-url")
          .title("refuses to answer at an address that metadata does not have")
          .requirement("DP-5.4.2-03", "DP-5.4.2-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request.set(
                                  "AssertionConsumerServiceURL",
                                  "https://attacker.example.org/acs")))
                  .saying("The tester asks for an answer at an address of somebody else"))
          .expect(REFUSED)
          .mutant(
              "answers at the first address of metadata instead",
              () -> IdpVariant.with(RequestLapse.ACS_URL))
          .build();

  private AddressCases() {}
}
