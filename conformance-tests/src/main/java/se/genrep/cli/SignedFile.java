package se.genrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.genrep.ades.Document;
import se.genrep.input.BadInput;

/** Reads a file that is to be signed or verified. */
final class SignedFile {

  /** Signing and validation hold a document in memory several times. */
  private static final long LARGEST = 100L << 20;

  private SignedFile() {}

  /**
   * The file.
   *
   * @throws BadInput when it is missing, unreadable or larger than 100 MB
   */
  static Document read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new BadInput(file.toString(), "this is a folder", "Give a file");
      }
      if (Files.size(file) > LARGEST) {
        throw new BadInput(
            file.toString(),
            "the file has " + (Files.size(file) >> 20) + " MB",
            "Give a file of at most " + (LARGEST >> 20) + " MB");
      }
      return new Document(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadInput(
          file.toString(),
          "the file cannot be read (" + e.getClass().getSimpleName() + ")",
          "Check the path and its permissions",
          e);
    }
  }
}
