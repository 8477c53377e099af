package se.genrep.lint.rules;

import static se.genrep.lint.Rule.pointer;
import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.genrep.lint.Rule;
import se.genrep.registry.Binding;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.saml.XmlNode;

/** What an identity provider says it can do (DP 2.1.3, 2.1.3.1, 2.1.3.2, 3, 5.2; TAR 3.7, 3.9). */
public final class IdentityProviderRules {

  public static final Rule NO_CATEGORY =
      rule(
              "idp-without-service-entity-category",
              "declares no service entity category",
              "DP-2.1.3-01")
          .ofIdp(
              (entity, at, report) -> {
                if (entity.categories(EntityCategory.Type.SERVICE_ENTITY).isEmpty()) {
                  report.add(
                      entity.categoryPlace(),
                      "no service entity category",
                      "the combinations of level and attributes that it delivers",
                      "Declare them in the attribute http://macedir.org/entity-category");
                }
              });

  public static final Rule NO_LEVEL =
      rule("idp-without-level", "declares no level of assurance", "DP-2.1.3-03")
          .ofIdp(
              (entity, at, report) -> {
                if (entity.levels().stream().allMatch(String::isEmpty)) {
                  report.add(
                      entity.root(),
                      "no value of the attribute"
                          + " urn:oasis:names:tc:SAML:attribute:assurance-certification",
                      "the levels that it is approved for",
                      "Add the attribute to mdattr:EntityAttributes");
                }
              });

  public static final Rule LEVEL_WITHOUT_CATEGORY =
      pointer(
              "level-without-category",
              "declares a level that goes with none of its categories",
              "DP-2.1.3-01")
          .ofIdp(
              (entity, at, report) -> {
                List<ServiceEntityCategory> categories =
                    entity.categories().stream()
                        .flatMap(uri -> EntityCategory.of(uri).stream())
                        .filter(ServiceEntityCategory.class::isInstance)
                        .map(ServiceEntityCategory.class::cast)
                        .toList();
                for (XmlNode value : entity.levelValues()) {
                  LevelOfAssurance.of(value.text().strip())
                      .filter(level -> categories.stream().noneMatch(c -> c.accepts(level)))
                      .ifPresent(
                          level ->
                              report.add(
                                  value,
                                  level.uri() + ", which no declared category delivers",
                                  "a service entity category for each level",
                                  "Declare a category for it, or leave the level out"));
                }
              });

  public static final Rule BINDING_MISSING =
      rule(
              "sso-binding-missing",
              "takes requests by one binding only",
              "DP-2.1.3.2-03",
              "DP-5.2-06",
              "DP-5.2-07")
          .ofIdp(
              (entity, at, report) -> {
                List<XmlNode> endpoints = at.all("md:SingleSignOnService");
                for (boolean holderOfKey : new boolean[] {false, true}) {
                  List<XmlNode> ofProfile =
                      endpoints.stream().filter(e -> Endpoints.isHok(e) == holderOfKey).toList();
                  Set<String> bindings =
                      ofProfile.stream().map(Endpoints::binding).collect(Collectors.toSet());
                  List<String> missing = new ArrayList<>();
                  for (Binding binding : Binding.values()) {
                    if (!bindings.contains(binding.uri())) {
                      missing.add(binding.label());
                    }
                  }
                  // That there is no ordinary endpoint at all is for another rule to say.
                  if (!ofProfile.isEmpty() && !missing.isEmpty()) {
                    report.add(
                        ofProfile.get(0),
                        "no md:SingleSignOnService for "
                            + String.join(" and ", missing)
                            + (holderOfKey ? " in the Holder-of-key profile" : ""),
                        "HTTP-Redirect and HTTP-POST in each profile",
                        "Add the endpoint");
                  }
                }
              });

  public static final Rule HOK_BINDING =
      rule(
              "hok-sso-without-binding",
              "has a Holder-of-key endpoint that does not say its binding",
              "DP-2.1.3.2-01",
              "TAR-3.9-03")
          .ofIdp(
              (entity, at, report) ->
                  at.all("md:SingleSignOnService").stream()
                      .filter(Endpoints::isHok)
                      .filter(e -> Binding.of(Endpoints.binding(e)).isEmpty())
                      .forEach(
                          e ->
                              report.add(
                                  e,
                                  "hoksso:ProtocolBinding=\"" + Endpoints.binding(e) + "\"",
                                  "hoksso:ProtocolBinding with HTTP-POST or HTTP-Redirect, in the"
                                      + " namespace "
                                      + Namespace.HOKSSO,
                                  "Add the attribute")));

  public static final Rule HOK_ONLY =
      suspicion(
              "hok-sso-only",
              "has no endpoint for a sign-in without Holder-of-key",
              "DP-2.1.3.2-02")
          .ofIdp(
              (entity, at, report) -> {
                List<XmlNode> endpoints = at.all("md:SingleSignOnService");
                if (!endpoints.isEmpty() && endpoints.stream().allMatch(Endpoints::isHok)) {
                  report.add(
                      endpoints.get(0),
                      "Holder-of-key endpoints only",
                      "ordinary endpoints too, if ordinary requests are served",
                      "Add md:SingleSignOnService elements for HTTP-Redirect and HTTP-POST");
                }
              });

  public static final Rule HOK_FOR_LEVEL_4 =
      rule(
              "level-4-without-hok",
              "is on level 4 without Holder-of-key",
              "TAR-1.2.3-03",
              "TAR-2.4-01")
          .ofIdp(
              (entity, at, report) -> {
                if (entity.levels().contains(LevelOfAssurance.LOA4.uri())
                    && at.all("md:SingleSignOnService").stream().noneMatch(Endpoints::isHok)) {
                  report.add(
                      at,
                      "no md:SingleSignOnService for Holder-of-key",
                      "the Holder-of-key profile, as is recommended on level 4",
                      "Add endpoints that ask for a client certificate");
                }
              });

  public static final Rule WITHOUT_TLS =
      rule("sso-without-tls", "takes requests without TLS", "DP-5.2-01")
          .ofIdp(
              (entity, at, report) ->
                  at.all("md:SingleSignOnService").stream()
                      .filter(Endpoints::isUnprotected)
                      .forEach(
                          e ->
                              report.add(
                                  e,
                                  e.attribute("Location").orElse(""),
                                  "an address that begins with https://",
                                  "Protect the endpoint with TLS")));

  public static final Rule NAME_ID_FORMATS =
      suspicion(
              "idp-name-id-format-missing",
              "lists name identifier formats and leaves one out",
              "DP-3-01",
              "DP-3-02")
          .ofIdp(
              (entity, at, report) -> {
                List<String> formats =
                    at.all("md:NameIDFormat").stream().map(f -> f.text().strip()).toList();
                for (NameIdFormat wanted : NameIdFormat.values()) {
                  if (!formats.isEmpty()
                      && wanted.supportedBySwedenConnect()
                      && !formats.contains(wanted.uri())) {
                    report.add(
                        at.all("md:NameIDFormat").get(0),
                        "no md:NameIDFormat " + wanted.uri(),
                        "persistent and transient, which every identity provider supports",
                        "Add it");
                  }
                }
              });

  public static final Rule SCOPE_MISPLACED =
      rule("scope-misplaced", "has scopes where nobody looks for them", "DP-2.1.3.1-03")
          .ofEntity(
              (entity, at, report) -> {
                List<org.w3c.dom.Element> right =
                    at.all("md:IDPSSODescriptor/md:Extensions/shibmd:Scope").stream()
                        .map(XmlNode::element)
                        .toList();
                entity.everywhere(Namespace.SHIBMD, "Scope").stream()
                    .filter(scope -> !right.contains(scope.element()))
                    .forEach(
                        scope ->
                            report.add(
                                scope,
                                "shibmd:Scope outside the extensions of the role",
                                "it in md:IDPSSODescriptor/md:Extensions",
                                "Move it there"));
              });

  public static final Rule SCOPE_MISSING =
      rule(
              "scope-missing",
              "delivers organisational identities and has no scope",
              "DP-2.1.3.1-02",
              "DP-6.2.1-03",
              "TAR-3.7-02")
          .ofIdp(
              (entity, at, report) -> {
                List<XmlNode> orgId =
                    entity.categoryValues().stream()
                        .filter(value -> value.text().strip().endsWith("-orgid"))
                        .toList();
                if (!orgId.isEmpty() && at.all("md:Extensions/shibmd:Scope").isEmpty()) {
                  report.add(
                      orgId.get(0),
                      "no shibmd:Scope beside " + orgId.get(0).text().strip(),
                      "the organisations that it delivers identities for, as shibmd:Scope",
                      "Report the organisations to Digg and add a scope for each");
                }
              });

  public static final Rule SCOPE_HYPHENATED =
      rule("scope-malformed", "has a scope that is no organisation number", "TAR-3.7-04")
          .ofEntity(
              (entity, at, report) ->
                  entity.everywhere(Namespace.SHIBMD, "Scope").stream()
                      .filter(scope -> scope.text().strip().matches("[0-9][0-9 -]*"))
                      .filter(scope -> !scope.text().strip().matches("[0-9]{10}"))
                      .forEach(
                          scope ->
                              report.add(
                                  scope,
                                  "'" + scope.text().strip() + "'",
                                  "ten digits without hyphen",
                                  "Write the number without hyphen")));

  private IdentityProviderRules() {}
}
