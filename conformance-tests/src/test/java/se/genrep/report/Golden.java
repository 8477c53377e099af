package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files under src/test/resources/golden that pin what is written. Run the tests with {@code
 * -Dgolden.renew} to write them anew, and look at the difference before it goes in.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void matches(String name, byte[] actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (System.getProperty("golden.renew") != null) {
        Files.createDirectories(FOLDER);
        Files.write(file, actual);
        return;
      }
      assertTrue(Files.exists(file), file + " is missing; -Dgolden.renew writes it");
      assertEquals(
          Files.readString(file),
          new String(actual, StandardCharsets.UTF_8),
          file + " differs; -Dgolden.renew writes it anew");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
