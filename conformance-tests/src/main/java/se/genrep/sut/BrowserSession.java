package se.genrep.sut;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.BiDi;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Event;
import org.openqa.selenium.bidi.HasBiDi;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.Augmenter;
import org.openqa.selenium.remote.RemoteWebDriver;
import se.genrep.input.BadInput;

/**
 * A real browser, by W3C WebDriver BiDi: the one protocol in which it tells the HTTP status of what
 * it loads. Each user agent is a tab with cookies of its own in it, so that a fresh one costs
 * milliseconds instead of a start.
 */
public final class BrowserSession implements AutoCloseable {

  private static final String OPTION = "--agent";
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** What the tabs are told of. */
  private static final List<String> EVENTS =
      List.of(
          "network.beforeRequestSent",
          "network.responseCompleted",
          "network.fetchError",
          "browsingContext.load",
          "browsingContext.contextCreated");

  // Held, since the log manager forgets loggers that nobody holds. A browser that is newer than the
  // library is no news to whoever runs a test.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private final WebDriver driver;
  private final BiDi connection;
  private final Map<String, Traffic> tabs = new ConcurrentHashMap<>();

  private BrowserSession(WebDriver driver) {
    this.driver = driver;
    this.connection = ((HasBiDi) driver).getBiDi();
    send("session.subscribe", Map.of("events", EVENTS));
    EVENTS.forEach(
        name -> connection.addListener(new Event<>(name, Function.identity()), e -> hear(name, e)));
  }

  /**
   * Chromium or Chrome on this machine, without a window.
   *
   * @throws BadInput when there is none, or no chromedriver for it
   */
  public static BrowserSession local(boolean insecureTls) {
    File browser =
        onThePath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
            .orElseThrow(
                () ->
                    new BadInput(
                        OPTION,
                        "there is no Chromium on the PATH",
                        "Install it (Debian: chromium and chromium-driver), or give the URL of a"
                            + " WebDriver"));
    File chromedriver =
        onThePath("chromedriver")
            .orElseThrow(
                () ->
                    new BadInput(
                        OPTION,
                        "there is no chromedriver on the PATH",
                        "Install the one for " + browser + " (Debian: chromium-driver)"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver)
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    try {
      return of(new ChromeDriver(service, options(insecureTls).setBinary(browser)));
    } catch (WebDriverException e) {
      service.stop();
      throw new BadInput(
          OPTION,
          browser + " does not start: " + firstLine(e),
          "Start it by hand once to see why",
          e);
    }
  }

  /**
   * A WebDriver elsewhere, for instance a Selenium Grid.
   *
   * @param url of the WebDriver endpoint
   * @throws BadInput when it cannot be reached or does not speak BiDi
   */
  public static BrowserSession remote(URI url, boolean insecureTls) {
    try {
      WebDriver driver = new RemoteWebDriver(url.toURL(), options(insecureTls));
      return of(new Augmenter().augment(driver));
    } catch (MalformedURLException e) {
      throw new BadInput(OPTION, "'" + url + "' is no URL", "Write http://host:4444", e);
    } catch (WebDriverException e) {
      throw new BadInput(
          OPTION,
          "the WebDriver at " + url + " gives no browser: " + firstLine(e),
          "Start it, or mend the address; it must offer Chrome and BiDi (webSocketUrl)",
          e);
    }
  }

  private static BrowserSession of(WebDriver driver) {
    try {
      return new BrowserSession(driver);
    } catch (RuntimeException e) {
      driver.quit();
      throw e;
    }
  }

  private static ChromeOptions options(boolean insecureTls) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--headless=new",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
    if (System.getProperty("user.name").equals("root")) {
      // Chromium's sandbox refuses root, which is who runs tests in most containers.
      arguments.add("--no-sandbox");
    }
    ChromeOptions options = new ChromeOptions();
    options.addArguments(arguments);
    options.setAcceptInsecureCerts(insecureTls);
    options.setCapability("webSocketUrl", true);
    options.setCapability("unhandledPromptBehavior", "dismiss");
    return options;
  }

  private static Optional<File> onThePath(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(f -> new File(f, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  private static String firstLine(WebDriverException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** Makes user agents that are tabs of this browser. */
  public UserAgent.Factory agents() {
    return listener -> new WebDriverAgent(this, listener);
  }

  /** A tab with cookies of its own; gives {@code [user context, browsing context]}. */
  String[] open(Traffic traffic) {
    String user = (String) send("browser.createUserContext", Map.of()).get("userContext");
    String tab =
        (String)
            send("browsingContext.create", Map.of("type", "tab", "userContext", user))
                .get("context");
    tabs.put(tab, traffic);
    return new String[] {user, tab};
  }

  void close(String user, String tab) {
    tabs.values().removeIf(tabs.get(tab)::equals);
    try {
      send("browser.removeUserContext", Map.of("userContext", user));
    } catch (WebDriverException e) {
      // A browser that is gone has no tabs left either.
    }
  }

  /** Sends a command and gives its result. */
  @SuppressWarnings("unchecked")
  Map<String, Object> send(String method, Map<String, Object> parameters) {
    return connection.send(
        new Command<>(method, parameters, result -> (Map<String, Object>) result), ANSWER);
  }

  private void hear(String name, Map<String, Object> event) {
    String context = (String) event.get("context");
    if (name.equals("browsingContext.contextCreated")) {
      Traffic parent = event.get("parent") == null ? null : tabs.get(event.get("parent"));
      if (parent != null) {
        tabs.put(context, parent);
      }
      return;
    }
    Traffic traffic = context == null ? null : tabs.get(context);
    if (traffic != null) {
      traffic.hear(name, event);
    }
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } catch (WebDriverException e) {
      // It was gone already.
    }
  }
}
