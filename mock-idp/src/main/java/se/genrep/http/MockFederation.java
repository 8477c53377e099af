package se.genrep.http;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.genrep.control.Exchanges;
import se.genrep.federation.Federation;
import se.genrep.federation.Membership;
import se.genrep.federation.RegistrationCheck;
import se.genrep.idp.IdpProfile;
import se.genrep.idp.IdpProfiles;
import se.genrep.idp.MockIdp;
import se.genrep.input.BadInput;
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
  private final String baseUrl;
  private final Federation federation;
  private final List<MockIdp> idps;
  private final Cast cast;
  private final TestPki pki;
  private final Exchanges exchanges;

  private MockFederation(WebServer server, String baseUrl, Core core, Exchanges exchanges) {
    this.server = server;
    this.baseUrl = baseUrl;
    this.federation = core.federation();
    this.idps = core.idps();
    this.cast = core.cast();
    this.pki = core.pki();
    this.exchanges = exchanges;
  }

  /** The parts that know nothing of HTTP. */
  private record Core(TestPki pki, Cast cast, Federation federation, List<MockIdp> idps) {}

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
   */
  public record Options(
      Path data,
      String host,
      int port,
      Clock clock,
      boolean stackTraces,
      Consumer<BadInput> report) {

    /** In a data folder. */
    public Options data(Path folder) {
      return new Options(folder, host, port, clock, stackTraces, report);
    }

    public Options host(String name) {
      return new Options(data, name, port, clock, stackTraces, report);
    }

    public Options port(int number) {
      return new Options(data, host, number, clock, stackTraces, report);
    }

    public Options clock(Clock other) {
      return new Options(data, host, port, other, stackTraces, report);
    }

    public Options stackTraces(boolean shown) {
      return new Options(data, host, port, clock, shown, report);
    }

    public Options report(Consumer<BadInput> listener) {
      return new Options(data, host, port, clock, stackTraces, listener);
    }
  }

  /** In memory, on any free port of localhost, by the system's clock. */
  public static Options options() {
    return new Options(null, "localhost", 0, Clock.systemUTC(), false, problem -> {});
  }

  /**
   * Starts, and returns when requests are answered.
   *
   * @throws BadInput when the port is taken, the host is not of this machine, or the data folder
   *     cannot be used
   */
  public static MockFederation start(Options options) {
    List<ServerSocketChannel> sockets = ListeningSockets.open(options.host(), options.port());
    try {
      String baseUrl = "http://" + urlHost(options.host()) + ":" + WebServer.port(sockets);
      CompletableFuture<Pages> pages = CompletableFuture.supplyAsync(Pages::new);
      Core core = core(options, baseUrl);
      Exchanges exchanges = new Exchanges();
      FederationSite site = site(options, baseUrl, core, exchanges, pages.join());
      return new MockFederation(WebServer.start(sockets, site), baseUrl, core, exchanges);
    } catch (RuntimeException e) {
      ListeningSockets.close(sockets);
      throw e;
    }
  }

  private static String urlHost(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** What takes time is done at once: reading the cast, starting XML security. */
  private static Core core(Options options, String baseUrl) {
    CompletableFuture<Cast> cast = CompletableFuture.supplyAsync(Cast::load);
    CompletableFuture<Void> xml = CompletableFuture.runAsync(SamlRuntime::start);
    Optional<Path> data = Optional.ofNullable(options.data());
    data.ifPresent(MockFederation::makeMemberFolder);
    TestPki pki =
        data.map(folder -> TestPki.open(folder.resolve("pki"), options.clock()))
            .orElseGet(() -> TestPki.inMemory(options.clock()));
    List<IdpProfile> profiles = IdpProfiles.load();
    Federation federation =
        data.map(folder -> Federation.open(folder, pki, options.clock(), options.report()))
            .orElseGet(() -> Federation.inMemory(pki, options.clock()));
    await(xml);
    Cast people = await(cast);
    Supplier<String> ids = ids();
    List<MockIdp> idps =
        profiles.stream()
            .map(
                profile ->
                    new MockIdp(profile, baseUrl, pki, federation, people, options.clock(), ids))
            .toList();
    return new Core(pki, people, federation, idps);
  }

  /** It is there from the start, so that a file can be put in. */
  private static void makeMemberFolder(Path data) {
    try {
      Files.createDirectories(data.resolve("sp"));
    } catch (IOException e) {
      throw new BadInput(
          data.toString(),
          "the data folder cannot be made or written (" + e.getClass().getSimpleName() + ")",
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
      Options options, String baseUrl, Core core, Exchanges exchanges, Pages pages) {
    SealedState sealed = new SealedState(core.pki(), options.clock());
    Optional<Path> folder = Optional.ofNullable(options.data()).map(data -> data.resolve("sp"));
    FederationDesk desk =
        new FederationDesk(core.federation(), core.idps(), baseUrl, folder, pages);
    Routes routes =
        new Routes()
            .get("/", desk::start)
            .get(DiscoveryDesk.PATH, new DiscoveryDesk(core.federation(), pages)::answer)
            .get("/health", call -> Reply.text(200, "application/json", "{\"status\":\"up\"}"))
            .getUnder(StaticFiles.PREFIX, StaticFiles::answer)
            .getUnder(ExchangeDesk.PREFIX, new ExchangeDesk(exchanges, pages)::answer);
    Membership membership =
        new Membership(
            core.federation(), folder.orElse(null), options.clock(), RegistrationCheck.NONE);
    JoinDesk join = new JoinDesk(membership, sealed, pages, baseUrl);
    routes.get(JoinDesk.PATH, join::show).post(JoinDesk.PATH, join::take);
    MetadataDesk documents = new MetadataDesk(core.federation());
    documents.serve(routes);
    for (MockIdp idp : core.idps()) {
      String path = idp.entityId().substring(baseUrl.length());
      SignInDesk signIn =
          new SignInDesk(idp, path, core.federation(), exchanges, sealed, pages, options.clock());
      routes
          .get(path, call -> documents.own(call, idp.entityId()))
          .get(path + FederationDesk.METADATA, call -> documents.own(call, idp.entityId()))
          .get(idp.location(true).substring(baseUrl.length()), signIn::redirect)
          .get(idp.location(false).substring(baseUrl.length()), signIn::visited)
          .post(idp.location(false).substring(baseUrl.length()), signIn::post)
          .post(path + "/answer", signIn::answer);
    }
    return new FederationSite(routes, pages, options.stackTraces());
  }

  /** Where it is reached: scheme, host and port, without a final slash. */
  public String baseUrl() {
    return baseUrl;
  }

  public Federation federation() {
    return federation;
  }

  /** The identity providers, in the order of their profiles' names. */
  public List<MockIdp> idps() {
    return idps;
  }

  /**
   * The identity provider of a profile.
   *
   * @throws IllegalArgumentException when there is no such profile
   */
  public MockIdp idp(String profile) {
    return idps.stream()
        .filter(idp -> idp.profile().id().equals(profile))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no profile '" + profile + "' runs here"));
  }

  /** The test persons who can sign in. */
  public Cast cast() {
    return cast;
  }

  /** The keys and certificates of this federation. */
  public TestPki pki() {
    return pki;
  }

  /** Where a test arms what happens to one browser. */
  public Exchanges exchanges() {
    return exchanges;
  }

  /** Stops answering; calls under way have a second to finish. */
  @Override
  public void close() {
    server.close();
  }
}
