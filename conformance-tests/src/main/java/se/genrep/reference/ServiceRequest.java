package se.genrep.reference;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import se.genrep.federation.EntityMetadata;
import se.genrep.pki.Credential;
import se.genrep.reference.Sessions.Asked;
import se.genrep.registry.Algorithm;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.RedirectBinding;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/** Makes requests to sign in: a signed AuthnRequest by HTTP-Redirect (DP 5.2, 5.3). */
final class ServiceRequest {

  /** A method that the profile does not list. */
  private static final SignatureAlgorithm UNUSUAL =
      new SignatureAlgorithm(Algorithm.RSA_PSS_SHA256.uri(), Algorithm.SHA256.uri());

  private final Policy policy;

  ServiceRequest(Policy policy) {
    this.policy = policy;
  }

  boolean turnsPhonesAway() {
    return policy.variant().has(RequestHabit.NO_PHONES);
  }

  /** A new request that forces an authentication of its own (DP-5.3-08). */
  Asked make() {
    return make(true);
  }

  /** A new request, as it is remembered. Times in messages have milliseconds. */
  Asked make(boolean forced) {
    return new Asked(
        Sessions.unguessable(), policy.now().truncatedTo(ChronoUnit.MILLIS), forced, policy.door());
  }

  /** What brings it to the identity provider, by the binding this service provider uses. */
  ServiceReply send(Asked asked, String relayState) {
    return policy.variant().has(RequestHabit.POSTS)
            || policy.variant().has(RequestHabit.POSTS_UNSIGNED)
        ? ServiceReply.html(200, form(asked, relayState))
        : ServiceReply.redirect(302, location(asked, relayState));
  }

  /** Where the browser is sent with it. */
  String location(Asked asked, String relayState) {
    Variant variant = policy.variant();
    String destination = policy.setup().signInLocation(EntityMetadata.REDIRECT);
    XmlNode request = write(asked, destination);
    boolean unusual = variant.has(RequestHabit.UNUSUAL_ALGORITHM);
    Credential signer = unusual ? policy.keys().encryption() : policy.keys().signing();
    if (variant.has(RequestHabit.SIGNED_INSIDE)) {
      XmlSigner.sign(request, signer, SignatureAlgorithm.mandatoryFor(signer.privateKey()));
    }
    boolean unsigned =
        variant.has(RequestHabit.UNSIGNED) || variant.has(RequestHabit.SIGNED_INSIDE);
    String query =
        RedirectBinding.encode(
            bytes(request),
            variant.has(RequestHabit.LONG_RELAY_STATE) ? relayState.repeat(4) : relayState,
            unsigned ? null : signer,
            unusual ? UNUSUAL : SignatureAlgorithm.mandatoryFor(signer.privateKey()));
    return destination + (destination.contains("?") ? "&" : "?") + query;
  }

  private byte[] bytes(XmlNode request) {
    byte[] xml = Xml.bytes(request.element());
    if (!policy.variant().has(RequestHabit.DOCTYPE)) {
      return xml;
    }
    String text = new String(xml, StandardCharsets.UTF_8).replaceFirst("^<\\?xml.*?\\?>", "");
    return ("<!DOCTYPE samlp:AuthnRequest>" + text).getBytes(StandardCharsets.UTF_8);
  }

  /** A page that a browser without scripts can send on, too. */
  private byte[] form(Asked asked, String relayState) {
    String destination = policy.setup().signInLocation(EntityMetadata.POST);
    XmlNode request = write(asked, destination);
    if (!policy.variant().has(RequestHabit.POSTS_UNSIGNED)) {
      Credential signer = policy.keys().signing();
      XmlSigner.sign(request, signer, SignatureAlgorithm.mandatoryFor(signer.privateKey()));
    }
    return ServicePages.form(
        destination, Base64.getEncoder().encodeToString(bytes(request)), relayState);
  }

  /** The good request, with the habits of the variant, before it is signed. */
  XmlNode write(Asked asked, String destination) {
    XmlNode request =
        XmlNode.newRoot("samlp:AuthnRequest")
            .set("ID", asked.id())
            .set("Version", "2.0")
            .set("IssueInstant", asked.at().toString())
            .set("Destination", destination)
            .set("AssertionConsumerServiceURL", policy.acsUrl())
            .set("ProtocolBinding", EntityMetadata.POST)
            .set("ForceAuthn", String.valueOf(asked.forced()))
            .set("IsPassive", "false");
    request.add("saml:Issuer").text(policy.entityId());
    request
        .add("samlp:NameIDPolicy")
        .set("Format", NameIdFormat.PERSISTENT.uri())
        .set("AllowCreate", "true");
    if (!policy.setup().contexts().isEmpty()) {
      XmlNode contexts =
          request.add("samlp:RequestedAuthnContext").set("Comparison", "exact"); // DP-5.3.1-02
      policy.setup().contexts().forEach(c -> contexts.add("saml:AuthnContextClassRef").text(c));
    }
    for (Variant.Habit habit : policy.variant().habits()) {
      if (habit instanceof RequestHabit own) {
        own.change(request, policy.setup().idp());
      }
    }
    if (policy.variant().has(RequestHabit.LARGE)) {
      request.element().appendChild(request.element().getOwnerDocument().createComment(noise()));
    }
    return request;
  }

  /** What compresses badly. */
  private static String noise() {
    StringBuilder text = new StringBuilder();
    new java.util.Random(1).ints(9_000, 'a', 'z').forEach(letter -> text.append((char) letter));
    return text.toString();
  }
}
