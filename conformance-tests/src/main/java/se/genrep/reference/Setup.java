package se.genrep.reference;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.federation.MetadataReader;
import se.genrep.input.BadInput;
import se.genrep.pki.TestPki;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * What a service provider of this process stands in. One setup serves any number of them: metadata
 * is read and keys are made once.
 *
 * @param clock decides every time that is written or judged
 * @param pki has their keys
 * @param idp the identity provider they sign in with
 * @param members everybody in the federation's metadata, the identity provider too
 * @param contexts the authentication contexts they ask for and accept
 * @param host the name or address they listen at
 * @param port 0 for any free one
 */
public record Setup(
    Clock clock,
    TestPki pki,
    EntityMetadata idp,
    List<EntityMetadata> members,
    List<String> contexts,
    String host,
    int port) {

  private static final String AGGREGATE = "the federation's metadata";

  /** What an e-service of the authorisation system takes, where the identity provider has it. */
  static final List<LevelOfAssurance> WANTED =
      List.of(
          LevelOfAssurance.LOA3,
          LevelOfAssurance.LOA2,
          LevelOfAssurance.LOA4,
          LevelOfAssurance.UNCERTIFIED_LOA3,
          LevelOfAssurance.UNCERTIFIED_LOA2);

  public Setup {
    members = List.copyOf(members);
    contexts = List.copyOf(contexts);
  }

  /**
   * A setup in a federation, on any free port of localhost: the levels for people with a Swedish
   * number, whichever the identity provider declares. The metadata is the operator's aggregate, and
   * its signature is verified (DP-2-05).
   *
   * @throws BadInput when the aggregate is not to be trusted or has no such identity provider, or
   *     one that has none of the levels
   */
  public static Setup of(Federation federation, TestPki pki, String idpEntityId, Clock clock) {
    List<EntityMetadata> members = members(federation, federation.aggregate(), clock);
    EntityMetadata idp =
        members.stream()
            .filter(entity -> entity.entityId().equals(idpEntityId))
            .filter(entity -> entity.identityProvider().isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInput(
                        AGGREGATE,
                        "there is no identity provider '" + idpEntityId + "'",
                        "Name one of the federation by its entityID"));
    List<String> contexts =
        WANTED.stream().map(LevelOfAssurance::uri).filter(idp.assurance()::contains).toList();
    if (contexts.isEmpty()) {
      throw new BadInput(
          idp.entityId(),
          "none of its levels is for people with a Swedish number, by which e-services here know"
              + " people",
          "Choose another identity provider");
    }
    return new Setup(clock, pki, idp, members, contexts, "localhost", 0);
  }

  /**
   * Who is in a document of the operator's, whose signature is verified (DP-2-05).
   *
   * @throws BadInput when it is not to be trusted
   */
  static List<EntityMetadata> members(Federation federation, byte[] document, Clock clock) {
    if (!Signatures.isSignedBy(
        XmlNode.root(Xml.parse(document)), List.of(federation.signer().getPublicKey()))) {
      throw new BadInput(
          AGGREGATE,
          "its signature does not verify with the operator's certificate",
          "Fetch it anew from the operator");
    }
    return MetadataReader.read(AGGREGATE, document, clock.instant()).entities();
  }

  /** Signing in with another identity provider. */
  Setup with(EntityMetadata other) {
    return new Setup(clock, pki, other, members, contexts, host, port);
  }

  /** By other metadata of the federation. */
  Setup of(List<EntityMetadata> others, EntityMetadata known) {
    return new Setup(clock, pki, known, others, contexts, host, port);
  }

  public Setup asking(String... otherContexts) {
    return new Setup(clock, pki, idp, members, List.of(otherContexts), host, port);
  }

  public Setup host(String name) {
    return new Setup(clock, pki, idp, members, contexts, name, port);
  }

  public Setup port(int number) {
    return new Setup(clock, pki, idp, members, contexts, host, number);
  }

  /** Where requests go: the identity provider's SingleSignOnService for a binding. */
  String signInLocation(String binding) {
    return idp.identityProvider().stream()
        .flatMap(role -> role.singleSignOn().stream())
        .filter(endpoint -> endpoint.binding().equals(binding))
        .filter(endpoint -> !endpoint.holderOfKey())
        .map(EntityMetadata.Endpoint::location)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    idp.file(),
                    "'" + idp.entityId() + "' has no SingleSignOnService for " + binding,
                    "Choose another identity provider (DP 5.2)"));
  }

  /** The signing keys of a member in all its roles. */
  static Stream<PublicKey> signingKeys(EntityMetadata member) {
    return signingCertificates(member).map(X509Certificate::getPublicKey);
  }

  static Stream<X509Certificate> signingCertificates(EntityMetadata member) {
    return Stream.concat(
            member.identityProvider().stream().map(EntityMetadata.IdpRole::keys),
            member.serviceProvider().stream().map(EntityMetadata.SpRole::keys))
        .flatMap(keys -> keys.signing().stream());
  }
}
