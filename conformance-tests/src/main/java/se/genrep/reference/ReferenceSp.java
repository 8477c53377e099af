package se.genrep.reference;

import com.sun.net.httpserver.HttpHandler;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import se.genrep.reference.Partners.Partner;

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
    return start(variant, setup, ReferenceJudge::new, site -> site);
  }

  /**
   * With another mind, or another face.
   *
   * @param judges makes what decides about answers
   * @param faces may answer requests instead of the site
   */
  static ReferenceSp start(
      Variant variant,
      Setup setup,
      BiFunction<Policy, Sessions, Judge> judges,
      UnaryOperator<HttpHandler> faces) {
    ServiceServer server = ServiceServer.bind(setup.host(), setup.port());
    Policy policy = policy(variant, setup, server.baseUrl());
    byte[] metadata = ServiceMetadata.write(policy);
    Sessions sessions = new Sessions();
    Partners partners =
        new Partners(
            setup,
            with -> {
              Policy own = policy(variant, with, server.baseUrl());
              return new Partner(with.idp(), new ServiceRequest(own), judges.apply(own, sessions));
            });
    ServiceSite site =
        new ServiceSite("genrep-service-" + server.port(), policy, partners, sessions, metadata);
    server.start(faces.apply(site));
    return new ReferenceSp(server, metadata);
  }

  static Policy policy(Variant variant, Setup setup, String baseUrl) {
    return new Policy(
        variant, setup, baseUrl, baseUrl + ServiceSite.ACS, ServiceKeys.of(setup.pki()));
  }

  @Override
  public String baseUrl() {
    return baseUrl;
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
