package se.genrep.reference;

import com.sun.net.httpserver.HttpHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

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
    return start(variant, setup, List.of(), ReferenceJudge::new, site -> site);
  }

  /**
   * As {@link #start(Variant, Setup)}, with more sign-ins beside the usual one.
   *
   * @param doors by other identity providers or for other levels
   */
  public static ReferenceSp start(Variant variant, Setup setup, List<Door> doors) {
    return start(variant, setup, doors, ReferenceJudge::new, site -> site);
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
    return start(variant, setup, List.of(), judges, faces);
  }

  private static ReferenceSp start(
      Variant variant,
      Setup setup,
      List<Door> others,
      BiFunction<Policy, Sessions, Judge> judges,
      UnaryOperator<HttpHandler> faces) {
    ServiceServer server = ServiceServer.bind(setup.host(), setup.port());
    Policy usual = policy(variant, setup, server.baseUrl());
    List<Policy> all = new ArrayList<>(List.of(usual));
    others.forEach(door -> all.add(usual.at(door)));
    byte[] metadata = ServiceMetadata.write(all);
    Sessions sessions = new Sessions();
    Doors doors = new Doors(all, sessions, policy -> judges.apply(policy, sessions));
    ServiceSite site =
        new ServiceSite("genrep-service-" + server.port(), usual, doors, sessions, metadata);
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

  /** Where a browser begins to sign in by one of the doors. */
  public String loginUrl(Door door) {
    return loginUrl() + "?" + ServiceSite.DOOR + "=" + door.name();
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
