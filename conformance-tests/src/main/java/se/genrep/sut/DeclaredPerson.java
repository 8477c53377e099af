package se.genrep.sut;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.genrep.identity.PersonalNumber;
import se.genrep.identity.Samordningsnummer;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/**
 * A test person of an identity provider under test, as SUT.yaml declares them.
 *
 * @param id what reports call the person
 * @param attributes what the identity provider knows of the person, in the form in which it is
 *     released
 * @param levels at which the person can be authenticated; all that the identity provider declares
 *     when empty
 * @param values what the steps at its pages need, such as a user name, by name
 */
public record DeclaredPerson(
    String id,
    Map<Attribute, List<String>> attributes,
    Set<LevelOfAssurance> levels,
    Map<String, String> values) {

  /** What tells persons apart, as far as the rules do. */
  public enum Kind {
    PERSONNUMMER("a personnummer"),
    SAMORDNINGSNUMMER("a samordningsnummer"),
    CHANGED_NUMBER("a number that was changed"),
    NO_NUMBER("no Swedish identity number"),
    EMPLOYEE("an organisation"),
    FOREIGN("a foreign eID");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** "a person with …". */
    public String words() {
      return words;
    }
  }

  public DeclaredPerson {
    Map<Attribute, List<String>> copy = new EnumMap<>(Attribute.class);
    copy.putAll(attributes);
    attributes = java.util.Collections.unmodifiableMap(copy);
    levels = Set.copyOf(levels);
    values = Map.copyOf(values);
  }

  /** Whether the person is of the kind; a person can be of several. */
  public boolean is(Kind kind) {
    return switch (kind) {
      case PERSONNUMMER -> number().isPresent() && !hasSamordningsnummer();
      case SAMORDNINGSNUMMER -> hasSamordningsnummer();
      case CHANGED_NUMBER -> attributes.containsKey(Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER);
      case NO_NUMBER -> number().isEmpty() && !is(Kind.FOREIGN);
      case EMPLOYEE -> attributes.containsKey(Attribute.ORG_AFFILIATION);
      case FOREIGN -> attributes.containsKey(Attribute.PRID);
    };
  }

  public Optional<String> number() {
    return values(Attribute.PERSONAL_IDENTITY_NUMBER).stream().findFirst();
  }

  private boolean hasSamordningsnummer() {
    return number()
        .flatMap(number -> PersonalNumber.parseAttribute(number).number())
        .filter(Samordningsnummer.class::isInstance)
        .isPresent();
  }

  /** What is known of an attribute; empty for nothing. */
  public List<String> values(Attribute attribute) {
    return attributes.getOrDefault(attribute, List.of());
  }

  /** Whether the person can be authenticated at the level. */
  public boolean canUse(LevelOfAssurance level) {
    return levels.isEmpty() || levels.contains(level);
  }

  /**
   * A text with what stands in braces replaced by the person's: {@code {id}}, a value of its own,
   * or the first value of an attribute by its name.
   *
   * @param level the URI that {@code {level}} stands for
   */
  String filled(String text, String level) {
    String filled = text.replace("{id}", id).replace("{level}", level);
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    for (Map.Entry<Attribute, List<String>> known : attributes.entrySet()) {
      filled = filled.replace("{" + known.getKey().friendlyName() + "}", known.getValue().get(0));
    }
    return filled;
  }

  /** Whether {@link #filled} knows what the name in braces stands for. */
  boolean knows(String name) {
    return name.equals("id")
        || name.equals("level")
        || values.containsKey(name)
        || Attribute.ofFriendlyName(name).filter(attributes::containsKey).isPresent();
  }
}
