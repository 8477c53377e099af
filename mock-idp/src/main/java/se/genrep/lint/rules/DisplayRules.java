package se.genrep.lint.rules;

import static se.genrep.lint.Rule.rule;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/** What users see of the entity: mdui:UIInfo (DP 2.1.1.1, TAR 3.2). */
public final class DisplayRules {

  public static final Rule UI_INFO_MISSING =
      rule(
              "ui-info-missing",
              "has no mdui:UIInfo in its role",
              "DP-2.1.1.1-05",
              "TAR-3.2-01",
              "TAR-3.2-06")
          .ofRole(
              (entity, at, report) -> {
                if (info(at).isEmpty()) {
                  boolean elsewhere = !entity.everywhere(Namespace.MDUI, "UIInfo").isEmpty();
                  report.add(
                      at,
                      elsewhere ? "mdui:UIInfo, but not in this role" : "no mdui:UIInfo",
                      "mdui:UIInfo in the md:Extensions of the role",
                      elsewhere ? "Move it there" : "Add it, with name, description and logotype");
                }
              });

  public static final Rule NAME_NOT_IN_SWEDISH =
      rule(
              "display-name-not-in-swedish",
              "has no Swedish name to show",
              "DP-2.1.1.1-06",
              "TAR-3.2-02",
              "TAR-3.2-01",
              "TAR-3.2-06")
          .ofRole(
              (entity, at, report) ->
                  info(at)
                      .filter(ui -> !spoken("sv", ui.all("mdui:DisplayName")))
                      .ifPresent(
                          ui ->
                              report.add(
                                  ui,
                                  "no mdui:DisplayName with xml:lang=\"sv\" and a text",
                                  "the name that the federation operator has approved, in Swedish",
                                  "Add it")));

  public static final Rule DESCRIPTION_NOT_IN_SWEDISH =
      rule("description-not-in-swedish", "has no Swedish description", "DP-2.1.1.1-09")
          .ofRole(
              (entity, at, report) ->
                  info(at)
                      .filter(ui -> !spoken("sv", ui.all("mdui:Description")))
                      .ifPresent(
                          ui ->
                              report.add(
                                  ui,
                                  "no mdui:Description with xml:lang=\"sv\" and a text",
                                  "a description in Swedish",
                                  "Add it")));

  public static final Rule NOT_IN_ENGLISH =
      rule("display-not-in-english", "shows a text in Swedish only", "DP-2.1.1.1-10", "TAR-3.2-03")
          .ofRole(
              (entity, at, report) ->
                  info(at)
                      .ifPresent(
                          ui -> {
                            for (String name : List.of("DisplayName", "Description")) {
                              List<XmlNode> texts = ui.all("mdui:" + name);
                              Optional<XmlNode> swedish = Entity.in("sv", texts);
                              if (swedish.isPresent() && !spoken("en", texts)) {
                                report.add(
                                    swedish.get(),
                                    "mdui:" + name + " with xml:lang=\"sv\" alone",
                                    "one with xml:lang=\"en\" beside it",
                                    "Add the English text");
                              }
                            }
                          }));

  public static final Rule LOGO_MISSING =
      rule("logo-missing", "has no logotype", "DP-2.1.1.1-08", "TAR-3.2-01", "TAR-3.2-06")
          .ofRole(
              (entity, at, report) ->
                  info(at)
                      .filter(ui -> ui.all("mdui:Logo").isEmpty())
                      .ifPresent(
                          ui ->
                              report.add(
                                  ui,
                                  "no mdui:Logo",
                                  "one with height, width and an https or data address",
                                  "Add it")));

  public static final Rule LOGO_UNUSABLE =
      rule("logo-unusable", "has a logotype that cannot be shown", "DP-2.1.1.1-08", "TAR-3.2-05")
          .ofRole(
              (entity, at, report) ->
                  info(at)
                      .ifPresent(
                          ui -> {
                            for (XmlNode logo : ui.all("mdui:Logo")) {
                              problem(logo)
                                  .ifPresent(
                                      problem ->
                                          report.add(
                                              logo,
                                              problem,
                                              "height and width in pixels, and the https address"
                                                  + " or data URI of an image",
                                              "Correct the mdui:Logo"));
                            }
                          }));

  private DisplayRules() {}

  private static Optional<XmlNode> info(XmlNode role) {
    return role.find("md:Extensions/mdui:UIInfo");
  }

  private static boolean spoken(String language, List<XmlNode> texts) {
    return texts.stream()
        .anyMatch(
            node -> Entity.language(node).equalsIgnoreCase(language) && !node.text().isBlank());
  }

  private static Optional<String> problem(XmlNode logo) {
    for (String side : List.of("height", "width")) {
      String text = logo.attribute(side).orElse("").strip();
      if (!text.matches("0*[1-9][0-9]{0,5}")) {
        return Optional.of(side + "=\"" + text + "\"");
      }
    }
    String address = logo.text().strip();
    if (address.startsWith("data:")) {
      return dataProblem(address);
    }
    try {
      URI uri = new URI(address);
      return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null
          ? Optional.empty()
          : Optional.of("the address '" + address + "'");
    } catch (URISyntaxException e) {
      return Optional.of("the address '" + address + "', which is no URL");
    }
  }

  private static Optional<String> dataProblem(String uri) {
    int comma = uri.indexOf(',');
    String type = comma < 0 ? "" : uri.substring("data:".length(), comma);
    if (!type.startsWith("image/")) {
      return Optional.of("a data URI of the type '" + type + "'");
    }
    if (type.endsWith(";base64")) {
      try {
        byte[] image = Base64.getMimeDecoder().decode(uri.substring(comma + 1));
        return image.length > 0 ? Optional.empty() : Optional.of("a data URI with nothing in it");
      } catch (IllegalArgumentException e) {
        return Optional.of("a data URI that is not base64");
      }
    }
    return Optional.empty();
  }
}
