package se.genrep.lint.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import se.genrep.registry.Binding;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/** Endpoints, entityIDs and their addresses. */
final class Endpoints {

  private Endpoints() {}

  static boolean isHok(XmlNode endpoint) {
    return endpoint.attribute("Binding").orElse("").strip().equals(Binding.HOLDER_OF_KEY_PROFILE);
  }

  /** The binding; for holder-of-key the one in hoksso:ProtocolBinding (SAML2HokProf 2.8). */
  static String binding(XmlNode endpoint) {
    return isHok(endpoint)
        ? endpoint.element().getAttributeNS(Namespace.HOKSSO, "ProtocolBinding")
        : endpoint.attribute("Binding").orElse("").strip();
  }

  /** An address that a browser can be sent to. */
  static Optional<URI> web(String address) {
    try {
      URI uri = new URI(address.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether it is reached over http; on one's own machine there is nobody to listen in. */
  static boolean isUnprotected(XmlNode endpoint) {
    return web(endpoint.attribute("Location").orElse(""))
        .filter(uri -> uri.getScheme().equalsIgnoreCase("http"))
        .filter(uri -> !isLoopback(uri.getHost()))
        .isPresent();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("127.0.0.1")
        || host.equals("[::1]");
  }
}
