package se.genrep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import se.genrep.input.BadInput;
import se.genrep.input.FileTrouble;
import se.genrep.sut.SutConfig;

/** Gets the metadata that SUT.yaml names, from a file or an http(s) address. */
final class MetadataSource {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Far larger than the metadata of one entity. */
  private static final int MOST_BYTES = 4 << 20;

  private MetadataSource() {}

  static byte[] read(SutConfig config) {
    Optional<Path> file = config.metadataFile();
    byte[] bytes = file.isPresent() ? readFile(config, file.get()) : fetch(config);
    if (bytes.length > MOST_BYTES) {
      throw bad(config, "is larger than " + (MOST_BYTES >> 20) + " MB", null);
    }
    return bytes;
  }

  private static byte[] readFile(SutConfig config, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw bad(config, "cannot be read (" + FileTrouble.inWords(e) + ")", e);
    }
  }

  private static byte[] fetch(SutConfig config) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(config.metadata())).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        if (response.statusCode() != 200) {
          throw bad(config, "answers with status " + response.statusCode(), null);
        }
        return in.readNBytes(MOST_BYTES + 1);
      }
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw bad(config, "cannot be reached (" + why + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw bad(config, "was not waited for", e);
    }
  }

  private static BadInput bad(SutConfig config, String problem, Exception cause) {
    return new BadInput(
        config.file() + ": metadata",
        config.metadata() + " " + problem,
        "Start the service provider, or give the file or address of its SAML metadata",
        cause);
  }
}
