package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;
import static se.genrep.sut.IdpWatch.visitsWhere;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.PageLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.ServiceProperty;
import se.genrep.sut.DeclaredPerson.Kind;
import se.genrep.sut.PageRule;
import se.genrep.sut.Visit;

/** DP 5.4.3 and TAR 2.1: what the person sees of the service. */
final class ScreenCases {

  static final ConformanceCase NAME =
      conformanceCase("saml/idp/screen-name")
          .title("shows the person who asks")
          .requirement(
              "TAR-2.1-01", "DP-5.4.3-01", "DP-5.4.3-02", "TAR-2.1-02", "BID-3.1-02", "BID-3.1-03")
          .stimulus(
              visitsWhere(
                  ScreenCases::usual,
                  "no page of a sign-in for the usual tester was seen",
                  visit ->
                      unless(
                          visit.pages(PageRule.Kind.LOGIN).stream()
                              .anyMatch(
                                  page ->
                                      page.text().contains("MOCK Test service usual")
                                          || page.text().contains("MOCK Provtjänsten usual")),
                          "the page of the sign-in does not show the name of the service that asks")))
          .expect(KEPT)
          .mutant("shows nothing of the service", habit(PageLapse.NO_SERVICE))
          .build();

  static final ConformanceCase LOGO =
      conformanceCase("saml/idp/screen-logo")
          .title("shows the logotype of who asks")
          .requirement("DP-5.4.3-03", "DP-5.4.3-04", "DP-5.4.3-05")
          .stimulus(
              visitsWhere(
                  ScreenCases::usual,
                  "no page of a sign-in for the usual tester was seen",
                  visit ->
                      unless(
                          visit.pages(PageRule.Kind.LOGIN).stream()
                              .anyMatch(page -> page.html().contains("data:image/svg+xml")),
                          "the page of the sign-in shows no logotype of the service, whose metadata has an embedded one")))
          .expect(KEPT)
          .mutant("shows nothing of the service", habit(PageLapse.NO_SERVICE))
          .build();

  static final ConformanceCase HOSTILE =
      conformanceCase("saml/idp/screen-hostile-name")
          .title("runs nothing that a name brings along")
          .requirement("DP-5.4.3-02")
          .stimulus(
              asks(askedBy(Testers.HOSTILE_NAME))
                  .saying("A tester asks whose name has markup in it")
                  .seeing(
                      seen(
                          visit ->
                              visit.pages().stream()
                                  .noneMatch(
                                      page ->
                                          page.html().contains("<script>alert('genrep')")
                                              || page.html()
                                                  .contains("<img src=x onerror=genrep()")),
                          "no markup of the name is on the page",
                          "has markup of the name on its page")))
          .expect(KEPT)
          .mutant("shows markup of others as it came", habit(PageLapse.UNESCAPED))
          .build();

  static final ConformanceCase RELAY_STATE =
      conformanceCase("saml/idp/screen-relay-state")
          .title("runs nothing that RelayState brings along")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).with("\"><script>genrep()</script>"))
                  .saying("The tester's RelayState has markup in it")
                  .seeing(
                      seen(
                          visit ->
                              visit.pages().stream()
                                  .noneMatch(page -> page.html().contains("<script>genrep()")),
                          "no markup of RelayState is on a page",
                          "has markup of RelayState on its page")))
          .expect(KEPT)
          .mutant("runs a script of somebody else", habit(PageLapse.SCRIPTS))
          .build();

  static final ConformanceCase HUGE_LOGO =
      conformanceCase("saml/idp/screen-huge-logo")
          .title("signs in where the logotype is huge")
          .requirement("DP-5.4.3-05")
          .stimulus(
              asks(askedBy(Testers.HUGE_LOGO))
                  .saying("A tester asks whose logotype is 4000 by 3000"))
          .expect(ACCEPTED)
          .mutant("refuses services with huge logotypes", habit(RequestLapse.REFUSES_HUGE_LOGOS))
          .build();

  static final ConformanceCase LONG_NAME =
      conformanceCase("saml/idp/screen-long-name")
          .title("signs in where the name is long")
          .requirement("DP-5.4.3-02")
          .stimulus(
              asks(askedBy(Testers.LONG_NAME)).saying("A tester asks whose name has 200 letters"))
          .expect(ACCEPTED)
          .mutant("refuses services with long names", habit(RequestLapse.REFUSES_LONG_NAMES))
          .build();

  static final ConformanceCase SAMORDNINGSNUMMER =
      conformanceCase("saml/idp/screen-personnummer-needed")
          .title("tells who needs a personnummer")
          .requirement("TAR-3.8-04")
          .appliesTo(Applies.person(Kind.SAMORDNINGSNUMMER))
          .stimulus(
              asks(askedBy(Testers.NOT_OPTED_IN))
                  .saying("A tester that does not accept samordningsnummer asks")
                  .as(Kind.SAMORDNINGSNUMMER)
                  .seeing(
                      seen(
                          visit ->
                              visit.pages().stream()
                                  .anyMatch(
                                      page ->
                                          page.text().toLowerCase().contains("personnummer")
                                              && (page.kind() == PageRule.Kind.ERROR
                                                  || !page.known())),
                          "the person is told",
                          "did not tell the person that a personnummer is needed")))
          .expect(KEPT)
          .mutant("says nothing on the page of an error", habit(PageLapse.NOTHING_OF_ERRORS))
          .build();

  static final ConformanceCase MOBILE =
      conformanceCase("saml/idp/screen-mobile")
          .title("fits small screens")
          .requirement("EC-3.1-02", "EC-3.1-04")
          .appliesTo(Applies.declares(ServiceProperty.MOBILE_AUTH))
          .stimulus(
              visitsWhere(
                  visit -> visit.saw(PageRule.Kind.LOGIN),
                  "no page of a sign-in was seen",
                  visit ->
                      unless(
                          visit.pages(PageRule.Kind.LOGIN).stream()
                              .allMatch(
                                  page ->
                                      page.html().contains("name=\"viewport\"")
                                          || page.html().contains("name='viewport'")),
                          "the page of the sign-in does not fit small screens: it has no viewport")))
          .expect(KEPT)
          .mutant("works on wide screens only", habit(PageLapse.WIDE_ONLY))
          .build();

  private static boolean usual(Visit visit) {
    return visit.saw(PageRule.Kind.LOGIN) && visit.sent().request().by().id().equals("usual");
  }

  private ScreenCases() {}
}
