package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asking;
import static se.genrep.sut.Asks.asks;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.ErrorLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.reference.Testers;
import se.genrep.registry.Attribute;
import se.genrep.registry.Namespace;
import se.genrep.registry.StatusCode;
import se.genrep.sut.PageRule;

/** DP 5.3.3 and PSC: requests that say who is expected. */
final class SelectionCases {

  static final ConformanceCase EXPECTED =
      conformanceCase("saml/idp/selection-expected")
          .title("signs the expected person in")
          .requirement("PSC-1-03", "PSC-2-01", "PSC-2.1.1-02", "PSC-4-01")
          .stimulus(
              asking(
                      occasion ->
                          askedBy(Testers.USUAL)
                              .changed(
                                  request ->
                                      Extensions.expect(
                                          request,
                                          Attribute.PERSONAL_IDENTITY_NUMBER,
                                          occasion.person().number().orElse("197610122389"))))
                  .saying("The tester expects the person who signs in"))
          .expect(ACCEPTED)
          .mutant("refuses those who expect somebody", habit(RequestLapse.REFUSES_SELECTION))
          .build();

  static final ConformanceCase UNEXPECTED =
      conformanceCase("saml/idp/selection-unexpected")
          .title("calls an unexpected person UnknownPrincipal")
          .requirement("PSC-1-04", "DP-7.1.1-05")
          .appliesTo(Applies.PRINCIPAL_SELECTION)
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.expect(
                                  request, Attribute.PERSONAL_IDENTITY_NUMBER, "190001019802")))
                  .saying("The tester expects somebody else than who signs in")
                  .seeing(
                      seen(
                          visit ->
                              visit.gaveAssertion()
                                  || visit
                                      .answer()
                                      .flatMap(TesterAnswer::secondStatus)
                                      .filter(StatusCode.UNKNOWN_PRINCIPAL.uri()::equals)
                                      .isPresent()
                                  || visit.answer().isEmpty(),
                          "let be, or UnknownPrincipal",
                          "refused the person with another status")))
          .expect(KEPT)
          .mutant("calls every failure the same", habit(ErrorLapse.ALWAYS_AUTHN_FAILED))
          .build();

  static final ConformanceCase ALTERNATIVES =
      conformanceCase("saml/idp/selection-alternatives")
          .title("takes one of several expected persons")
          .requirement("PSC-3.1-01")
          .appliesTo(Applies.PRINCIPAL_SELECTION)
          .stimulus(
              asking(
                      occasion ->
                          askedBy(Testers.USUAL)
                              .changed(
                                  request ->
                                      Extensions.expect(
                                          request,
                                          Attribute.PERSONAL_IDENTITY_NUMBER,
                                          "190001019802",
                                          occasion.person().number().orElse("197610122389"))))
                  .saying("The tester expects one of two persons"))
          .expect(ACCEPTED)
          .mutant("reads the first one only", habit(RequestLapse.OTHER_PRINCIPALS))
          .build();

  static final ConformanceCase FURTHER_ATTRIBUTES =
      conformanceCase("saml/idp/selection-further-attributes")
          .title("passes over further attributes of MatchValue")
          .requirement("PSC-2.1.1-03")
          .stimulus(
              asking(
                      occasion ->
                          askedBy(Testers.USUAL)
                              .changed(
                                  request ->
                                      Extensions.add(
                                          request,
                                          "<p:PrincipalSelection xmlns:p='"
                                              + Namespace.PSC
                                              + "'><p:MatchValue Name='"
                                              + Attribute.PERSONAL_IDENTITY_NUMBER.oidName()
                                              + "' xmlns:x='urn:example' x:more='1'>"
                                              + occasion.person().number().orElse("197610122389")
                                              + "</p:MatchValue></p:PrincipalSelection>")))
                  .saying("The tester's MatchValue has an attribute more"))
          .expect(ACCEPTED)
          .mutant("refuses those who expect somebody", habit(RequestLapse.REFUSES_SELECTION))
          .build();

  static final ConformanceCase SIGNER =
      conformanceCase("saml/idp/selection-signer")
          .title("lets nobody but the expected person sign")
          .requirement("DP-7.1.1-07", "DP-7.1.1-06")
          .appliesTo(Applies.PRINCIPAL_SELECTION)
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.expect(
                                  request, Attribute.PERSONAL_IDENTITY_NUMBER, "190001019802"))
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request, " MustShow='true'", "MOCK: jag godkänner")))
                  .saying("A signature service expects somebody else than who signs in")
                  .seeing(
                      seen(
                          visit ->
                              !visit.saw(PageRule.Kind.SIGN)
                                  && visit
                                      .answer()
                                      .flatMap(TesterAnswer::secondStatus)
                                      .filter(StatusCode.UNKNOWN_PRINCIPAL.uri()::equals)
                                      .isPresent(),
                          "UnknownPrincipal, and nothing shown",
                          "showed the message to somebody else, or did not say UnknownPrincipal")))
          .expect(KEPT)
          .mutant("passes over who is expected", habit(RequestLapse.PRINCIPAL_SELECTION))
          .build();

  private SelectionCases() {}
}
