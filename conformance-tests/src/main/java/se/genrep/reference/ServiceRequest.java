package se.genrep.reference;

import java.time.temporal.ChronoUnit;
import se.genrep.federation.EntityMetadata;
import se.genrep.reference.Sessions.Asked;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.RedirectBinding;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** Makes requests to sign in: a signed AuthnRequest by HTTP-Redirect (DP 5.2, 5.3). */
final class ServiceRequest {

  private final Policy policy;

  ServiceRequest(Policy policy) {
    this.policy = policy;
  }

  /** A new request that forces an authentication of its own (DP-5.3-08). */
  Asked make() {
    return make(true);
  }

  /** A new request, as it is remembered. Times in messages have milliseconds. */
  Asked make(boolean forced) {
    return new Asked(Sessions.unguessable(), policy.now().truncatedTo(ChronoUnit.MILLIS), forced);
  }

  /** Where the browser is sent with it. */
  String location(Asked asked, String relayState) {
    String destination = policy.setup().signInLocation();
    byte[] xml = Xml.bytes(write(asked, destination).element());
    return destination
        + (destination.contains("?") ? "&" : "?")
        + RedirectBinding.encode(xml, relayState, policy.keys().signing());
  }

  private XmlNode write(Asked asked, String destination) {
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
    return request;
  }
}
