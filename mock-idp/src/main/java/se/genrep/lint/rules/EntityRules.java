package se.genrep.lint.rules;

import static se.genrep.lint.Rule.rule;

import java.util.List;
import se.genrep.lint.Rule;
import se.genrep.saml.XmlNode;

/** The entity and its roles as SAML 2.0 metadata (DP 2). */
public final class EntityRules {

  public static final Rule NO_ROLE =
      rule("no-role", "is neither identity nor service provider of SAML 2.0", "DP-2-01", "DP-2-02")
          .ofEntity(
              (entity, at, report) -> {
                if (!entity.isIdp() && !entity.isSp()) {
                  List<XmlNode> roles = new java.util.ArrayList<>(at.all("md:IDPSSODescriptor"));
                  roles.addAll(at.all("md:SPSSODescriptor"));
                  report.add(
                      roles.isEmpty() ? at : roles.get(0),
                      roles.isEmpty()
                          ? "no md:IDPSSODescriptor and no md:SPSSODescriptor"
                          : "protocolSupportEnumeration=\""
                              + roles.get(0).attribute("protocolSupportEnumeration").orElse("")
                              + "\"",
                      "a role whose protocolSupportEnumeration has"
                          + " urn:oasis:names:tc:SAML:2.0:protocol",
                      "Export the metadata of the SAML 2.0 role");
                }
              });

  public static final Rule LOCATION =
      rule("endpoint-without-address", "has an endpoint without a web address", "DP-2-02")
          .ofRole(
              (entity, at, report) -> {
                for (XmlNode endpoint : at.children()) {
                  String location = endpoint.attribute("Location").orElse("https://none.example");
                  if (Endpoints.web(location).filter(uri -> uri.getFragment() == null).isEmpty()) {
                    report.add(
                        endpoint,
                        "Location=\"" + location + "\"",
                        "an absolute URL that a browser can be sent to",
                        "Write the whole address");
                  }
                }
              });

  public static final Rule EMAIL =
      rule("email-without-mailto", "gives an email address that is no URI", "DP-2-02")
          .ofEntity(
              (entity, at, report) ->
                  at.all("md:ContactPerson/md:EmailAddress").stream()
                      .filter(email -> !email.text().strip().startsWith("mailto:"))
                      .forEach(
                          email ->
                              report.add(
                                  email,
                                  email.text().strip(),
                                  "mailto: before the address (SAML metadata 2.3.2.2)",
                                  "Write mailto:" + email.text().strip())));

  private EntityRules() {}
}
