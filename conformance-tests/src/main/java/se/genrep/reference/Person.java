package se.genrep.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.identity.Flaw;
import se.genrep.identity.Kind;
import se.genrep.identity.PersonalNumber;
import se.genrep.identity.Reading;
import se.genrep.identity.Reason;
import se.genrep.registry.Attribute;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.XmlNode;

/** Reads who the assertion is about: the personal identity number (DP-6.2.1-07, ATTR 3). */
final class Person {

  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

  private final Policy policy;

  Person(Policy policy) {
    this.policy = policy;
  }

  SignedIn read(XmlNode assertion) throws Refusal {
    List<XmlNode> values = numbers(assertion);
    Optional<XmlNode> stray = stray(assertion, !values.isEmpty());
    if (stray.isPresent()) {
      return signedIn(assertion, policy.text(stray.get()));
    }
    String number = values.isEmpty() ? "" : policy.text(values.get(0));
    policy.require(
        Check.NUMBER_PRESENT,
        !number.isBlank(),
        "there is no " + policy.knownBy().friendlyName() + " (DP 6.2.1)");
    policy.require(
        Check.NUMBER_SINGLE,
        values.size() <= 1 || policy.knownBy().multiValued(),
        policy.knownBy().friendlyName() + " has " + values.size() + " values");
    String subject = number;
    if (number.isBlank()) {
      subject = assertion.find("saml:Subject/saml:NameID").map(policy::text).orElse("");
    } else if (policy.knownBy() == Attribute.PERSONAL_IDENTITY_NUMBER) {
      judge(number, values.get(0));
    } else {
      subject = new OtherIdentities(policy).read(number, values.get(0));
    }
    policy.done(Check.ATTRIBUTE_NAME);
    subject = despite(assertion, subject);
    if (subject.isBlank()) {
      throw Refusal.form("the assertion says nothing of who it is about");
    }
    return signedIn(assertion, subject);
  }

  private SignedIn signedIn(XmlNode assertion, String subject) {
    return new SignedIn(subject, AssertionChecks.context(policy, assertion), attributes(assertion));
  }

  /** The value that one takes who looks for the number elsewhere. */
  private Optional<XmlNode> stray(XmlNode assertion, boolean thereIsANumber) {
    for (NumberHabit.Elsewhere where : NumberHabit.Elsewhere.values()) {
      if (policy.variant().numberHabits().anyMatch(habit -> habit.reads(where, thereIsANumber))) {
        Optional<XmlNode> found = found(assertion, where);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<XmlNode> found(XmlNode assertion, NumberHabit.Elsewhere where) {
    Optional<XmlNode> mapped =
        values(assertion, Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER).stream().findFirst();
    Optional<String> binding =
        values(assertion, Attribute.PERSONAL_IDENTITY_NUMBER_BINDING).stream()
            .findFirst()
            .map(policy::text);
    return switch (where) {
      case PREVIOUS ->
          values(assertion, Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER).stream().findFirst();
      case MAPPED -> mapped;
      case MAPPED_WITHOUT_BINDING -> mapped.filter(any -> binding.isEmpty());
      case MAPPED_WITH_EMPTY_BINDING -> mapped.filter(any -> binding.equals(Optional.of("")));
      case MAPPED_WITH_ANY_BINDING ->
          mapped.filter(any -> binding.filter(b -> !b.isEmpty()).isPresent());
    };
  }

  private static List<XmlNode> values(XmlNode assertion, Attribute wanted) {
    return assertion.all("saml:AttributeStatement/saml:Attribute").stream()
        .filter(each -> each.attribute("Name").orElse("").equals(wanted.oidName()))
        .flatMap(each -> each.all("saml:AttributeValue").stream())
        .toList();
  }

  /** Whoever the attributes tell of, whatever NameID says; the careless go by NameID instead. */
  private String despite(XmlNode assertion, String subject) {
    Optional<XmlNode> nameId = assertion.find("saml:Subject/saml:NameID");
    String name = nameId.map(XmlNode::text).orElse("");
    policy.done(Check.IDENTITY_BY_ATTRIBUTE);
    policy.done(Check.NAME_ID);
    if (!policy.makes(Check.IDENTITY_BY_ATTRIBUTE) && TWELVE_DIGITS.matcher(name).matches()) {
      return name;
    }
    return !policy.makes(Check.NAME_ID) && !isUsual(assertion, nameId) ? "unknown" : subject;
  }

  private boolean isUsual(XmlNode assertion, Optional<XmlNode> nameId) {
    String issuer = assertion.find("saml:Issuer").map(XmlNode::text).orElse("");
    return nameId
        .filter(node -> !node.text().isBlank())
        .filter(node -> NameIdFormat.of(node.attribute("Format").orElse("")).isPresent())
        .filter(node -> !node.attribute("Format").orElse("").endsWith("emailAddress"))
        .filter(node -> node.attribute("NameQualifier").orElse(issuer).equals(issuer))
        .filter(
            node ->
                node.attribute("SPNameQualifier")
                    .orElse(policy.entityId())
                    .equals(policy.entityId()))
        .isPresent();
  }

  private List<XmlNode> numbers(XmlNode assertion) {
    return assertion.all("saml:AttributeStatement/saml:Attribute").stream()
        .filter(this::isNumber)
        .flatMap(each -> each.all("saml:AttributeValue").stream())
        .toList();
  }

  /** By Name; FriendlyName is for people (SAML core 2.7.3.1). */
  private boolean isNumber(XmlNode attribute) {
    Attribute wanted = policy.knownBy();
    return policy.makes(Check.ATTRIBUTE_NAME)
        ? attribute.attribute("Name").orElse("").equals(wanted.oidName())
        : attribute.attribute("FriendlyName").orElse("").equals(wanted.friendlyName());
  }

  private void judge(String number, XmlNode value) throws Refusal {
    if (policy.variant().numberHabits().anyMatch(habit -> habit.takes(number))) {
      return;
    }
    Reading<PersonalNumber> read = PersonalNumber.parseAttribute(number);
    boolean wellFormed =
        value.children().isEmpty() // DP-4-01
            && TWELVE_DIGITS.matcher(number).matches()
            && read.reasons().stream()
                .map(Reason::flaw)
                .noneMatch(flaw -> flaw.refuses() && flaw != Flaw.CHECK_DIGIT);
    policy.require(
        Check.NUMBER_FORMAT,
        wellFormed,
        "personalIdentityNumber is not a person's number of 12 digits (ATTR 3.1)");
    policy.require(
        Check.NUMBER_CHECK_DIGIT,
        !read.has(Flaw.CHECK_DIGIT),
        "the check digit of personalIdentityNumber is wrong");
    if (wellFormed && policy.variant().numberHabits().anyMatch(habit -> habit.refuses(number))) {
      throw new Refusal(Check.NUMBER_FORMAT, "personalIdentityNumber is no number here");
    }
    if (read.kind().filter(kind -> kind == Kind.SAMORDNINGSNUMMER).isPresent()) {
      policy.require(
          Check.SAMORDNINGSNUMMER_OPT_IN,
          policy.variant().optedIn(),
          "a samordningsnummer came, which this service does not take (EC 6.2)");
      if (!policy.makes(Check.SAMORDNINGSNUMMER_ACCEPTED)) {
        throw new Refusal(
            Check.SAMORDNINGSNUMMER_ACCEPTED, "personalIdentityNumber has no such day");
      }
      policy.done(Check.SAMORDNINGSNUMMER_ACCEPTED);
    }
  }

  private Map<String, List<String>> attributes(XmlNode assertion) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (XmlNode attribute : assertion.all("saml:AttributeStatement/saml:Attribute")) {
      String name = attribute.attribute("Name").orElse("");
      List<String> values =
          all.computeIfAbsent(
              Attribute.of(name).map(Attribute::friendlyName).orElse(name),
              any -> new ArrayList<>());
      attribute.all("saml:AttributeValue").forEach(value -> values.add(policy.text(value)));
    }
    return all;
  }
}
