package se.genrep.lint.rules;

import static se.genrep.lint.Rule.pointer;
import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.Attribute;
import se.genrep.registry.Binding;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.saml.XmlNode;

/** What a service provider asks for, and where answers go (DP 2.1.2, 2.1.2.1, 3, 6.1; TAR 3.9). */
public final class ServiceProviderRules {

  public static final Rule NO_CATEGORY =
      rule(
              "sp-without-service-entity-category",
              "declares no service entity category",
              "DP-2.1.2-01")
          .ofSp(
              (entity, at, report) -> {
                if (entity.categories(EntityCategory.Type.SERVICE_ENTITY).isEmpty()) {
                  report.add(
                      entity.categoryPlace(),
                      "no service entity category",
                      "the level and the attributes that it needs",
                      "Declare them in the attribute http://macedir.org/entity-category");
                }
              });

  public static final Rule REQUESTED_FOR_NOTHING =
      rule(
              "attributes-requested-for-nothing",
              "requests attributes that its categories bring anyway",
              "DP-2.1.2-02")
          .ofSp(
              (entity, at, report) -> {
                Set<String> covered =
                    known(entity).stream()
                        .flatMap(category -> category.requiredAttributes().stream())
                        .map(Attribute::oidName)
                        .collect(Collectors.toSet());
                for (XmlNode service : at.all("md:AttributeConsumingService")) {
                  List<String> requested =
                      service.all("md:RequestedAttribute").stream()
                          .map(r -> r.attribute("Name").orElse("").strip())
                          .toList();
                  if (!requested.isEmpty() && covered.containsAll(requested)) {
                    report.add(
                        service,
                        "only attributes of the declared categories",
                        "no md:AttributeConsumingService, or further attributes in it",
                        "Remove the md:AttributeConsumingService");
                  }
                }
              });

  public static final Rule REQUESTED_UNKNOWN =
      suspicion(
              "attribute-requested-unknown",
              "requests an attribute that the framework does not have",
              "DP-2.1.2-03")
          .ofSp(
              (entity, at, report) ->
                  at.all("md:AttributeConsumingService/md:RequestedAttribute").stream()
                      .filter(r -> Attribute.of(r.attribute("Name").orElse("").strip()).isEmpty())
                      .forEach(
                          r ->
                              report.add(
                                  r,
                                  "Name=\"" + r.attribute("Name").orElse("") + "\"",
                                  "the name of an attribute of the Attribute Specification,"
                                      + " urn:oid:…",
                                  meant(r))));

  public static final Rule WANTS_SIGNED_ASSERTIONS =
      pointer("wants-signed-assertions", "asks for signed assertions", "DP-2.1.2-11", "DP-2.1.2-10")
          .ofSp(
              (entity, at, report) -> {
                if (Entity.isTrue(at, "WantAssertionsSigned")) {
                  report.add(
                      at,
                      "WantAssertionsSigned=\"true\"",
                      "false: the response is always signed",
                      "Keep it only if assertions are kept as proof, apart from the response");
                }
              });

  public static final Rule DISCOVERY_MISPLACED =
      rule(
              "discovery-response-misplaced",
              "has its discovery address where nobody looks for it",
              "DP-2.1.2-12",
              "DP-5.1-01")
          .ofEntity(
              (entity, at, report) -> {
                List<org.w3c.dom.Element> right =
                    at.all("md:SPSSODescriptor/md:Extensions").stream()
                        .flatMap(
                            e ->
                                Entity.children(e, Namespace.IDPDISC, "DiscoveryResponse").stream())
                        .map(XmlNode::element)
                        .toList();
                entity.everywhere(Namespace.IDPDISC, "DiscoveryResponse").stream()
                    .filter(response -> !right.contains(response.element()))
                    .forEach(
                        response ->
                            report.add(
                                response,
                                "idpdisc:DiscoveryResponse outside the extensions of the role",
                                "it in md:SPSSODescriptor/md:Extensions",
                                "Move it there"));
              });

  public static final Rule NO_POST =
      rule("acs-without-post", "has no address that an answer can be posted to", "DP-2-02")
          .ofSp(
              (entity, at, report) -> {
                List<XmlNode> consumers = at.all("md:AssertionConsumerService");
                boolean post =
                    consumers.stream()
                        .anyMatch(c -> Endpoints.binding(c).equals(Binding.HTTP_POST.uri()));
                if (!consumers.isEmpty() && !post) {
                  report.add(
                      consumers.get(0),
                      "no md:AssertionConsumerService with the binding HTTP-POST",
                      "one: answers are posted",
                      "Add it");
                }
              });

  public static final Rule INDEX_TWICE =
      rule("acs-index-twice", "gives one index to two addresses", "DP-2-02")
          .ofSp(
              (entity, at, report) -> {
                Set<String> indexes = new HashSet<>();
                for (XmlNode consumer : at.all("md:AssertionConsumerService")) {
                  String index = consumer.attribute("index").orElse("").strip();
                  if (!indexes.add(index)) {
                    report.add(
                        consumer,
                        "index=\"" + index + "\" again",
                        "an index of its own for each md:AssertionConsumerService",
                        "Number them from 0 on");
                  }
                }
              });

  public static final Rule WITHOUT_TLS =
      rule("acs-without-tls", "takes answers without TLS", "DP-6.1-01")
          .ofSp(
              (entity, at, report) ->
                  at.all("md:AssertionConsumerService").stream()
                      .filter(Endpoints::isUnprotected)
                      .forEach(
                          c ->
                              report.add(
                                  c,
                                  c.attribute("Location").orElse(""),
                                  "an address that begins with https://",
                                  "Protect the endpoint with TLS")));

  public static final Rule HOK_BINDING =
      rule(
              "hok-acs-without-binding",
              "has a Holder-of-key address that does not say its binding",
              "DP-2.1.2.1-01",
              "TAR-3.9-05")
          .ofSp(
              (entity, at, report) ->
                  at.all("md:AssertionConsumerService").stream()
                      .filter(Endpoints::isHok)
                      .filter(c -> !Endpoints.binding(c).equals(Binding.HTTP_POST.uri()))
                      .forEach(
                          c ->
                              report.add(
                                  c,
                                  "hoksso:ProtocolBinding=\"" + Endpoints.binding(c) + "\"",
                                  "hoksso:ProtocolBinding with HTTP-POST, in the namespace "
                                      + Namespace.HOKSSO,
                                  "Add the attribute")));

  public static final Rule HOK_ONLY =
      suspicion("hok-acs-only", "has no address for an ordinary sign-in", "DP-2.1.2.1-02")
          .ofSp(
              (entity, at, report) -> {
                List<XmlNode> consumers = at.all("md:AssertionConsumerService");
                if (!consumers.isEmpty() && consumers.stream().allMatch(Endpoints::isHok)) {
                  report.add(
                      consumers.get(0),
                      "Holder-of-key addresses only",
                      "an ordinary one too, if it sends ordinary requests",
                      "Add an md:AssertionConsumerService with the binding HTTP-POST");
                }
              });

  public static final Rule HOK_DEFAULT =
      rule("hok-acs-default", "prefers its Holder-of-key address", "DP-2.1.2.1-03")
          .ofSp(
              (entity, at, report) -> {
                List<XmlNode> consumers = at.all("md:AssertionConsumerService");
                List<XmlNode> hok = consumers.stream().filter(Endpoints::isHok).toList();
                boolean ordinaryIsDefault =
                    consumers.stream()
                        .anyMatch(c -> !Endpoints.isHok(c) && Entity.isTrue(c, "isDefault"));
                if (!hok.isEmpty() && hok.size() < consumers.size() && !ordinaryIsDefault) {
                  report.add(
                      hok.get(0),
                      "no isDefault=\"true\" on an ordinary md:AssertionConsumerService",
                      "the ordinary one as the default",
                      "Say isDefault=\"true\" on the ordinary one");
                }
              });

  public static final Rule NAME_ID_FORMATS =
      suspicion(
              "sp-name-id-format-unusable",
              "wants a name identifier format that nobody supports",
              "DP-3-03")
          .ofSp(
              (entity, at, report) ->
                  at.all("md:NameIDFormat").stream()
                      .filter(
                          f ->
                              NameIdFormat.of(f.text().strip())
                                  .filter(NameIdFormat::supportedBySwedenConnect)
                                  .isEmpty())
                      .forEach(
                          f ->
                              report.add(
                                  f,
                                  f.text().strip(),
                                  "persistent or transient",
                                  "Remove it, or write one of these")));

  public static final Rule NO_SAMORDNINGSNUMMER =
      pointer(
              "samordningsnummer-not-accepted",
              "turns away everybody with a samordningsnummer",
              "TAR-3.8-02",
              "EC-6.2-01")
          .ofSp(
              (entity, at, report) -> {
                List<ServiceEntityCategory> withNumber =
                    known(entity).stream()
                        .filter(
                            category ->
                                category
                                    .requiredAttributes()
                                    .contains(Attribute.PERSONAL_IDENTITY_NUMBER))
                        .toList();
                if (!withNumber.isEmpty()
                    && !entity.declares(GeneralCategory.ACCEPTS_COORDINATION_NUMBER)) {
                  report.add(
                      entity.valueOf(withNumber.get(0)),
                      withNumber.get(0).label() + " without accepts-coordination-number",
                      "the opt-in, if the service can handle a samordningsnummer",
                      "Declare " + GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri());
                }
              });

  private ServiceProviderRules() {}

  private static List<ServiceEntityCategory> known(Entity entity) {
    return entity.categories().stream()
        .map(uri -> EntityCategory.of(uri).orElse(null))
        .filter(Objects::nonNull)
        .filter(ServiceEntityCategory.class::isInstance)
        .map(ServiceEntityCategory.class::cast)
        .toList();
  }

  private static String meant(XmlNode requested) {
    return Attribute.ofFriendlyName(requested.attribute("Name").orElse("").strip())
        .or(() -> Attribute.ofFriendlyName(requested.attribute("FriendlyName").orElse("").strip()))
        .map(attribute -> "Write Name=\"" + attribute.oidName() + "\"")
        .orElse("Correct the name, or remove the element");
  }
}
