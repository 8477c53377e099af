package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.broken;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import java.util.function.Function;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.Testers;
import se.genrep.sut.Visit;

/** DP 5.4.1 and 5.4.2: to whom a request is addressed, and where its answer goes. */
final class AddressCases {

  static final ConformanceCase NO_DESTINATION =
      conformanceCase("saml/idp/request-no-destination")
          .title("refuses a request that is addressed to nobody")
          .requirement("DP-5.4.1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).changed(request -> request.unset("Destination")))
                  .saying("The tester leaves Destination out"))
          .expect(REFUSED)
          .mutant("does not look at Destination", habit(RequestLapse.DESTINATION))
          .build();

  static final ConformanceCase FOREIGN_DESTINATION =
      conformanceCase("saml/idp/request-foreign-destination")
          .title("refuses a request that is addressed to somebody else")
          .requirement("DP-5.4.1-02")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request -> request.set("Destination", "https://idp.example.org/sso")))
                  .saying("The tester addresses its request to another identity provider"))
          .expect(REFUSED)
          .mutant("does not compare Destination", habit(RequestLapse.DESTINATION))
          .build();

  static final ConformanceCase LONGER_DESTINATION =
      conformanceCase("saml/idp/request-longer-destination")
          .title("refuses a request for an address that begins alike")
          .requirement("DP-5.4.1-02")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request.set(
                                  "Destination",
                                  request.attribute("Destination").orElseThrow() + ".example.org")))
                  .saying(
                      "The tester addresses its request to an address that begins like the right one"))
          .expect(REFUSED)
          .mutant("does not compare Destination to the end", habit(RequestLapse.DESTINATION))
          .build();

  static final ConformanceCase UNKNOWN_ACS =
      conformanceCase("saml/idp/request-unregistered-acs")
          .title("refuses to answer where metadata has no address")
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
          .mutant("answers at the first address of metadata instead", habit(RequestLapse.ACS_URL))
          .build();

  static final ConformanceCase ACS_OF_ANOTHER =
      conformanceCase("saml/idp/request-acs-of-another")
          .title("refuses to answer at the address of another service")
          .requirement("DP-5.4.2-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request.set(
                                  "AssertionConsumerServiceURL",
                                  request
                                      .attribute("AssertionConsumerServiceURL")
                                      .orElseThrow()
                                      .replace("/tester/usual/", "/tester/pnr/"))))
                  .saying("The tester asks for an answer at the address of another tester"))
          .expect(REFUSED)
          .mutant("answers at the first address of metadata instead", habit(RequestLapse.ACS_URL))
          .build();

  static final ConformanceCase ACS_NOT_NORMALISED =
      conformanceCase("saml/idp/request-acs-not-normalised")
          .title("compares addresses letter by letter")
          .requirement("DP-5.3-04")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request.set(
                                  "AssertionConsumerServiceURL",
                                  request
                                      .attribute("AssertionConsumerServiceURL")
                                      .orElseThrow()
                                      .replace("/acs", "/./acs"))))
                  .saying("The tester writes its address in another way"))
          .expect(REFUSED)
          .mutant("answers at the first address of metadata instead", habit(RequestLapse.ACS_URL))
          .build();

  static final ConformanceCase UNKNOWN_INDEX =
      conformanceCase("saml/idp/request-unknown-acs-index")
          .title("refuses an index that metadata does not have")
          .requirement("DP-5.4.2-04", "DP-5.4.2-05")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request -> {
                            request.unset("AssertionConsumerServiceURL");
                            request.unset("ProtocolBinding");
                            request.set("AssertionConsumerServiceIndex", "42");
                          }))
                  .saying(
                      "The tester names an address by an index that its metadata does not have"))
          .expect(REFUSED)
          .mutant("passes the index over", habit(RequestLapse.ACS_INDEX))
          .build();

  static final ConformanceCase INDEX =
      conformanceCase("saml/idp/request-acs-index")
          .title("answers at the address of the index")
          .requirement("DP-5.4.2-04")
          .stimulus(
              asks(askedBy(Testers.NO_DEFAULT_ADDRESS)
                      .changed(
                          request -> {
                            request.unset("AssertionConsumerServiceURL");
                            request.unset("ProtocolBinding");
                            request.set("AssertionConsumerServiceIndex", "5");
                          }))
                  .saying("The tester names its address by the index")
                  .seeing(AddressCases.answeredAt("/acs")))
          .expect(KEPT)
          .mutant("passes the index over", habit(RequestLapse.ACS_INDEX))
          .build();

  static final ConformanceCase DEFAULT =
      conformanceCase("saml/idp/request-acs-default")
          .title("answers at the default address of metadata")
          .requirement("DP-5.4.2-07", "DP-5.4.2-08")
          .stimulus(
              asks(askedBy(Testers.TWO_ADDRESSES)
                      .changed(
                          request -> {
                            request.unset("AssertionConsumerServiceURL");
                            request.unset("ProtocolBinding");
                          }))
                  .saying(
                      "The tester names no address, and metadata says which of two is the default")
                  .seeing(AddressCases.answeredAt("/acs/second")))
          .expect(KEPT)
          .mutant("takes the first address for the default", habit(SenderLapse.NO_DEFAULT_ADDRESS))
          .build();

  static final ConformanceCase LOWEST_INDEX =
      conformanceCase("saml/idp/request-acs-lowest-index")
          .title("answers at the lowest index where nothing is default")
          .requirement("DP-5.4.2-08", "DP-5.4.2-09")
          .stimulus(
              asks(askedBy(Testers.NO_DEFAULT_ADDRESS)
                      .changed(
                          request -> {
                            request.unset("AssertionConsumerServiceURL");
                            request.unset("ProtocolBinding");
                          }))
                  .saying("The tester names no address, and metadata says nothing of a default")
                  .seeing(AddressCases.answeredAt("/acs/second")))
          .expect(KEPT)
          .mutant("takes the first address of the document", habit(SenderLapse.FIRST_ADDRESS))
          .build();

  static final ConformanceCase HOLDER_OF_KEY_ACS =
      conformanceCase("saml/idp/request-acs-of-holder-of-key")
          .title("answers no ordinary request where holders of keys are")
          .requirement("DP-5.4.2-02")
          .stimulus(
              asks(askedBy(Testers.HOLDER_OF_KEY)
                      .changed(
                          request ->
                              request.set(
                                  "AssertionConsumerServiceURL",
                                  request.attribute("AssertionConsumerServiceURL").orElseThrow()
                                      + "/hok")))
                  .saying(
                      "The tester asks by the ordinary profile for an answer at its address for Holder-of-key"))
          .expect(REFUSED)
          .mutant("answers at the first address of metadata instead", habit(RequestLapse.ACS_URL))
          .build();

  static final ConformanceCase BY_ARTIFACT =
      conformanceCase("saml/idp/request-by-artifact")
          .title("sends no answer by another binding than HTTP-POST")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request.set(
                                  "ProtocolBinding",
                                  "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact")))
                  .saying("The tester asks for an answer by HTTP-Artifact"))
          .expect(REFUSED)
          .mutant("answers by HTTP-POST all the same", habit(RequestLapse.PROTOCOL_BINDING))
          .build();

  private static Function<Visit, Outcome> answeredAt(String end) {
    return visit ->
        visit.answer().isEmpty()
            ? broken(visit, "there was no answer")
            : visit.answer().get().action().endsWith(end)
                ? new Outcome.Kept("answered at " + visit.answer().get().action())
                : new Outcome.Broken("answered at " + visit.answer().get().action());
  }

  private AddressCases() {}
}
