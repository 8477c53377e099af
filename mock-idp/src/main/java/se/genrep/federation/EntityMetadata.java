package se.genrep.federation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import se.genrep.saml.XmlNode;

/**
 * What one md:EntityDescriptor says, checked and ready to use. Immutable; compared by identity
 * where it matters, so a re-read file gives a new one.
 *
 * @param file the file (or other name) it came from
 * @param validUntil when it ceases to hold; empty for never
 * @param attributes the entity attributes (mdattr): name to trimmed values (EC-1.5-01)
 * @param remarks what the operator remarks on the registration (TAR 3); see {@link #isPublished}
 * @param source gives the md:EntityDescriptor itself, for publishing
 */
public record EntityMetadata(
    String entityId,
    String file,
    Optional<Instant> validUntil,
    Map<String, List<String>> attributes,
    Optional<SpRole> serviceProvider,
    Optional<IdpRole> identityProvider,
    Optional<Organization> organization,
    List<Finding> remarks,
    Supplier<XmlNode> source) {

  public static final String ENTITY_CATEGORY = "http://macedir.org/entity-category";
  public static final String ASSURANCE =
      "urn:oasis:names:tc:SAML:attribute:assurance-certification";
  public static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  public static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
  public static final String HOLDER_OF_KEY =
      "urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser";

  /** The md:EntityDescriptor, not to be changed. */
  public XmlNode element() {
    return source.get();
  }

  /** Whether the operator publishes it: nothing that it has to check at registration is wrong. */
  public boolean isPublished() {
    return remarks.stream().noneMatch(Finding::isFault);
  }

  EntityMetadata with(List<Finding> found) {
    return with(validUntil, found, source);
  }

  /** As part of a document: what is around it may end it earlier, and its tree is not kept. */
  EntityMetadata within(Optional<Instant> end, Supplier<XmlNode> again) {
    return with(MetadataReader.earlier(validUntil, end), remarks, again);
  }

  private EntityMetadata with(
      Optional<Instant> until, List<Finding> found, Supplier<XmlNode> again) {
    return new EntityMetadata(
        entityId,
        file,
        until,
        attributes,
        serviceProvider,
        identityProvider,
        organization,
        List.copyOf(found),
        again);
  }

  /** The entity category values, in document order. */
  public List<String> categories() {
    return attributes.getOrDefault(ENTITY_CATEGORY, List.of());
  }

  public boolean declares(String category) {
    return categories().contains(category);
  }

  /** The authentication contexts the entity is certified for, or says it meets (DP-2.1.3-03). */
  public List<String> assurance() {
    return attributes.getOrDefault(ASSURANCE, List.of());
  }

  /** The service provider role of an entity that is known to have one. */
  public SpRole sp() {
    return serviceProvider.orElseThrow(
        () -> new IllegalStateException(entityId + " is no service provider"));
  }

  /**
   * md:SPSSODescriptor.
   *
   * @param consumers md:AssertionConsumerService elements in document order, of all bindings
   * @param attributeConsumers md:AttributeConsumingService elements in document order
   * @param discoveryResponses idpdisc:DiscoveryResponse elements in document order (DP-2.1.2-12)
   */
  public record SpRole(
      boolean authnRequestsSigned,
      boolean wantAssertionsSigned,
      Keys keys,
      Algorithms algorithms,
      UiInfo ui,
      List<String> nameIdFormats,
      List<AssertionConsumer> consumers,
      List<AttributeConsumer> attributeConsumers,
      List<DiscoveryResponse> discoveryResponses) {

    /** Those that a plain Web SSO answer can go to: HTTP-POST, not holder-of-key (DP-5.4.2-02). */
    public List<AssertionConsumer> webSsoConsumers() {
      return consumers(false);
    }

    /** Those that an answer of a profile can go to: HTTP-POST, for holder-of-key or not. */
    public List<AssertionConsumer> consumers(boolean holderOfKey) {
      return consumers.stream()
          .filter(each -> each.holderOfKey() == holderOfKey && each.binding().equals(POST))
          .toList();
    }

    /** The one marked isDefault, otherwise the one with the lowest index (DP-5.4.2-08). */
    public Optional<AssertionConsumer> defaultConsumer() {
      return defaultConsumer(false);
    }

    /** As {@link #defaultConsumer()}, among those of a profile. */
    public Optional<AssertionConsumer> defaultConsumer(boolean holderOfKey) {
      List<AssertionConsumer> usable = consumers(holderOfKey);
      return usable.stream()
          .filter(consumer -> consumer.isDefault().orElse(false))
          .findFirst()
          .or(() -> usable.stream().min(Comparator.comparingInt(AssertionConsumer::index)));
    }

    /** Where a discovery service goes when it is not told: isDefault, else the lowest index. */
    public Optional<DiscoveryResponse> defaultDiscoveryResponse() {
      return discoveryResponses.stream()
          .filter(response -> response.isDefault().orElse(false))
          .findFirst()
          .or(
              () ->
                  discoveryResponses.stream()
                      .min(Comparator.comparingInt(DiscoveryResponse::index)));
    }

    /**
     * The attribute consuming service with the index, or for -1 the default one (SAML metadata
     * 2.4.4.1): marked isDefault, else the first not marked as no default, else the first.
     */
    public Optional<AttributeConsumer> attributeConsumer(int index) {
      if (index >= 0) {
        return attributeConsumers.stream().filter(each -> each.index() == index).findFirst();
      }
      return attributeConsumers.stream()
          .filter(each -> each.isDefault().orElse(false))
          .findFirst()
          .or(() -> attributeConsumers.stream().filter(e -> e.isDefault().isEmpty()).findFirst())
          .or(() -> attributeConsumers.stream().findFirst());
    }
  }

  /**
   * md:IDPSSODescriptor.
   *
   * @param scopes shibmd:Scope values (DP-2.1.3.1-02)
   * @param attributes names of the saml:Attribute elements: what can be asked for beyond categories
   */
  public record IdpRole(
      boolean wantAuthnRequestsSigned,
      Keys keys,
      Algorithms algorithms,
      UiInfo ui,
      List<String> nameIdFormats,
      List<Endpoint> singleSignOn,
      List<String> scopes,
      List<String> attributes) {}

  /**
   * md:AssertionConsumerService.
   *
   * @param binding for holder-of-key the one in hoksso:ProtocolBinding (DP-5.4.2-10)
   * @param location exactly as written; never normalised (DP-5.3-04)
   */
  public record AssertionConsumer(
      int index,
      Optional<Boolean> isDefault,
      String binding,
      String location,
      boolean holderOfKey) {}

  /**
   * idpdisc:DiscoveryResponse.
   *
   * @param location exactly as written
   */
  public record DiscoveryResponse(int index, Optional<Boolean> isDefault, String location) {}

  public record Endpoint(String binding, String location, boolean holderOfKey) {}

  /** md:AttributeConsumingService. */
  public record AttributeConsumer(
      int index, Optional<Boolean> isDefault, List<RequestedAttribute> requested) {}

  /**
   * md:RequestedAttribute.
   *
   * @param required isRequired="true" (DP-6.2.1-09)
   */
  public record RequestedAttribute(String name, boolean required) {}

  /** The public keys of a role; a KeyDescriptor without use is in both lists (DP-2.1.1.2-11). */
  public record Keys(List<X509Certificate> signing, List<EncryptionKey> encryption) {}

  /**
   * @param methods md:EncryptionMethod elements in the order of preference; empty when not declared
   */
  public record EncryptionKey(X509Certificate certificate, List<EncryptionMethod> methods) {}

  /**
   * md:EncryptionMethod.
   *
   * @param digest ds:DigestMethod of a key transport method, or null
   * @param mgf xenc11:MGF of a key transport method, or null
   */
  public record EncryptionMethod(String algorithm, String digest, String mgf) {}

  /** alg:SigningMethod and alg:DigestMethod URIs in the order of preference (DP-2.1.1.3-01). */
  public record Algorithms(List<String> signing, List<String> digest) {}

  /** mdui:UIInfo; texts by language (DP-5.4.3-01). */
  public record UiInfo(
      Map<String, String> displayNames, Map<String, String> descriptions, List<Logo> logos) {

    public static final UiInfo NONE = new UiInfo(Map.of(), Map.of(), List.of());

    public UiInfo {
      displayNames = Collections.unmodifiableMap(new LinkedHashMap<>(displayNames));
      descriptions = Collections.unmodifiableMap(new LinkedHashMap<>(descriptions));
      logos = List.copyOf(logos);
    }

    public Optional<String> displayName(String language) {
      return inLanguage(displayNames, language);
    }

    public Optional<String> description(String language) {
      return inLanguage(descriptions, language);
    }

    /** The wanted language, else Swedish (which the profile demands), else English, else any. */
    private static Optional<String> inLanguage(Map<String, String> texts, String language) {
      return List.of(language, "sv", "en").stream()
          .map(texts::get)
          .filter(text -> text != null)
          .findFirst()
          .or(() -> texts.values().stream().findFirst());
    }
  }

  /**
   * mdui:Logo.
   *
   * @param url http(s) or data URI
   * @param language empty when it is for every language
   */
  public record Logo(String url, int width, int height, String language) {}

  /**
   * md:Organization; texts by language.
   *
   * @param number mdorgext:OrganizationNumber, 10 digits (TAR-3.1-02)
   */
  public record Organization(
      Map<String, String> names,
      Map<String, String> displayNames,
      Map<String, String> urls,
      Optional<String> number) {}
}
