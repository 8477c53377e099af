package se.genrep.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In a real Chromium, against pages as service providers have them. */
class WebDriverAgentTest {

  private static HttpServer server;
  private static ExecutorService threads;
  private static BrowserSession session;

  @BeforeAll
  static void start() throws IOException {
    session = Chromium.orSkip();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", WebDriverAgentTest::answer);
    server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop(0);
      threads.shutdownNow();
      session.close();
    }
  }

  private static URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private static void answer(HttpExchange call) throws IOException {
    String cookies = String.valueOf(call.getRequestHeaders().getFirst("Cookie"));
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String form = "<form method=post action=/acs><input type=hidden name=SAMLResponse value=abc>";
    switch (call.getRequestURI().getPath()) {
      case "/redirect" -> {
        call.getResponseHeaders().add("Location", "/plain");
        call.getResponseHeaders().add("Set-Cookie", "seen=1; Path=/");
        reply(call, 302, "");
      }
      case "/plain" -> reply(call, 200, "<h1>plain</h1> cookies: " + cookies);
      case "/json" -> {
        call.getResponseHeaders().add("Content-Type", "application/json");
        reply(call, 200, "{\"subject\": \"198001019876\", \"odd\": \"<b>\"}");
      }
      case "/empty-401" -> reply(call, 401, "");
      case "/broken" -> reply(call, 500, "<p>out of order</p>");
      case "/by-script" ->
          reply(call, 200, form + "</form><script>document.forms[0].submit()</script>");
      case "/by-script-later" ->
          reply(
              call,
              200,
              form + "</form><script>setTimeout(() => document.forms[0].submit(), 400)</script>");
      case "/by-hand" -> reply(call, 200, form + "<input name=RelayState value='a&b'></form>");
      case "/acs" -> reply(call, 200, "posted " + body);
      case "/fetched" ->
          reply(
              call,
              200,
              "<p id=who>?</p><script>setTimeout(async () => {"
                  + "const seen = await (await fetch('/json')).json();"
                  + "who.textContent = 'I am ' + seen.subject}, 100)</script>");
      case "/moved-by-script" -> reply(call, 200, "<script>location = '/plain'</script>");
      case "/refresh" -> reply(call, 200, "<meta http-equiv=refresh content='0;url=/plain'>");
      case "/alert" -> reply(call, 200, "<p>after</p><script>alert('x')</script>");
      case "/frame" -> reply(call, 200, "<p>around</p><iframe src=/broken></iframe>");
      case "/round" -> reply(call, 200, "<script>location.replace('/round')</script>");
      default -> reply(call, 404, "none");
    }
  }

  private static void reply(HttpExchange call, int status, String body) throws IOException {
    call.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/html; charset=utf-8"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private final List<UserAgent.HttpStep> steps = Collections.synchronizedList(new ArrayList<>());

  private UserAgent agent() {
    return session.agents().fresh(steps::add);
  }

  @Test
  void tellsEachRedirectAndTheStatusOfThePage() {
    try (UserAgent agent = agent()) {
      Page page = agent.open(at("/redirect"));
      assertEquals(at("/plain"), page.uri());
      assertEquals(200, page.status());
      assertTrue(page.body().contains("cookies: seen=1"), page.body());
      assertEquals(List.of(302, 200), steps.stream().map(UserAgent.HttpStep::status).toList());
      assertEquals("/plain", steps.get(0).location());
    }
  }

  @Test
  void givesJsonAsItCame() {
    try (UserAgent agent = agent()) {
      assertEquals(
          "{\"subject\": \"198001019876\", \"odd\": \"<b>\"}", agent.open(at("/json")).body());
    }
  }

  @Test
  void seesErrorsBehindTheBrowsersOwnPages() {
    try (UserAgent agent = agent()) {
      Page page = agent.open(at("/empty-401"));
      assertEquals(401, page.status());
      assertEquals(at("/empty-401"), page.uri());
      assertEquals(500, agent.open(at("/broken")).status());
    }
  }

  @Test
  void followsWhateverScriptsDo() {
    try (UserAgent agent = agent()) {
      for (String path : List.of("/by-script", "/by-script-later")) {
        Page page = agent.open(at(path));
        assertEquals(at("/acs"), page.uri(), path);
        assertTrue(page.body().contains("posted SAMLResponse=abc"), page.body());
      }
      assertEquals(at("/plain"), agent.open(at("/moved-by-script")).uri());
      assertEquals(at("/plain"), agent.open(at("/refresh")).uri());
      assertTrue(agent.open(at("/fetched")).body().contains("I am 198001019876"));
      assertTrue(agent.open(at("/alert")).body().contains("after"));
    }
  }

  @Test
  void postsFormsThatWaitForAPerson() {
    try (UserAgent agent = agent()) {
      Page page = agent.open(at("/by-hand"));
      Page.Form form = page.samlForm().orElseThrow();
      assertEquals(Map.of("SAMLResponse", "abc", "RelayState", "a&b"), form.fields());
      assertTrue(
          agent.submit(form).body().contains("posted SAMLResponse=abc&amp;RelayState=a%26b"));
      try (UserAgent other = agent()) {
        assertEquals(at("/acs"), other.submit(form).uri());
      }
    }
  }

  @Test
  void takesTheStatusOfThePageAndNotOfAFrameInIt() {
    try (UserAgent agent = agent()) {
      assertEquals(200, agent.open(at("/frame")).status());
    }
  }

  @Test
  void hasCookiesOfItsOwnAndForgetsThem() {
    try (UserAgent agent = agent();
        UserAgent other = agent()) {
      agent.open(at("/redirect"));
      assertTrue(other.open(at("/plain")).body().contains("cookies: null"));
      assertTrue(agent.open(at("/plain")).body().contains("cookies: seen=1"));
      agent.forgetCookies();
      assertTrue(agent.open(at("/plain")).body().contains("cookies: null"));
    }
  }

  @Test
  void saysWhatCannotBeReached() throws IOException {
    try (UserAgent agent = agent()) {
      URI nobody = URI.create("http://localhost:" + freePort() + "/x");
      UserAgent.Unreachable refused =
          assertThrows(UserAgent.Unreachable.class, () -> agent.open(nobody));
      assertEquals(
          nobody + " cannot be reached: net::ERR_CONNECTION_REFUSED", refused.getMessage());
      assertEquals(200, agent.open(at("/plain")).status(), "and goes on after that");
    }
  }

  @Test
  void leavesPagesThatLeadNowhere() {
    try (UserAgent agent = agent()) {
      UserAgent.Unreachable lost =
          assertThrows(UserAgent.Unreachable.class, () -> agent.open(at("/round")));
      assertTrue(lost.getMessage().contains("leads on and on"), lost.getMessage());
    }
  }
}
