package se.genrep.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document with the operator's signature, in memory or, since it can be large, in a file. */
public final class SignedDocument {

  private final byte[] bytes;
  private final Path file;
  private final String tag;

  private SignedDocument(byte[] bytes, Path file, String tag) {
    this.bytes = bytes;
    this.file = file;
    this.tag = tag;
  }

  static SignedDocument of(byte[] bytes, String tag) {
    return new SignedDocument(bytes, null, tag);
  }

  static SignedDocument of(Path file, String tag) {
    return new SignedDocument(null, file, tag);
  }

  /** Changes when the content does: what HTTP calls a strong entity tag, without quotes. */
  public String tag() {
    return tag;
  }

  /** Whether it is in a file, because it can be large. */
  public boolean isFile() {
    return file != null;
  }

  /** From the start; to be closed. */
  public InputStream open() throws IOException {
    return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
  }

  /** All of it. */
  public byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
