package se.genrep.reference;

import java.util.function.BiFunction;

/**
 * The reference service provider: it conforms, but for the checks its variant leaves out. It is the
 * demo e-service too. Each is an entity of its own, {@code http://host:port}, with the keys of all.
 */
public final class ReferenceSp implements RunningSp {

  private final ServiceServer server;
  private final String baseUrl;
  private final byte[] metadata;

  private ReferenceSp(ServiceServer server, byte[] metadata) {
    this.server = server;
    this.baseUrl = server.baseUrl();
    this.metadata = metadata;
  }

  /**
   * Starts, and returns when requests are answered. To be served, its metadata must be made a
   * member of the federation.
   *
   * @throws se.genrep.input.BadInput when the port is taken or the host is not of this machine
   */
  public static ReferenceSp start(Variant variant, Setup setup) {
    return start(variant, setup, ReferenceJudge::new);
  }

  /** With another mind of its own. */
  static ReferenceSp start(
      Variant variant, Setup setup, BiFunction<Policy, Sessions, Judge> judges) {
    ServiceKeys keys = ServiceKeys.of(setup.pki());
    ServiceServer server = ServiceServer.bind(setup.host(), setup.port());
    String entityId = server.baseUrl();
    String acsUrl = entityId + ServiceSite.ACS;
    byte[] metadata = ServiceMetadata.write(setup, keys, entityId, acsUrl, variant.optedIn());
    Policy policy = new Policy(variant, setup, entityId, acsUrl, keys.encryption().privateKey());
    Sessions sessions = new Sessions();
    server.start(
        new ServiceSite(
            "genrep-service-" + server.port(),
            new ServiceRequest(policy, keys.signing()),
            sessions,
            judges.apply(policy, sessions),
            metadata));
    return new ReferenceSp(server, metadata);
  }

  @Override
  public String baseUrl() {
    return baseUrl;
  }

  @Override
  public String entityId() {
    return baseUrl;
  }

  @Override
  public String loginUrl() {
    return baseUrl + ServiceSite.LOGIN;
  }

  @Override
  public String whoamiUrl() {
    return baseUrl + ServiceSite.WHOAMI;
  }

  @Override
  public byte[] metadata() {
    return metadata.clone();
  }

  @Override
  public void close() {
    server.stop();
  }
}
