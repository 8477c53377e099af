package se.genrep.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.genrep.input.BadInput;

/**
 * The folder whose files make service providers members. Files are read again when they change: a
 * look-up checks the folder and the one file it depends on (two calls to the file system), an
 * unknown entityID and {@link #problems} check all. A file that cannot be used leaves the others
 * working.
 */
final class MemberFolder {

  /** Far larger than any federation's aggregate; a bound for a file that is something else. */
  private static final long MOST_BYTES = 64L << 20;

  /** What shows that a file has changed. */
  private record Stamp(FileTime modified, long size) {}

  private record FileContent(Stamp stamp, List<EntityMetadata> entities, List<BadInput> problems) {}

  private record State(
      Optional<Stamp> folder,
      Map<Path, FileContent> files,
      Map<String, EntityMetadata> members,
      List<BadInput> problems) {}

  private final Path folder;
  private final Clock clock;
  private final Consumer<BadInput> report;
  private final Set<String> reported = new HashSet<>();
  private volatile State state = new State(Optional.empty(), Map.of(), Map.of(), List.of());

  /**
   * @param report is told every problem once, when it is first seen
   */
  MemberFolder(Path folder, Clock clock, Consumer<BadInput> report) {
    this.folder = folder;
    this.clock = clock;
    this.report = report;
  }

  Optional<EntityMetadata> find(String entityId) {
    EntityMetadata member = state.members().get(entityId);
    if (member == null || isStale(member)) {
      member = refreshed().members().get(entityId);
    }
    return Optional.ofNullable(member);
  }

  List<EntityMetadata> all() {
    return List.copyOf(refreshed().members().values());
  }

  List<BadInput> problems() {
    return refreshed().problems();
  }

  private boolean isStale(EntityMetadata member) {
    Path file = folder.resolve(Path.of(member.file()).getFileName());
    FileContent content = state.files().get(file);
    return !stamp(folder).equals(state.folder())
        || content == null
        || !stamp(file).equals(Optional.of(content.stamp()))
        || isOver(member);
  }

  private boolean isOver(EntityMetadata member) {
    return member.validUntil().map(until -> !until.isAfter(clock.instant())).orElse(false);
  }

  private synchronized State refreshed() {
    Optional<Stamp> folderStamp = stamp(folder);
    Map<Path, FileContent> files = new TreeMap<>();
    List<BadInput> listing = new ArrayList<>();
    boolean same = folderStamp.equals(state.folder());
    for (Path file : list(listing)) {
      FileContent before = state.files().get(file);
      Optional<Stamp> stamp = stamp(file);
      if (stamp.isEmpty()) {
        same = false;
      } else if (before != null
          && before.stamp().equals(stamp.get())
          && before.entities().stream().noneMatch(this::isOver)) {
        files.put(file, before);
      } else {
        files.put(file, read(file, stamp.get()));
        same = false;
      }
    }
    if (!same || files.size() != state.files().size() || !listing.isEmpty()) {
      state = assemble(folderStamp, files, listing);
      tell(state.problems());
    }
    return state;
  }

  private void tell(List<BadInput> problems) {
    for (BadInput problem : problems) {
      if (reported.add(problem.getMessage())) {
        report.accept(problem);
      }
    }
  }

  /** In the order of file names, so that the outcome does not depend on the file system. */
  private State assemble(
      Optional<Stamp> folderStamp, Map<Path, FileContent> files, List<BadInput> listing) {
    Map<String, EntityMetadata> members = new LinkedHashMap<>();
    List<BadInput> problems = new ArrayList<>(listing);
    files.forEach(
        (file, content) -> {
          problems.addAll(content.problems());
          for (EntityMetadata entity : content.entities()) {
            EntityMetadata first = members.putIfAbsent(entity.entityId(), entity);
            if (first != null) {
              problems.add(
                  new BadInput(
                      file.toString(),
                      "the entityID " + entity.entityId() + " is also in " + first.file(),
                      "Remove one of the files; until then the first by name is used"));
            }
          }
        });
    return new State(folderStamp, Map.copyOf(files), members, List.copyOf(problems));
  }

  private FileContent read(Path file, Stamp stamp) {
    try {
      if (stamp.size() > MOST_BYTES) {
        throw new BadInput(
            file.toString(),
            "the file is larger than " + (MOST_BYTES >> 20) + " MiB",
            "Give the metadata of the service providers only");
      }
      MetadataReader.Reading reading =
          MetadataReader.read(file.toString(), Files.readAllBytes(file), clock.instant());
      List<EntityMetadata> providers =
          reading.entities().stream().filter(e -> e.serviceProvider().isPresent()).toList();
      if (providers.isEmpty() && reading.problems().isEmpty()) {
        throw new BadInput(
            file.toString(),
            "there is no service provider in it (no SPSSODescriptor for SAML 2.0)",
            "Put the metadata of a service provider here");
      }
      return new FileContent(stamp, providers, reading.problems());
    } catch (BadInput problem) {
      return new FileContent(stamp, List.of(), List.of(problem));
    } catch (IOException e) {
      return new FileContent(
          stamp,
          List.of(),
          List.of(
              new BadInput(
                  file.toString(),
                  "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                  "Check its permissions",
                  e)));
    }
  }

  private List<Path> list(List<BadInput> problems) {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> file.getFileName().toString().endsWith(".xml"))
          .filter(file -> !Files.isDirectory(file))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of(); // nobody has joined yet
    } catch (IOException e) {
      problems.add(
          new BadInput(
              folder.toString(),
              "the folder cannot be read (" + e.getClass().getSimpleName() + ")",
              "Check its permissions",
              e));
      return List.of();
    }
  }

  private static Optional<Stamp> stamp(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException e) {
      return Optional.empty(); // not there (any more)
    }
  }
}
