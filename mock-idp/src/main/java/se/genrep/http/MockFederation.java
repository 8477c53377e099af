package se.genrep.http;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Server;
import se.genrep.control.ControlClock;
import se.genrep.control.Exchanges;
import se.genrep.control.ExtraPeople;
import se.genrep.control.FeedSwitch;
import se.genrep.control.History;
import se.genrep.control.Outage;
import se.genrep.control.Outages;
import se.genrep.control.Switchboard;
import se.genrep.deviation.Deviations;
import se.genrep.federation.Federation;
import se.genrep.federation.Membership;
import se.genrep.idp.IdpProfile;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
import se.genrep.input.FileTrouble;
import se.genrep.person.Cast;
import se.genrep.pki.TestPki;
import se.genrep.saml.SamlRuntime;

/**
 * The whole mock federation, running: identity providers, metadata and pages on one HTTP port. For
 * the command line, the test runner, and tests of others:
 *
 * <pre>{@code
 * try (MockFederation federation = MockFederation.start(MockFederation.options())) {
 *   URI metadata = URI.create(federation.baseUrl() + "/metadata");
 * }
 * }</pre>
 */
public final class MockFederation implements AutoCloseable {

  private final WebServer server;

  /** Done when the files of metadata are as new as the federation. */
  private final CompletableFuture<Void> files;

  private final Core core;
  private final ControlParts parts;
  private final Neighbours neighbours;

  private MockFederation(
      WebServer server,
      CompletableFuture<Void> files,
      Neighbours neighbours,
      Core core,
      ControlParts parts) {
    this.server = server;
    this.files = files;
    this.neighbours = neighbours;
    this.core = core;
    this.parts = parts;
  }

  /** The parts that know nothing of HTTP. */
  private record Core(
      TestPki pki,
      ExtraPeople people,
      Federation federation,
      List<MockIdp> idps,
      ControlClock clock) {}

  /**
   * How to run.
   *
   * @param data the data folder, made when missing; null keeps everything in memory, with keys of
   *     its own and no files of members
   * @param host the name or address that browsers reach this machine by; it listens nowhere else
   * @param port 0 for any free one
   * @param clock decides every time that is written or judged
   * @param stackTraces whether the log shows where a fault of ours happened
   * @param report is told what is wrong with a member's file, once for each problem
   * @param control where the control API is; null for none
   * @param httpsPort the port by TLS, for the Holder-of-key profile (DP 5.2); 0 for any free one,
   *     -1 for none
   * @param guests other services on the same ports; closed with the federation
   */
  public record Options(
      Path data,
      String host,
      int port,
      Clock clock,
      boolean stackTraces,
      Consumer<BadInput> report,
      ControlOptions control,
      int httpsPort,
      List<Guest> guests) {

    /** In a data folder. */
    public Options data(Path folder) {
      return new Options(
          folder, host, port, clock, stackTraces, report, control, httpsPort, guests);
    }

    public Options host(String name) {
      return new Options(data, name, port, clock, stackTraces, report, control, httpsPort, guests);
    }

    public Options port(int number) {
      return new Options(
          data, host, number, clock, stackTraces, report, control, httpsPort, guests);
    }

    public Options clock(Clock other) {
      return new Options(data, host, port, other, stackTraces, report, control, httpsPort, guests);
    }

    public Options stackTraces(boolean shown) {
      return new Options(data, host, port, clock, shown, report, control, httpsPort, guests);
    }

    public Options report(Consumer<BadInput> listener) {
      return new Options(
          data, host, port, clock, stackTraces, listener, control, httpsPort, guests);
    }

    public Options control(ControlOptions where) {
      return new Options(data, host, port, clock, stackTraces, report, where, httpsPort, guests);
    }

    public Options httpsPort(int number) {
      return new Options(data, host, port, clock, stackTraces, report, control, number, guests);
    }

    /** With other services on the same ports. */
    public Options guests(Guest... services) {
      return new Options(
          data, host, port, clock, stackTraces, report, control, httpsPort, List.of(services));
    }
  }

  /** In memory, on any free port of localhost, by the system's clock. */
  public static Options options() {
    return new Options(
        null, "localhost", 0, Clock.systemUTC(), false, problem -> {}, null, -1, List.of());
  }

  /**
   * Starts, and returns when requests are answered.
   *
   * @throws BadInput when the port is taken, the host is not of this machine, or the data folder
   *     cannot be used
   */
  public static MockFederation start(Options options) {
    List<ServerSocketChannel> sockets = ListeningSockets.open("", options.host(), options.port());
    List<ServerSocketChannel> controlSockets = List.of();
    List<ServerSocketChannel> tlsSockets = List.of();
    try {
      if (options.httpsPort() >= 0) {
        tlsSockets = ListeningSockets.open("https-", options.host(), options.httpsPort());
      }
      if (options.control() != null) {
        controlSockets =
            ListeningSockets.open("control-", options.control().host(), options.control().port());
      }
      String baseUrl = url("http", options.host(), sockets);
      CompletableFuture<Pages> pages = CompletableFuture.supplyAsync(Pages::new);
      Optional<String> httpsUrl =
          tlsSockets.isEmpty()
              ? Optional.empty()
              : Optional.of(url("https", options.host(), tlsSockets));
      CompletableFuture<Server> server = CompletableFuture.supplyAsync(WebServer::server);
      Core core = core(options, baseUrl, httpsUrl);
      ControlParts parts = parts(options, baseUrl, core);
      List<WebServer.Port> ports = new ArrayList<>();
      Optional<URI> control =
          options.control() == null
              ? Optional.empty()
              : Optional.of(URI.create(url("http", options.control().host(), controlSockets)));
      Neighbours neighbours =
          new Neighbours(
              control,
              options.control() != null && options.control().token().isPresent(),
              options.guests());
      FederationSite site = site(options, core, parts, neighbours, pages.join());
      ports.add(new WebServer.Port(sockets, site));
      if (httpsUrl.isPresent()) {
        SSLContext tls = TlsIdentity.of(core.pki(), options.host());
        ports.add(new WebServer.Port(tlsSockets, site, Optional.of(tls)));
      }
      if (control.isPresent()) {
        ports.add(new WebServer.Port(controlSockets, control(options, control.get(), parts)));
      }
      core.federation().writeMissing(); // before anything runs that a failure would leave behind
      WebServer running = WebServer.start(ports, server.join());
      CompletableFuture<Void> files = rewriteMetadata(core.federation(), options.report());
      return new MockFederation(running, files, neighbours, core, parts);
    } catch (RuntimeException e) {
      ListeningSockets.close(sockets);
      ListeningSockets.close(controlSockets);
      ListeningSockets.close(tlsSockets);
      throw e;
    }
  }

  /** Beside the first requests: files of an earlier start are there, and mostly the same. */
  private static CompletableFuture<Void> rewriteMetadata(
      Federation federation, Consumer<BadInput> report) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            federation.writePublished();
          } catch (BadInput problem) {
            report.accept(problem);
          }
        });
  }

  private static String url(String scheme, String host, List<ServerSocketChannel> sockets) {
    return scheme + "://" + urlHost(host) + ":" + WebServer.port(sockets);
  }

  private static ControlParts parts(Options options, String baseUrl, Core core) {
    History history = new History(core.clock());
    core.idps().forEach(idp -> idp.witnessedBy(history));
    return new ControlParts(
        baseUrl,
        core.federation(),
        new Membership(
            core.federation(),
            options.data() == null ? null : options.data().resolve("sp"),
            core.clock(),
            new LintCheck(core.clock())),
        core.idps(),
        core.people(),
        new Exchanges(),
        new Switchboard(),
        new Outages(),
        new FeedSwitch(),
        core.clock(),
        history,
        new TestNumbers(core.people(), Optional.ofNullable(options.data())),
        options.guests().stream().flatMap(guest -> guest.steering().stream()).findFirst());
  }

  private static ControlSite control(Options options, URI base, ControlParts parts) {
    return new ControlSite(
        ControlApi.routes(parts), base, options.control().token(), options.stackTraces());
  }

  private static String urlHost(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** What takes time is done at once: reading the cast, starting XML security. */
  private static Core core(Options options, String baseUrl, Optional<String> httpsUrl) {
    ControlClock clock = new ControlClock(options.clock());
    CompletableFuture<Cast> cast = CompletableFuture.supplyAsync(Cast::load);
    CompletableFuture<Void> xml = CompletableFuture.runAsync(SamlRuntime::start);
    Optional<Path> data = Optional.ofNullable(options.data());
    data.ifPresent(MockFederation::makeMemberFolder);
    TestPki pki =
        data.map(folder -> TestPki.open(folder.resolve("pki"), options.clock()))
            .orElseGet(() -> TestPki.inMemory(options.clock()));
    List<IdpProfile> profiles = IdpProfiles.load();
    Federation federation =
        data.map(folder -> Federation.open(folder, pki, clock, options.report()))
            .orElseGet(() -> Federation.inMemory(pki, clock));
    await(xml);
    ExtraPeople people = new ExtraPeople(await(cast));
    Supplier<String> ids = ids();
    List<MockIdp> idps =
        profiles.parallelStream() // their keys are read, which takes long enough to share
            .map(
                profile ->
                    new MockIdp(profile, baseUrl, httpsUrl, pki, federation, people, clock, ids))
            .toList();
    return new Core(pki, people, federation, idps, clock);
  }

  /** It is there from the start, so that a file can be put in. */
  private static void makeMemberFolder(Path data) {
    try {
      Files.createDirectories(data.resolve("sp"));
    } catch (IOException e) {
      throw new BadInput(
          data.toString(),
          "the data folder cannot be made or written (" + FileTrouble.inWords(e) + ")",
          "Choose a folder that you may write to",
          e);
    }
  }

  private static <T> T await(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * XML IDs with 160 random bits (SAML core 1.3.4), beginning with what an NCName may begin with.
   */
  private static Supplier<String> ids() {
    SecureRandom random = new SecureRandom();
    return () -> {
      byte[] bytes = new byte[20];
      random.nextBytes(bytes);
      return "_" + HexFormat.of().formatHex(bytes);
    };
  }

  private static FederationSite site(
      Options options, Core core, ControlParts parts, Neighbours neighbours, Pages pages) {
    String baseUrl = parts.federationUrl();
    Seal seal = new Seal(core.pki());
    SealedState sealed = new SealedState(seal, core.clock());
    Optional<Path> folder = Optional.ofNullable(options.data()).map(data -> data.resolve("sp"));
    FederationDesk desk =
        new FederationDesk(core.federation(), core.idps(), baseUrl, folder, neighbours, pages);
    Routes routes =
        new Routes()
            .get("/", desk::start)
            .get(DiscoveryDesk.PATH, new DiscoveryDesk(core.federation(), pages)::answer)
            .get("/health", call -> Reply.text(200, "application/json", "{\"status\":\"up\"}"))
            .getUnder(StaticFiles.PREFIX, StaticFiles::answer)
            .getUnder(ExchangeDesk.PREFIX, new ExchangeDesk(parts.exchanges(), pages)::answer);
    ExchangeGuard guard =
        new ExchangeGuard(parts.exchanges(), parts.outages(), parts.instructions(), core.clock());
    JoinDesk join = new JoinDesk(parts.membership(), sealed, pages, baseUrl);
    routes.get(JoinDesk.PATH, join::show).post(JoinDesk.PATH, join::take);
    MetadataDesk documents = new MetadataDesk(core.federation(), parts.feeds());
    documents.serve(routes);
    new TrustDesk(core.pki(), baseUrl, Optional.ofNullable(options.data()), core.clock())
        .serve(routes);
    for (Guest guest : options.guests()) {
      guest.settle(
          new Guest.Place(
              baseUrl, core.pki(), core.federation(), core.people(), core.clock(), seal));
      new GuestDesk(guest, core.federation(), pages).serve(routes);
    }
    for (MockIdp idp : core.idps()) {
      String path = idp.entityId().substring(baseUrl.length());
      String profile = idp.profile().id();
      SessionCookie cookie = new SessionCookie(seal, idp.entityId(), path);
      SignInDesk signIn =
          new SignInDesk(
              idp,
              parts.switchboard(),
              sealed,
              cookie,
              new SignInPages(idp, path, core.federation(), sealed, cookie, pages),
              new ScriptedDesk(idp, pages, parts.history(), core.clock()),
              core.clock());
      String redirect = idp.location(true).substring(baseUrl.length());
      String post = idp.location(false).substring(baseUrl.length());
      routes
          .get(path, guard.guarding(profile, call -> documents.own(call, idp.entityId())))
          .get(
              path + FederationDesk.METADATA,
              guard.guarding(profile, call -> documents.own(call, idp.entityId())))
          .get(redirect, guard.guarding(profile, signIn::redirect))
          .get(post, guard.guarding(profile, signIn::visited))
          .post(post, guard.guarding(profile, signIn::post))
          .post(path + "/answer", guard.guarding(profile, signIn::answer))
          .get(path + "/hok/redirect", guard.guarding(profile, signIn::holderOfKeyRedirect))
          .get(path + "/hok/post", guard.guarding(profile, signIn::visited))
          .post(path + "/hok/post", guard.guarding(profile, signIn::holderOfKeyPost))
          .get(path + "/forget", guard.guarding(profile, signIn::session))
          .post(path + "/forget", guard.guarding(profile, signIn::forget));
    }
    return new FederationSite(routes, pages, options.stackTraces());
  }

  /** Where it is reached: scheme, host and port, without a final slash. */
  public String baseUrl() {
    return parts.federationUrl();
  }

  /** Where the control API is, if it runs. */
  public Optional<URI> controlUrl() {
    return neighbours.control();
  }

  /** Names the demo e-service that runs beside it, for the start page. */
  public void demo(URI url) {
    neighbours.demo(url);
  }

  /** The demo e-service that runs beside it, if one does. */
  public Optional<URI> demo() {
    return neighbours.demo();
  }

  public Federation federation() {
    return core.federation();
  }

  /** The identity providers, in the order of their profiles' names. */
  public List<MockIdp> idps() {
    return core.idps();
  }

  /**
   * The identity provider of a profile.
   *
   * @throws IllegalArgumentException when there is no such profile
   */
  public MockIdp idp(String profile) {
    return core.idps().stream()
        .filter(idp -> idp.profile().id().equals(profile))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no profile '" + profile + "' runs here"));
  }

  /** The test persons who can sign in. */
  public Cast cast() {
    return core.people().get();
  }

  /** The keys and certificates of this federation. */
  public TestPki pki() {
    return core.pki();
  }

  /** Where a test arms what happens to one browser. */
  public Exchanges exchanges() {
    return parts.exchanges();
  }

  /** Has an identity provider fail for everybody, until {@link #endOutage}. */
  public void beginOutage(MockIdp idp, Outage outage) {
    parts.beginOutage(idp, outage);
  }

  public void endOutage(MockIdp idp) {
    parts.endOutage(idp);
  }

  /** The metadata feeds, which can be wrong for a while. */
  public FeedSwitch feeds() {
    return parts.feeds();
  }

  /** Has the feeds be wrong about an identity provider, until they are to be good again. */
  public void deviateFeeds(MockIdp about, Deviations deviations) {
    parts.feeds().deviate(core.federation().operator(), () -> about.sceneOfFeed(deviations));
  }

  /** Stops answering; calls under way have a second to finish. No file is written after it. */
  @Override
  public void close() {
    server.close();
    neighbours.guests().forEach(Guest::close);
    files.join();
  }
}
