package se.genrep.service;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SignTask;
import se.genrep.protocol.SignTask.AdesObject;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlCanonical;
import se.genrep.saml.XmlNode;

/**
 * A canonical ds:SignedInfo, and for XAdES the ds:Object with the signed properties that it refers
 * to (EN 319 132-1).
 */
final class XmlSignedInfo {

  private static final String PROPERTIES_TYPE = "http://uri.etsi.org/01903#SignedProperties";
  private static final String SIGNED =
      "xades:QualifyingProperties/xades:SignedProperties/xades:SignedSignatureProperties";

  private XmlSignedInfo() {}

  /**
   * @throws SignError when the octets are no canonical ds:SignedInfo, name another signature
   *     method, or the AdES object is none
   */
  static void check(SignTask task, SignatureMethod method) throws SignError {
    XmlNode info = read(task);
    String named = algorithm(info, "ds:SignatureMethod");
    if (!named.equals(method.uri())) {
      throw SignError.ofRequest(
          "the SignedInfo of "
              + task.name()
              + " says another signature method than "
              + method.uri());
    }
    if (info.all("ds:Reference").isEmpty()) {
      throw SignError.ofRequest("the SignedInfo of " + task.name() + " refers to nothing");
    }
    if (task.ades() != AdesType.NONE) {
      XmlNode object = object(task);
      if (task.ades() == AdesType.EPES
          && object.find(SIGNED + "/xades:SignaturePolicyIdentifier").isEmpty()) {
        throw SignError.ofRequest(
            "the AdESObject of " + task.name() + " has no SignaturePolicyIdentifier");
      }
    }
  }

  /** With the digest of the certificate in the signed properties, and theirs in the SignedInfo. */
  static SignTask certified(
      SignTask task, X509Certificate signer, SignatureMethod method, Instant now) throws SignError {
    if (task.ades() == AdesType.NONE) {
      return task;
    }
    XmlNode info = read(task);
    XmlNode object = object(task);
    XmlNode properties = object.at("xades:QualifyingProperties/xades:SignedProperties");
    certificate(properties.at("xades:SignedSignatureProperties"), signer, method, now);
    String id = properties.attribute("Id").orElseThrow();
    references(info, properties).toList().forEach(XmlNode::remove);
    refer(info, id, properties, method);
    byte[] octets =
        XmlCanonical.bytes(info, algorithm(info, "ds:CanonicalizationMethod")).orElseThrow();
    Optional<String> signatureId = task.adesObject().flatMap(AdesObject::signatureId);
    return task.withToBeSigned(octets)
        .withObject(new AdesObject(signatureId, Optional.of(Xml.bytes(object.element()))));
  }

  /**
   * Whether what was signed is what was asked for, but for the certificate, and that is the
   * signer's.
   */
  static boolean isCertified(SignTask asked, SignTask answered, X509Certificate signer)
      throws SignError {
    XmlNode before = read(asked);
    XmlNode after = read(answered);
    XmlNode objectBefore = object(asked);
    XmlNode objectAfter = object(answered);
    XmlNode properties = objectAfter.at("xades:QualifyingProperties/xades:SignedProperties");
    Optional<XmlNode> reference = references(after, properties).findFirst();
    if (reference.isEmpty()
        || !isDigestOf(properties, reference.get())
        || !isOf(properties, signer)) {
      return false;
    }
    references(after, properties).toList().forEach(XmlNode::remove);
    references(before, objectBefore.at("xades:QualifyingProperties/xades:SignedProperties"))
        .toList()
        .forEach(XmlNode::remove);
    return isSame(before, after) && isSame(bare(objectBefore), bare(objectAfter));
  }

  private static boolean isSame(XmlNode one, XmlNode other) {
    return Arrays.equals(
        XmlCanonical.bytes(one, XmlCanonical.EXCLUSIVE).orElseThrow(),
        XmlCanonical.bytes(other, XmlCanonical.EXCLUSIVE).orElseThrow());
  }

  /** Without what the service puts in. */
  private static XmlNode bare(XmlNode object) {
    for (XmlNode each : object.all(SIGNED)) {
      each.all("xades:SigningTime").forEach(XmlNode::remove);
      each.all("xades:SigningCertificate").forEach(XmlNode::remove);
      each.all("xades:SigningCertificateV2").forEach(XmlNode::remove);
    }
    return object;
  }

  private static boolean isDigestOf(XmlNode properties, XmlNode reference) {
    List<XmlNode> transforms = reference.all("ds:Transforms/ds:Transform");
    String canonical =
        transforms.size() == 1
            ? transforms.get(0).attribute("Algorithm").orElse("")
            : "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    return XmlCanonical.bytes(properties, canonical)
        .filter(octets -> isDigest(reference, octets))
        .isPresent();
  }

  private static boolean isOf(XmlNode properties, X509Certificate signer) {
    return properties
        .find(
            "xades:SignedSignatureProperties/xades:SigningCertificateV2/xades:Cert/xades:CertDigest")
        .filter(
            digest -> {
              try {
                return isDigest(digest, signer.getEncoded());
              } catch (GeneralSecurityException e) {
                return false;
              }
            })
        .isPresent();
  }

  /** Of an element with ds:DigestMethod and ds:DigestValue. */
  private static boolean isDigest(XmlNode node, byte[] octets) {
    String uri = algorithm(node, "ds:DigestMethod");
    return Arrays.stream(SignatureMethod.Digest.values())
        .filter(digest -> digest.uri().equals(uri))
        .anyMatch(
            digest ->
                node.find("ds:DigestValue")
                    .map(value -> value.text().replaceAll("\\s", ""))
                    .filter(digest(octets, digest)::equals)
                    .isPresent());
  }

  /** SigningCertificateV2 right after SigningTime, which is put there where it is missing. */
  private static void certificate(
      XmlNode properties, X509Certificate signer, SignatureMethod method, Instant now) {
    properties.all("xades:SigningCertificate").forEach(XmlNode::remove);
    properties.all("xades:SigningCertificateV2").forEach(XmlNode::remove);
    XmlNode time =
        properties
            .find("xades:SigningTime")
            .orElseGet(
                () ->
                    properties
                        .prepend(properties.create("xades:SigningTime"))
                        .text(now.truncatedTo(ChronoUnit.SECONDS).toString()));
    XmlNode certificate = time.insertAfter(time.create("xades:SigningCertificateV2"));
    XmlNode cert = certificate.add("xades:Cert");
    XmlNode digest = cert.add("xades:CertDigest");
    digest.add("ds:DigestMethod").set("Algorithm", method.digest().uri());
    try {
      digest.add("ds:DigestValue").text(digest(signer.getEncoded(), method.digest()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of our own cannot be digested", e);
    }
    cert.add("xades:IssuerSerialV2").text(issuerSerial(signer));
  }

  private static String issuerSerial(X509Certificate signer) {
    try {
      X500Name issuer = X500Name.getInstance(signer.getIssuerX500Principal().getEncoded());
      IssuerSerial serial =
          new IssuerSerial(
              new GeneralNames(new GeneralName(issuer)), new ASN1Integer(signer.getSerialNumber()));
      return Base64.getEncoder().encodeToString(serial.getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("a certificate of our own cannot be named", e);
    }
  }

  /** Always exclusive: what stands around the ds:Object in the document is not known here. */
  private static void refer(XmlNode info, String id, XmlNode properties, SignatureMethod method) {
    XmlNode reference = info.add("ds:Reference");
    reference.set("Type", PROPERTIES_TYPE).set("URI", "#" + id);
    reference.add("ds:Transforms").add("ds:Transform").set("Algorithm", XmlCanonical.EXCLUSIVE);
    reference.add("ds:DigestMethod").set("Algorithm", method.digest().uri());
    byte[] octets = XmlCanonical.bytes(properties, XmlCanonical.EXCLUSIVE).orElseThrow();
    reference.add("ds:DigestValue").text(digest(octets, method.digest()));
  }

  private static Stream<XmlNode> references(XmlNode info, XmlNode properties) {
    String id = "#" + properties.attribute("Id").orElse("");
    return info.all("ds:Reference").stream()
        .filter(
            each ->
                each.attribute("Type").orElse("").equals(PROPERTIES_TYPE)
                    || each.attribute("URI").orElse("").equals(id));
  }

  private static String digest(byte[] octets, SignatureMethod.Digest digest) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance(digest.jca()).digest(octets));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + digest.jca(), e);
    }
  }

  private static String algorithm(XmlNode info, String child) {
    return info.find(child).flatMap(node -> node.attribute("Algorithm")).orElse("");
  }

  private static XmlNode read(SignTask task) throws SignError {
    XmlNode info = parse(task, task.toBeSigned(), "ToBeSignedBytes");
    Optional<byte[]> canonical =
        info.is("ds:SignedInfo")
            ? XmlCanonical.bytes(info, algorithm(info, "ds:CanonicalizationMethod"))
            : Optional.empty();
    if (canonical.filter(octets -> Arrays.equals(octets, task.toBeSigned())).isEmpty()) {
      throw SignError.ofRequest(
          "the ToBeSignedBytes of " + task.name() + " are not a canonical ds:SignedInfo");
    }
    return info;
  }

  /** What the requester gave, or a new one (DSS extension 4.1.1.1). */
  private static XmlNode object(SignTask task) throws SignError {
    Optional<byte[]> given = task.adesObject().flatMap(AdesObject::bytes);
    if (given.isEmpty()) {
      return newObject(task);
    }
    XmlNode object = parse(task, given.get(), "AdESObjectBytes");
    List<XmlNode> properties = object.all("xades:QualifyingProperties/xades:SignedProperties");
    if (!object.is("ds:Object")
        || properties.size() != 1
        || properties.get(0).attribute("Id").filter(id -> !id.isBlank()).isEmpty()) {
      throw SignError.ofRequest(
          "the AdESObjectBytes of "
              + task.name()
              + " are not a ds:Object with xades:SignedProperties that have an Id");
    }
    if (object.all(SIGNED).isEmpty()) {
      properties.get(0).prepend(object.create("xades:SignedSignatureProperties"));
    }
    return object;
  }

  private static XmlNode newObject(SignTask task) throws SignError {
    String signature =
        task.adesObject()
            .flatMap(AdesObject::signatureId)
            .orElseThrow(
                () ->
                    SignError.ofRequest(
                        task.name() + " has neither AdESObjectBytes nor a SignatureId"));
    XmlNode object = XmlNode.newRoot("ds:Object");
    object
        .add("xades:QualifyingProperties")
        .set("Target", "#" + signature)
        .add("xades:SignedProperties")
        .set("Id", "xades-" + signature)
        .add("xades:SignedSignatureProperties");
    return object;
  }

  private static XmlNode parse(SignTask task, byte[] xml, String what) throws SignError {
    try {
      return XmlNode.root(Xml.parse(xml));
    } catch (MalformedMessage e) {
      throw SignError.ofRequest(
          "the " + what + " of " + task.name() + " cannot be read: " + e.getMessage());
    }
  }
}
