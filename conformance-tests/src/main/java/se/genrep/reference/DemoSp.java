package se.genrep.reference;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.pki.TestPki;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * The demo e-service: the judgement of the reference service provider with a face, for people who
 * want to see what a sign-in brings and why it is accepted. It is several service providers, which
 * declare different things ({@code sp-optin}, {@code sp}, {@code sp-eidas}, {@code sp-employees}),
 * on one port. All of them are members of the federation while it runs.
 */
public final class DemoSp implements AutoCloseable {

  private final ServiceServer server;
  private final Federation federation;

  private DemoSp(ServiceServer server, Federation federation) {
    this.server = server;
    this.federation = federation;
  }

  /**
   * Where it stands.
   *
   * @param federation its services become members of it
   * @param discoveryUrl the federation's discovery service
   * @param clock decides every time that is written or judged; its own, so that it notices when a
   *     peer's is wrong
   * @param port 0 for any free one
   */
  public record Place(
      Federation federation, TestPki pki, URI discoveryUrl, Clock clock, String host, int port) {}

  /**
   * Starts, and returns when requests are answered and its services are members.
   *
   * @throws se.genrep.input.BadInput when the port is taken or the host is not of this machine
   */
  public static DemoSp start(Place place) {
    ServiceServer server = ServiceServer.bind(place.host(), place.port());
    Federation federation = place.federation();
    ServiceKeys keys = ServiceKeys.of(place.pki());
    DemoEntrance entrance = new DemoEntrance(place, server.baseUrl(), keys);
    for (DemoService service : DemoService.values()) {
      XmlNode own = entity(place, server.baseUrl(), service, keys);
      federation.join("demo e-service " + service.id(), own);
    }
    server.start(new DemoSite("genrep-demo-" + server.port(), place, server.baseUrl(), entrance));
    return new DemoSp(server, federation);
  }

  static byte[] metadata(Place place, String baseUrl, DemoService service) {
    return Xml.bytes(entity(place, baseUrl, service, ServiceKeys.of(place.pki())).element());
  }

  private static XmlNode entity(
      Place place, String baseUrl, DemoService service, ServiceKeys keys) {
    List<EntityMetadata> idps = place.federation().identityProviders();
    Setup setup =
        new Setup(place.clock(), place.pki(), null, List.of(), List.of(), place.host(), 0);
    Policy policy = service.policy(baseUrl, setup, keys);
    return ServiceMetadata.entity(policy, service.description(baseUrl, idps));
  }

  /** Scheme, host and port, without a final slash. */
  public String baseUrl() {
    return server.baseUrl();
  }

  /** The entityIDs of its services. */
  public List<String> entityIds() {
    List<String> all = new ArrayList<>();
    for (DemoService service : DemoService.values()) {
      all.add(service.entityId(baseUrl()));
    }
    return all;
  }

  /** Stops answering, at once; its services leave the federation. */
  @Override
  public void close() {
    server.stop();
    entityIds().forEach(federation::leave);
  }
}
