package se.genrep.lint.rules;

import java.util.List;
import java.util.function.Predicate;
import se.genrep.lint.Rule;
import se.genrep.registry.Attribute;
import se.genrep.registry.MetadataAttribute;
import se.genrep.saml.XmlNode;

/** Whether values of one kind stand in the attribute of the entity that is theirs. */
final class AttributeNaming {

  private AttributeNaming() {}

  /**
   * Objects to values of the kind in an attribute of another name, and to the right name with
   * another format.
   *
   * @param attributes those of mdattr:EntityAttributes
   * @param theirs whether a value is of the kind
   */
  static void judge(
      List<XmlNode> attributes,
      MetadataAttribute right,
      Predicate<String> theirs,
      Rule.Report report) {
    for (XmlNode attribute : attributes) {
      String name = attribute.attribute("Name").orElse("").strip();
      String format = attribute.attribute("NameFormat").orElse("").strip();
      boolean named = name.equals(right.attributeName());
      boolean holds =
          attribute.all("saml:AttributeValue").stream()
              .anyMatch(value -> theirs.test(value.text().strip()));
      if (holds && !named) {
        report.add(
            attribute,
            "Name=\"" + name + "\"",
            "Name=\"" + right.attributeName() + "\"",
            "Correct it");
      } else if (named && !format.equals(Attribute.NAME_FORMAT)) {
        report.add(
            attribute,
            "NameFormat=\"" + format + "\"",
            "NameFormat=\"" + Attribute.NAME_FORMAT + "\"",
            "Correct it");
      }
    }
  }
}
