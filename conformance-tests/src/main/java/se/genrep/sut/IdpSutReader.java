package se.genrep.sut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.genrep.identity.PersonalNumber;
import se.genrep.input.BadInput;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.sut.PageRule.Kind;
import se.genrep.sut.PageRule.Step;
import se.genrep.sut.PageRule.Verb;

/** Reads the SUT.yaml of an identity provider. */
final class IdpSutReader {

  private static final String[] KEYS = {
    "role", "name", "metadata", "plan", "persons", "pages", "javascript", "insecure-tls"
  };

  private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{([^{}]*)}");

  private final Path file;
  private final List<DeclaredPerson> persons = new ArrayList<>();

  IdpSutReader(Path file) {
    this.file = file;
  }

  IdpSutConfig read() {
    YamlNode root = Yaml.read(file);
    root.map(KEYS);
    YamlNode people = root.required("persons");
    people.map().forEach((id, node) -> persons.add(person(id, node)));
    if (persons.isEmpty()) {
      throw people.bad("there is no test person", "Declare one at least");
    }
    YamlNode pages = root.required("pages");
    List<PageRule> rules = pages.list().stream().map(this::page).toList();
    if (rules.stream().noneMatch(rule -> rule.kind() == Kind.LOGIN)) {
      throw pages.bad(
          "no page is the one where a person is authenticated", "Write 'is: login' at one of them");
    }
    return new IdpSutConfig(
        file,
        root.get("name").map(YamlNode::text).orElseGet(() -> SutFile.defaultName(file)),
        root.required("metadata").text(),
        root.get("plan").map(YamlNode::text),
        persons,
        rules,
        root.get("javascript").map(YamlNode::bool).orElse(false),
        root.get("insecure-tls").map(YamlNode::bool).orElse(false));
  }

  private static DeclaredPerson person(String id, YamlNode node) {
    node.map("attributes", "levels", "values");
    Map<Attribute, List<String>> attributes = new EnumMap<>(Attribute.class);
    YamlNode known = node.required("attributes");
    known.map().forEach((name, values) -> attributes.put(attribute(name, values), values.texts()));
    attributes.forEach(
        (attribute, values) -> {
          YamlNode written = known.map().get(attribute.friendlyName());
          values.forEach(value -> wellFormed(attribute, value, written));
        });
    Set<LevelOfAssurance> levels = EnumSet.noneOf(LevelOfAssurance.class);
    node.get("levels")
        .ifPresent(list -> list.texts().forEach(word -> levels.add(level(word, list))));
    Map<String, String> values = new LinkedHashMap<>();
    node.get("values")
        .ifPresent(map -> map.map().forEach((name, value) -> values.put(name, value.text())));
    return new DeclaredPerson(id, attributes, levels, values);
  }

  private static Attribute attribute(String name, YamlNode at) {
    return Attribute.ofFriendlyName(name)
        .orElseThrow(
            () ->
                at.bad(
                    "'" + name + "' is no attribute",
                    "Use the names of the Attribute Specification, for instance displayName"));
  }

  private static void wellFormed(Attribute attribute, String value, YamlNode at) {
    boolean number =
        attribute == Attribute.PERSONAL_IDENTITY_NUMBER
            || attribute == Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER;
    if (number && PersonalNumber.parseAttribute(value).number().isEmpty()) {
      throw at.bad(
          "'" + value + "' is no personnummer or samordningsnummer of 12 digits",
          "Use an official test number; 'genrep numbers check' says what is wrong");
    }
    if (!attribute.accepts(value)) {
      throw at.bad(
          "'" + value + "' is not of the form of " + attribute.friendlyName(),
          "Write it as it is released: " + attribute.pattern().orElse("any text"));
    }
  }

  private static LevelOfAssurance level(String word, YamlNode at) {
    for (LevelOfAssurance level : LevelOfAssurance.values()) {
      if (level.uri().equals(word) || level.uri().endsWith("/" + word)) {
        return level;
      }
    }
    throw at.bad(
        "'" + word + "' is no level of assurance",
        "Write the URI or its last part, for instance loa3");
  }

  private PageRule page(YamlNode node) {
    node.map("when", "is", "do", "cancel");
    return new PageRule(
        node.required("when").text(),
        node.required("is").oneOf(Kind.class),
        steps(node.required("do")),
        node.get("cancel").map(this::steps).orElse(List.of()));
  }

  private List<Step> steps(YamlNode list) {
    return list.list().stream().map(this::step).toList();
  }

  private Step step(YamlNode node) {
    Map<String, YamlNode> keys = node.map("fill", "with", "choose", "click", "wait");
    List<Verb> verbs = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      if (keys.containsKey(word(verb))) {
        verbs.add(verb);
      }
    }
    if (verbs.size() != 1) {
      throw node.bad("a step does one thing", "Write one of fill (with), choose, click and wait");
    }
    Verb verb = verbs.get(0);
    if (keys.containsKey("with") != (verb == Verb.FILL)) {
      throw verb == Verb.FILL
          ? node.bad("it is not said what to write into the field", "Add 'with: TEXT'")
          : keys.get("with").bad("'with' goes with fill only", "Take it away");
    }
    YamlNode selector = keys.get(word(verb));
    Optional<YamlNode> text = Optional.ofNullable(keys.get("with"));
    checkNames(selector);
    text.ifPresent(this::checkNames);
    return new Step(verb, selector.text(), text.map(YamlNode::text).orElse(""), selector.where());
  }

  private static String word(Verb verb) {
    return verb.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Names in braces that some person has no value for would be sent as they stand. */
  private void checkNames(YamlNode node) {
    Matcher names = NAME_IN_BRACES.matcher(node.text());
    while (names.find()) {
      String name = names.group(1);
      for (DeclaredPerson person : persons) {
        if (!person.knows(name)) {
          throw missing(node, name, person);
        }
      }
    }
  }

  private static BadInput missing(YamlNode node, String name, DeclaredPerson person) {
    return node.bad(
        "the person '" + person.id() + "' has no value for {" + name + "}",
        "Add it to the person's values, or use {id}, {level} or an attribute");
  }
}
