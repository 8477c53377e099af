package se.genrep.protocol;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.saml.XmlNode;

/**
 * A dss:SignResponse (implementation profile 2.2, DSS extension 3.2), read or to be written.
 *
 * @param requestId of the request that it answers
 * @param version of the DSS extension; empty when the request named none
 * @param signer who was authenticated and how; empty when nobody was
 * @param chain the signer's certificate, those above it, the self-signed root last
 * @param tasks with their signatures; empty in an error
 */
public record SignResponse(
    String requestId,
    Optional<String> version,
    Result result,
    Instant responseTime,
    Optional<SignerInfo> signer,
    List<X509Certificate> chain,
    List<SignTask> tasks) {

  public SignResponse {
    chain = List.copyOf(chain);
    tasks = List.copyOf(tasks);
  }

  /**
   * dss:Result.
   *
   * @param message for people, in English
   */
  public record Result(String major, Optional<String> minor, Optional<String> message) {

    public static final Result SUCCESS =
        new Result(ResultCode.SUCCESS, Optional.empty(), Optional.empty());

    public boolean isSuccess() {
      return major.equals(ResultCode.SUCCESS);
    }
  }

  /**
   * csig:SignerAssertionInfo.
   *
   * @param identityProvider the entityID of who authenticated the signer
   * @param context the authentication context URI
   * @param assertion the ID of the assertion
   * @param attributes those that the certificate speaks of
   */
  public record SignerInfo(
      String identityProvider,
      Instant authenticated,
      String context,
      String assertion,
      List<SamlAttribute> attributes) {

    public SignerInfo {
      attributes = List.copyOf(attributes);
    }
  }

  /** An answer without signatures. */
  public static SignResponse error(
      String requestId, Optional<String> version, Result result, Instant now) {
    return new SignResponse(
        requestId, version, result, now, Optional.empty(), List.of(), List.of());
  }

  /** The message, without a signature. */
  public XmlNode write() {
    XmlNode root =
        XmlNode.newRoot("dss:SignResponse")
            .set("RequestID", requestId)
            .set("Profile", Csig.PROFILE);
    XmlNode node = root.add("dss:Result");
    node.add("dss:ResultMajor").text(result.major());
    result.minor().ifPresent(uri -> node.add("dss:ResultMinor").text(uri));
    result
        .message()
        .ifPresent(
            text ->
                node.add("dss:ResultMessage")
                    .set(javax.xml.XMLConstants.XML_NS_URI, "xml:lang", "en")
                    .text(text));
    XmlNode extension = root.add("dss:OptionalOutputs").add("csig:SignResponseExtension");
    version.ifPresent(named -> extension.set("Version", named));
    extension.add("csig:ResponseTime").text(responseTime.toString());
    signer.ifPresent(who -> write(who, extension));
    if (!chain.isEmpty()) {
      XmlNode certificates = extension.add("csig:SignatureCertificateChain");
      chain.forEach(each -> certificates.add("csig:X509Certificate").text(der(each)));
    }
    if (!tasks.isEmpty()) {
      XmlNode all = root.add("dss:SignatureObject").add("dss:Other").add("csig:SignTasks");
      tasks.forEach(task -> task.write(all));
    }
    return root;
  }

  private static void write(SignerInfo who, XmlNode extension) {
    XmlNode info = extension.add("csig:SignerAssertionInfo");
    XmlNode context = info.add("csig:ContextInfo");
    context.add("csig:IdentityProvider").text(who.identityProvider());
    context.add("csig:AuthenticationInstant").text(who.authenticated().toString());
    context.add("saml:AuthnContextClassRef").text(who.context());
    context.add("csig:AssertionRef").text(who.assertion());
    XmlNode statement = info.add("saml:AttributeStatement");
    who.attributes().forEach(attribute -> attribute.write(statement));
  }

  private static String der(X509Certificate certificate) {
    try {
      return Forms.base64(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of our own cannot be written", e);
    }
  }

  /**
   * Reads a whole message; its signature is not verified here.
   *
   * @throws Malformed for the first thing that the profile does not allow
   */
  public static SignResponse read(XmlNode root) throws Malformed {
    SignSchema.response(root);
    String profile = root.attribute("Profile").orElse("");
    if (!profile.equals(Csig.PROFILE)) {
      throw new Malformed(
          "the Profile is '" + Malformed.shortened(profile) + "', not " + Csig.PROFILE);
    }
    XmlNode extension = root.at("dss:OptionalOutputs/csig:SignResponseExtension");
    return new SignResponse(
        root.attribute("RequestID").orElse(""),
        extension.attribute("Version"),
        new Result(
            root.at("dss:Result/dss:ResultMajor").text().strip(),
            root.find("dss:Result/dss:ResultMinor").map(node -> node.text().strip()),
            root.find("dss:Result/dss:ResultMessage").map(XmlNode::text)),
        Forms.time(extension.at("csig:ResponseTime").text()),
        extension.find("csig:SignerAssertionInfo").map(SignResponse::signer),
        chain(extension),
        root.find("dss:SignatureObject/dss:Other/csig:SignTasks")
            .map(SignTask::in)
            .orElse(List.of()));
  }

  private static SignerInfo signer(XmlNode info) {
    XmlNode context = info.at("csig:ContextInfo");
    return new SignerInfo(
        context.at("csig:IdentityProvider").text().strip(),
        Forms.time(context.at("csig:AuthenticationInstant").text()),
        context.at("saml:AuthnContextClassRef").text().strip(),
        context.at("csig:AssertionRef").text().strip(),
        SamlAttribute.in(info.at("saml:AttributeStatement")));
  }

  private static List<X509Certificate> chain(XmlNode extension) throws Malformed {
    List<X509Certificate> chain = new ArrayList<>();
    for (XmlNode node : extension.all("csig:SignatureCertificateChain/csig:X509Certificate")) {
      try {
        chain.add(
            (X509Certificate)
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Forms.base64(node.text()))));
      } catch (CertificateException e) {
        throw new Malformed("csig:X509Certificate is not the DER of a certificate");
      }
    }
    return chain;
  }
}
