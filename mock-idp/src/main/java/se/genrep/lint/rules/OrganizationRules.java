package se.genrep.lint.rules;

import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import java.util.List;
import java.util.stream.Collectors;
import se.genrep.identity.Organisationsnummer;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/** Who is behind the entity (DP 2.1.1.1, TAR 3.1). */
public final class OrganizationRules {

  private static final List<String> TEXTS =
      List.of("OrganizationName", "OrganizationDisplayName", "OrganizationURL");

  public static final Rule MISSING =
      rule(
              "organization-missing",
              "does not say what organisation it is",
              "DP-2.1.1.1-01",
              "TAR-3.1-01")
          .ofEntity(
              (entity, at, report) -> {
                if (at.find("md:Organization").isEmpty()) {
                  report.add(
                      at,
                      "no md:Organization",
                      "an md:Organization with name, display name and URL",
                      "Add md:Organization after the roles");
                }
              });

  public static final Rule TEXT_MISSING =
      rule("organization-text-missing", "leaves out a text of its organisation", "DP-2.1.1.1-01")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode organization : at.all("md:Organization")) {
                  for (String name : TEXTS) {
                    if (organization.all("md:" + name).stream()
                        .noneMatch(OrganizationRules::hasText)) {
                      report.add(
                          organization,
                          "no md:" + name + " with a text",
                          "at least one md:" + name,
                          "Add it, with xml:lang");
                    }
                  }
                }
              });

  public static final Rule DISPLAY_NAME_EMPTY =
      rule(
              "organization-display-name-empty",
              "has an empty display name of its organisation",
              "DP-2.1.1.1-03")
          .ofEntity(
              (entity, at, report) ->
                  at.all("md:Organization/md:OrganizationDisplayName").stream()
                      .filter(name -> !hasText(name))
                      .forEach(
                          name ->
                              report.add(
                                  name,
                                  "no text",
                                  "the name of the organisation, as people know it",
                                  "Write the name, or remove the element")));

  public static final Rule NAMED_AS_SERVICE =
      suspicion(
              "organization-named-as-service",
              "shows the name of the service as that of the organisation",
              "DP-2.1.1.1-04")
          .ofEntity(
              (entity, at, report) -> {
                List<String> names = texts(at, "md:Organization/md:OrganizationName");
                List<String> services =
                    texts(at, "md:IDPSSODescriptor/md:Extensions/mdui:UIInfo/mdui:DisplayName");
                services.addAll(
                    texts(at, "md:SPSSODescriptor/md:Extensions/mdui:UIInfo/mdui:DisplayName"));
                for (XmlNode shown : at.all("md:Organization/md:OrganizationDisplayName")) {
                  String text = shown.text().strip();
                  if (services.contains(text) && !names.contains(text) && !text.isEmpty()) {
                    report.add(
                        shown,
                        "'" + text + "', which is the mdui:DisplayName and no OrganizationName",
                        "a name of the organisation",
                        "Write the organisation's name, unless it really goes by this one");
                  }
                }
              });

  public static final Rule NOT_IN_ENGLISH =
      rule(
              "organization-not-in-english",
              "tells about its organisation in Swedish only",
              "DP-2.1.1.1-10")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode organization : at.all("md:Organization")) {
                  for (String name : TEXTS) {
                    List<XmlNode> texts = organization.all("md:" + name);
                    if (Entity.in("sv", texts).isPresent() && Entity.in("en", texts).isEmpty()) {
                      report.add(
                          Entity.in("sv", texts).orElseThrow(),
                          "md:" + name + " with xml:lang=\"sv\" alone",
                          "one with xml:lang=\"en\" beside it",
                          "Add the English text");
                    }
                  }
                }
              });

  public static final Rule NAME_NOT_IN_SWEDISH =
      rule(
              "organization-name-not-in-swedish",
              "has no Swedish name of its organisation",
              "TAR-3.1-03")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode organization : at.all("md:Organization")) {
                  List<XmlNode> names = organization.all("md:OrganizationName");
                  if (Entity.in("sv", names).filter(OrganizationRules::hasText).isEmpty()) {
                    report.add(
                        organization,
                        "md:OrganizationName in " + languages(names),
                        "one with xml:lang=\"sv\", as in the agreement with Digg",
                        "Add the Swedish name");
                  }
                }
              });

  public static final Rule NUMBER_MALFORMED =
      rule("organization-number-malformed", "has an organisation number that is none", "TAR-3.1-02")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode number : entity.everywhere(Namespace.MDORGEXT, "OrganizationNumber")) {
                  String text = number.text().strip();
                  boolean whole =
                      text.matches("[0-9]{10}") && Organisationsnummer.parse(text).valid();
                  if (!whole) {
                    report.add(
                        number,
                        "'" + text + "'",
                        "ten digits without hyphen, with a correct check digit",
                        "Write the number as Bolagsverket or Skatteverket gave it, without hyphen");
                  }
                }
              });

  public static final Rule NUMBER_MISPLACED =
      rule(
              "organization-number-misplaced",
              "has its organisation number where nobody looks for it",
              "TAR-3.1-02")
          .ofEntity(
              (entity, at, report) -> {
                List<org.w3c.dom.Element> right =
                    at.all("md:Organization/md:Extensions").stream()
                        .flatMap(
                            extensions ->
                                Entity.children(
                                    extensions, Namespace.MDORGEXT, "OrganizationNumber")
                                    .stream())
                        .map(XmlNode::element)
                        .collect(Collectors.toList());
                entity.everywhere(Namespace.MDORGEXT, "OrganizationNumber").stream()
                    .filter(number -> !right.contains(number.element()))
                    .forEach(
                        number ->
                            report.add(
                                number,
                                "OrganizationNumber outside md:Organization/md:Extensions",
                                "it in md:Organization/md:Extensions",
                                "Move it there"));
              });

  public static final Rule NUMBER_NOT_PUBLISHED =
      rule(
              "organization-number-not-published",
              "is published without organisation number",
              "TAR-3.1-07",
              "TAR-3.1-06")
          .ofEntity(
              (entity, at, report) -> {
                if (entity.published()
                    && entity.everywhere(Namespace.MDORGEXT, "OrganizationNumber").isEmpty()) {
                  report.add(
                      at.find("md:Organization").orElse(at),
                      "no mdorgext:OrganizationNumber",
                      "the operator adds it to every entry that it publishes",
                      "Give the number to the federation operator, or add it");
                }
              });

  private OrganizationRules() {}

  private static boolean hasText(XmlNode node) {
    return !node.text().isBlank();
  }

  private static List<String> texts(XmlNode node, String path) {
    return node.all(path).stream().map(each -> each.text().strip()).collect(Collectors.toList());
  }

  private static String languages(List<XmlNode> texts) {
    return texts.isEmpty()
        ? "no language"
        : texts.stream().map(Entity::language).distinct().collect(Collectors.joining(", "));
  }
}
