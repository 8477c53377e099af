package se.genrep.sut;

import java.nio.file.Path;
import java.util.Optional;
import se.genrep.input.Yaml;
import se.genrep.model.SutRole;

/** What every SUT.yaml has, whatever it describes. */
public final class SutFile {

  private SutFile() {}

  /** What is described: the key {@code role}. */
  public static SutRole role(Path file) {
    return Yaml.read(file).required("role").oneOf(SutRole.class);
  }

  /** The name a system has when none is written. */
  static String defaultName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  /** A path that is written in the file, relative to it; empty for a web address. */
  static Optional<Path> relative(Path file, String written) {
    return written.matches("https?://.*")
        ? Optional.empty()
        : Optional.of(file.toAbsolutePath().getParent().resolve(written).normalize());
  }
}
