package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;

import java.util.Optional;
import java.util.function.UnaryOperator;
import se.genrep.registry.Attribute;
import se.genrep.saml.XmlNode;

/** Affiliations with organisations that the identity provider may not speak for (ATTR 3.1.3). */
public final class AffiliationDeviations {

  /** An invented organisation, in nobody's metadata. */
  private static final String FOREIGN = "5599999876";

  private static final String ANYBODY = "anybody@5599999975";

  public static final Deviation AFFILIATION_FOREIGN_SCOPE =
      affiliation(
          "affiliation-foreign-scope",
          "says the person is of an organisation it may not speak for",
          value -> value.substring(0, value.lastIndexOf('@') + 1) + FOREIGN);

  /** Whoever splits at the first at sign sees an organisation that it may speak for. */
  public static final Deviation AFFILIATION_SCOPE_HIDDEN =
      affiliation(
          "affiliation-scope-hidden",
          "writes another organisation behind one it may speak for",
          value -> value + "@" + FOREIGN);

  private AffiliationDeviations() {}

  /** A service provider that gets no affiliation gets one of anybody's. */
  private static Deviation affiliation(String id, String title, UnaryOperator<String> writing) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              Optional<XmlNode> value =
                  Parts.attribute(assertion, Attribute.ORG_AFFILIATION)
                      .map(attribute -> attribute.at("saml:AttributeValue"));
              if (value.isPresent()) {
                value.get().text(writing.apply(value.get().text()));
              } else {
                assertion.all("saml:AttributeStatement/saml:Attribute").stream()
                    .findFirst()
                    .ifPresent(other -> other.insertAfter(of(other, writing.apply(ANYBODY))));
              }
              return assertion;
            });
  }

  private static XmlNode of(XmlNode other, String value) {
    XmlNode attribute =
        other
            .copy()
            .set("Name", Attribute.ORG_AFFILIATION.oidName())
            .set("FriendlyName", Attribute.ORG_AFFILIATION.friendlyName());
    attribute.at("saml:AttributeValue").text(value);
    return attribute;
  }
}
