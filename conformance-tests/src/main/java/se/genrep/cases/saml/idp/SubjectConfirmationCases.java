package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.DATA;
import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.assertion;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.ofAssertion;
import static se.genrep.cases.saml.idp.Saying.same;
import static se.genrep.cases.saml.idp.Saying.textOfAssertion;
import static se.genrep.cases.saml.idp.Saying.time;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyAssertion;
import static se.genrep.sut.IdpWatch.visitsWhere;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.genrep.deviation.ConfirmationDeviations;
import se.genrep.deviation.NameIdDeviations;
import se.genrep.deviation.SubjectFormDeviations;
import se.genrep.deviation.TimeDeviations;
import se.genrep.identity.PersonalNumber;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.Limits;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.XmlNode;
import se.genrep.sut.DeclaredPerson;
import se.genrep.sut.IdpWatch;
import se.genrep.sut.IdpWatched;
import se.genrep.sut.Visit;

/** DP 6.2: who is meant, to whom and for what the subject is confirmed. */
final class SubjectConfirmationCases {

  static final ConformanceCase NAME_ID =
      conformanceCase("saml/idp/answer-name-id")
          .title("names the subject by a NameID")
          .requirement("DP-6.2-07")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          textOfAssertion(answer, "saml:Subject/saml:NameID")
                              .filter(name -> !name.isEmpty())
                              .isPresent(),
                          "has a subject without NameID")))
          .expect(KEPT)
          .mutant("leaves the name of the subject out", answers(NameIdDeviations.NAME_ID_MISSING))
          .mutant("leaves the name of the subject empty", answers(NameIdDeviations.NAME_ID_EMPTY))
          .build();

  static final ConformanceCase PSEUDONYM =
      conformanceCase("saml/idp/answer-name-id-pseudonym")
          .title("reveals nobody by a NameID")
          .requirement("DP-6.2-09")
          .stimulus(
              visitsWhere(
                  Visit::gaveAssertion,
                  "no answer with an assertion came",
                  visit ->
                      unless(
                          visit
                              .answer()
                              .flatMap(
                                  answer -> textOfAssertion(answer, "saml:Subject/saml:NameID"))
                              .filter(
                                  name -> SubjectConfirmationCases.reveals(name, visit.person()))
                              .isEmpty(),
                          "the NameID of "
                              + visit.person().id()
                              + " is or has an identity number")))
          .expect(KEPT)
          .mutant("names the person by a number", answers(NameIdDeviations.NAME_ID_IS_A_NUMBER))
          .build();

  static final ConformanceCase NAME_ID_PER_SERVICE =
      conformanceCase("saml/idp/answer-name-id-per-service")
          .title("names a person otherwise to every service")
          .requirement("DP-6.2-08")
          .stimulus(new IdpWatch(SubjectConfirmationCases::names))
          .expect(KEPT)
          .mutant("names everybody the same", habit(AnswerLapse.ONE_NAME))
          .build();

  static final ConformanceCase NAME_ID_PERSISTENT =
      conformanceCase("saml/idp/answer-name-id-persistent")
          .title("names a person the same each time to one service")
          .requirement("DP-3-01")
          .stimulus(new IdpWatch(SubjectConfirmationCases::persistent))
          .expect(KEPT)
          .mutant("makes up a new persistent name each time", habit(AnswerLapse.CHANGING_NAME))
          .build();

  static final ConformanceCase BEARER =
      conformanceCase("saml/idp/answer-bearer")
          .title("confirms the subject once, as bearer")
          .requirement("DP-6.2-10")
          .stimulus(
              answersWhere(
                  answer ->
                      answer.assertion().isPresent() && !answer.sent().request().holderOfKey(),
                  "no answer with an assertion came",
                  answer ->
                      unless(
                          answer
                              .assertion()
                              .map(each -> each.all("saml:Subject/saml:SubjectConfirmation"))
                              .filter(all -> all.size() == 1)
                              .flatMap(all -> all.get(0).attribute("Method"))
                              .filter("urn:oasis:names:tc:SAML:2.0:cm:bearer"::equals)
                              .isPresent(),
                          "has not exactly one SubjectConfirmation with the method bearer")))
          .expect(KEPT)
          .mutant(
              "has the sender vouch for the subject instead of the bearer",
              answers(ConfirmationDeviations.NOT_BEARER))
          .mutant("confirms the subject twice", habit(AnswerLapse.TWO_CONFIRMATIONS))
          .build();

  static final ConformanceCase DATA_THERE =
      conformanceCase("saml/idp/answer-confirmation-data")
          .title("has data in the confirmation of the subject")
          .requirement("DP-6.2-12")
          .stimulus(
              everyAssertion(
                  assertion(each -> each.find(DATA).isPresent(), "has no SubjectConfirmationData")))
          .expect(KEPT)
          .mutant(
              "leaves the data of the confirmation out",
              answers(SubjectFormDeviations.CONFIRMATION_WITHOUT_DATA))
          .build();

  static final ConformanceCase CONFIRMED_FOR_REQUEST =
      conformanceCase("saml/idp/answer-confirmed-request")
          .title("confirms the subject for the request")
          .requirement("DP-6.2-13")
          .stimulus(
              everyAssertion(
                  same(
                      "InResponseTo of the confirmation",
                      answer -> ofAssertion(answer, DATA, "InResponseTo"),
                      answer -> answer.sent().id())))
          .expect(KEPT)
          .mutant(
              "confirms the subject for another request",
              answers(ConfirmationDeviations.OTHER_REQUEST_CONFIRMED))
          .mutant(
              "confirms the subject for no request",
              answers(ConfirmationDeviations.NO_REQUEST_CONFIRMED))
          .build();

  static final ConformanceCase RECIPIENT =
      conformanceCase("saml/idp/answer-recipient")
          .title("confirms the subject at the address that is answered")
          .requirement("DP-6.2-14")
          .stimulus(
              everyAssertion(
                  same(
                      "Recipient",
                      answer -> ofAssertion(answer, DATA, "Recipient"),
                      TesterAnswer::action)))
          .expect(KEPT)
          .mutant(
              "confirms the subject at another endpoint",
              answers(ConfirmationDeviations.FOREIGN_RECIPIENT))
          .mutant(
              "confirms the subject at no endpoint in particular",
              answers(ConfirmationDeviations.NO_RECIPIENT))
          .build();

  static final ConformanceCase CONFIRMATION_ENDS =
      conformanceCase("saml/idp/answer-confirmation-end")
          .title("says until when the subject can be confirmed")
          .requirement("DP-6.2-15")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          time(ofAssertion(answer, DATA, "NotOnOrAfter"))
                              .filter(until -> until.isAfter(answer.at().minus(Limits.CLOCK_SKEW)))
                              .isPresent(),
                          "does not say until when the subject can be confirmed, or it is over")))
          .expect(KEPT)
          .mutant(
              "leaves out until when the subject can be confirmed",
              habit(AnswerLapse.NO_END_OF_CONFIRMATION))
          .mutant(
              "confirms until 20 minutes ago",
              answers(TimeDeviations.CONFIRMATION_EXPIRED_20_MIN_AGO))
          .build();

  static final ConformanceCase ADDRESS =
      conformanceCase("saml/idp/answer-address")
          .title("says from where the assertion can be presented")
          .requirement("DP-6.2-16")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          ofAssertion(answer, DATA, "Address")
                              .filter(address -> address.matches("[0-9a-fA-F.:]{3,45}"))
                              .isPresent(),
                          "has no network address in Address")))
          .expect(KEPT)
          .mutant("leaves the network address out", habit(AnswerLapse.NO_ADDRESS))
          .build();

  static final ConformanceCase NO_BEGINNING =
      conformanceCase("saml/idp/answer-confirmation-beginning")
          .title("sets no beginning to the confirmation as bearer")
          .requirement("DP-1-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          ofAssertion(answer, DATA, "NotBefore").isEmpty(),
                          "has NotBefore in SubjectConfirmationData, which SAML profiles 4.1.4.2 forbids")))
          .expect(KEPT)
          .mutant(
              "says from when the subject can be confirmed",
              habit(AnswerLapse.BEGINNING_OF_CONFIRMATION))
          .build();

  /** It is a number, or has that of the person in it. */
  private static boolean reveals(String name, DeclaredPerson person) {
    String digits = name.replaceAll("[-+ ]", "");
    return PersonalNumber.parseAttribute(digits).number().isPresent()
        || person.number().filter(number -> digits.contains(number.substring(2))).isPresent();
  }

  /** Persistent names by person and service. */
  private static Map<String, Map<String, Set<String>>> named(IdpWatched watched) {
    Map<String, Map<String, Set<String>>> names = new HashMap<>();
    for (Visit visit : watched.visits()) {
      Optional<XmlNode> name =
          visit
              .answer()
              .flatMap(TesterAnswer::assertion)
              .flatMap(each -> each.find("saml:Subject/saml:NameID"));
      boolean persistent =
          name.flatMap(node -> node.attribute("Format"))
              .filter(NameIdFormat.PERSISTENT.uri()::equals)
              .isPresent();
      if (persistent && visit.recognised()) {
        names
            .computeIfAbsent(visit.person().id(), person -> new HashMap<>())
            .computeIfAbsent(visit.sent().request().by().id(), service -> new HashSet<>())
            .add(name.get().text().strip());
      }
    }
    return names;
  }

  private static Outcome names(IdpWatched watched) {
    boolean compared = false;
    for (Map.Entry<String, Map<String, Set<String>>> person : named(watched).entrySet()) {
      Map<String, String> services = new HashMap<>();
      for (Map.Entry<String, Set<String>> service : person.getValue().entrySet()) {
        for (String name : service.getValue()) {
          String other = services.put(name, service.getKey());
          if (other != null && !other.equals(service.getKey())) {
            return new Outcome.Broken(
                person.getKey()
                    + " has the same NameID for the testers "
                    + other
                    + " and "
                    + service.getKey());
          }
        }
      }
      compared |= person.getValue().size() > 1;
    }
    return compared
        ? new Outcome.Kept("names were compared")
        : new Outcome.NotSeen("nobody signed in to two services under a persistent name");
  }

  private static Outcome persistent(IdpWatched watched) {
    Map<String, Map<String, Set<String>>> names = named(watched);
    for (Map.Entry<String, Map<String, Set<String>>> person : names.entrySet()) {
      for (Map.Entry<String, Set<String>> service : person.getValue().entrySet()) {
        if (service.getValue().size() > 1) {
          return new Outcome.Broken(
              person.getKey()
                  + " has "
                  + service.getValue().size()
                  + " persistent names for the tester "
                  + service.getKey());
        }
      }
    }
    return names.isEmpty()
        ? new Outcome.NotSeen("nobody signed in under a persistent name")
        : new Outcome.Kept("names were compared");
  }

  private SubjectConfirmationCases() {}
}
