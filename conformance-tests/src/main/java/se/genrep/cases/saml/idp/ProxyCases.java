package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.textOfAssertion;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;
import static se.genrep.sut.IdpWatch.everyAssertion;

import se.genrep.deviation.ContextDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.LevelOfAssurance;

/** DP 5.3.2, 6.2 and REG 3.1.1.2: identity providers that let others authenticate. */
final class ProxyCases {

  static final ConformanceCase AUTHORITY =
      conformanceCase("saml/idp/proxy-authority")
          .title("names who authenticated for it")
          .requirement("DP-6.2-23")
          .appliesTo(Applies.PROXY)
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          textOfAssertion(
                                  answer,
                                  "saml:AuthnStatement/saml:AuthnContext/saml:AuthenticatingAuthority")
                              .filter(name -> !name.isEmpty())
                              .isPresent(),
                          "does not say who authenticated the person")))
          .expect(KEPT)
          .mutant("does not say who authenticated", habit(AnswerLapse.NO_AUTHORITY))
          .build();

  static final ConformanceCase SCOPING =
      conformanceCase("saml/idp/proxy-scoping")
          .title("lets nobody authenticate whom the request leaves out")
          .requirement("DP-5.3.2-01")
          .appliesTo(Applies.PROXY)
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request
                                  .add("samlp:Scoping")
                                  .add("samlp:IDPList")
                                  .add("samlp:IDPEntry")
                                  .set("ProviderID", "https://nobody.genrep.example/idp")))
                  .saying("The tester wants somebody to authenticate who is not behind the proxy"))
          .expect(REFUSED)
          .mutant("passes over who is to authenticate", habit(RequestLapse.SCOPING))
          .build();

  static final ConformanceCase NO_PROXY =
      conformanceCase("saml/idp/proxy-count")
          .title("lets nobody else authenticate where that is forbidden")
          .requirement("DP-5.3.2-01")
          .appliesTo(Applies.PROXY)
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(request -> request.add("samlp:Scoping").set("ProxyCount", "0")))
                  .saying("The tester forbids that others authenticate"))
          .expect(REFUSED)
          .mutant("passes over how often a request may be passed on", habit(RequestLapse.SCOPING))
          .build();

  static final ConformanceCase EIDAS_LEVELS =
      conformanceCase("saml/idp/proxy-eidas-levels")
          .title("says uncertified levels of foreign eIDs")
          .requirement(
              "REG-3.1.1.2-03",
              "REG-3.1.1.2-04",
              "REG-3.1.1.2-05",
              "REG-3.1.1.2-06",
              "TAR-1.2.3-18",
              "TAR-1.2.3-19",
              "TAR-1.2.3-20",
              "TAR-1.2.3-21")
          .appliesTo(Applies.PROXY)
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer
                              .context()
                              .flatMap(LevelOfAssurance::of)
                              .filter(level -> level.kind() == LevelOfAssurance.Kind.EIDAS)
                              .isEmpty(),
                          "says the level "
                              + answer.context().orElse("")
                              + ", which only the Swedish eIDAS node may say")))
          .expect(KEPT)
          .mutant(
              "says eIDAS level substantial itself", answers(ContextDeviations.EIDAS_SUBSTANTIAL))
          .build();

  private ProxyCases() {}
}
