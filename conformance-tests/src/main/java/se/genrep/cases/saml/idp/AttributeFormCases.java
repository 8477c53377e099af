package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyAssertion;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import se.genrep.deviation.NumberDeviations;
import se.genrep.deviation.NumberWritingDeviations;
import se.genrep.deviation.StatementDeviations;
import se.genrep.deviation.ToleratedStatementDeviations;
import se.genrep.identity.PersonalNumber;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.Attribute;
import se.genrep.sut.IdpWatch;
import se.genrep.sut.IdpWatched;

/** ATTR 2 and 3: how attributes are written. */
final class AttributeFormCases {

  static final ConformanceCase ONCE =
      conformanceCase("saml/idp/attribute-once")
          .title("names every attribute once")
          .requirement("ATTR-2-01")
          .stimulus(
              everyAssertion(
                  answer -> {
                    List<String> names =
                        answer.attributes().stream()
                            .flatMap(each -> each.attribute("Name").stream())
                            .toList();
                    return unless(
                        new HashSet<>(names).size() == names.size(),
                        "has an attribute twice: " + String.join(", ", names));
                  }))
          .expect(KEPT)
          .mutant(
              "sends the attribute of the number twice",
              answers(NumberDeviations.NUMBER_ATTRIBUTE_TWICE))
          .build();

  static final ConformanceCase NAME_FORMAT =
      conformanceCase("saml/idp/attribute-name-format")
          .title("says that attribute names are URIs")
          .requirement("ATTR-3.2-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.attributes().stream()
                              .allMatch(
                                  each ->
                                      each.attribute("NameFormat")
                                          .filter(Attribute.NAME_FORMAT::equals)
                                          .isPresent()),
                          "has an attribute without the NameFormat uri")))
          .expect(KEPT)
          .mutant("leaves NameFormat out", habit(AnswerLapse.NO_NAME_FORMAT))
          .build();

  static final ConformanceCase NAMES =
      conformanceCase("saml/idp/attribute-names")
          .title("names attributes by the URIs of the specification")
          .requirement("ATTR-3.2-02", "ATTR-3.1-17", "ATTR-3.1-02")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.attributes().stream()
                              .allMatch(
                                  each ->
                                      each.attribute("Name")
                                          .filter(name -> name.matches("(urn:|https?:).+"))
                                          .isPresent()),
                          "has an attribute whose Name is no URI")))
          .expect(KEPT)
          .mutant(
              "sends the number under the name that is for people",
              answers(StatementDeviations.NUMBER_UNDER_FRIENDLY_NAME))
          .mutant("leaves urn:oid: out of names", habit(AnswerLapse.NAMES_WITHOUT_URN))
          .build();

  static final ConformanceCase TYPES =
      conformanceCase("saml/idp/attribute-types")
          .title("types attribute values as strings")
          .requirement("ATTR-3.2-04", "ATTR-3.1.1-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.attributes().stream()
                              .flatMap(each -> each.all("saml:AttributeValue").stream())
                              .allMatch(
                                  value ->
                                      value
                                          .element()
                                          .getAttributeNS(
                                              "http://www.w3.org/2001/XMLSchema-instance", "type")
                                          .endsWith(":string")),
                          "has a value without xsi:type xs:string")))
          .expect(KEPT)
          .mutant(
              "sends attribute values without xsi:type",
              answers(ToleratedStatementDeviations.UNTYPED_VALUES))
          .mutant("calls every value an integer", habit(AnswerLapse.VALUES_AS_INTEGERS))
          .build();

  static final ConformanceCase ONE_TEXT =
      conformanceCase("saml/idp/attribute-text")
          .title("writes every value as one text")
          .requirement("DP-4-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.attributes().stream()
                              .flatMap(each -> each.all("saml:AttributeValue").stream())
                              .allMatch(value -> value.element().getChildNodes().getLength() <= 1),
                          "has a value that is not one text node")))
          .expect(KEPT)
          .mutant("has a comment inside the number", answers(NumberDeviations.COMMENT_IN_NUMBER))
          .build();

  static final ConformanceCase SINGLE =
      conformanceCase("saml/idp/attribute-single")
          .title("gives single-valued attributes one value")
          .requirement("ATTR-3.1.2-01")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.values().entrySet().stream()
                              .allMatch(
                                  entry ->
                                      entry.getValue().size() <= 1
                                          || Attribute.of(entry.getKey())
                                              .map(Attribute::multiValued)
                                              .orElse(true)),
                          "has a single-valued attribute with several values")))
          .expect(KEPT)
          .mutant("gives the number two values", answers(NumberDeviations.TWO_NUMBERS))
          .build();

  static final ConformanceCase SEVERAL =
      conformanceCase("saml/idp/attribute-several")
          .title("gives several values as several elements")
          .requirement("ATTR-2-02")
          .stimulus(
              everyAssertion(
                  answer ->
                      unless(
                          answer.attributes().stream()
                              .allMatch(each -> !each.all("saml:AttributeValue").isEmpty()),
                          "has an attribute without a value")))
          .expect(KEPT)
          .mutant(
              "sends the attribute of the number without a value",
              answers(StatementDeviations.NUMBER_ATTRIBUTE_EMPTY))
          .build();

  static final ConformanceCase NUMBER =
      conformanceCase("saml/idp/attribute-number")
          .title("writes numbers in 12 digits, with a right check digit")
          .requirement("ATTR-3.1-01", "ATTR-3.1.1-02")
          .stimulus(AttributeFormCases.number(Attribute.PERSONAL_IDENTITY_NUMBER))
          .expect(KEPT)
          .mutant("writes the number with a hyphen", answers(NumberDeviations.HYPHENATED_NUMBER))
          .mutant("writes the number without century", answers(NumberDeviations.TEN_DIGIT_NUMBER))
          .mutant(
              "writes the number with a wrong check digit",
              answers(NumberDeviations.WRONG_CHECK_DIGIT))
          .mutant(
              "writes the number in full-width digits",
              answers(NumberWritingDeviations.NUMBER_IN_FULL_WIDTH))
          .build();

  static final ConformanceCase PREVIOUS_NUMBER =
      conformanceCase("saml/idp/attribute-previous-number")
          .title("writes previous numbers as numbers")
          .requirement("ATTR-3.1-03")
          .stimulus(AttributeFormCases.number(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER))
          .expect(KEPT)
          .mutant(
              "writes the previous number with a hyphen",
              habit(AnswerLapse.PREVIOUS_NUMBER_HYPHENATED))
          .build();

  static final ConformanceCase BIRTH_DATE =
      conformanceCase("saml/idp/attribute-birth-date")
          .title("writes dates of birth as YYYY-MM-DD")
          .requirement("ATTR-3.1-05")
          .stimulus(
              AttributeFormCases.form(Attribute.DATE_OF_BIRTH, "a date of birth of another form"))
          .expect(KEPT)
          .mutant(
              "writes dates of birth without hyphens",
              habit(AnswerLapse.BIRTH_DATE_WITHOUT_HYPHENS))
          .build();

  static final ConformanceCase GENDER =
      conformanceCase("saml/idp/attribute-gender")
          .title("writes gender as one letter")
          .requirement("ATTR-3.1-06")
          .stimulus(AttributeFormCases.form(Attribute.GENDER, "a gender of another form"))
          .expect(KEPT)
          .mutant("writes gender as a word", habit(AnswerLapse.GENDER_IN_WORDS))
          .build();

  static final ConformanceCase COUNTRY =
      conformanceCase("saml/idp/attribute-country")
          .title("writes countries in two letters")
          .requirement("ATTR-3.1-07")
          .stimulus(AttributeFormCases.form(Attribute.COUNTRY, "a country of another form"))
          .expect(KEPT)
          .mutant("writes countries in three letters", habit(AnswerLapse.COUNTRY_OF_THREE_LETTERS))
          .build();

  static final ConformanceCase ORGANISATION =
      conformanceCase("saml/idp/attribute-organisation")
          .title("writes organisation numbers in 10 digits")
          .requirement("ATTR-3.1-09")
          .stimulus(
              AttributeFormCases.form(
                  Attribute.ORGANIZATION_IDENTIFIER, "an organisation number of another form"))
          .expect(KEPT)
          .mutant(
              "writes organisation numbers with a hyphen",
              habit(AnswerLapse.HYPHENATED_ORGANISATION))
          .build();

  static final ConformanceCase AFFILIATION =
      conformanceCase("saml/idp/attribute-affiliation")
          .title("writes affiliations as user and organisation")
          .requirement("ATTR-3.1-10", "ATTR-3.1.3-01")
          .stimulus(
              AttributeFormCases.form(Attribute.ORG_AFFILIATION, "an affiliation of another form"))
          .expect(KEPT)
          .mutant(
              "writes affiliations without organisation",
              habit(AnswerLapse.AFFILIATION_WITHOUT_SCOPE))
          .build();

  static final ConformanceCase SCOPE =
      conformanceCase("saml/idp/attribute-scope")
          .title("speaks only for organisations of its metadata")
          .requirement("DP-6.2.1-03", "ATTR-3.2.5-03", "DP-2.1.3.1-02")
          .stimulus(
              answersWhere(
                  answer -> !answer.values(Attribute.ORG_AFFILIATION).isEmpty(),
                  "no orgAffiliation was given",
                  answer ->
                      unless(
                          answer.values(Attribute.ORG_AFFILIATION).stream()
                              .allMatch(
                                  value ->
                                      answer
                                          .sender()
                                          .identityProvider()
                                          .orElseThrow()
                                          .scopes()
                                          .contains(value.substring(value.lastIndexOf('@') + 1))),
                          "has an orgAffiliation whose scope its metadata does not have")))
          .expect(KEPT)
          .mutant("speaks for an organisation of others", habit(AnswerLapse.AFFILIATION_OF_OTHERS))
          .build();

  static final ConformanceCase TRANSACTION =
      conformanceCase("saml/idp/attribute-transaction")
          .title("identifies the event by one text")
          .requirement("ATTR-3.1-11")
          .stimulus(
              answersWhere(
                  answer -> answer.values().containsKey(Attribute.TRANSACTION_IDENTIFIER.oidName()),
                  "no transactionIdentifier was given",
                  answer ->
                      unless(
                          answer.values(Attribute.TRANSACTION_IDENTIFIER).size() == 1
                              && !answer.values(Attribute.TRANSACTION_IDENTIFIER).get(0).isBlank(),
                          "has an empty transactionIdentifier")))
          .expect(KEPT)
          .mutant("leaves the transactionIdentifier empty", habit(AnswerLapse.EMPTY_TRANSACTION))
          .build();

  static final ConformanceCase TEST_NUMBERS =
      conformanceCase("saml/idp/attribute-test-numbers")
          .title("gives numbers that nobody has")
          .requirement("TAR-1.3.2-03")
          .stimulus(new IdpWatch(AttributeFormCases::testNumbers))
          .expect(KEPT)
          .mutant("gives a number that may be somebody's", habit(AnswerLapse.NUMBER_OF_SOMEBODY))
          .build();

  private static Outcome testNumbers(IdpWatched watched) {
    for (TesterAnswer answer : watched.answers()) {
      boolean real =
          Stream.of(Attribute.PERSONAL_IDENTITY_NUMBER, Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER)
              .flatMap(attribute -> answer.values(attribute).stream())
              .anyMatch(number -> !watched.isTestNumber(number));
      if (real) {
        return new Outcome.Broken(
            answer.name()
                + " has an identity number that is on no list of test numbers, and so may be"
                + " somebody's; 'genrep numbers import' takes further official lists");
      }
    }
    return watched.answers().isEmpty()
        ? new Outcome.NotSeen("no answer came")
        : new Outcome.Kept("all numbers are on a list of test numbers");
  }

  static IdpWatch form(Attribute attribute, String what) {
    return answersWhere(
        answer -> !answer.values(attribute).isEmpty(),
        "no " + attribute.friendlyName() + " was given",
        answer ->
            unless(
                answer.values(attribute).stream().allMatch(attribute::accepts),
                "has " + what + ": " + String.join(", ", answer.values(attribute))));
  }

  private static IdpWatch number(Attribute attribute) {
    return answersWhere(
        answer -> !answer.values(attribute).isEmpty(),
        "no " + attribute.friendlyName() + " was given",
        answer ->
            unless(
                answer.values(attribute).stream()
                    .allMatch(value -> PersonalNumber.parseAttribute(value).number().isPresent()),
                "has a " + attribute.friendlyName() + " that is no number of 12 digits"));
  }

  private AttributeFormCases() {}
}
