package se.genrep.federation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.genrep.federation.EntityMetadata.Algorithms;
import se.genrep.federation.EntityMetadata.AssertionConsumer;
import se.genrep.federation.EntityMetadata.AttributeConsumer;
import se.genrep.federation.EntityMetadata.DiscoveryResponse;
import se.genrep.federation.EntityMetadata.Endpoint;
import se.genrep.federation.EntityMetadata.IdpRole;
import se.genrep.federation.EntityMetadata.RequestedAttribute;
import se.genrep.federation.EntityMetadata.SpRole;
import se.genrep.input.BadInput;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/**
 * Reads metadata documents into {@link EntityMetadata}. A fault of the document refuses all of it;
 * a fault of one entity of an aggregate refuses that entity.
 */
public final class MetadataReader {

  private static final String HOKSSO = EntityMetadata.HOLDER_OF_KEY;

  /**
   * What a document held.
   *
   * @param problems why some of its entities cannot be used
   */
  public record Reading(List<EntityMetadata> entities, List<BadInput> problems) {}

  private final MetadataFile file;
  private final MetadataValues values;
  private final Instant now;

  private MetadataReader(MetadataFile file, Instant now) {
    this.file = file;
    this.values = new MetadataValues(file);
    this.now = now;
  }

  /**
   * Reads a document with one entity or an aggregate of many.
   *
   * @param name what complaints call the document, usually the file
   * @throws BadInput when the document as a whole cannot be used
   */
  public static Reading read(String name, byte[] xml, Instant now) {
    MetadataDocument document = MetadataDocument.of(name, xml);
    List<EntityMetadata> entities = new ArrayList<>();
    Map<String, BadInput> problems = new LinkedHashMap<>();
    for (MetadataPart part : document.parts()) {
      try {
        entities.add(document.entity(part, part.kept(), now));
      } catch (BadInput e) {
        problems.putIfAbsent(e.getMessage(), e); // the end of a group is the same for all in it
      }
    }
    return new Reading(List.copyOf(entities), List.copyOf(problems.values()));
  }

  /** Reads the only entity of a file. */
  static EntityMetadata entity(MetadataFile file, Instant now) {
    return new MetadataReader(file, now).entity(file.root());
  }

  /**
   * Reads a document that holds exactly one entity.
   *
   * @throws BadInput when it holds none, several or one that cannot be used
   */
  public static EntityMetadata readOne(String name, byte[] xml, Instant now) {
    Reading reading = read(name, xml, now);
    if (!reading.problems().isEmpty()) {
      throw reading.problems().get(0);
    }
    if (reading.entities().size() != 1) {
      throw new BadInput(
          name,
          "the document describes " + reading.entities().size() + " entities, not one",
          "Give a file with one md:EntityDescriptor");
    }
    return reading.entities().get(0);
  }

  /** Reads a descriptor of our own making; it is not put to the schema, whose start costs time. */
  static EntityMetadata readOwn(String name, XmlNode descriptor, Instant now) {
    return entity(MetadataFile.own(name, descriptor), now);
  }

  private EntityMetadata entity(XmlNode node) {
    String entityId = node.attribute("entityID").orElse("").strip();
    if (entityId.isEmpty()) {
      throw file.bad(node, "the entityID is empty", "Write the entity's identifier, a URI");
    }
    Optional<Instant> validUntil = values.validUntil(node, now);
    Optional<XmlNode> sp = role(node, "md:SPSSODescriptor");
    Optional<XmlNode> idp = role(node, "md:IDPSSODescriptor");
    for (XmlNode each : List.of(sp, idp).stream().flatMap(Optional::stream).toList()) {
      validUntil = earlier(validUntil, values.validUntil(each, now));
    }
    EntityMetadata entity =
        new EntityMetadata(
            entityId,
            file.name(),
            validUntil,
            entityAttributes(node),
            sp.map(each -> serviceProvider(node, each)),
            idp.map(each -> identityProvider(node, each)),
            node.find("md:Organization").map(values::organization),
            List.of(),
            () -> node);
    return entity.with(new OperatorChecks(file).check(entity, node));
  }

  /** The role element that speaks SAML 2.0; one for SAML 1.1 only is no role here. */
  private static Optional<XmlNode> role(XmlNode entity, String name) {
    return entity.all(name).stream()
        .filter(
            role ->
                List.of(
                        role.attribute("protocolSupportEnumeration")
                            .orElse("")
                            .strip()
                            .split("\\s+"))
                    .contains(SamlNs.SAMLP))
        .findFirst();
  }

  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    if (one.isPresent() && other.isPresent()) {
      return one.get().isBefore(other.get()) ? one : other;
    }
    return one.or(() -> other);
  }

  /** Values are trimmed: pretty-printed metadata has line breaks around them (EC-1.5). */
  private static Map<String, List<String>> entityAttributes(XmlNode entity) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (XmlNode attribute : entity.all("md:Extensions/mdattr:EntityAttributes/saml:Attribute")) {
      List<String> all =
          attributes.computeIfAbsent(
              attribute.attribute("Name").orElse("").strip(), name -> new ArrayList<>());
      for (XmlNode value : attribute.all("saml:AttributeValue")) {
        all.add(value.text().strip());
      }
    }
    attributes.replaceAll((name, all) -> List.copyOf(all));
    return Map.copyOf(attributes);
  }

  private SpRole serviceProvider(XmlNode entity, XmlNode role) {
    List<AssertionConsumer> consumers = new ArrayList<>();
    Set<Integer> indexes = new HashSet<>();
    for (XmlNode each : role.all("md:AssertionConsumerService")) {
      AssertionConsumer consumer = consumer(each);
      if (!indexes.add(consumer.index())) {
        throw file.bad(
            each,
            "two AssertionConsumerService elements have the index " + consumer.index(),
            "Give each an index of its own");
      }
      consumers.add(consumer);
    }
    SpRole made =
        new SpRole(
            flag(role, "AuthnRequestsSigned"),
            flag(role, "WantAssertionsSigned"),
            values.keys(role),
            algorithms(entity, role),
            values.uiInfo(role),
            nameIdFormats(role),
            List.copyOf(consumers),
            attributeConsumers(role),
            discoveryResponses(role));
    if (made.webSsoConsumers().isEmpty()) {
      throw file.bad(
          role,
          "no AssertionConsumerService has the binding HTTP-POST",
          "Add one with Binding=\"" + EntityMetadata.POST + "\": answers are posted");
    }
    return made;
  }

  private AssertionConsumer consumer(XmlNode node) {
    boolean holderOfKey = node.attribute("Binding").orElse("").equals(EntityMetadata.HOLDER_OF_KEY);
    return new AssertionConsumer(
        Integer.parseInt(node.attribute("index").orElse("0").strip()),
        node.attribute("isDefault").map(MetadataReader::isTrue),
        holderOfKey ? actualBinding(node) : node.attribute("Binding").orElse(""),
        values.location(node),
        holderOfKey);
  }

  private static String actualBinding(XmlNode node) {
    return node.element().getAttributeNS(HOKSSO, "ProtocolBinding");
  }

  private IdpRole identityProvider(XmlNode entity, XmlNode role) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (XmlNode each : role.all("md:SingleSignOnService")) {
      boolean holderOfKey =
          each.attribute("Binding").orElse("").equals(EntityMetadata.HOLDER_OF_KEY);
      endpoints.add(
          new Endpoint(
              holderOfKey ? actualBinding(each) : each.attribute("Binding").orElse(""),
              values.location(each),
              holderOfKey));
    }
    return new IdpRole(
        flag(role, "WantAuthnRequestsSigned"),
        values.keys(role),
        algorithms(entity, role),
        values.uiInfo(role),
        nameIdFormats(role),
        List.copyOf(endpoints),
        role.all("md:Extensions/shibmd:Scope").stream().map(scope -> scope.text().strip()).toList(),
        role.all("saml:Attribute").stream().map(a -> a.attribute("Name").orElse("")).toList());
  }

  /** What the role declares goes before what the entity declares (SAML2MetaAlgSupport 2.4). */
  private static Algorithms algorithms(XmlNode entity, XmlNode role) {
    List<String> signing = declared(role, "md:Extensions/alg:SigningMethod");
    List<String> digest = declared(role, "md:Extensions/alg:DigestMethod");
    return new Algorithms(
        signing.isEmpty() ? declared(entity, "md:Extensions/alg:SigningMethod") : signing,
        digest.isEmpty() ? declared(entity, "md:Extensions/alg:DigestMethod") : digest);
  }

  private static List<String> declared(XmlNode node, String path) {
    return node.all(path).stream().map(method -> method.attribute("Algorithm").orElse("")).toList();
  }

  private static List<String> nameIdFormats(XmlNode role) {
    return role.all("md:NameIDFormat").stream().map(format -> format.text().strip()).toList();
  }

  private static List<AttributeConsumer> attributeConsumers(XmlNode role) {
    return role.all("md:AttributeConsumingService").stream()
        .map(
            service ->
                new AttributeConsumer(
                    Integer.parseInt(service.attribute("index").orElse("0").strip()),
                    service.attribute("isDefault").map(MetadataReader::isTrue),
                    service.all("md:RequestedAttribute").stream()
                        .map(
                            attribute ->
                                new RequestedAttribute(
                                    attribute.attribute("Name").orElse("").strip(),
                                    flag(attribute, "isRequired")))
                        .toList()))
        .toList();
  }

  private List<DiscoveryResponse> discoveryResponses(XmlNode role) {
    return role.all("md:Extensions/idpdisc:DiscoveryResponse").stream()
        .map(
            each ->
                new DiscoveryResponse(
                    Integer.parseInt(each.attribute("index").orElse("0").strip()),
                    each.attribute("isDefault").map(MetadataReader::isTrue),
                    values.location(each)))
        .toList();
  }

  private static boolean flag(XmlNode node, String attribute) {
    return node.attribute(attribute).map(MetadataReader::isTrue).orElse(false);
  }

  /** xs:boolean has two spellings of true. */
  private static boolean isTrue(String value) {
    return value.strip().equals("true") || value.strip().equals("1");
  }
}
