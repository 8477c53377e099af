package se.genrep.reference;

import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    return start(variant, setup, List.of());
  }

  /**
   * As {@link #start(Variant, Setup)}, with more sign-ins beside the usual one.
   *
   * @param doors by other identity providers or for other levels
   */
  public static ReferenceSp start(Variant variant, Setup setup, List<Door> doors) {
    return start(variant, setup, doors, Optional.empty());
  }

  /**
   * Where the operator's metadata is read anew when {@link #refreshUrl} is called.
   *
   * @param operator whose key signs it
   */
  public record FeedSource(URI feed, X509Certificate operator) {}

  /** As {@link #start(Variant, Setup, List)}, reading metadata anew when told to. */
  public static ReferenceSp start(
      Variant variant, Setup setup, List<Door> doors, Optional<FeedSource> feed) {
    return start(variant, setup, doors, feed, ReferenceJudge::new, site -> site);
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
    return start(variant, setup, List.of(), Optional.empty(), judges, faces);
  }

  private static ReferenceSp start(
      Variant variant,
      Setup setup,
      List<Door> others,
      Optional<FeedSource> feed,
      BiFunction<Policy, Sessions, Judge> judges,
      UnaryOperator<HttpHandler> faces) {
    ServiceServer server = ServiceServer.bind(setup.host(), setup.port());
    Policy usual = policy(variant, setup, server.baseUrl());
    List<Policy> all = all(usual, others);
    byte[] metadata = ServiceMetadata.write(all);
    Sessions sessions = new Sessions();
    Function<List<Policy>, Doors> make =
        policies -> new Doors(policies, sessions, policy -> judges.apply(policy, sessions));
    String idp = setup.idp().entityId();
    CurrentDoors doors =
        new CurrentDoors(
            make.apply(all),
            feed.map(source -> new FeedConsumer(source, variant, setup.clock(), idp)),
            members ->
                members.stream()
                    .filter(member -> member.entityId().equals(idp))
                    .findFirst()
                    .map(found -> policy(variant, setup.of(members, found), server.baseUrl()))
                    .map(policy -> make.apply(all(policy, others))));
    ServiceSite site =
        new ServiceSite("genrep-service-" + server.port(), usual, doors, sessions, metadata);
    server.start(faces.apply(site));
    return new ReferenceSp(server, metadata);
  }

  private static List<Policy> all(Policy usual, List<Door> others) {
    List<Policy> all = new ArrayList<>(List.of(usual));
    others.forEach(door -> all.add(usual.at(door)));
    return all;
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

  /** The page on which people choose an identity provider. */
  public String discoveryUrl() {
    return baseUrl + ServiceSite.CHOOSE;
  }

  /** Where a POST has it read the operator's metadata anew. */
  public String refreshUrl() {
    return baseUrl + ServiceSite.REFRESH;
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
