package se.genrep.lint.rules;

import static se.genrep.lint.Rule.rule;

import java.util.List;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/** psc:RequestedPrincipalSelection (DP 2.1.3, Principal Selection 1.0). */
public final class PrincipalSelectionRules {

  private static final String NAME = "RequestedPrincipalSelection";

  public static final Rule MISPLACED =
      rule(
              "principal-selection-misplaced",
              "asks for principal selection where nobody looks for it",
              "DP-2.1.3-08",
              "DP-5.3.3-01",
              "PSC-1-02")
          .ofEntity(
              (entity, at, report) -> {
                List<org.w3c.dom.Element> right =
                    at.all("md:IDPSSODescriptor/md:Extensions").stream()
                        .flatMap(e -> Entity.children(e, Namespace.PSC, NAME).stream())
                        .map(XmlNode::element)
                        .toList();
                entity.everywhere(Namespace.PSC, NAME).stream()
                    .filter(selection -> !right.contains(selection.element()))
                    .forEach(
                        selection ->
                            report.add(
                                selection,
                                "psc:" + NAME + " outside the extensions of the role",
                                "it in md:IDPSSODescriptor/md:Extensions",
                                "Move it there"));
              });

  public static final Rule MALFORMED =
      rule(
              "principal-selection-malformed",
              "asks for principal selection in a form that the schema has not",
              "PSC-2.2-02",
              "PSC-4-01")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode selection : entity.everywhere(Namespace.PSC, NAME)) {
                  List<XmlNode> values = Entity.children(selection, Namespace.PSC, "MatchValue");
                  if (values.isEmpty() || values.size() < selection.children().size()) {
                    report.add(
                        selection,
                        values.size()
                            + " psc:MatchValue of "
                            + selection.children().size()
                            + " elements",
                        "one psc:MatchValue or more, and nothing else",
                        "Name each attribute in a psc:MatchValue");
                  }
                  values.stream()
                      .filter(value -> value.attribute("Name").orElse("").isBlank())
                      .forEach(
                          value ->
                              report.add(
                                  value,
                                  "no Name",
                                  "the name of the attribute that is wanted",
                                  "Add Name=\"urn:oid:…\""));
                }
              });

  public static final Rule WITH_VALUE =
      rule(
              "principal-selection-with-value",
              "publishes a value where a name is enough",
              "PSC-2.2-01")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode selection : entity.everywhere(Namespace.PSC, NAME)) {
                  Entity.children(selection, Namespace.PSC, "MatchValue").stream()
                      .filter(value -> !value.text().isBlank())
                      .forEach(
                          value ->
                              report.add(
                                  value,
                                  "a psc:MatchValue with a text", // which may be somebody's number
                                  "an empty one",
                                  "Remove the text"));
                }
              });

  private PrincipalSelectionRules() {}
}
