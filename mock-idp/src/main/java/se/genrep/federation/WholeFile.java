package se.genrep.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import se.genrep.input.BadInput;

/** Writes a file so that a reader sees the old content or the new, never a part. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Writes, unless the content is there already.
   *
   * @throws BadInput when the folder or file cannot be written
   */
  static void write(Path file, byte[] content) {
    try {
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
        return;
      }
      Files.createDirectories(file.getParent());
      // Not a temporary file of the JDK: those are for their owner alone, and peers read this one.
      String partName = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
      Path part = file.resolveSibling(partName);
      try {
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new BadInput(
          file.toString(),
          "the file cannot be written (" + e.getClass().getSimpleName() + ")",
          "Make the folder writable or choose another data folder with --data",
          e);
    }
  }
}
