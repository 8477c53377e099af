package se.genrep.sut;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What goes on between one tab of a real browser and the network, as the browser tells it. Events
 * are handed over by several threads, so that the end of a page may be heard of before its
 * beginning.
 */
final class Traffic {

  /** How Chromium calls an error status without a page: it shows one of its own instead. */
  private static final String NO_BODY = "net::ERR_HTTP_RESPONSE_CODE_FAILURE";

  private final Consumer<UserAgent.HttpStep> listener;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<Object> known = new HashSet<>();
  private final Set<Object> ended = new HashSet<>();
  private final Set<Object> underWay = new HashSet<>();
  private String tab;
  private long begun;
  private long lastHeard = System.nanoTime();
  private int status;
  private URI uri;
  private String failure;

  Traffic(Consumer<UserAgent.HttpStep> listener) {
    this.listener = listener;
  }

  /** The browsing context that is the tab itself and not a frame in it. */
  synchronized void belongsTo(String context) {
    this.tab = context;
  }

  @SuppressWarnings("unchecked")
  synchronized void hear(String name, Map<String, Object> event) {
    lastHeard = System.nanoTime();
    Object navigation = event.get("navigation");
    boolean page = navigation != null && event.get("context").equals(tab);
    Map<String, Object> request = (Map<String, Object>) event.get("request");
    String hop = request == null ? "" : request.get("request") + "/" + event.get("redirectCount");
    switch (name) {
      case "network.beforeRequestSent" -> {
        asked.add(hop);
        if (page && known.add(navigation)) {
          begun++;
          if (!ended.contains(navigation)) {
            underWay.add(navigation);
            failure = null;
          }
        }
      }
      case "network.responseCompleted" -> {
        Map<String, Object> response = (Map<String, Object>) event.get("response");
        answered.add(hop);
        int code = ((Number) response.get("status")).intValue();
        if (page) {
          status = code;
          uri = URI.create((String) request.get("url"));
        }
        if (navigation != null) {
          listener.accept(
              new UserAgent.HttpStep(
                  (String) request.get("method"),
                  URI.create((String) request.get("url")),
                  "",
                  code,
                  location((List<Map<String, Object>>) response.get("headers")),
                  ""));
        }
      }
      case "network.fetchError" -> {
        answered.add(hop);
        if (page) {
          ended.add(navigation);
          underWay.remove(navigation);
          if (!NO_BODY.equals(event.get("errorText"))) {
            failure = request.get("url") + " cannot be reached: " + event.get("errorText");
          }
        }
      }
      case "browsingContext.load" -> {
        if (page) {
          ended.add(navigation);
          // Whatever was under way before was given up for this one.
          underWay.clear();
        }
      }
      default -> {}
    }
    notifyAll();
  }

  @SuppressWarnings("unchecked")
  private static String location(List<Map<String, Object>> headers) {
    return headers.stream()
        .filter(header -> "location".equalsIgnoreCase((String) header.get("name")))
        .map(header -> (String) ((Map<String, Object>) header.get("value")).get("value"))
        .findFirst()
        .orElse(null);
  }

  /** A step begins, which earlier failures have nothing to do with; how many pages before it. */
  synchronized long begin() {
    failure = null;
    return begun;
  }

  /** How many pages were begun so far. */
  synchronized long begun() {
    return begun;
  }

  /** The HTTP status of the last page. */
  synchronized int status() {
    return status;
  }

  /** The address of the last page, which the browser's own page about an error hides. */
  synchronized URI uri() {
    return uri;
  }

  /** Why the last page did not come, in words; null when it did. */
  synchronized String failure() {
    return failure;
  }

  /** Waits until more pages were begun than {@code before}; false when the time is over. */
  boolean awaitBeginning(long before, Duration most) {
    return await(() -> begun > before || failure != null, most);
  }

  /** Waits until no page is under way, or too many were; false when the time is over. */
  boolean awaitPage(long tooMany, Duration most) {
    return await(() -> underWay.isEmpty() || begun >= tooMany, most);
  }

  /** Waits until nothing was asked for or answered for a while, or a page was begun. */
  void awaitQuiet(long before, Duration quiet, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    synchronized (this) {
      while (begun == before && System.nanoTime() < end) {
        long silent = System.nanoTime() - lastHeard;
        if (answered.containsAll(asked) && silent >= quiet.toNanos()) {
          return;
        }
        pause(Math.max(quiet.toNanos() - silent, 1_000_000));
      }
    }
  }

  private synchronized boolean await(BooleanSupplier condition, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      pause(left);
    }
    return true;
  }

  private void pause(long nanos) {
    try {
      wait(Math.max(1, nanos / 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserAgent.Unreachable("the run was interrupted", e);
    }
  }
}
