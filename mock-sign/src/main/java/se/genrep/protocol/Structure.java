package se.genrep.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import se.genrep.saml.XmlNode;

/**
 * What an element of the protocol may hold: its attributes, its children with their order and
 * number, or its text. It says the same as the XML schemas do, and what is wrong in one sentence
 * with the name of the element.
 */
final class Structure {

  /** As many as anybody wants. */
  static final int MANY = Integer.MAX_VALUE;

  /** The form of a text or of an attribute's value. */
  enum Form {
    STRING("text", text -> !text.isBlank()), // DSS extension 1.3.1
    ANY("anything", text -> true),
    URI("an absolute URI", Forms::isUri), // 1.3.2
    TIME("a time in UTC, such as 2026-01-31T12:00:00Z", Forms::isTime), // 1.3.3
    BASE64("base64", Forms::isBase64),
    BOOLEAN("true or false", text -> text.strip().matches("true|false|1|0")),
    INTEGER("a number", text -> text.strip().matches("[+-]?[0-9]{1,9}"));

    private final String meaning;
    private final Predicate<String> test;

    Form(String meaning, Predicate<String> test) {
      this.meaning = meaning;
      this.test = test;
    }
  }

  private record Attribute(boolean required, String meaning, Predicate<String> test) {}

  /** A place in the sequence; one of several elements can stand in it. */
  private record Particle(List<Structure> choice, int least, int most) {
    String name() {
      return choice.stream().map(each -> "<" + each.name + ">").collect(Collectors.joining(" or "));
    }

    Structure of(XmlNode node) {
      return choice.stream().filter(each -> node.is(each.name)).findFirst().orElse(null);
    }
  }

  private final String name;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final List<Particle> sequence = new ArrayList<>();
  private Form text;
  private boolean open;

  private Structure(String name) {
    this.name = name;
  }

  static Structure element(String name) {
    return new Structure(name);
  }

  static Structure text(String name, Form form) {
    Structure made = new Structure(name);
    made.text = form;
    return made;
  }

  Structure required(String attribute, Form form) {
    attributes.put(attribute, new Attribute(true, form.meaning, form.test));
    return this;
  }

  Structure optional(String attribute, Form form) {
    attributes.put(attribute, new Attribute(false, form.meaning, form.test));
    return this;
  }

  /** An attribute whose value is one of these. */
  Structure oneOf(String attribute, boolean required, List<String> values) {
    String meaning = "one of " + String.join(", ", values);
    attributes.put(attribute, new Attribute(required, meaning, values::contains));
    return this;
  }

  Structure child(int least, int most, Structure... choice) {
    sequence.add(new Particle(List.of(choice), least, most));
    return this;
  }

  /** It may hold anything; who reads it looks for what it needs. */
  Structure open() {
    open = true;
    return this;
  }

  /**
   * @throws Malformed for the first thing that is not as it must be
   */
  void check(XmlNode node) throws Malformed {
    if (!node.is(name)) {
      throw new Malformed("there is <" + node.element().getNodeName() + ">, not <" + name + ">");
    }
    attributes(node);
    if (text != null) {
      text(node);
    } else if (!open) {
      children(node);
    }
  }

  private void attributes(XmlNode node) throws Malformed {
    for (Map.Entry<String, Attribute> each : attributes.entrySet()) {
      String value = node.attribute(each.getKey()).orElse(null);
      if (value == null && each.getValue().required()) {
        throw new Malformed("<" + name + "> has no attribute " + each.getKey());
      }
      if (value != null && !each.getValue().test().test(value)) {
        throw new Malformed(
            "the attribute "
                + each.getKey()
                + " of <"
                + name
                + "> is '"
                + Malformed.shortened(value)
                + "', not "
                + each.getValue().meaning());
      }
    }
    NamedNodeMap all = node.element().getAttributes();
    for (int i = 0; i < all.getLength() && !open; i++) {
      Attr attr = (Attr) all.item(i);
      if (attr.getNamespaceURI() == null && !attributes.containsKey(attr.getName())) {
        throw new Malformed("<" + name + "> has an attribute " + attr.getName() + " too many");
      }
    }
  }

  private void text(XmlNode node) throws Malformed {
    if (!node.children().isEmpty()) {
      throw new Malformed("<" + name + "> holds elements where a text is expected");
    }
    if (!text.test.test(node.text())) {
      throw new Malformed(
          "<" + name + "> is '" + Malformed.shortened(node.text()) + "', not " + text.meaning);
    }
  }

  private void children(XmlNode node) throws Malformed {
    noText(node);
    int at = 0;
    int count = 0;
    for (XmlNode child : node.children()) {
      Structure structure = at < sequence.size() ? sequence.get(at).of(child) : null;
      while (structure == null || count >= sequence.get(at).most()) {
        if (at >= sequence.size() || count < sequence.get(at).least()) {
          throw unexpected(child, at);
        }
        at++;
        count = 0;
        structure = at < sequence.size() ? sequence.get(at).of(child) : null;
        if (at >= sequence.size()) {
          throw unexpected(child, at);
        }
      }
      structure.check(child);
      count++;
    }
    for (; at < sequence.size(); at++, count = 0) {
      if (count < sequence.get(at).least()) {
        throw new Malformed("<" + name + "> has no " + sequence.get(at).name());
      }
    }
  }

  private Malformed unexpected(XmlNode child, int at) {
    String found = "<" + child.element().getNodeName() + "> in <" + name + ">";
    boolean missing = at < sequence.size();
    return new Malformed(
        missing
            ? "there is " + found + " where " + sequence.get(at).name() + " is expected"
            : "there is " + found + " out of its place, or once too often");
  }

  private void noText(XmlNode node) throws Malformed {
    for (Node each = node.element().getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Text text && !text.getData().isBlank()) {
        throw new Malformed("<" + name + "> holds text where elements are expected");
      }
    }
  }
}
