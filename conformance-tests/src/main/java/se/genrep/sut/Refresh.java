package se.genrep.sut;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import se.genrep.input.YamlNode;

/**
 * A call that makes a system read the federation's metadata anew.
 *
 * @param method GET or POST
 * @param headers sent along, for instance to be let in
 * @param seconds how long the reading takes after the call has been answered; 0 when it is done
 *     then
 */
public record Refresh(URI url, String method, Map<String, String> headers, int seconds) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_SECONDS = 600;

  public Refresh {
    headers = Map.copyOf(headers);
  }

  /** By POST, and done when it is answered. */
  public static Refresh of(String url) {
    return new Refresh(URI.create(url), "POST", Map.of(), 0);
  }

  /** An address alone, or {@code {url, method, headers, seconds}}. */
  static Refresh read(YamlNode node) {
    if (!node.isMap()) {
      return new Refresh(SutConfigReader.address(node, node.text()), "POST", Map.of(), 0);
    }
    node.map("url", "method", "headers", "seconds");
    YamlNode url = node.required("url");
    Map<String, String> headers = new LinkedHashMap<>();
    node.get("headers")
        .ifPresent(all -> all.map().forEach((name, value) -> headers.put(name, value.text())));
    return new Refresh(
        SutConfigReader.address(url, url.text()),
        node.get("method").map(Refresh::method).orElse("POST"),
        headers,
        node.get("seconds").map(Refresh::seconds).orElse(0));
  }

  private static String method(YamlNode node) {
    if (!node.text().equals("GET") && !node.text().equals("POST")) {
      throw node.bad("'" + node.text() + "' is no method for this", "Write GET or POST");
    }
    return node.text();
  }

  private static int seconds(YamlNode node) {
    int seconds = node.integer();
    if (seconds < 0 || seconds > MOST_SECONDS) {
      throw node.bad("that is no time to wait", "Choose from 0 to " + MOST_SECONDS + " seconds");
    }
    return seconds;
  }

  /**
   * Calls, and returns when the reading is done.
   *
   * @return what was answered, in words; a refusal may mean no more than that bad metadata was
   *     found bad
   * @throws UserAgent.Unreachable when nothing is answered
   */
  String call() {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(url)
              .timeout(PATIENCE)
              .method(method, HttpRequest.BodyPublishers.noBody());
      headers.forEach(request::header);
      int status =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
      // What the system itself says it needs. Whether it then has read the feed is looked at.
      Thread.sleep(Duration.ofSeconds(seconds).toMillis());
      return method + " " + url + " → " + status;
    } catch (IOException e) {
      throw new UserAgent.Unreachable(url + " cannot be reached: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserAgent.Unreachable(url + " was not waited for", e);
    }
  }
}
