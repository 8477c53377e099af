package se.genrep.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import se.genrep.idp.IdpHabit;
import se.genrep.idp.ReleasedAttribute;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.saml.PostForm;
import se.genrep.saml.XmlNode;

/** What is wrong in the answers of a mutant of an identity provider, where no deviation is it. */
public enum AnswerLapse implements IdpHabit {
  // DP 6.2, the assertion.
  NO_ADDRESS(assertion -> data(assertion).unset("Address")),
  NO_END_OF_CONFIRMATION(assertion -> data(assertion).unset("NotOnOrAfter")),
  BEGINNING_OF_CONFIRMATION(
      assertion ->
          data(assertion).set("NotBefore", assertion.attribute("IssueInstant").orElseThrow())),
  NO_BEGINNING(assertion -> assertion.at("saml:Conditions").unset("NotBefore")),
  SAME_ID(assertion -> assertion.set("ID", "_0123456789abcdef0123456789abcdef")),
  TWO_CONFIRMATIONS(
      assertion -> {
        XmlNode first = assertion.at("saml:Subject/saml:SubjectConfirmation");
        first.insertAfter(first.copy());
      }),
  /** The same name for everybody's persons (DP-6.2-08). */
  ONE_NAME(assertion -> name(assertion).text("somebody-everywhere")),
  /** Another name each time, under the persistent format. */
  CHANGING_NAME(
      assertion -> name(assertion).text("name-of-" + assertion.attribute("ID").orElseThrow())),
  TRANSIENT_NAME(
      assertion ->
          name(assertion).set("Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient")),
  OLD_SIGN_IN(
      assertion ->
          assertion.at("saml:AuthnStatement").set("AuthnInstant", "2026-01-01T00:00:00.000Z")),
  NO_AUTHORITY(
      assertion ->
          assertion
              .all("saml:AuthnStatement/saml:AuthnContext/saml:AuthenticatingAuthority")
              .forEach(XmlNode::remove)),

  // ATTR, attributes.
  NO_NAME_FORMAT(assertion -> attributes(assertion).forEach(each -> each.unset("NameFormat"))),
  VALUES_AS_INTEGERS(
      assertion ->
          attributes(assertion)
              .forEach(
                  each ->
                      each.all("saml:AttributeValue")
                          .forEach(
                              value ->
                                  value.set(
                                      "http://www.w3.org/2001/XMLSchema-instance",
                                      "xsi:type",
                                      "xs:integer")))),
  NAMES_WITHOUT_URN(
      assertion ->
          attributes(assertion)
              .forEach(
                  each ->
                      each.set("Name", each.attribute("Name").orElse("").replace("urn:oid:", "")))),
  BIRTH_DATE_WITHOUT_HYPHENS(value(Attribute.DATE_OF_BIRTH, old -> old.replace("-", ""))),
  GENDER_IN_WORDS(value(Attribute.GENDER, old -> "female")),
  COUNTRY_OF_THREE_LETTERS(value(Attribute.COUNTRY, old -> "SWE")),
  HYPHENATED_ORGANISATION(
      value(
          Attribute.ORGANIZATION_IDENTIFIER, old -> old.substring(0, 6) + "-" + old.substring(6))),
  AFFILIATION_WITHOUT_SCOPE(
      value(Attribute.ORG_AFFILIATION, old -> old.substring(0, old.lastIndexOf('@')))),
  AFFILIATION_OF_OTHERS(
      value(
          Attribute.ORG_AFFILIATION,
          old -> old.substring(0, old.lastIndexOf('@')) + "@5566778899")),
  PREVIOUS_NUMBER_HYPHENATED(
      value(
          Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER,
          old -> old.substring(0, 8) + "-" + old.substring(8))),
  NO_TRANSACTION(
      assertion ->
          attribute(assertion, Attribute.TRANSACTION_IDENTIFIER).ifPresent(XmlNode::remove)),
  EMPTY_TRANSACTION(value(Attribute.TRANSACTION_IDENTIFIER, old -> "")),
  /** A number that may be somebody's: of no official test list (TAR-1.3.2-03). */
  NUMBER_OF_SOMEBODY(value(Attribute.PERSONAL_IDENTITY_NUMBER, old -> "195503174122")),
  NAME_OF_SOMEBODY(value(Attribute.DISPLAY_NAME, old -> "Somebody Else")),
  DIGEST_OF_OTHER_MESSAGE(
      value(
          Attribute.SIGN_MESSAGE_DIGEST,
          old ->
              "http://www.w3.org/2001/04/xmlenc#sha256;"
                  + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")),
  DIGEST_WITHOUT_ALGORITHM(
      value(Attribute.SIGN_MESSAGE_DIGEST, old -> old.substring(old.indexOf(';') + 1))),
  DIGEST_BY_SHA1(
      value(
          Attribute.SIGN_MESSAGE_DIGEST,
          old -> old.replaceFirst("^[^;]*", "http://www.w3.org/2000/09/xmldsig#sha1"))),
  NO_DIGEST(
      assertion -> attribute(assertion, Attribute.SIGN_MESSAGE_DIGEST).ifPresent(XmlNode::remove)),
  NO_SAD(assertion -> attribute(assertion, Attribute.SAD).ifPresent(XmlNode::remove)),
  SPOILT_SAD(value(Attribute.SAD, old -> old.substring(0, old.lastIndexOf('.') + 1) + "AAAA")),
  UNSIGNED_SAD(value(Attribute.SAD, old -> "no-token")),
  PRID_IN_SMALL_LETTERS(value(Attribute.PRID, old -> old.toLowerCase(java.util.Locale.ROOT))),

  // DP 6.2.1, what is given.
  /** Says the digest of a message that nobody was shown (DP-7.2-02). */
  DIGEST_UNASKED(
      (given, person) ->
          plus(given, Attribute.SIGN_MESSAGE_DIGEST, "http://www.w3.org/2001/04/xmlenc#sha256;AA")),
  /** Whoever signs in is Anna Testsson. */
  ALWAYS_THE_SAME(
      (given, person) ->
          given.stream()
              .map(
                  each ->
                      each.name().equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName())
                          ? new ReleasedAttribute(
                              each.name(), each.friendlyName(), List.of("197610122389"))
                          : each)
              .toList()),
  /** Gives all that is known of the person. */
  GIVES_ALL(AnswerLapse::all),
  /** Leaves the display name out, which every set requires. */
  WITHOUT_DISPLAY_NAME((given, person) -> minus(given, Attribute.DISPLAY_NAME)),
  WITHOUT_BIRTH_DATE((given, person) -> minus(given, Attribute.DATE_OF_BIRTH)),
  WITHOUT_NUMBER((given, person) -> minus(given, Attribute.PERSONAL_IDENTITY_NUMBER)),
  WITHOUT_AFFILIATION((given, person) -> minus(given, Attribute.ORG_AFFILIATION)),
  WITHOUT_ORGANISATION_NUMBER((given, person) -> minus(given, Attribute.ORGANIZATION_IDENTIFIER)),
  WITHOUT_PRID((given, person) -> minus(given, Attribute.PRID)),
  WITHOUT_PREVIOUS_NUMBER(
      (given, person) -> minus(given, Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER)),
  /** Gives the number, at a level that allows none too. */
  GIVES_NUMBER(
      (given, person) ->
          plus(
              given,
              Attribute.PERSONAL_IDENTITY_NUMBER,
              person.value(Attribute.PERSONAL_IDENTITY_NUMBER).orElse("197610122389"))),

  // The Response around it.
  RELAY_STATE_LOST {
    @Override
    public PostForm delivers(PostForm form) {
      return form.with("RelayState", "lost");
    }
  },
  /** Has an assertion where it reports an error (DP-6.4-01). */
  ERROR_WITH_ASSERTION {
    @Override
    public void responds(XmlNode response) {
      boolean error =
          response
              .find("samlp:Status/samlp:StatusCode")
              .flatMap(code -> code.attribute("Value"))
              .filter(value -> !value.endsWith(":Success"))
              .isPresent();
      if (error) {
        XmlNode assertion =
            response
                .add("saml:Assertion")
                .set("ID", "_assertion-of-" + response.attribute("ID").orElse(""))
                .set("Version", "2.0")
                .set("IssueInstant", response.attribute("IssueInstant").orElse(""));
        assertion.add("saml:Issuer").text(response.at("saml:Issuer").text());
      }
    }
  };

  private final Consumer<XmlNode> change;
  private final BiFunction<List<ReleasedAttribute>, TestPerson, List<ReleasedAttribute>> release;

  AnswerLapse() {
    this(assertion -> {});
  }

  AnswerLapse(Consumer<XmlNode> change) {
    this.change = change;
    this.release = (given, person) -> given;
  }

  AnswerLapse(BiFunction<List<ReleasedAttribute>, TestPerson, List<ReleasedAttribute>> release) {
    this.change = assertion -> {};
    this.release = release;
  }

  @Override
  public void asserts(XmlNode assertion) {
    change.accept(assertion);
  }

  @Override
  public List<ReleasedAttribute> releases(List<ReleasedAttribute> given, TestPerson person) {
    return release.apply(given, person);
  }

  private static XmlNode data(XmlNode assertion) {
    return assertion.at("saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData");
  }

  private static XmlNode name(XmlNode assertion) {
    return assertion.at("saml:Subject/saml:NameID");
  }

  private static List<XmlNode> attributes(XmlNode assertion) {
    return assertion.all("saml:AttributeStatement/saml:Attribute");
  }

  private static Optional<XmlNode> attribute(XmlNode assertion, Attribute attribute) {
    return attributes(assertion).stream()
        .filter(each -> each.attribute("Name").filter(attribute.oidName()::equals).isPresent())
        .findFirst();
  }

  private static Consumer<XmlNode> value(
      Attribute attribute, java.util.function.UnaryOperator<String> how) {
    return assertion ->
        attribute(assertion, attribute)
            .ifPresent(
                found ->
                    found
                        .all("saml:AttributeValue")
                        .forEach(value -> value.text(how.apply(value.text()))));
  }

  private static List<ReleasedAttribute> minus(List<ReleasedAttribute> given, Attribute attribute) {
    return given.stream().filter(each -> !each.name().equals(attribute.oidName())).toList();
  }

  private static List<ReleasedAttribute> plus(
      List<ReleasedAttribute> given, Attribute attribute, String value) {
    List<ReleasedAttribute> more = new ArrayList<>(minus(given, attribute));
    more.add(new ReleasedAttribute(attribute.oidName(), attribute.friendlyName(), List.of(value)));
    return more;
  }

  private static List<ReleasedAttribute> all(List<ReleasedAttribute> given, TestPerson person) {
    List<ReleasedAttribute> more = new ArrayList<>(given);
    person
        .attributes()
        .forEach(
            (attribute, values) -> {
              if (given.stream().noneMatch(each -> each.name().equals(attribute.oidName()))) {
                more.add(
                    new ReleasedAttribute(attribute.oidName(), attribute.friendlyName(), values));
              }
            });
    return more;
  }
}
