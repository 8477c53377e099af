package se.genrep.federation;

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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.genrep.input.BadInput;
import se.genrep.input.WholeFile;
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

  private record Made(List<EntityMetadata> of, Instant at, SignedDocument document) {}

  private final MemberFolder folder;
  private final Path published;
  private final MetadataFeed feed;
  private final Clock clock;
  private final Map<String, EntityMetadata> joined = new LinkedHashMap<>();
  private final Map<String, EntityMetadata> providers = new LinkedHashMap<>();
  private final Map<String, byte[]> documents = new LinkedHashMap<>();
  private final Map<Feed, Made> feeds = new EnumMap<>(Feed.class);

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
  public synchronized EntityMetadata join(String name, byte[] xml) {
    EntityMetadata entity = MetadataReader.readOne(name, xml, clock.instant());
    if (entity.serviceProvider().isEmpty()) {
      throw new BadInput(
          name,
          "there is no service provider in it (no SPSSODescriptor for SAML 2.0)",
          "Give the metadata of a service provider");
    }
    joined.put(entity.entityId(), entity);
    return entity;
  }

  /** Ends the membership of a service provider that joined by {@link #join}. */
  public synchronized void leave(String entityId) {
    joined.remove(entityId);
  }

  /** The member with this entityID (exact comparison), as its newest usable metadata says. */
  public Optional<EntityMetadata> serviceProvider(String entityId) {
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
   */
  public List<EntityMetadata> serviceProviders() {
    Map<String, EntityMetadata> all = new LinkedHashMap<>();
    if (folder != null) {
      folder.all().forEach(entity -> all.put(entity.entityId(), entity));
    }
    synchronized (this) {
      all.putAll(joined);
    }
    return List.copyOf(all.values());
  }

  /** The identity providers of this process. */
  public synchronized List<EntityMetadata> identityProviders() {
    return List.copyOf(providers.values());
  }

  /** Why files of members, or some of their entities, are not in use. */
  public List<BadInput> problems() {
    return folder == null ? List.of() : folder.problems();
  }

  /**
   * Makes an identity provider of this process a member, signs its metadata and, in a data folder,
   * writes it to {@code metadata/<name>.xml}.
   *
   * @param descriptor an md:EntityDescriptor; it is copied
   * @return the signed document
   * @throws BadInput when the folder cannot be written
   */
  public synchronized byte[] publish(String name, XmlNode descriptor) {
    XmlNode own = descriptor.detached();
    byte[] document = feed.entity(own);
    providers.put(name, MetadataReader.readOwn(name + ".xml", own, clock.instant()));
    documents.put(name, document);
    if (published != null) {
      WholeFile.write(published.resolve(name + ".xml"), document);
    }
    return document.clone();
  }

  /** The signed metadata published under the name. */
  public synchronized Optional<byte[]> metadata(String name) {
    return Optional.ofNullable(documents.get(name)).map(byte[]::clone);
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
    return feed.entity(member, clock.instant().truncatedTo(ChronoUnit.HOURS));
  }

  /** As {@link #document}, by the SHA-1 of the entityID in lower-case hex (SAML MDQ 3). */
  public Optional<SignedDocument> documentBySha1(String hash) {
    return Stream.concat(identityProviders().stream(), serviceProviders().stream())
        .map(EntityMetadata::entityId)
        .filter(entityId -> Sha1.hex(entityId).equals(hash))
        .findFirst()
        .flatMap(this::document);
  }

  /** The signed md:EntitiesDescriptor of all members: {@link Feed#ALL}. */
  public byte[] aggregate() {
    return feed(Feed.ALL).bytes().clone();
  }

  /**
   * A signed md:EntitiesDescriptor (DP-2-04, DP-2-05) of those whom the operator publishes. It is
   * made anew when a member has changed and when half its validity is over.
   */
  public SignedDocument feed(Feed which) {
    List<EntityMetadata> members = new ArrayList<>();
    if (which.hasIdentityProviders()) {
      members.addAll(identityProviders());
    }
    if (which.hasServiceProviders()) {
      members.addAll(serviceProviders());
    }
    members.removeIf(member -> !member.isPublished());
    Instant now = clock.instant();
    synchronized (this) {
      Made made = feeds.get(which);
      if (made == null
          || !same(made.of(), members)
          || Duration.between(made.at(), now).compareTo(SHORT) > 0) {
        made = new Made(members, now, feed.aggregate(which.title(), members, now));
        feeds.put(which, made);
      }
      return made.document();
    }
  }

  /** A re-read file gives new objects, so the same objects are the same content. */
  private static boolean same(List<EntityMetadata> some, List<EntityMetadata> others) {
    return some.size() == others.size()
        && IntStream.range(0, some.size()).allMatch(i -> some.get(i) == others.get(i));
  }

  /** The MOCK federation operator's certificate, with which the feed verifies. */
  public X509Certificate signer() {
    return feed.signer().certificate();
  }
}
