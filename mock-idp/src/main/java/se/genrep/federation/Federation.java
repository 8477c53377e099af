package se.genrep.federation;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

  /** The Name of the aggregate. */
  public static final String NAME = "MOCK-genrep-federation";

  private static final Duration SHORT = MetadataFeed.VALIDITY.dividedBy(2);

  private record Aggregate(List<XmlNode> of, Instant made, byte[] bytes) {}

  private final MemberFolder folder;
  private final Path published;
  private final MetadataFeed feed;
  private final Clock clock;
  private final Map<String, EntityMetadata> joined = new LinkedHashMap<>();
  private final Map<String, EntityMetadata> providers = new LinkedHashMap<>();
  private final Map<String, byte[]> documents = new LinkedHashMap<>();
  private Aggregate aggregate;

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

  /**
   * The signed md:EntitiesDescriptor of all members (DP-2-04, DP-2-05). It is made anew when a
   * member has changed and when half its validity is over.
   */
  public byte[] aggregate() {
    List<EntityMetadata> all = new ArrayList<>(identityProviders());
    all.addAll(serviceProviders());
    List<XmlNode> descriptors = all.stream().map(EntityMetadata::element).toList();
    Instant now = clock.instant();
    synchronized (this) {
      // A re-read file gives new elements, so the same elements are the same content.
      if (aggregate == null
          || !aggregate.of().equals(descriptors)
          || Duration.between(aggregate.made(), now).compareTo(SHORT) > 0) {
        aggregate = new Aggregate(descriptors, now, feed.aggregate(NAME, descriptors, now));
      }
      return aggregate.bytes().clone();
    }
  }

  /** The MOCK federation operator's certificate, with which the feed verifies. */
  public X509Certificate signer() {
    return feed.signer().certificate();
  }
}
