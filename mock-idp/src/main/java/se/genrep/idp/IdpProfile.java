package se.genrep.idp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.genrep.idp.message.MessageFormat;
import se.genrep.pki.KeyType;
import se.genrep.registry.Attribute;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceProperty;
import se.genrep.registry.StatusCode;

/**
 * What one mock identity provider is: one YAML file under {@code profiles/}, see {@link
 * IdpProfiles}. Texts are by language, {@code sv} and {@code en}.
 *
 * @param id the file's name without ending; part of the entityID
 * @param levels what it authenticates at; in the order of preference for a request that names none
 * @param categories entity category URIs of all kinds it declares
 * @param attributes what it can deliver about a person who has it
 * @param principalSelection attributes it wants to receive in psc:PrincipalSelection (DP-2.1.3-08)
 * @param signatures signature methods it declares, most preferred first
 * @param digests digest methods it declares
 * @param encryptions block encryption methods it declares for messages to it
 * @param assertionLifetime how long the subject of an assertion can be confirmed
 * @param scopes organisation numbers it may use in scoped attributes (DP-2.1.3.1-02)
 * @param framework the version of the Deployment Profile it follows
 * @param issuedTo who has one of its eIDs
 * @param holderOfKey it serves the Holder-of-key profile beside the ordinary one (TAR 3.9)
 * @param showsAttributes the person sees what is released before it is, and can cancel (TAR 2.1.2)
 * @param authorities who authenticates for it when it is a proxy; empty when it is none
 * @param signMessages the formats of sign messages it can show (DP-7.1.1-11)
 * @param failedAuthentication top-level status when a person was not authenticated: Requester, as
 *     the BankID profile 5.2 wants, or Responder
 */
public record IdpProfile(
    String id,
    Map<String, String> displayName,
    Map<String, String> description,
    Owner organization,
    List<Contact> contacts,
    Logo logo,
    List<LevelOfAssurance> levels,
    List<String> categories,
    List<Attribute> attributes,
    List<Attribute> principalSelection,
    KeyType signingKey,
    KeyType encryptionKey,
    boolean wantAuthnRequestsSigned,
    List<String> signatures,
    List<String> digests,
    List<String> encryptions,
    Duration assertionLifetime,
    List<String> scopes,
    Framework framework,
    Clientele issuedTo,
    boolean holderOfKey,
    boolean showsAttributes,
    List<Authority> authorities,
    List<MessageFormat> signMessages,
    StatusCode failedAuthentication) {

  /**
   * @param number organisationsnummer, 10 digits (TAR-3.1-02)
   */
  public record Owner(
      Map<String, String> name,
      Map<String, String> displayName,
      Map<String, String> url,
      String number) {}

  /**
   * @param type technical, support, administrative, billing or other (SAML metadata 2.3.2.2)
   */
  public record Contact(String type, String company, String email) {}

  /**
   * @param uri data URI of the image, so that it can be shown wherever the metadata is
   */
  public record Logo(String uri, int width, int height) {}

  /** The service entity categories among the categories. */
  public List<ServiceEntityCategory> serviceCategories() {
    return categories.stream()
        .flatMap(uri -> EntityCategory.of(uri).stream())
        .filter(ServiceEntityCategory.class::isInstance)
        .map(ServiceEntityCategory.class::cast)
        .toList();
  }

  /** The contracts it serves under; none for everybody (EC-1.3-04). */
  public List<String> contracts() {
    return categories.stream()
        .filter(
            uri ->
                EntityCategory.Type.of(uri).stream()
                    .anyMatch(type -> type == EntityCategory.Type.SERVICE_CONTRACT))
        .toList();
  }

  /** Whether it shows the messages of service providers (UM-3.1-01). */
  public boolean showsUserMessages() {
    return categories.contains(GeneralCategory.SUPPORTS_USER_MESSAGE.uri());
  }

  /** Attributes it can deliver beyond those of its service entity categories (DP-2.1.3-02). */
  public List<Attribute> extraAttributes() {
    List<Attribute> implied =
        serviceCategories().stream()
            .flatMap(
                category ->
                    Stream.of(
                            category.requiredAttributes(),
                            category.attributeSet().requiredIfAvailable(),
                            category.attributeSet().recommended())
                        .flatMap(each -> each.stream()))
            .toList();
    return attributes.stream().filter(attribute -> !implied.contains(attribute)).toList();
  }

  /** Whether it is the Swedish eIDAS connector: countries authenticate for it. */
  public boolean isEidasConnector() {
    return authorities.stream().anyMatch(authority -> authority.country().isPresent());
  }

  /** DP-2.1.3-06, EC-3.2-01: whether it answers a SADRequest. */
  public boolean givesSad() {
    return categories.contains(ServiceProperty.SCAL2.uri());
  }

  /** DP-2.1.3.1-01: whether the scope of a scoped value, behind the last at sign, is its own. */
  boolean maySpeakFor(String scopedValue) {
    return scopes.contains(scopedValue.substring(scopedValue.lastIndexOf('@') + 1));
  }

  /** Signature methods it accepts: those of DP 8.2 and what it declares (DP-8-08). */
  List<String> acceptedSignatures() {
    return Stream.concat(AlgorithmRules.SIGNATURES.stream(), signatures.stream()).toList();
  }

  /** Digest methods it accepts in a signature: those of DP 8.1 and what it declares. */
  List<String> acceptedDigests() {
    return Stream.concat(AlgorithmRules.DIGESTS.stream(), digests.stream()).toList();
  }
}
