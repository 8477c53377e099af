package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;
import static se.genrep.sut.IdpWatch.visitsWhere;

import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.PageLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.Attribute;
import se.genrep.sut.PageRule;

/** TAR 2.1.2 and 2.2, DP 5.4.5: telling the person what is given. */
final class ReleaseScreenCases {

  static final ConformanceCase TOLD =
      conformanceCase("saml/idp/screen-released")
          .title("tells an employee what is given")
          .requirement("TAR-2.1.2-02", "TAR-2.1.2-01")
          .appliesTo(Applies.EMPLOYEES)
          .stimulus(
              visitsWhere(
                  visit ->
                      visit.gaveAssertion()
                          && !visit.answer().get().values(Attribute.DISPLAY_NAME).isEmpty(),
                  "no assertion with a name was given",
                  visit ->
                      unless(
                          visit.answer().get().values(Attribute.DISPLAY_NAME).stream()
                              .allMatch(
                                  name ->
                                      visit.pages(PageRule.Kind.CONSENT).stream()
                                          .anyMatch(page -> page.text().contains(name))),
                          "no page that SUT.yaml calls consent tells the name that is given")))
          .expect(KEPT)
          .mutant("does not tell what is given", habit(PageLapse.NOTHING_RELEASED))
          .mutant("shows no such page", habit(PageLapse.NO_CONSENT))
          .build();

  static final ConformanceCase DECLINED =
      conformanceCase("saml/idp/screen-release-declined")
          .title("gives nothing that an employee declines")
          .requirement("TAR-2.1.2-03")
          .appliesTo(Applies.EMPLOYEES)
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .saying("The person declines to give what is shown")
                  .cancellingLate()
                  .seeing(
                      visit ->
                          visit.gaveAssertion() || visit.stuck().isPresent()
                              ? new Outcome.Broken(
                                  "the person could not decline: "
                                      + visit.stuck().orElse("it was given all the same"))
                              : new Outcome.Kept("nothing was given")))
          .expect(KEPT)
          .mutant("shows no way to decline", habit(PageLapse.NO_CANCEL))
          .build();

  static final ConformanceCase BY_SESSION =
      conformanceCase("saml/idp/screen-released-by-session")
          .title("tells what is given for a session too")
          .requirement("TAR-2.2-04", "DP-5.4.5-07", "DP-5.4.5-08", "TAR-2.1.2-05")
          .appliesTo(Applies.EMPLOYEES)
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .then(asks(askedBy(Testers.PNR).unforced()))
                  .saying(
                      "The same browser is sent by another tester, whose request a session may answer")
                  .seeing(
                      seen(
                          visit -> !visit.gaveAssertion() || visit.saw(PageRule.Kind.CONSENT),
                          "it was told again",
                          "did not tell the second service's person")))
          .expect(KEPT)
          .mutant("shows no such page", habit(PageLapse.NO_CONSENT))
          .build();

  static final ConformanceCase CANCEL =
      conformanceCase("saml/idp/screen-cancel")
          .title("lets the person break off")
          .requirement("BID-3.3-01")
          .appliesTo(Applies.CANCEL)
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .saying("The person cancels")
                  .cancelling()
                  .seeing(
                      visit ->
                          visit.gaveAssertion() || visit.stuck().isPresent()
                              ? new Outcome.Broken(
                                  "the person could not cancel: "
                                      + visit.stuck().orElse("they were signed in"))
                              : new Outcome.Kept("the person could break off")))
          .expect(KEPT)
          .mutant("has no button to cancel", habit(PageLapse.NO_CANCEL))
          .build();

  private ReleaseScreenCases() {}
}
