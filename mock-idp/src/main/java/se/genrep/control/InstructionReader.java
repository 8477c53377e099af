package se.genrep.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.deviation.Deviations;
import se.genrep.identity.IdentityNumber;
import se.genrep.identity.PersonalNumber;
import se.genrep.idp.Decision;
import se.genrep.input.BadInput;
import se.genrep.input.Suggestion;
import se.genrep.input.YamlNode;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/**
 * Reads instructions; what cannot be done is refused here, not when a request arrives. Only numbers
 * that no person has can be given to somebody.
 */
public final class InstructionReader {

  /** The outcome that is no failure. */
  public static final String SIGN_IN = "sign-in";

  private static final List<String> KEYS =
      List.of(
          "person",
          "attributes",
          "level",
          "outcome",
          "deviations",
          "canary",
          "hold",
          "outage",
          "clockOffsetSeconds",
          "identityProvider",
          "serviceProvider");

  private final Supplier<Cast> people;
  private final Predicate<String> testNumber;
  private final List<String> profiles;
  private final Map<String, Decision.Failure> failures;

  /**
   * @param testNumber whether twelve digits are a published test number
   * @param profiles of the identity providers that run
   * @param failures the outcomes that are no sign-in
   */
  public InstructionReader(
      Supplier<Cast> people,
      Predicate<String> testNumber,
      List<String> profiles,
      Map<String, Decision.Failure> failures) {
    this.people = people;
    this.testNumber = testNumber;
    this.profiles = List.copyOf(profiles);
    this.failures = Map.copyOf(failures);
  }

  /**
   * @param beside keys that may stand beside those of an instruction
   * @throws BadInput naming line and key
   */
  public Instruction read(YamlNode node, String... beside) {
    node.map(Stream.of(KEYS, List.of(beside)).flatMap(List::stream).toArray(String[]::new));
    TestPerson person =
        node.get("person").map(this::person).orElseGet(() -> people.get().all().get(0));
    TestPerson changed =
        node.get("attributes").map(changes -> changed(person, changes)).orElse(person);
    return new Instruction(
        changed,
        node.get("level").map(InstructionReader::level),
        node.get("outcome").flatMap(this::failure),
        node.get("deviations").map(InstructionReader::deviations).orElse(Deviations.NONE),
        node.get("canary").map(this::person).orElseGet(() -> people.get().canaries().get(0)),
        node.get("hold").map(YamlNode::bool).orElse(false),
        node.get("outage").map(InstructionReader::outage),
        node.get("clockOffsetSeconds").map(InstructionReader::clockOffset).orElse(Duration.ZERO),
        node.get("identityProvider").map(each -> oneOf(each, "identity provider", profiles)),
        node.get("serviceProvider").map(YamlNode::text));
  }

  /** Reads an instruction for requests to come, which hold, outage and clock cannot wait for. */
  public Instruction readForLater(YamlNode node) {
    Instruction instruction = read(node);
    if (instruction.hold()
        || instruction.outage().isPresent()
        || !instruction.clockOffset().isZero()) {
      throw node.bad(
          "hold, outage and clockOffsetSeconds are of one exchange",
          "Arm an exchange, or use the outage of the identity provider or the clock");
    }
    return instruction;
  }

  private static Outage outage(YamlNode node) {
    Outage outage = Outage.read(node);
    if (outage.kind() == Outage.Kind.EXPIRED_CERTIFICATE) {
      throw node.bad(
          "a certificate is the same for all exchanges",
          "Begin the outage at the identity provider");
    }
    return outage;
  }

  private static Duration clockOffset(YamlNode node) {
    return ControlClock.offset(node);
  }

  private TestPerson person(YamlNode node) {
    try {
      return people.get().person(node.text());
    } catch (BadInput e) {
      throw node.bad(e.problem(), e.remedy());
    }
  }

  private static String level(YamlNode node) {
    return LevelOfAssurance.of(node.text())
        .orElseThrow(
            () ->
                node.bad(
                    "'" + node.text() + "' is no level of assurance",
                    "Write the URI of one, such as " + LevelOfAssurance.LOA3.uri()))
        .uri();
  }

  private Optional<Decision.Failure> failure(YamlNode node) {
    if (node.text().equals(SIGN_IN)) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(failures.keySet());
    known.add(SIGN_IN);
    return Optional.of(failures.get(oneOf(node, "outcome", known)));
  }

  private static Deviations deviations(YamlNode node) {
    List<String> known = DeviationLibrary.ofAnswers().stream().map(Deviation::id).toList();
    List<YamlNode> ids = node.isList() ? node.list() : List.of(node);
    return new Deviations(
        ids.stream()
            .map(id -> DeviationLibrary.find(oneOf(id, "deviation", known)).orElseThrow())
            .toList());
  }

  private static String oneOf(YamlNode node, String what, List<String> known) {
    if (known.contains(node.text())) {
      return node.text();
    }
    throw node.bad(
        "there is no " + what + " '" + node.text() + "'",
        Suggestion.forId(node.text(), known)
            .orElseGet(() -> "Use one of " + String.join(", ", known.stream().sorted().toList())));
  }

  /** The person with other values, for one exchange; an empty list takes an attribute away. */
  private TestPerson changed(TestPerson person, YamlNode changes) {
    TestPerson changed = person;
    for (Map.Entry<String, YamlNode> change : changes.map().entrySet()) {
      YamlNode value = change.getValue();
      Attribute attribute =
          Attribute.ofFriendlyName(change.getKey())
              .orElseThrow(
                  () ->
                      value.bad(
                          "'" + change.getKey() + "' is no attribute",
                          "Write a name of the Attribute Specification 3.1, such as sn"));
      List<String> values = value.texts();
      for (String text : values) {
        requireNobody(text, value);
      }
      changed = changed.with(attribute, values);
    }
    return changed;
  }

  /**
   * A number that keeps the rules must be one for tests; one that breaks them belongs to nobody.
   *
   * @throws BadInput when it may be somebody's
   */
  public void requireNobody(String value, YamlNode node) {
    IdentityNumber.parse(value)
        .number()
        .filter(number -> number instanceof PersonalNumber)
        .filter(number -> !testNumber.test(number.number12()))
        .ifPresent(
            number -> {
              throw node.bad(
                  "the number may belong to somebody: it is no test number that is known here",
                  "Use the number of a test person, or import the official lists with"
                      + " 'genrep numbers import'");
            });
  }
}
