package se.genrep.reference;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Federation;
import se.genrep.input.BadInput;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.reference.TesterRequest.Seal;
import se.genrep.registry.Algorithm;
import se.genrep.saml.PostBinding;
import se.genrep.saml.RedirectBinding;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/**
 * The testers, published in a federation: they ask one identity provider and read its answers.
 * Thread-safe.
 */
public final class TesterSps {

  /**
   * A request on its way.
   *
   * @param id of the AuthnRequest, as the answer has to name it; of a spoilt one what it would be
   * @param request how it was asked
   * @param acsUrl where the answer has to go
   * @param contexts the authentication contexts it asks for; empty for none
   * @param relayState what the answer has to bring back, null for nothing
   * @param xml the message as text, for the evidence
   * @param location where it goes; for HTTP-Redirect with the whole query
   * @param fields of the form of HTTP-POST; empty for HTTP-Redirect
   */
  public record Sent(
      String id,
      TesterRequest request,
      String acsUrl,
      List<String> contexts,
      String relayState,
      String xml,
      URI location,
      Map<String, String> fields) {

    /** Whether RelayState goes out as it is; what was changed on the way may come back changed. */
    public boolean carriesRelayState() {
      return relayState != null
          && (relayState.equals(fields.get("RelayState"))
              || location.toString().contains("RelayState=" + relayState));
    }
  }

  private final TestPki pki;
  private final EntityMetadata idp;
  private final Clock clock;
  private final String baseUrl;
  private final ServiceKeys keys;
  private final Map<String, EntityMetadata> published = new LinkedHashMap<>();

  /**
   * Publishes the testers.
   *
   * @param idp what the identity provider under test publishes
   * @param baseUrl where they take answers, without a final slash
   */
  public TesterSps(
      List<Tester> testers,
      Federation federation,
      TestPki pki,
      EntityMetadata idp,
      Clock clock,
      String baseUrl) {
    this.pki = pki;
    this.idp = idp;
    this.clock = clock;
    this.baseUrl = baseUrl;
    this.keys = ServiceKeys.of(pki);
    for (Tester tester : testers) {
      XmlNode entity = tester.metadata(policy(tester, List.of()), this::certificate);
      published.put(tester.id(), federation.join(tester.id(), entity));
    }
  }

  /** What is published of a tester. */
  public EntityMetadata metadata(Tester tester) {
    return published.get(tester.id());
  }

  /** The entityIDs, in the order of the testers. */
  public List<String> entityIds() {
    return published.values().stream().map(EntityMetadata::entityId).toList();
  }

  /** The identity provider under test. */
  public EntityMetadata idp() {
    return idp;
  }

  private String entityId(Tester tester) {
    return baseUrl + "/tester/" + tester.id();
  }

  /** The first assertion consumer service of a tester. */
  public String acsUrl(Tester tester) {
    return entityId(tester) + "/acs";
  }

  private Policy policy(Tester tester, List<String> contexts) {
    Setup setup = new Setup(clock, pki, idp, List.of(idp), contexts, "localhost", 0);
    return new Policy(Variant.conforming(), setup, entityId(tester), acsUrl(tester), keys);
  }

  Credential credential(Tester.Signer signer) {
    return switch (signer) {
      case USUAL -> keys.signing();
      case RSA -> pki.selfSigned("tester-signing-rsa", KeyType.RSA_3072);
      case SECOND -> pki.selfSigned("tester-signing-second", KeyType.P_256);
      case P_384 -> pki.selfSigned("tester-signing-p384", KeyType.P_384);
      case P_521 -> pki.selfSigned("tester-signing-p521", KeyType.P_521);
      case EXPIRED -> pki.expired(pki.selfSigned("tester-signing-expired", KeyType.P_256));
      case ISSUED -> pki.credential("tester-signing-issued", KeyType.P_256);
      case UNREGISTERED -> pki.selfSigned("tester-unregistered", KeyType.P_256);
    };
  }

  private String certificate(Tester.Signer signer) {
    try {
      return Base64.getEncoder().encodeToString(credential(signer).certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of our own cannot be encoded", e);
    }
  }

  /** The key that assertions are encrypted to. */
  Credential decrypting() {
    return keys.encryption();
  }

  /**
   * Whether the identity provider takes requests so.
   *
   * @param holderOfKey the profile
   */
  public boolean hasEndpoint(boolean post, boolean holderOfKey) {
    return endpoint(post, holderOfKey).isPresent();
  }

  private Optional<String> endpoint(boolean post, boolean holderOfKey) {
    String binding = post ? EntityMetadata.POST : EntityMetadata.REDIRECT;
    return idp.identityProvider().stream()
        .flatMap(role -> role.singleSignOn().stream())
        .filter(each -> each.binding().equals(binding) && each.holderOfKey() == holderOfKey)
        .map(EntityMetadata.Endpoint::location)
        .findFirst();
  }

  /**
   * Makes a request.
   *
   * @param contexts those to ask for when the request has none of its own
   * @throws BadInput when the identity provider has no such endpoint
   */
  public Sent send(TesterRequest request, List<String> contexts) {
    String destination =
        endpoint(request.post(), request.holderOfKey())
            .orElseThrow(
                () ->
                    new BadInput(
                        idp.file(),
                        "there is no SingleSignOnService for "
                            + (request.post() ? "HTTP-POST" : "HTTP-Redirect"),
                        "Declare both bindings (DP 5.2)"));
    List<String> asked = request.levels().isEmpty() ? contexts : request.levels();
    Policy policy = policy(request.by(), asked);
    Sessions.Asked made =
        new Sessions.Asked(
            Sessions.unguessable(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            request.forced(),
            "");
    XmlNode message = new ServiceRequest(policy).write(made, destination);
    request.change().accept(message);
    List<String> finallyAsked =
        message.all("samlp:RequestedAuthnContext/saml:AuthnContextClassRef").stream()
            .map(context -> context.text().strip())
            .toList();
    return request.post()
        ? posted(request, message, made.id(), finallyAsked, destination)
        : redirected(request, message, made.id(), finallyAsked, destination);
  }

  private Credential signer(TesterRequest request) {
    return credential(
        request.seal() == Seal.UNREGISTERED ? Tester.Signer.UNREGISTERED : request.by().signer());
  }

  private static SignatureAlgorithm method(Seal seal, Credential signer) {
    boolean elliptic = signer.privateKey().getAlgorithm().equals("EC");
    return switch (seal) {
      case SHA1 ->
          new SignatureAlgorithm(
              (elliptic ? Algorithm.ECDSA_SHA1 : Algorithm.RSA_SHA1).uri(), Algorithm.SHA1.uri());
      case UNLISTED ->
          new SignatureAlgorithm(
              elliptic
                  ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha224"
                  : Algorithm.RSA_PSS_SHA256.uri(),
              Algorithm.SHA256.uri());
      case SHA384 ->
          new SignatureAlgorithm(
              (elliptic ? Algorithm.ECDSA_SHA384 : Algorithm.RSA_SHA384).uri(),
              Algorithm.SHA384.uri());
      case SHA512 ->
          new SignatureAlgorithm(
              (elliptic ? Algorithm.ECDSA_SHA512 : Algorithm.RSA_SHA512).uri(),
              Algorithm.SHA512.uri());
      default -> SignatureAlgorithm.mandatoryFor(signer.privateKey());
    };
  }

  private Sent redirected(
      TesterRequest request, XmlNode message, String id, List<String> asked, String destination) {
    String text = request.text().apply(Xml.text(message.element()));
    boolean signed = request.seal() != Seal.NONE;
    Credential signer = signed ? signer(request) : null;
    String query =
        RedirectBinding.encode(
            text.getBytes(StandardCharsets.UTF_8),
            request.relayState(),
            signer,
            signed ? method(request.seal(), signer) : null);
    if (request.seal() == Seal.SPOILT) {
      query = query.replace("&Signature=", "&Signature=AAAA");
    }
    query = request.wire().apply(query);
    return new Sent(
        id,
        request,
        acsUrl(request.by()),
        asked,
        request.relayState(),
        text,
        URI.create(destination + (destination.contains("?") ? "&" : "?") + query),
        Map.of());
  }

  private Sent posted(
      TesterRequest request, XmlNode message, String id, List<String> asked, String destination) {
    if (request.seal() != Seal.NONE) {
      Credential signer = signer(request);
      XmlSigner.sign(message, signer, method(request.seal(), signer));
    }
    if (request.seal() == Seal.SPOILT) {
      // Whatever it is: what was signed says otherwise.
      message.set("ID", message.attribute("ID").orElse("") + "0");
    }
    String text = request.text().apply(Xml.text(message.element()));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(
        "SAMLRequest",
        request.wire().apply(PostBinding.encode(text.getBytes(StandardCharsets.UTF_8))));
    if (request.relayState() != null) {
      fields.put("RelayState", request.relayState());
    }
    return new Sent(
        id,
        request,
        acsUrl(request.by()),
        asked,
        request.relayState(),
        text,
        URI.create(destination),
        fields);
  }

  /** Signing keys of the identity provider. */
  Stream<java.security.PublicKey> idpKeys() {
    return Setup.signingKeys(idp);
  }

  /** What came of a request, as its tester reads it. */
  public TesterAnswer read(Sent sent, String action, Map<String, String> fields) {
    return TesterAnswer.read(this, sent, action, fields, clock.instant());
  }
}
