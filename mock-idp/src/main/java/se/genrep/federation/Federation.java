package se.genrep.federation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.genrep.input.BadInput;
import se.genrep.input.WholeFile;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.saml.XmlNode;

/**
 * The mock federation: who is a member, and the operator's signed metadata. Service providers join
 * by a file in {@code <data>/sp/*.xml}, identity providers of this process by {@link #publish}.
 * Thread-safe.
 */
public final class Federation {

  private static final Duration SHORT = MetadataFeed.VALIDITY.dividedBy(2);

  /** So many documents of single members are kept, some 15 kB each. */
  private static final int MOST_DOCUMENTS = 200;

  /**
   * A collection as it was made.
   *
   * @param files what the folder was then, or null
   * @param changes how often anything else had changed
   */
  private record Made(
      Object files, int changes, Instant at, Instant until, SignedDocument document) {}

  /** A single member's document, of that object and hour. */
  private record Single(EntityMetadata of, Instant hour, SignedDocument document) {}

  private final MemberFolder folder;
  private final Path published;
  private final MetadataFeed feed;
  private final Clock clock;
  private final Map<String, EntityMetadata> joined = new LinkedHashMap<>();

  /** Members whose metadata is written when it is first asked for, by entityID. */
  private final Map<String, Runnable> expected = new LinkedHashMap<>();

  private final SortedMap<String, EntityMetadata> providers = new TreeMap<>();
  private final Set<String> unwritten = new TreeSet<>();

  /** Held while files are written: of two who write one file, the later has the newer metadata. */
  private final Object writing = new Object();

  private final Map<Feed, Made> feeds = new EnumMap<>(Feed.class);
  private final Map<String, Single> singles =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Single> eldest) {
          return size() > MOST_DOCUMENTS;
        }
      };

  private int changes;

  private Federation(MemberFolder folder, Path published, MetadataFeed feed, Clock clock) {
    this.folder = folder;
    this.published = published;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * The federation of a data folder: members from {@code sp/*.xml}, own metadata written to {@code
   * metadata/}. No file of a member is read here; the first look-up does.
   *
   * @param report is told every problem with a member's file once
   */
  public static Federation open(Path data, TestPki pki, Clock clock, Consumer<BadInput> report) {
    return new Federation(
        new MemberFolder(data.resolve("sp"), clock, report),
        data.resolve("metadata"),
        feed(pki),
        clock);
  }

  /** A federation without files: members come by {@link #join} only. */
  public static Federation inMemory(TestPki pki, Clock clock) {
    return new Federation(null, null, feed(pki), clock);
  }

  private static MetadataFeed feed(TestPki pki) {
    return new MetadataFeed(pki.credential("federation", KeyType.RSA_2048));
  }

  /**
   * Makes a service provider of this process a member, without a file. A later call with the same
   * entityID replaces it.
   *
   * @param name what complaints call the document
   * @throws BadInput when the metadata cannot be used
   */
  public EntityMetadata join(String name, byte[] xml) {
    return join(name, MetadataReader.readOne(name, xml, clock.instant()));
  }

  /**
   * As the other, for metadata of our own making, which is not put to the schema: to start that
   * costs time, and a test does it.
   */
  public EntityMetadata join(String name, XmlNode own) {
    return join(name, MetadataReader.readOwn(name, own, clock.instant()));
  }

  /**
   * As the other, for a member whose metadata is written when it is first asked for: a start should
   * not wait for keys that nobody needs yet.
   */
  public synchronized void joinLater(String entityId, String name, Supplier<XmlNode> own) {
    expected.put(entityId, () -> join(name, own.get()));
    changes++;
  }

  /** Has the metadata of a member written that was to join later. */
  private void arrive(String entityId) {
    Runnable joining;
    synchronized (this) {
      joining = expected.get(entityId);
    }
    if (joining != null) {
      joining.run(); // outside the lock, since it may look at other members
      synchronized (this) {
        expected.remove(entityId);
      }
    }
  }

  private void arriveAll() {
    List<String> all;
    synchronized (this) {
      all = List.copyOf(expected.keySet());
    }
    all.forEach(this::arrive);
  }

  private synchronized EntityMetadata join(String name, EntityMetadata entity) {
    if (entity.serviceProvider().isEmpty()) {
      throw new BadInput(
          name,
          "there is no service provider in it (no SPSSODescriptor for SAML 2.0)",
          "Give the metadata of a service provider");
    }
    joined.put(entity.entityId(), entity);
    changes++;
    return entity;
  }

  /** Ends the membership of a service provider that joined by {@link #join}. */
  public synchronized void leave(String entityId) {
    expected.remove(entityId);
    joined.remove(entityId);
    changes++;
  }

  /** The member with this entityID (exact comparison), as its newest usable metadata says. */
  public Optional<EntityMetadata> serviceProvider(String entityId) {
    arrive(entityId);
    synchronized (this) {
      EntityMetadata here = joined.get(entityId);
      if (here != null) {
        return Optional.of(here);
      }
    }
    return folder == null ? Optional.empty() : folder.find(entityId);
  }

  /**
   * All service providers: those of files in the order of their names, then those of the process.
   * For a federation of thousands, {@link #serviceProviders(int)} is kinder.
   */
  public List<EntityMetadata> serviceProviders() {
    List<EntityMetadata> all = new ArrayList<>();
    eachServiceProvider(all::add);
    return List.copyOf(all);
  }

  /** The first service providers: those of the process, then those of files, so many at most. */
  public List<EntityMetadata> serviceProviders(int most) {
    arriveAll();
    Map<String, EntityMetadata> some = new LinkedHashMap<>();
    synchronized (this) {
      some.putAll(joined);
    }
    if (folder != null) {
      folder.first(most).forEach(entity -> some.putIfAbsent(entity.entityId(), entity));
    }
    return some.values().stream().limit(most).toList();
  }

  /** Those of files as they are read, and not kept; then those of the process. */
  private void eachServiceProvider(Consumer<EntityMetadata> action) {
    arriveAll();
    Map<String, EntityMetadata> here;
    synchronized (this) {
      here = new LinkedHashMap<>(joined);
    }
    if (folder != null) {
      folder.each(
          entity -> {
            if (!here.containsKey(entity.entityId())) {
              action.accept(entity);
            }
          });
    }
    here.values().forEach(action);
  }

  /** The identity providers of this process. */
  public synchronized List<EntityMetadata> identityProviders() {
    return List.copyOf(providers.values());
  }

  /**
   * Why files of members, or some of their entities, are not in use. Reads every entity that was
   * not read yet, which takes seconds for a federation of thousands; see {@link #census}.
   */
  public List<BadInput> problems() {
    return folder == null ? List.of() : folder.problems();
  }

  /**
   * How many service providers there are, and how far reading them has come.
   *
   * @param read how many of those in files were read; the others are read when they are wanted
   * @param inFiles how many entities the files have
   * @param inProcess how many joined without a file
   * @param problems what is wrong with those that were read
   */
  public record Census(int read, int inFiles, int inProcess, List<BadInput> problems) {
    public int all() {
      return inFiles + inProcess;
    }
  }

  /** As {@link #problems}, without waiting: when much is left, it is read in the background. */
  public Census census() {
    int here;
    synchronized (this) {
      here = joined.size() + expected.size();
    }
    if (folder == null) {
      return new Census(0, 0, here, List.of());
    }
    MemberFolder.Census files = folder.census();
    return new Census(files.read(), files.all(), here, files.problems());
  }

  /**
   * Makes an identity provider of this process a member, or gives it new metadata. Signing waits
   * until the document is asked for, since a start should not wait for what nobody reads yet.
   *
   * @param name of its file: {@code <data>/metadata/<name>.xml}, written by {@link #writePublished}
   */
  public synchronized void publish(String name, XmlNode descriptor) {
    XmlNode own = descriptor.detached();
    providers.put(name, MetadataReader.readOwn(name + ".xml", own, clock.instant()));
    unwritten.add(name);
    changes++;
  }

  /**
   * As {@link #writePublished}, only those of which there is no file yet, not even an older one.
   */
  public void writeMissing() {
    synchronized (writing) {
      unwritten().filter(name -> !Files.exists(file(name))).forEach(this::write);
    }
  }

  /**
   * Writes the files of the identity providers whose metadata is new. Without a data folder there
   * are none.
   *
   * @throws BadInput when the folder cannot be written
   */
  public void writePublished() {
    synchronized (writing) {
      unwritten().forEach(this::write);
    }
  }

  private synchronized Stream<String> unwritten() {
    return published == null ? Stream.empty() : List.copyOf(unwritten).stream();
  }

  private Path file(String name) {
    return published.resolve(name + ".xml");
  }

  private void write(String name) {
    synchronized (this) {
      unwritten.remove(name); // before it is written: what changes meanwhile is written again
    }
    try {
      WholeFile.write(file(name), metadata(name).orElseThrow());
    } catch (BadInput problem) {
      synchronized (this) {
        unwritten.add(name);
      }
      throw problem;
    }
  }

  /** The metadata published under the name, signed, without an end. */
  public Optional<byte[]> metadata(String name) {
    EntityMetadata entity;
    synchronized (this) {
      entity = providers.get(name);
    }
    return Optional.ofNullable(entity).map(each -> feed.entity(each.element()));
  }

  /** The member with this entityID (exact comparison), of either role. */
  public Optional<EntityMetadata> entity(String entityId) {
    return identityProviders().stream()
        .filter(idp -> idp.entityId().equals(entityId))
        .findFirst()
        .or(() -> serviceProvider(entityId));
  }

  /**
   * The signed md:EntityDescriptor of a member, as the metadata query protocol gives it out; empty
   * for who is none and for whom the operator does not publish. Within an hour the same content
   * gives the same document.
   */
  public Optional<SignedDocument> document(String entityId) {
    return entity(entityId).filter(EntityMetadata::isPublished).map(this::signed);
  }

  /** The metadata of an identity provider of this process as it gives it out itself. */
  public Optional<SignedDocument> current(String entityId) {
    return identityProviders().stream()
        .filter(idp -> idp.entityId().equals(entityId))
        .findFirst()
        .map(this::signed);
  }

  private SignedDocument signed(EntityMetadata member) {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    synchronized (singles) {
      Single kept = singles.get(member.entityId());
      if (kept != null && kept.of() == member && kept.hour().equals(hour)) {
        return kept.document();
      }
    }
    SignedDocument made = feed.entity(member, hour);
    synchronized (singles) {
      singles.put(member.entityId(), new Single(member, hour, made));
    }
    return made;
  }

  /** As {@link #document}, by the SHA-1 of the entityID in lower-case hex (SAML MDQ 3). */
  public Optional<SignedDocument> documentBySha1(String hash) {
    return ofProcess().stream()
        .map(EntityMetadata::entityId)
        .filter(entityId -> Sha1.hex(entityId).equals(hash))
        .findFirst()
        .or(() -> folder == null ? Optional.empty() : folder.entityIdBySha1(hash))
        .flatMap(this::document);
  }

  private List<EntityMetadata> ofProcess() {
    arriveAll();
    synchronized (this) {
      List<EntityMetadata> all = new ArrayList<>(providers.values());
      all.addAll(joined.values());
      return all;
    }
  }

  /** The signed md:EntitiesDescriptor of all members: {@link Feed#ALL}. */
  public byte[] aggregate() {
    return feed(Feed.ALL).bytes();
  }

  /**
   * A signed md:EntitiesDescriptor (DP-2-04, DP-2-05) of those whom the operator publishes. It is
   * made anew when a member has changed and when half its validity is over.
   */
  public SignedDocument feed(Feed which) {
    synchronized (feeds) {
      Instant now = clock.instant();
      if (which.hasServiceProviders()) {
        arriveAll(); // before the changes are counted, of which it is one
      }
      boolean filed = folder != null && which.hasServiceProviders();
      Object files = filed ? folder.version() : null;
      int count = changes();
      Made made = feeds.get(which);
      if (made == null
          || made.files() != files
          || made.changes() != count
          || !now.isBefore(made.until())
          || now.isBefore(made.at())) {
        Path file = published == null ? null : published.resolve("feed").resolve(which.file());
        SignedDocument document =
            feed.aggregate(which.title(), action -> each(which, action), now, file);
        made = new Made(files, count, now, end(now, filed), document);
        feeds.put(which, made);
      }
      return made.document();
    }
  }

  private synchronized int changes() {
    return changes;
  }

  /** Half its validity, or until a member's own metadata ceases to hold. */
  private Instant end(Instant now, boolean filed) {
    Instant half = now.plus(SHORT);
    return filed ? folder.nextEnd().filter(half::isAfter).orElse(half) : half;
  }

  private void each(Feed which, Consumer<EntityMetadata> action) {
    Consumer<EntityMetadata> published =
        member -> {
          if (member.isPublished()) {
            action.accept(member);
          }
        };
    if (which.hasIdentityProviders()) {
      identityProviders().forEach(published);
    }
    if (which.hasServiceProviders()) {
      eachServiceProvider(published);
    }
  }

  /** The MOCK federation operator's key, for feeds that are wrong on purpose. */
  public Credential operator() {
    return feed.signer();
  }

  /** The MOCK federation operator's certificate, with which the feed verifies. */
  public X509Certificate signer() {
    return feed.signer().certificate();
  }
}
