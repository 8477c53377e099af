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
import se.genrep.sut.IdpSutConfig;
import se.genrep.sut.SutConfig;

/** Gets the metadata that SUT.yaml names, from a file or an http(s) address. */
final class MetadataSource {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Far larger than the metadata of one entity. */
  private static final int MOST_BYTES = 4 << 20;

  private final Path sut;
  private final String metadata;
  private final Optional<Path> file;

  /**
   * @param sut the SUT.yaml that names it, for complaints
   * @param metadata as written there
   * @param file where it is when it is a file
   */
  private MetadataSource(Path sut, String metadata, Optional<Path> file) {
    this.sut = sut;
    this.metadata = metadata;
    this.file = file;
  }

  static byte[] read(SutConfig config) {
    return new MetadataSource(config.file(), config.metadata(), config.metadataFile()).read();
  }

  static byte[] read(IdpSutConfig config) {
    return new MetadataSource(config.file(), config.metadata(), config.metadataFile()).read();
  }

  private byte[] read() {
    byte[] bytes = file.isPresent() ? readFile(file.get()) : fetch();
    if (bytes.length > MOST_BYTES) {
      throw bad("is larger than " + (MOST_BYTES >> 20) + " MB", null);
    }
    return bytes;
  }

  private byte[] readFile(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw bad("cannot be read (" + FileTrouble.inWords(e) + ")", e);
    }
  }

  private byte[] fetch() {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(metadata)).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        if (response.statusCode() != 200) {
          throw bad("answers with status " + response.statusCode(), null);
        }
        return in.readNBytes(MOST_BYTES + 1);
      }
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw bad("cannot be reached (" + why + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw bad("was not waited for", e);
    }
  }

  private BadInput bad(String problem, Exception cause) {
    return new BadInput(
        sut + ": metadata",
        metadata + " " + problem,
        "Start the system, or give the file or address of its SAML metadata",
        cause);
  }
}
