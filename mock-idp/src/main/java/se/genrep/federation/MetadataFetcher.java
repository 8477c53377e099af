package se.genrep.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.genrep.input.BadInput;

/**
 * Fetches metadata over http or https, within bounds: size, time and redirects, of which none leads
 * to another scheme but from http to https.
 */
final class MetadataFetcher {

  /** Larger than any single service provider's metadata, and than most aggregates. */
  static final int MOST_BYTES = 16 << 20;

  private static final int MOST_REDIRECTS = 5;
  private static final int LONGEST_ADDRESS = 2000;

  private final Duration patience;
  private HttpClient client;

  MetadataFetcher() {
    this(Duration.ofSeconds(20));
  }

  /**
   * @param patience for the whole, redirects included
   */
  MetadataFetcher(Duration patience) {
    this.patience = patience;
  }

  /**
   * An address that can be fetched.
   *
   * @throws BadInput when it is none
   */
  static URI address(String text) {
    try {
      URI uri = new URI(text.strip());
      if (text.length() <= LONGEST_ADDRESS
          && isWeb(uri)
          && uri.getHost() != null
          && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, as for any other address that cannot be fetched.
    }
    throw new BadInput(
        text.length() > 200 ? text.substring(0, 200) + "…" : text,
        "this is no address that metadata can be fetched from",
        "Write an absolute URL that begins with https:// or http://, without a user name");
  }

  private static boolean isWeb(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * Fetches a document.
   *
   * @throws BadInput when it cannot be had
   */
  byte[] fetch(URI address) {
    long end = System.nanoTime() + patience.toNanos();
    URI at = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<byte[]> answer = get(at, end);
      int status = answer.statusCode();
      if (status == 200) {
        return answer.body();
      }
      if (status < 301 || status > 308 || answer.headers().firstValue("Location").isEmpty()) {
        throw new BadInput(
            at.toString(),
            "the answer was HTTP " + status + " instead of 200",
            "Give the address at which the metadata is published");
      }
      at = next(at, answer.headers().firstValue("Location").get());
    }
    throw new BadInput(
        address.toString(),
        "there were more than " + MOST_REDIRECTS + " redirects",
        "Give the address at which the metadata is published");
  }

  private static URI next(URI from, String location) {
    URI to;
    try {
      to = address(from.resolve(new URI(location)).toString());
    } catch (URISyntaxException | BadInput e) {
      throw elsewhere(from, location);
    }
    boolean weaker =
        from.getScheme().toLowerCase(Locale.ROOT).equals("https")
            && !to.getScheme().toLowerCase(Locale.ROOT).equals("https");
    if (weaker) {
      throw elsewhere(from, location);
    }
    return to;
  }

  private static BadInput elsewhere(URI from, String location) {
    return new BadInput(
        from.toString(),
        "it redirects to '" + location + "', where metadata is not fetched from",
        "Give the address at which the metadata is published");
  }

  private HttpResponse<byte[]> get(URI at, long end) {
    HttpRequest request =
        HttpRequest.newBuilder(at)
            .timeout(patience)
            .header("Accept", "application/samlmetadata+xml, application/xml, text/xml, */*")
            .build();
    CompletableFuture<HttpResponse<byte[]>> call =
        client().sendAsync(request, info -> new Bounded());
    try {
      return call.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new BadInput(
          at.toString(),
          "there was no whole answer within " + patience.toSeconds() + " seconds",
          "See whether the service runs, and try again",
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause
          && cause.getMessage() != null
          && cause.getMessage().contains(Bounded.TOO_LARGE)) {
        throw new BadInput(
            at.toString(),
            "the answer is larger than " + (MOST_BYTES >> 20) + " MiB",
            "Give the metadata of the service providers only",
            cause);
      }
      throw new BadInput(
          at.toString(),
          "nothing could be fetched (" + e.getCause().getClass().getSimpleName() + ")",
          "See whether the service runs and can be reached from here",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput(at.toString(), "the fetching was interrupted", "Try again", e);
    }
  }

  /** Made when it is first needed: most starts of the federation fetch nothing. */
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(5))
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return client;
  }

  /** Collects a body, and gives up when it is too large. */
  private static final class Bounded implements BodySubscriber<byte[]> {
    static final String TOO_LARGE = "too large for metadata";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
      return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
      for (ByteBuffer item : items) {
        if (body.size() + item.remaining() > MOST_BYTES) {
          subscription.cancel();
          done.completeExceptionally(new IOException(TOO_LARGE));
          return;
        }
        byte[] bytes = new byte[item.remaining()];
        item.get(bytes);
        body.writeBytes(bytes);
      }
    }

    @Override
    public void onError(Throwable e) {
      done.completeExceptionally(e);
    }

    @Override
    public void onComplete() {
      done.complete(body.toByteArray());
    }
  }
}
