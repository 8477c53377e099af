package se.genrep.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import se.genrep.input.BadInput;
import se.genrep.input.FileTrouble;

/** Opens a metadata document: a file, an http(s) address or standard input. */
final class LintSource {

  private static final String STANDARD_INPUT = "-";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** More than ten thousand entities of the usual size. */
  static final long MOST_BYTES = 128L << 20;

  private LintSource() {}

  /** What complaints call it. */
  static String name(String metadata) {
    return metadata.equals(STANDARD_INPUT) ? "standard input" : metadata;
  }

  /**
   * The bytes, no more than {@link #MOST_BYTES} of them.
   *
   * @throws BadInput when it is not there, cannot be read, is empty or too large; also from a read
   */
  static InputStream open(String metadata) {
    InputStream whole;
    if (metadata.equals(STANDARD_INPUT)) {
      whole = System.in;
    } else if (metadata.startsWith("http://") || metadata.startsWith("https://")) {
      whole = fetch(metadata);
    } else {
      whole = file(metadata);
    }
    return new Bounded(name(metadata), whole);
  }

  private static InputStream file(String metadata) {
    try {
      Path file = Path.of(metadata);
      if (Files.isDirectory(file)) {
        throw bad(metadata, "this is a folder", "Name one file, or an http(s) address", null);
      }
      if (!Files.exists(file)) {
        throw bad(metadata, "there is no such file", "Check the path", null);
      }
      return Files.newInputStream(file);
    } catch (InvalidPathException e) {
      throw bad(metadata, "this is no path", "Name a file, or an http(s) address", e);
    } catch (IOException e) {
      throw bad(
          metadata,
          "the file cannot be read (" + FileTrouble.inWords(e) + ")",
          "Check its permissions",
          e);
    }
  }

  private static InputStream fetch(String metadata) {
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(URI.create(metadata)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw bad(
            metadata,
            "the address answers with status " + response.statusCode(),
            "Give the address of SAML metadata",
            null);
      }
      return response.body();
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw bad(metadata, "the address cannot be reached (" + why + ")", "Check it", e);
    } catch (IllegalArgumentException e) {
      throw bad(metadata, "this is no web address", "Write it as in a browser", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw bad(metadata, "the address was not waited for", "Try it again", e);
    }
  }

  private static BadInput bad(String metadata, String problem, String remedy, Exception cause) {
    return new BadInput(name(metadata), problem, remedy, cause);
  }

  /** Ends with a sentence where a document is too large, or empty. */
  private static final class Bounded extends FilterInputStream {
    private final String name;
    private long taken;

    Bounded(String name, InputStream in) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      return count(read, read);
    }

    private int count(int result, int bytes) {
      if (result < 0 && taken == 0) {
        throw bad(name, "there is nothing in it", "Give SAML metadata", null);
      }
      taken += Math.max(result < 0 ? 0 : bytes, 0);
      if (taken > MOST_BYTES) {
        throw bad(
            name,
            "it is larger than " + (MOST_BYTES >> 20) + " MB",
            "Give SAML metadata; an aggregate of ten thousand entities is smaller",
            null);
      }
      return result;
    }
  }
}
