package se.genrep.sut;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.federation.MetadataReader;
import se.genrep.idp.Inbound;
import se.genrep.lint.Finding;
import se.genrep.lint.Linter;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** What a system sent in a run, answered or not, and the metadata it publishes. Thread-safe. */
public final class Watched {

  private final Federation federation;
  private final String name;
  private final byte[] metadata;
  private final Clock clock;
  private final EntityMetadata entity;
  private final List<SeenRequest> requests = new ArrayList<>();
  private List<Finding> findings;

  Watched(Federation federation, String name, byte[] metadata, Clock clock) {
    this.federation = federation;
    this.name = name;
    this.metadata = metadata.clone();
    this.clock = clock;
    this.entity = MetadataReader.readOne(name, metadata, clock.instant());
  }

  synchronized void add(Inbound inbound) {
    receiver(inbound)
        .ifPresent(idp -> requests.add(new SeenRequest(inbound, clock.instant(), entity, idp)));
  }

  private Optional<EntityMetadata> receiver(Inbound inbound) {
    return federation.identityProviders().stream()
        .filter(
            idp ->
                idp.identityProvider().stream()
                    .flatMap(role -> role.singleSignOn().stream())
                    .anyMatch(endpoint -> endpoint.location().equals(inbound.location())))
        .findFirst();
  }

  /** In the order in which they were noted. */
  public synchronized List<SeenRequest> requests() {
    return List.copyOf(requests);
  }

  /** What the metadata says. */
  public EntityMetadata entity() {
    return entity;
  }

  /** The metadata as a document. */
  public XmlNode document() {
    return XmlNode.root(Xml.parse(metadata));
  }

  /** What the lint rules say of the metadata, as {@code genrep lint} prints it. */
  public synchronized List<Finding> findings() {
    if (findings == null) {
      findings =
          Linter.lint(name, new ByteArrayInputStream(metadata), Linter.Options.at(clock.instant()))
              .all()
              .toList();
    }
    return findings;
  }
}
