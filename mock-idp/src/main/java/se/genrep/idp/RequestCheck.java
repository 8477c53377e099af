package se.genrep.idp;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.SamlNs;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * Judges what arrived (DP 5.2 to 5.4). First who can be answered at all: a known sender, at an
 * address of its metadata. Only then the rules, whose breach is answered with an error (DP 6.4).
 */
final class RequestCheck {

  private final String entityId;
  private final Function<String, Optional<EntityMetadata>> members;
  private final ProtectionChoice protections;
  private final RequestRules rules;
  private final Clock clock;
  private final Supplier<Set<IdpHabit>> habits;

  /**
   * @param members gives the service provider with an entityID
   * @param habits what is wrong with how requests are taken
   */
  RequestCheck(
      String entityId,
      Function<String, Optional<EntityMetadata>> members,
      ProtectionChoice protections,
      RequestRules rules,
      Clock clock,
      Supplier<Set<IdpHabit>> habits) {
    this.entityId = entityId;
    this.members = members;
    this.habits = habits;
    this.protections = protections;
    this.rules = rules;
    this.clock = clock;
  }

  Received check(Inbound in) {
    Set<IdpHabit> wrong = habits.get();
    XmlNode message;
    try {
      byte[] xml = in.xml();
      for (IdpHabit habit : wrong) {
        xml = habit.reads(xml);
      }
      // DP-5.3-01: a document type declaration makes it unreadable.
      message = XmlNode.root(Xml.parse(xml));
    } catch (MalformedMessage e) {
      return new Received.Unanswerable(
          RefusedRequest.shortened("The message cannot be read: " + e.getMessage()));
    }
    if (!message.is(SamlNs.SAMLP, "AuthnRequest")) {
      return new Received.Unanswerable(
          "The message is <"
              + message.element().getNodeName()
              + ">, but only samlp:AuthnRequest is served here");
    }
    String sender = message.find("saml:Issuer").map(issuer -> issuer.text().strip()).orElse("");
    Optional<EntityMetadata> found = members.apply(sender);
    return found.isPresent()
        ? fromMember(in, Heard.of(in, message, found.get(), wrong), found.get())
        : new Received.Unanswerable(
            sender.isEmpty()
                ? "The request does not say who sent it (no saml:Issuer)"
                : "The service provider "
                    + RefusedRequest.shortened(sender)
                    + " is not a member of this federation; put its metadata into the folder sp");
  }

  private Received fromMember(Inbound in, Heard heard, EntityMetadata sender) {
    XmlNode message = heard.message();
    String acsUrl;
    try {
      acsUrl = ReplyAddress.of(message, sender, in.holderOfKey().isPresent());
    } catch (ReplyAddress.Unknown e) {
      return new Received.Unanswerable(e.getMessage());
    }
    if (protections.of(sender).isEmpty()) {
      return new Received.Unanswerable(noEncryptionKey(sender));
    }
    try {
      return new Received.Ask(rules.judge(in, heard, sender, acsUrl));
    } catch (RefusedRequest refused) {
      return new Received.Refused(
          new ErrorAnswer(
              entityId,
              sender.entityId(),
              message.attribute("ID").filter(RequestRules::isUsableId).orElse(null),
              acsUrl,
              in.relayState().orElse(null),
              refused.topStatus().uri(),
              refused.secondStatus() == null ? null : refused.secondStatus().uri(),
              refused.getMessage(),
              clock.instant()));
    }
  }

  static String noEncryptionKey(EntityMetadata sender) {
    return "The metadata of "
        + sender.entityId()
        + " has no RSA certificate for encryption, and assertions are always encrypted (DP 6.1);"
        + " add a KeyDescriptor with use=\"encryption\"";
  }

  /** SAML profiles 4.1.4.1: the Issuer's format is absent or says entity. */
  static boolean isEntityFormat(XmlNode issuer) {
    return issuer.attribute("Format").map(NameIdFormat.ENTITY.uri()::equals).orElse(true);
  }
}
