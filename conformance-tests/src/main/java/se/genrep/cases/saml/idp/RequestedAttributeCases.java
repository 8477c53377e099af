package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.Attribute;
import se.genrep.sut.DeclaredPerson.Kind;

/** DP 2.1.2, 5.3 and 6.2.1: attributes that metadata asks for in particular. */
final class RequestedAttributeCases {

  static final ConformanceCase INDEX =
      conformanceCase("saml/idp/attributes-index")
          .title("gives what the chosen attribute service asks for")
          .requirement("DP-5.3-10", "DP-2.1.2-04", "ATTR-3.2.6-01")
          .appliesTo(Applies.person(Kind.CHANGED_NUMBER))
          .stimulus(
              asks(askedBy(Testers.REQUESTS_ATTRIBUTES)
                      .changed(request -> request.set("AttributeConsumingServiceIndex", "1")))
                  .saying("The tester asks for the attributes of its second service")
                  .as(Kind.CHANGED_NUMBER)
                  .seeing(
                      seen(
                          visit ->
                              visit.gaveAssertion()
                                  && (visit
                                          .idp()
                                          .identityProvider()
                                          .orElseThrow()
                                          .attributes()
                                          .stream()
                                          .noneMatch(
                                              Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER.oidName()
                                                  ::equals)
                                      || !visit
                                          .answer()
                                          .get()
                                          .values(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER)
                                          .isEmpty()),
                          "given, where it says that it can",
                          "did not give the previous number that was asked for")))
          .expect(KEPT)
          .mutant("reads no wishes", habit(SenderLapse.REQUESTS_NOTHING))
          .mutant("leaves the previous number out", habit(AnswerLapse.WITHOUT_PREVIOUS_NUMBER))
          .build();

  static final ConformanceCase DEMANDED =
      conformanceCase("saml/idp/attributes-demanded")
          .title("refuses who demands what it never gives")
          .requirement("DP-6.2.1-09")
          .stimulus(
              asks(askedBy(Testers.DEMANDS_UNKNOWN))
                  .saying("The tester demands an attribute that nobody has"))
          .expect(REFUSED)
          .mutant("reads no wishes", habit(SenderLapse.REQUESTS_NOTHING))
          .build();

  static final ConformanceCase WISHED =
      conformanceCase("saml/idp/attributes-wished")
          .title("gives what it can where more is wished for")
          .requirement("DP-6.2.1-08", "DP-6.2.1-11", "ATTR-2-05")
          .stimulus(
              asks(askedBy(Testers.WISHES_UNKNOWN))
                  .saying("The tester wishes for an attribute that nobody has"))
          .expect(ACCEPTED)
          .mutant("takes wishes for demands", habit(SenderLapse.WISHES_ARE_DEMANDS))
          .build();

  private RequestedAttributeCases() {}
}
