package se.genrep.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** What shows that a file or folder has changed. */
record Stamp(FileTime modified, long size) {

  /** The stamp now; empty for what is not there (any more). */
  static Optional<Stamp> of(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
