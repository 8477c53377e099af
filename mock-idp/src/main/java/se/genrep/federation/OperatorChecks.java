package se.genrep.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata.SpRole;
import se.genrep.federation.EntityMetadata.UiInfo;
import se.genrep.federation.Finding.Weight;
import se.genrep.registry.AttributeSet;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceType;
import se.genrep.saml.XmlNode;

/**
 * What the federation operator itself has to check at registration, as far as metadata shows it
 * (TAR 3.1, 3.2, 3.5.2, 3.7; DP 2.1.4). What agreements say is not known here.
 */
final class OperatorChecks {

  /** The operator's task about signature services; also AFS-2.1.4-03. */
  static final String SIGNED_REQUESTS = "DP-2.1.4-03";

  private final MetadataFile file;
  private final List<Finding> found = new ArrayList<>();

  OperatorChecks(MetadataFile file) {
    this.file = file;
  }

  List<Finding> check(EntityMetadata entity, XmlNode node) {
    organization(entity, node);
    entity
        .serviceProvider()
        .ifPresent(
            role -> {
              XmlNode at = node.find("md:SPSSODescriptor").orElse(node);
              display(role.ui(), at);
              sector(entity, node);
              signatureService(entity, role, at);
            });
    entity
        .identityProvider()
        .ifPresent(
            role -> {
              XmlNode at = node.find("md:IDPSSODescriptor").orElse(node);
              display(role.ui(), at);
              scopes(entity, role.scopes(), at);
            });
    return found;
  }

  private void organization(EntityMetadata entity, XmlNode node) {
    Optional<XmlNode> at = node.find("md:Organization");
    if (at.isEmpty()) {
      fault("TAR-3.1-01", node, "there is no md:Organization, which says whose the entity is");
      return;
    }
    Optional<String> number = entity.organization().orElseThrow().number();
    if (number.isEmpty()) {
      // Without a line, since to find one costs as much as all the rest.
      found.add(
          new Finding(
              "TAR-3.1-06",
              Weight.NOTE,
              -1,
              "there is no OrganizationNumber, so the operator adds one"));
    } else if (!number.get().matches("[0-9]{10}")) {
      fault(
          "TAR-3.1-02",
          at.get(),
          "the OrganizationNumber '" + number.get() + "' is not ten digits without a hyphen");
    } else if (!OrganizationNumber.isPossible(number.get())) {
      fault(
          "TAR-3.1-06",
          at.get(),
          "the OrganizationNumber "
              + number.get()
              + " has a wrong check digit, so it is no organisation's");
    }
  }

  private void display(UiInfo ui, XmlNode role) {
    XmlNode at = role.find("md:Extensions/mdui:UIInfo").orElse(role);
    if (ui.logos().isEmpty()) {
      fault("TAR-3.2-06", at, "there is no mdui:Logo in an mdui:UIInfo");
    }
    if (!ui.displayNames().containsKey("sv")) {
      fault("TAR-3.2-06", at, "there is no mdui:DisplayName in Swedish (xml:lang=\"sv\")");
    }
  }

  private void sector(EntityMetadata entity, XmlNode node) {
    long sectors =
        Stream.of(ServiceType.PUBLIC_SECTOR_SP, ServiceType.PRIVATE_SECTOR_SP)
            .filter(type -> entity.declares(type.uri()))
            .count();
    if (sectors != 1) {
      fault(
          "TAR-3.5.2-03",
          node.find("md:Extensions").orElse(node),
          (sectors == 0 ? "neither" : "both")
              + " of the entity categories public-sector-sp and private-sector-sp "
              + (sectors == 0 ? "is declared" : "are declared")
              + "; one of them is needed");
    }
  }

  private void signatureService(EntityMetadata entity, SpRole role, XmlNode at) {
    if (entity.declares(ServiceType.SIGSERVICE.uri()) && !role.authnRequestsSigned()) {
      fault(
          SIGNED_REQUESTS,
          at,
          "a signature service (sigservice) has to set AuthnRequestsSigned=\"true\"");
    }
  }

  private void scopes(EntityMetadata entity, List<String> scopes, XmlNode at) {
    boolean organisations =
        entity.categories().stream()
            .flatMap(uri -> EntityCategory.of(uri).stream())
            .filter(ServiceEntityCategory.class::isInstance)
            .map(ServiceEntityCategory.class::cast)
            .anyMatch(category -> category.attributeSet() == AttributeSet.ORG_PERSON);
    if (organisations && scopes.isEmpty()) {
      fault(
          "TAR-3.7-02",
          at,
          "organisation identities are delivered, and there is no shibmd:Scope that says of which"
              + " organisations");
    }
    scopes.stream()
        .filter(scope -> scope.matches("[0-9]{6}-[0-9]{4}"))
        .forEach(scope -> fault("TAR-3.7-04", at, "the shibmd:Scope '" + scope + "' has a hyphen"));
  }

  private void fault(String requirement, XmlNode at, String sentence) {
    found.add(new Finding(requirement, Weight.FAULT, file.line(at), sentence));
  }
}
