package se.genrep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.Csig;
import se.genrep.protocol.SigType;
import se.genrep.protocol.SignTask;
import se.genrep.protocol.SignTask.AdesObject;
import se.genrep.saml.XmlCanonical;
import se.genrep.saml.XmlNode;
import se.genrep.service.SignatureMethod;

/** Tasks of every type, for a document that is a text. */
public final class Tasks {

  private Tasks() {}

  public static SignTask cms(String id, AdesType ades, String document) {
    return SignTask.of(id, SigType.CMS, ades, signedAttributes(document));
  }

  public static SignTask pdf(String id, String document) {
    return SignTask.of(id, SigType.PDF, AdesType.BES, signedAttributes(document));
  }

  public static byte[] signedAttributes(String document) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
    attributes.add(
        new Attribute(
            CMSAttributes.messageDigest, new DERSet(new DEROctetString(sha256(document)))));
    try {
      return new DERSet(attributes).getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static SignTask xml(String id, AdesType ades, String document, SignatureMethod method) {
    SignTask task = SignTask.of(id, SigType.XML, ades, signedInfo(document, method));
    return ades == AdesType.NONE
        ? task
        : task.withObject(new AdesObject(Optional.of("id-" + id), Optional.empty()));
  }

  public static byte[] signedInfo(String document, SignatureMethod method) {
    XmlNode info = XmlNode.newRoot("ds:SignedInfo");
    info.add("ds:CanonicalizationMethod").set("Algorithm", XmlCanonical.EXCLUSIVE);
    info.add("ds:SignatureMethod").set("Algorithm", method.uri());
    XmlNode reference = info.add("ds:Reference").set("URI", "");
    reference
        .add("ds:Transforms")
        .add("ds:Transform")
        .set("Algorithm", "http://www.w3.org/2000/09/xmldsig#enveloped-signature");
    reference.add("ds:DigestMethod").set("Algorithm", "http://www.w3.org/2001/04/xmlenc#sha256");
    reference.add("ds:DigestValue").text(Base64.getEncoder().encodeToString(sha256(document)));
    return XmlCanonical.bytes(info, XmlCanonical.EXCLUSIVE).orElseThrow();
  }

  public static SignTask jws(String id, AdesType ades, String document, SignatureMethod method) {
    String header = "{\"alg\":\"" + method.jws() + "\",\"iat\":1764590400}";
    String input = base64url(header) + "." + base64url(document);
    return SignTask.of(id, SigType.CMS, ades, input.getBytes(StandardCharsets.US_ASCII))
        .withRule(Csig.JWS_RULE);
  }

  private static String base64url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
