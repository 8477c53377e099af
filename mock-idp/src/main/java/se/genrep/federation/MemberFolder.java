package se.genrep.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.genrep.input.BadInput;
import se.genrep.input.FileTrouble;

/**
 * The folder whose files make service providers members. A file is looked through for its entities
 * when it is new or has changed, and each entity is read when it is wanted, so that an aggregate of
 * thousands is there at once. A look-up checks the folder and the one file it depends on (two calls
 * to the file system), an unknown entityID and {@link #problems} check all. A file that cannot be
 * used leaves the others working.
 */
final class MemberFolder {

  /** So many entities are read while somebody waits for a page; more are read in the background. */
  private static final int READ_AT_ONCE = 200;

  /**
   * How far the reading has come.
   *
   * @param read how many entities of the files were read
   * @param all how many there are
   * @param problems what is wrong with those that were read
   */
  record Census(int read, int all, List<BadInput> problems) {}

  /** The folder as it was at one time. Another object after each change. */
  private static final class State {
    final Optional<Stamp> folder;
    final Map<Path, MemberFile> files;
    final Map<String, List<Member>> members = new LinkedHashMap<>();
    final List<BadInput> listing;
    private Map<String, String> hashes;

    State(Optional<Stamp> folder, Map<Path, MemberFile> files, List<BadInput> listing) {
      this.folder = folder;
      this.files = files;
      this.listing = listing;
      for (MemberFile file : files.values()) {
        for (Member member : file.members()) {
          members.computeIfAbsent(member.entityId(), key -> new ArrayList<>(1)).add(member);
        }
      }
    }

    List<Member> candidates(String entityId) {
      return members.getOrDefault(entityId, List.of());
    }

    synchronized Optional<String> byHash(String hash) {
      if (hashes == null) {
        hashes = new LinkedHashMap<>();
        members.keySet().forEach(entityId -> hashes.put(Sha1.hex(entityId), entityId));
      }
      return Optional.ofNullable(hashes.get(hash));
    }
  }

  private final Path folder;
  private final Clock clock;
  private final Consumer<BadInput> report;
  private final Set<String> reported = new HashSet<>();
  private final RecentMembers recent = new RecentMembers();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile State state = new State(Optional.empty(), Map.of(), List.of());

  /**
   * @param report is told every problem once, when it is first seen
   */
  MemberFolder(Path folder, Clock clock, Consumer<BadInput> report) {
    this.folder = folder;
    this.clock = clock;
    this.report = report;
  }

  Optional<EntityMetadata> find(String entityId) {
    List<Member> candidates = state.candidates(entityId);
    boolean same = Stamp.of(folder).equals(state.folder);
    for (Member member : candidates) {
      if (same && !member.file().hasChanged()) {
        Optional<EntityMetadata> found = recent.get(member, clock.instant());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return refreshed().candidates(entityId).stream()
        .flatMap(member -> recent.get(member, clock.instant()).stream())
        .findFirst();
  }

  /** The entityID with this SHA-1, of a member that is known or of one that cannot be used. */
  Optional<String> entityIdBySha1(String hash) {
    return refreshed().byHash(hash);
  }

  /**
   * Goes through the members in the order of their files, so that the outcome does not depend on
   * the file system; of two with one entityID the first is taken.
   */
  void each(Consumer<EntityMetadata> action) {
    Instant now = clock.instant();
    for (List<Member> candidates : refreshed().members.values()) {
      candidates.stream()
          .flatMap(member -> recent.peek(member, now).stream())
          .findFirst()
          .ifPresent(action);
    }
  }

  /** The first members, at most so many. */
  List<EntityMetadata> first(int most) {
    Instant now = clock.instant();
    return refreshed().members.values().stream()
        .flatMap(all -> all.stream().flatMap(each -> recent.get(each, now).stream()).limit(1))
        .limit(most)
        .toList();
  }

  /** Another object whenever a file has changed since. */
  Object version() {
    return refreshed();
  }

  /** When the first of those that were read ceases to hold; empty when none does. */
  Optional<Instant> nextEnd() {
    return members(state).flatMap(member -> member.until().stream()).min(Instant::compareTo);
  }

  /** How far the reading has come; has it go on in the background when much is left. */
  Census census() {
    State now = refreshed();
    Instant time = clock.instant();
    long left = members(now).filter(member -> !member.isJudged(time)).count();
    if (left <= READ_AT_ONCE) {
      List<BadInput> problems = problems();
      int all = (int) members(state).count();
      return new Census(all, all, problems);
    }
    if (!reading.isLocked()) {
      Thread reader = new Thread(this::problems, "genrep-members");
      reader.setDaemon(true);
      reader.start();
    }
    int read = (int) members(now).filter(Member::isRead).count();
    return new Census(read, (int) members(now).count(), assess(now));
  }

  /** Reads all that was not read yet, and tells what is wrong. */
  List<BadInput> problems() {
    State now = refreshed();
    reading.lock();
    try {
      Instant time = clock.instant();
      members(now).filter(member -> !member.isJudged(time)).forEach(member -> member.read(time));
    } finally {
      reading.unlock();
    }
    List<BadInput> problems = assess(now);
    tell(problems);
    return problems;
  }

  private static Stream<Member> members(State state) {
    return state.files.values().stream().flatMap(file -> file.members().stream());
  }

  private synchronized void tell(List<BadInput> problems) {
    for (BadInput problem : problems) {
      if (reported.add(problem.getMessage())) {
        report.accept(problem);
      }
    }
  }

  /** What is wrong as far as it is known, in the order of the files. */
  private static List<BadInput> assess(State state) {
    Map<String, BadInput> problems = new LinkedHashMap<>();
    Map<String, Member> first = new LinkedHashMap<>();
    state.listing.forEach(each -> problems.put(each.getMessage(), each));
    for (MemberFile file : state.files.values()) {
      file.problem().ifPresent(each -> problems.put(each.getMessage(), each));
      for (Member member : file.members()) {
        member.problem().ifPresent(each -> problems.putIfAbsent(each.getMessage(), each));
        Member other = member.isUsable() ? first.putIfAbsent(member.entityId(), member) : null;
        if (other != null) {
          BadInput twice = twice(member, other);
          problems.put(twice.getMessage(), twice);
        }
      }
      nobody(file).ifPresent(each -> problems.put(each.getMessage(), each));
    }
    return List.copyOf(problems.values());
  }

  private static BadInput twice(Member member, Member first) {
    return new BadInput(
        member.file().path().toString(),
        "the entityID " + member.entityId() + " is also in " + first.file().path(),
        "Remove one of the files; until then the first by name is used");
  }

  private static Optional<BadInput> nobody(MemberFile file) {
    boolean nobody =
        file.problem().isEmpty()
            && file.members().stream()
                .allMatch(
                    member -> member.isRead() && !member.isUsable() && member.problem().isEmpty());
    return nobody
        ? Optional.of(
            new BadInput(
                file.path().toString(),
                "there is no service provider in it (no SPSSODescriptor for SAML 2.0)",
                "Put the metadata of a service provider here"))
        : Optional.empty();
  }

  private synchronized State refreshed() {
    Optional<Stamp> folderStamp = Stamp.of(folder);
    Map<Path, MemberFile> files = new TreeMap<>();
    List<BadInput> listing = new ArrayList<>();
    boolean same = folderStamp.equals(state.folder);
    for (Path path : list(listing)) {
      MemberFile before = state.files.get(path);
      Optional<Stamp> stamp = Stamp.of(path);
      if (stamp.isEmpty()) {
        same = false;
      } else if (before != null && before.stamp().equals(stamp.get())) {
        files.put(path, before);
      } else {
        files.put(path, MemberFile.of(path, stamp.get()));
        same = false;
      }
    }
    if (!same || files.size() != state.files.size() || !listing.equals(state.listing)) {
      state = new State(folderStamp, files, listing);
      recent.clear(); // it would keep what was found in files that are no longer so
    }
    return state;
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
              "the folder cannot be read (" + FileTrouble.inWords(e) + ")",
              "Check its permissions",
              e));
      return List.of();
    }
  }
}
