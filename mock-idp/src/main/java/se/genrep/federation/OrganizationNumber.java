package se.genrep.federation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import org.w3c.dom.Element;
import se.genrep.federation.EntityMetadata.Organization;
import se.genrep.identity.Organisationsnummer;
import se.genrep.identity.Personnummer;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/**
 * mdorgext:OrganizationNumber, which the operator adds where a member gave none (TAR-3.1-06). The
 * real operator takes it from the agreement; this one makes up a number for each organisation's
 * name, from a series of which none is given out.
 */
final class OrganizationNumber {

  private static final String SERIES = "559999";

  private OrganizationNumber() {}

  /** The ten digits for an organisation, the same for the same name. */
  static String assigned(Organization organization) {
    String name =
        organization.names().getOrDefault("sv", organization.names().values().iterator().next());
    CRC32 hash = new CRC32();
    hash.update(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    // 900 and up are those of the identity providers that run here.
    String nine = SERIES + String.format(Locale.ROOT, "%03d", hash.getValue() % 900);
    for (int digit = 0; ; digit++) {
      if (isPossible(nine + digit)) {
        return nine + digit;
      }
    }
  }

  /** An organisation's ten digits, or a sole trader's, who has only a number of their own. */
  static boolean isPossible(String digits) {
    return Organisationsnummer.parse(digits).valid() || Personnummer.parse(digits).valid();
  }

  /** Puts the number into the md:Organization of a descriptor, unless there is one. */
  static void complete(XmlNode descriptor, Organization organization) {
    if (organization.number().isPresent()) {
      return;
    }
    XmlNode parent = descriptor.at("md:Organization");
    XmlNode extensions =
        parent
            .find("md:Extensions")
            .orElseGet(() -> parent.prepend(parent.create("md:Extensions")));
    Element number =
        parent
            .element()
            .getOwnerDocument()
            .createElementNS(Namespace.MDORGEXT, "mdorgext:OrganizationNumber");
    extensions.append(
        XmlNode.of(number).declare("mdorgext", Namespace.MDORGEXT).text(assigned(organization)));
  }
}
