package se.genrep.federation;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.genrep.federation.Report.Entity;
import se.genrep.federation.Report.Reason;
import se.genrep.input.BadInput;
import se.genrep.input.WholeFile;

/**
 * Takes service providers into the federation: hands their metadata to the operator's checks and
 * keeps it, in a data folder as {@code sp/joined-<name>.xml}, so that a restart has it. Files that
 * a person put into the folder are never touched. Thread-safe.
 */
public final class Membership {

  /** What a name of ours begins with, so that it is told from a file somebody put there. */
  private static final String PREFIX = "joined-";

  private static final String XML = ".xml";
  private static final String ADDRESS = ".url";
  private static final Pattern LINE = Pattern.compile(":([0-9]+)$");

  /**
   * Metadata that was handed in.
   *
   * @param address where it was fetched; empty when it was not
   */
  public record Entry(String name, Optional<URI> address) {}

  private record Kept(Optional<URI> address, List<String> entityIds) {}

  private final Federation federation;
  private final Path folder;
  private final Clock clock;
  private final RegistrationCheck check;
  private final MetadataFetcher fetcher = new MetadataFetcher();
  private final Map<String, Kept> inMemory = new TreeMap<>();

  /**
   * @param folder where members' files are; null to keep all in memory
   * @param check looks at what the operator's own checks do not
   */
  public Membership(Federation federation, Path folder, Clock clock, RegistrationCheck check) {
    this.federation = federation;
    this.folder = folder;
    this.clock = clock;
    this.check = check;
  }

  /**
   * Hands in metadata. What was handed in under the same name before is replaced.
   *
   * @param name any text; empty to be named after the first entityID
   */
  public Report submit(String name, byte[] xml) {
    return submit(name, xml, Optional.empty());
  }

  /**
   * Fetches metadata and hands it in.
   *
   * @param name as for {@link #submit}
   * @param address an http or https URL
   */
  public Report fetch(String name, String address) {
    try {
      URI uri = MetadataFetcher.address(address);
      return submit(name, fetcher.fetch(uri), Optional.of(uri));
    } catch (BadInput e) {
      return refused(JoinName.of(name), List.of(), List.of(reason(e)), List.of());
    }
  }

  /**
   * Fetches again what was fetched before; when that fails, what was there stays.
   *
   * @param name as a {@link Report} or an {@link Entry} has it
   */
  public Report refetch(String name) {
    Optional<URI> address =
        entries().stream()
            .filter(entry -> entry.name().equals(name))
            .flatMap(entry -> entry.address().stream())
            .findFirst();
    return address
        .map(uri -> fetch(name, uri.toString()))
        .orElseGet(
            () ->
                refused(
                    JoinName.of(name),
                    List.of(),
                    List.of(
                        new Reason(
                            -1,
                            "nothing was fetched under this name",
                            "Give the address that it is to be fetched from")),
                    List.of()));
  }

  /** What was handed in and is kept, by name. */
  public synchronized List<Entry> entries() {
    if (folder == null) {
      return inMemory.entrySet().stream()
          .map(each -> new Entry(each.getKey(), each.getValue().address()))
          .toList();
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(PREFIX) && file.endsWith(XML))
          .map(file -> file.substring(PREFIX.length(), file.length() - XML.length()))
          .sorted()
          .map(name -> new Entry(name, addressOf(name)))
          .toList();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * Ends a membership.
   *
   * @param name as a {@link Report} or an {@link Entry} has it
   * @return false when there is none of that name
   */
  public synchronized boolean remove(String name) {
    if (!JoinName.of(name).equals(name)) {
      return false;
    }
    if (folder == null) {
      Kept kept = inMemory.remove(name);
      if (kept != null) {
        kept.entityIds().forEach(federation::leave);
      }
      return kept != null;
    }
    try {
      Files.deleteIfExists(file(name, ADDRESS));
      return Files.deleteIfExists(file(name, XML));
    } catch (IOException e) {
      throw unusable(file(name, XML), e);
    }
  }

  private synchronized Report submit(String given, byte[] xml, Optional<URI> address) {
    MetadataReader.Reading reading;
    String shown = given.isBlank() ? "metadata" : given;
    try {
      reading = MetadataReader.read(shown, xml, clock.instant());
    } catch (BadInput e) {
      return refused(JoinName.of(given), List.of(), List.of(reason(e)), List.of());
    }
    List<EntityMetadata> members =
        reading.entities().stream().filter(each -> each.serviceProvider().isPresent()).toList();
    String name =
        JoinName.of(given.isBlank() && !members.isEmpty() ? members.get(0).entityId() : given);
    List<Reason> reasons = new ArrayList<>();
    reading.problems().forEach(problem -> reasons.add(reason(problem)));
    Set<String> ids = new LinkedHashSet<>();
    members.forEach(member -> refuse(member, name, ids, reasons));
    if (members.isEmpty() && reasons.isEmpty()) {
      reasons.add(
          new Reason(
              -1,
              "there is no service provider in it (no SPSSODescriptor for SAML 2.0)",
              "Give the metadata of a service provider"));
    }
    List<Finding> findings = findings(shown, xml, members);
    if (!reasons.isEmpty()) {
      return refused(name, members, reasons, findings);
    }
    keep(name, xml, address, members);
    return new Report(name, true, entities(members), List.of(), findings);
  }

  /** What makes a service provider that can be used no member all the same. */
  private void refuse(EntityMetadata member, String name, Set<String> ids, List<Reason> reasons) {
    if (!ids.add(member.entityId())) {
      reasons.add(
          new Reason(
              -1,
              "the entityID " + member.entityId() + " is in it twice",
              "Remove one of the two"));
    }
    member.remarks().stream()
        .filter(finding -> finding.requirement().equals(OperatorChecks.SIGNED_REQUESTS))
        .forEach(
            finding ->
                reasons.add(
                    new Reason(
                        finding.line(),
                        finding.sentence(),
                        "Set it, and sign every request (" + finding.requirement() + ")")));
    federation
        .entity(member.entityId())
        .filter(other -> !isOurs(other, name))
        .ifPresent(
            other ->
                reasons.add(
                    new Reason(
                        -1,
                        "the entityID "
                            + member.entityId()
                            + " is already a member's, by "
                            + other.file(),
                        "Remove that first, or replace it under its own name")));
  }

  private boolean isOurs(EntityMetadata other, String name) {
    return folder == null
        ? inMemory.containsKey(name) && inMemory.get(name).entityIds().contains(other.entityId())
        : other.file().equals(file(name, XML).toString());
  }

  private List<Finding> findings(String shown, byte[] xml, List<EntityMetadata> members) {
    List<Finding> all = new ArrayList<>();
    members.forEach(member -> all.addAll(member.remarks()));
    Set<String> said = new LinkedHashSet<>();
    all.forEach(each -> said.add(each.requirement() + " " + each.line()));
    check.check(shown, xml).stream()
        .filter(each -> !said.contains(each.requirement() + " " + each.line()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private void keep(String name, byte[] xml, Optional<URI> address, List<EntityMetadata> members) {
    if (folder == null) {
      remove(name);
      members.forEach(
          member ->
              federation.join(name, member.element().toString().getBytes(StandardCharsets.UTF_8)));
      inMemory.put(
          name, new Kept(address, members.stream().map(EntityMetadata::entityId).toList()));
      return;
    }
    try {
      if (address.isEmpty()) {
        Files.deleteIfExists(file(name, ADDRESS));
      } else {
        WholeFile.write(
            file(name, ADDRESS), address.get().toString().getBytes(StandardCharsets.US_ASCII));
      }
      WholeFile.write(file(name, XML), xml);
    } catch (IOException e) {
      throw unusable(file(name, ADDRESS), e);
    }
  }

  private Optional<URI> addressOf(String name) {
    Path file = file(name, ADDRESS);
    try {
      return Files.exists(file)
          ? Optional.of(MetadataFetcher.address(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | BadInput e) {
      return Optional.empty(); // somebody changed it; then it is as if it had been handed in
    }
  }

  private Path file(String name, String ending) {
    return folder.resolve(PREFIX + name + ending);
  }

  private static BadInput unusable(Path path, IOException e) {
    return new BadInput(
        path.toString(),
        "it cannot be read or written (" + e.getClass().getSimpleName() + ")",
        "Check the permissions",
        e);
  }

  private static Report refused(
      String name, List<EntityMetadata> members, List<Reason> reasons, List<Finding> findings) {
    return new Report(name, false, entities(members), List.copyOf(reasons), findings);
  }

  private static List<Entity> entities(List<EntityMetadata> members) {
    return members.stream()
        .map(member -> new Entity(member.entityId(), member.isPublished()))
        .toList();
  }

  private static Reason reason(BadInput problem) {
    Matcher line = LINE.matcher(problem.where());
    return new Reason(
        line.find() ? Integer.parseInt(line.group(1)) : -1, problem.problem(), problem.remedy());
  }
}
