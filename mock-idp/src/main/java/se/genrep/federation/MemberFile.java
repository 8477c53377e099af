package se.genrep.federation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.input.BadInput;
import se.genrep.input.FileTrouble;

/**
 * A file of members as it was at one time: which entities are in it and where, or why the file
 * cannot be used. The entities themselves are read from it one by one.
 */
final class MemberFile {

  /** Several times any federation's aggregate; a bound for a file that is something else. */
  static final long MOST_BYTES = 256L << 20;

  private final Path path;
  private final Stamp stamp;
  private final MetadataDocument document;
  private final List<Member> members;
  private final Optional<BadInput> problem;

  private MemberFile(Path path, Stamp stamp, MetadataDocument document, BadInput problem) {
    this.path = path;
    this.stamp = stamp;
    this.document = document;
    this.problem = Optional.ofNullable(problem);
    this.members =
        document == null
            ? List.of()
            : document.parts().stream().map(part -> new Member(this, part)).toList();
  }

  /** Looks for the entities of a file; never throws. */
  static MemberFile of(Path path, Stamp stamp) {
    try (InputStream in = Files.newInputStream(path)) {
      if (stamp.size() > MOST_BYTES) {
        throw new BadInput(
            path.toString(),
            "the file is larger than " + (MOST_BYTES >> 20) + " MiB",
            "Give the metadata of the service providers only");
      }
      return new MemberFile(path, stamp, MetadataDocument.of(path.toString(), in, false), null);
    } catch (BadInput e) {
      return new MemberFile(path, stamp, null, e);
    } catch (IOException e) {
      return new MemberFile(path, stamp, null, unreadable(path, e));
    }
  }

  private static BadInput unreadable(Path path, IOException e) {
    return new BadInput(
        path.toString(),
        "the file cannot be read (" + FileTrouble.inWords(e) + ")",
        "Check its permissions",
        e);
  }

  Path path() {
    return path;
  }

  Stamp stamp() {
    return stamp;
  }

  boolean hasChanged() {
    return !Stamp.of(path).equals(Optional.of(stamp));
  }

  List<Member> members() {
    return members;
  }

  /** Why nothing of the file can be used. */
  Optional<BadInput> problem() {
    return problem;
  }

  /**
   * Reads one entity.
   *
   * @throws BadInput when it cannot be used, or the file is no longer what it was
   */
  EntityMetadata read(MetadataPart part, Instant now) {
    try {
      byte[] raw = part.kept() != null ? part.kept() : slice(part.offset(), part.length());
      return document.entity(part, raw, now);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private byte[] slice(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
        // reads on until all is there, or the file ends
      }
    }
    return bytes.array();
  }
}
