package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyAssertion;
import static se.genrep.sut.IdpWatch.visitsWhere;

import java.util.stream.Stream;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.sut.Release;
import se.genrep.sut.Visit;

/** DP 6.2.1 and ATTR 2: which attributes are given to whom. */
final class ReleaseCases {

  static final ConformanceCase REQUIRED =
      conformanceCase("saml/idp/release-required")
          .title("gives every attribute that the set requires")
          .requirement(
              "ATTR-2-03", "DP-6.2.1-01", "BID-5.1-01", "DP-6.2.1-02", "EC-1.3-03", "EC-2-01")
          .stimulus(
              everyAssertion(answer -> Release.missing(answer).map(missing -> "lacks " + missing)))
          .expect(KEPT)
          .mutant("leaves the display name out", habit(AnswerLapse.WITHOUT_DISPLAY_NAME))
          .mutant("gives nothing that categories want", habit(SenderLapse.WANTS_NOTHING))
          .build();

  static final ConformanceCase RECOMMENDED =
      conformanceCase("saml/idp/release-recommended")
          .title("gives recommended attributes that it has")
          .requirement("ATTR-2-04", "ATTR-2.3-02")
          .stimulus(
              visitsWhere(
                  Visit::recognised,
                  "no assertion about a known person came",
                  visit ->
                      Release.withheld(visit)
                          .map(
                              missing ->
                                  "the assertion about "
                                      + visit.person().id()
                                      + " lacks "
                                      + missing
                                      + ", which SUT.yaml says is known")))
          .expect(KEPT)
          .mutant("leaves the date of birth out", habit(AnswerLapse.WITHOUT_BIRTH_DATE))
          .build();

  static final ConformanceCase NOT_MORE =
      conformanceCase("saml/idp/release-not-more")
          .title("gives no identity attribute that nobody asked for")
          .requirement("DP-6.2.1-10", "ATTR-2.2-02", "ATTR-2.4-04", "ATTR-3.2.6-03", "BID-5.1-04")
          .stimulus(
              everyAssertion(
                  answer ->
                      Release.excess(answer)
                          .map(
                              excess ->
                                  "has "
                                      + excess
                                      + ", which the service asked for neither by category nor by RequestedAttribute")))
          .expect(KEPT)
          .mutant("gives all that it knows", habit(AnswerLapse.GIVES_ALL))
          .build();

  static final ConformanceCase NO_SAMORDNINGSNUMMER =
      conformanceCase("saml/idp/release-samordningsnummer")
          .title("gives samordningsnummer to those only who accept them")
          .requirement("TAR-3.8-03", "EC-6.2-02", "EC-2.1-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer
                                  .receiver()
                                  .declares(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri())
                              || Stream.of(
                                      Attribute.PERSONAL_IDENTITY_NUMBER,
                                      Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER)
                                  .flatMap(attribute -> answer.values(attribute).stream())
                                  .noneMatch(Release::isSamordningsnummer),
                          "has a samordningsnummer, and the service does not declare accepts-coordination-number")))
          .expect(KEPT)
          .mutant("takes everybody for one who accepts them", habit(SenderLapse.OPTED_IN))
          .build();

  static final ConformanceCase NUMBER_OF_THE_PERSON =
      conformanceCase("saml/idp/release-own-number")
          .title("gives the number of the person who signed in")
          .requirement("TAR-3.8-01", "BID-2.1-02")
          .stimulus(
              visitsWhere(
                  visit -> visit.gaveAssertion() && visit.person().number().isPresent(),
                  "nobody with a number was given an assertion",
                  visit ->
                      unless(
                          visit.answer().stream()
                              .flatMap(
                                  answer ->
                                      answer.values(Attribute.PERSONAL_IDENTITY_NUMBER).stream())
                              .allMatch(
                                  value ->
                                      visit
                                          .person()
                                          .values(Attribute.PERSONAL_IDENTITY_NUMBER)
                                          .contains(value)),
                          "the assertion about "
                              + visit.person().id()
                              + " has the number of somebody else")))
          .expect(KEPT)
          .mutant("gives a number that is somebody else's", habit(AnswerLapse.NUMBER_OF_SOMEBODY))
          .build();

  static final ConformanceCase NO_DIGEST_UNASKED =
      conformanceCase("saml/idp/release-digest-unasked")
          .title("attests no sign message that nobody was shown")
          .requirement("DP-7.2-02")
          .stimulus(
              answersWhere(
                  answer ->
                      answer.assertion().isPresent()
                          && !answer.sent().xml().contains("SignMessage"),
                  "no request without sign message was answered",
                  answer ->
                      unless(
                          !answer.values().containsKey(Attribute.SIGN_MESSAGE_DIGEST.oidName()),
                          "has a signMessageDigest, and there was no sign message")))
          .expect(KEPT)
          .mutant("attests a sign message that nobody was shown", habit(AnswerLapse.DIGEST_UNASKED))
          .build();

  static final ConformanceCase TRANSACTION =
      conformanceCase("saml/idp/release-transaction")
          .title("identifies the event to every service")
          .requirement("BID-5.1-02")
          .appliesTo(Applies.BANKID)
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          !answer.values(Attribute.TRANSACTION_IDENTIFIER).isEmpty(),
                          "has no transactionIdentifier")))
          .expect(KEPT)
          .mutant("leaves the transactionIdentifier out", habit(AnswerLapse.NO_TRANSACTION))
          .build();

  private ReleaseCases() {}
}
