package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.visitsWhere;

import java.util.stream.Stream;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.AnswerLapse;
import se.genrep.registry.Attribute;

/** ATTR 3.1 and BankID profile 2.1: attributes are those of the person. */
final class OwnDataCases {

  static final ConformanceCase NAMES =
      conformanceCase("saml/idp/release-own-names")
          .title("gives the names of the person who signed in")
          .requirement("ATTR-3.1-14", "BID-2.1-03", "BID-2.1-04", "BID-2.1-05")
          .stimulus(
              visitsWhere(
                  visit -> visit.gaveAssertion(),
                  "no assertion was given",
                  visit ->
                      unless(
                          Stream.of(
                                  Attribute.SURNAME,
                                  Attribute.GIVEN_NAME,
                                  Attribute.DISPLAY_NAME,
                                  Attribute.ORGANIZATION)
                              .allMatch(
                                  attribute ->
                                      visit.person().values(attribute).isEmpty()
                                          || visit
                                              .person()
                                              .values(attribute)
                                              .containsAll(visit.answer().get().values(attribute))),
                          "the assertion about "
                              + visit.person().id()
                              + " has another name than SUT.yaml declares")))
          .expect(KEPT)
          .mutant("gives the name of somebody else", habit(AnswerLapse.NAME_OF_SOMEBODY))
          .build();

  static final ConformanceCase ORGANISATION_NUMBER =
      conformanceCase("saml/idp/release-organisation-number")
          .title("gives the number of the organisation by itself")
          .requirement("ATTR-2.4-02")
          .stimulus(
              answersWhere(
                  answer -> !answer.values(Attribute.ORG_AFFILIATION).isEmpty(),
                  "no orgAffiliation was given",
                  answer ->
                      unless(
                          !answer.values(Attribute.ORGANIZATION_IDENTIFIER).isEmpty(),
                          "has orgAffiliation and no organizationIdentifier")))
          .expect(KEPT)
          .mutant("leaves it out", habit(AnswerLapse.WITHOUT_ORGANISATION_NUMBER))
          .build();

  private OwnDataCases() {}
}
