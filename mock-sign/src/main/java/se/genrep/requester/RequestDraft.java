package se.genrep.requester;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.protocol.RequestedAttribute;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignMessage;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignTask;
import se.genrep.registry.Algorithm;
import se.genrep.trust.CertType;

/**
 * A sign request in the making, right as it stands: version 1.5, and an elliptic key, which costs
 * the service the least.
 */
public final class RequestDraft {

  private final String id;
  private final Instant now;
  private final String requester;
  private final String service;
  private final String identityProvider;
  private final String returnUrl;
  private String version = "1.5";
  private String algorithm = Algorithm.ECDSA_SHA256.uri();
  private List<SamlAttribute> signer = List.of();
  private CertType certType = CertType.PKC;
  private List<RequestedAttribute> certAttributes = List.of();
  private List<String> levels = List.of();
  private SignMessage message;
  private Instant notBefore;
  private Instant notOnOrAfter;

  RequestDraft(
      String id,
      Instant now,
      String requester,
      String service,
      String identityProvider,
      String returnUrl) {
    this.id = id;
    this.now = now;
    this.requester = requester;
    this.service = service;
    this.identityProvider = identityProvider;
    this.returnUrl = returnUrl;
  }

  /** Null for none, which means 1.1. */
  public RequestDraft version(String named) {
    version = named;
    return this;
  }

  /** Who is to sign, as the identity provider will say it. */
  public RequestDraft signer(SamlAttribute... attributes) {
    signer = List.of(attributes);
    return this;
  }

  /** Null for none, which means RSA with SHA-256. */
  public RequestDraft algorithm(String uri) {
    algorithm = uri;
    return this;
  }

  public RequestDraft certificate(CertType type, RequestedAttribute... attributes) {
    certType = type;
    certAttributes = List.of(attributes);
    return this;
  }

  public RequestDraft levels(String... uris) {
    levels = List.of(uris);
    return this;
  }

  /** A message in plain text that the identity provider must show. */
  public RequestDraft mustShow(String text) {
    return message(SignMessage.of(text, "text", true, identityProvider));
  }

  public RequestDraft message(SignMessage shown) {
    message = shown;
    return this;
  }

  /** Either may be null for none. */
  public RequestDraft conditions(Instant from, Instant end) {
    notBefore = from;
    notOnOrAfter = end;
    return this;
  }

  /** The finished request. */
  public SignRequest tasks(SignTask... tasks) {
    return tasks(List.of(tasks));
  }

  /** The finished request. */
  public SignRequest tasks(List<SignTask> tasks) {
    return new SignRequest(
        id,
        Optional.ofNullable(version),
        now,
        returnUrl,
        Optional.ofNullable(notBefore),
        Optional.ofNullable(notOnOrAfter),
        signer,
        identityProvider,
        Optional.empty(),
        requester,
        service,
        Optional.ofNullable(algorithm),
        certType,
        levels,
        certAttributes,
        Optional.ofNullable(message),
        tasks);
  }
}
