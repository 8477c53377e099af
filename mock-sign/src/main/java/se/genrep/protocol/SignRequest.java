package se.genrep.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.saml.XmlNode;
import se.genrep.trust.CertType;

/**
 * A dss:SignRequest (implementation profile 2.1, DSS extension 3.1), read or to be written.
 *
 * @param version of the DSS extension; empty when the message names none
 * @param returnUrl where the response goes: the one saml:Audience
 * @param signer who is to sign, by attributes; empty when the requester does not say
 * @param identityProvider the entityID of who authenticates the signer
 * @param requester the entityID of the sender
 * @param service the entityID of the signing service
 * @param algorithm the signature method URI that is asked for
 * @param levels authentication contexts, one of which the authentication must meet
 * @param message what the signer is shown, as a csig:SignMessage
 */
public record SignRequest(
    String id,
    Optional<String> version,
    Instant requestTime,
    String returnUrl,
    Optional<Instant> notBefore,
    Optional<Instant> notOnOrAfter,
    List<SamlAttribute> signer,
    String identityProvider,
    Optional<String> authnProfile,
    String requester,
    String service,
    Optional<String> algorithm,
    CertType certType,
    List<String> levels,
    List<RequestedAttribute> certAttributes,
    Optional<SignMessage> message,
    List<SignTask> tasks) {

  private static final String EXTENSION = "dss:OptionalInputs/csig:SignRequestExtension";
  private static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

  /** In bytes: of a RequestID (implementation profile 2.1). */
  public static final int SHORTEST_ID = 20;

  public SignRequest {
    signer = List.copyOf(signer);
    levels = List.copyOf(levels);
    certAttributes = List.copyOf(certAttributes);
    tasks = List.copyOf(tasks);
  }

  /** The version that counts (implementation profile 2.1.3.1). */
  public String effectiveVersion() {
    return version.orElse(Csig.DEFAULT_VERSION);
  }

  /**
   * What is needed to send an answer at all, read before the rest is judged.
   *
   * @param requester the entityID that the message claims to be of; empty when it says none
   */
  public record Address(
      String id, Optional<String> version, String requester, String service, String returnUrl) {}

  /**
   * @throws Malformed when there is not enough in it to answer
   */
  public static Address address(XmlNode root) throws Malformed {
    if (!root.is("dss:SignRequest")) {
      throw new Malformed(
          "the message is <" + root.element().getNodeName() + ">, not dss:SignRequest");
    }
    XmlNode extension =
        root.find(EXTENSION)
            .orElseThrow(() -> new Malformed("there is no csig:SignRequestExtension"));
    String url = text(extension, "saml:Conditions/saml:AudienceRestriction/saml:Audience");
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw new Malformed(
          "the return address in saml:Audience is '" + Malformed.shortened(url) + "'");
    }
    return new Address(
        root.attribute("RequestID").map(String::strip).orElse(""),
        extension.attribute("Version"),
        text(extension, "csig:SignRequester"),
        text(extension, "csig:SignService"),
        url);
  }

  private static String text(XmlNode node, String path) {
    return node.find(path).map(each -> each.text().strip()).orElse("");
  }

  /**
   * Reads a whole message; its signature is not verified here.
   *
   * @throws Malformed for the first thing that the profile does not allow
   */
  public static SignRequest read(XmlNode root) throws Malformed {
    SignSchema.request(root);
    return unsigned(root);
  }

  /**
   * Reads a message of {@link #write}, without a signature.
   *
   * @throws Malformed as {@link #read}, but for the structure, which is known to be right
   */
  public static SignRequest unsigned(XmlNode root) throws Malformed {
    String profile = root.attribute("Profile").orElse("");
    if (!profile.equals(Csig.PROFILE)) {
      throw new Malformed(
          "the Profile is '" + Malformed.shortened(profile) + "', not " + Csig.PROFILE);
    }
    String id = root.attribute("RequestID").orElse("").strip();
    if (id.getBytes(StandardCharsets.UTF_8).length < SHORTEST_ID) {
      throw new Malformed("the RequestID is shorter than " + SHORTEST_ID + " bytes");
    }
    XmlNode extension = root.at(EXTENSION);
    XmlNode conditions = extension.at("saml:Conditions");
    Optional<XmlNode> properties = extension.find("csig:CertRequestProperties");
    SignRequest request =
        new SignRequest(
            id,
            extension.attribute("Version"),
            Forms.time(extension.at("csig:RequestTime").text()),
            text(conditions, "saml:AudienceRestriction/saml:Audience"),
            conditions.attribute("NotBefore").map(Forms::time),
            conditions.attribute("NotOnOrAfter").map(Forms::time),
            extension.find("csig:Signer").map(SamlAttribute::in).orElse(List.of()),
            text(extension, "csig:IdentityProvider"),
            extension.find("csig:AuthnProfile").map(XmlNode::text),
            text(extension, "csig:SignRequester"),
            text(extension, "csig:SignService"),
            extension.find("csig:RequestedSignatureAlgorithm").map(node -> node.text().strip()),
            properties
                .flatMap(node -> node.attribute("CertType"))
                .flatMap(CertType::ofWord)
                .orElse(CertType.PKC),
            properties.stream()
                .flatMap(node -> node.all("saml:AuthnContextClassRef").stream())
                .map(node -> node.text().strip())
                .toList(),
            properties.map(RequestedAttribute::in).orElse(List.of()),
            SignMessage.in(extension),
            SignTask.in(root.at("dss:InputDocuments/dss:Other/csig:SignTasks")));
    request.between();
    return request;
  }

  /** What no single element shows. */
  private void between() throws Malformed {
    if (authnProfile.isPresent() && !Csig.isAtLeast(effectiveVersion(), "1.4")) {
      throw new Malformed("an AuthnProfile needs the Version 1.4 or later");
    }
    if (levels.size() > 1 && !Csig.isAtLeast(effectiveVersion(), "1.4")) {
      throw new Malformed("more than one AuthnContextClassRef needs the Version 1.4 or later");
    }
    Set<String> ids = new HashSet<>();
    for (SignTask task : tasks) {
      if (tasks.size() > 1 && task.id().isEmpty()) {
        throw new Malformed("of several tasks one has no SignTaskId");
      }
      if (task.id().isPresent() && !ids.add(task.id().get())) {
        throw new Malformed("two tasks have the SignTaskId '" + task.id().get() + "'");
      }
    }
  }

  /** The message, without a signature. */
  public XmlNode write() {
    XmlNode root =
        XmlNode.newRoot("dss:SignRequest").set("RequestID", id).set("Profile", Csig.PROFILE);
    XmlNode extension = root.add("dss:OptionalInputs").add("csig:SignRequestExtension");
    version.ifPresent(named -> extension.set("Version", named));
    extension.add("csig:RequestTime").text(requestTime.toString());
    XmlNode conditions = extension.add("saml:Conditions");
    notBefore.ifPresent(time -> conditions.set("NotBefore", time.toString()));
    notOnOrAfter.ifPresent(time -> conditions.set("NotOnOrAfter", time.toString()));
    conditions.add("saml:AudienceRestriction").add("saml:Audience").text(returnUrl);
    if (!signer.isEmpty()) {
      XmlNode who = extension.add("csig:Signer");
      signer.forEach(attribute -> attribute.write(who));
    }
    extension.add("csig:IdentityProvider").set("Format", ENTITY).text(identityProvider);
    authnProfile.ifPresent(text -> extension.add("csig:AuthnProfile").text(text));
    extension.add("csig:SignRequester").set("Format", ENTITY).text(requester);
    extension.add("csig:SignService").set("Format", ENTITY).text(service);
    algorithm.ifPresent(uri -> extension.add("csig:RequestedSignatureAlgorithm").text(uri));
    certificate(extension);
    message.ifPresent(shown -> extension.append(shown.element()));
    XmlNode all = root.add("dss:InputDocuments").add("dss:Other").add("csig:SignTasks");
    tasks.forEach(task -> task.write(all));
    return root;
  }

  private void certificate(XmlNode extension) {
    if (certType == CertType.PKC && levels.isEmpty() && certAttributes.isEmpty()) {
      return;
    }
    XmlNode properties = extension.add("csig:CertRequestProperties");
    properties.set("CertType", certType.word());
    levels.forEach(uri -> properties.add("saml:AuthnContextClassRef").text(uri));
    if (!certAttributes.isEmpty()) {
      XmlNode requested = properties.add("csig:RequestedCertAttributes");
      certAttributes.forEach(attribute -> attribute.write(requested));
    }
  }

  static boolean isTrue(String value) {
    return value.strip().equals("true") || value.strip().equals("1");
  }
}
