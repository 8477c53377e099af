package se.genrep.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import se.genrep.federation.EntityMetadata;
import se.genrep.person.Bilingual;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.saml.XmlNode;

/**
 * A service provider of the suite's own that tests identity providers: one for each situation that
 * the rules distinguish. A value; {@link TesterSps} publishes it and asks in its name.
 *
 * @param id permanent, the last part of its entityID
 * @param situation what it is there for, in English
 * @param categories the service entity categories it declares, given the identity provider's
 *     metadata
 * @param contracts the contracts it declares, given the identity provider's metadata
 * @param optedIn whether it accepts samordningsnummer (EC 6.2)
 * @param keys the signing keys it publishes; requests are signed with the last one
 * @param edits changes of its metadata, in order
 */
public record Tester(
    String id,
    String situation,
    Function<EntityMetadata, List<ServiceEntityCategory>> categories,
    Function<EntityMetadata, List<String>> contracts,
    boolean optedIn,
    List<Signer> keys,
    List<Consumer<XmlNode>> edits) {

  /** The keys that testers sign requests with. */
  public enum Signer {
    /** P-256, which all testers have. */
    USUAL,
    /** RSA of 3072 bits. */
    RSA,
    /** A second P-256 key, of those that publish two. */
    SECOND,
    /** P-384. */
    P_384,
    /** P-521. */
    P_521,
    /** P-256, in a certificate that has expired. */
    EXPIRED,
    /** P-256, in a certificate of a CA that nobody knows. */
    ISSUED,
    /** A key that no metadata has. */
    UNREGISTERED
  }

  /** One that wants all that the identity provider has, under any of its contracts. */
  public static Tester tester(String id, String situation) {
    return new Tester(
        id,
        situation,
        Tester::all,
        idp -> ServiceMetadata.contracts(List.of(idp)),
        true,
        List.of(Signer.USUAL),
        List.of());
  }

  private static List<ServiceEntityCategory> all(EntityMetadata idp) {
    return idp.categories().stream()
        .flatMap(uri -> EntityCategory.of(uri).stream())
        .filter(ServiceEntityCategory.class::isInstance)
        .map(ServiceEntityCategory.class::cast)
        .filter(category -> category != ServiceEntityCategory.EIDAS_PNR_DELIVERY)
        .distinct()
        .toList();
  }

  /** One that wants these categories, whether the identity provider has them or not. */
  public Tester wanting(ServiceEntityCategory... wanted) {
    List<ServiceEntityCategory> fixed = Arrays.asList(wanted);
    return new Tester(id, situation, idp -> fixed, contracts, optedIn, keys, edits);
  }

  public Tester notOptedIn() {
    return new Tester(id, situation, categories, contracts, false, keys, edits);
  }

  /** One with these contracts, whatever the identity provider has. */
  public Tester under(String... uris) {
    List<String> fixed = Arrays.asList(uris);
    return new Tester(id, situation, categories, idp -> fixed, optedIn, keys, edits);
  }

  public Tester publishing(Signer... signers) {
    return new Tester(id, situation, categories, contracts, optedIn, List.of(signers), edits);
  }

  /** The key its requests are signed with. */
  Signer signer() {
    return keys.get(keys.size() - 1);
  }

  public Tester edited(Consumer<XmlNode> edit) {
    List<Consumer<XmlNode>> more = new ArrayList<>(edits);
    more.add(edit);
    return new Tester(id, situation, categories, contracts, optedIn, keys, List.copyOf(more));
  }

  /** One that declares an entity category more. */
  public Tester declaring(EntityCategory category) {
    return edited(
        entity ->
            entity
                .at("md:Extensions/mdattr:EntityAttributes/saml:Attribute")
                .add("saml:AttributeValue")
                .text(category.uri()));
  }

  /**
   * The md:EntityDescriptor.
   *
   * @param certificate gives the certificate of a signing key, in base64
   */
  XmlNode metadata(Policy policy, Function<Signer, String> certificate) {
    EntityMetadata idp = policy.setup().idp();
    XmlNode entity =
        ServiceMetadata.entity(
            policy,
            new ServiceMetadata.Description(
                categories.apply(idp),
                contracts.apply(idp),
                new Bilingual("Provtjänsten " + id, "Test service " + id),
                java.util.Optional.empty()));
    if (!optedIn) {
      entity
          .all("md:Extensions/mdattr:EntityAttributes/saml:Attribute/saml:AttributeValue")
          .stream()
          .filter(value -> value.text().equals(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri()))
          .forEach(XmlNode::remove);
    }
    XmlNode key = entity.at("md:SPSSODescriptor/md:KeyDescriptor");
    for (Signer signer : keys) {
      key.insertBefore(key.copy())
          .at("ds:KeyInfo/ds:X509Data/ds:X509Certificate")
          .text(certificate.apply(signer));
    }
    key.remove();
    edits.forEach(edit -> edit.accept(entity));
    return entity;
  }
}
