package se.genrep.ades.forgery;

import static se.genrep.ades.forgery.DocumentDeviation.content;
import static se.genrep.ades.forgery.ForgeryDesk.CANARY;
import static se.genrep.ades.forgery.ForgeryDesk.GENUINE;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.w3c.dom.Element;
import se.genrep.ades.Format;

/**
 * Signature wrapping in XAdES: what was signed stays in the file, where nobody looks for it, and
 * something else stands in its place.
 */
final class XmlForgeries {

  private static final String FAKE =
      Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));

  static final DocumentDeviation MISPLACED_CONTENT =
      content(
          "xades-misplaced-content",
          "moves the signed object to another place and puts another one there",
          Format.XADES,
          desk -> {
            XmlBench xml = enveloping(desk);
            Element signed = xml.object();
            Element fake = xml.fake(signed, "fake", FAKE);
            signed.getParentNode().replaceChild(fake, signed);
            Element attic = xml.ds("Object");
            attic.appendChild(signed);
            xml.signature().appendChild(attic);
            return xml.bytes();
          });

  static final DocumentDeviation DUPLICATED_ID =
      content(
          "xades-duplicated-id",
          "puts an object with the same Id before the signed one",
          Format.XADES,
          desk -> {
            XmlBench xml = enveloping(desk);
            Element signed = xml.object();
            Element fake = xml.fake(signed, signed.getAttribute("Id"), FAKE);
            signed.getParentNode().insertBefore(fake, signed);
            return xml.bytes();
          });

  static final DocumentDeviation FAKE_CONTENT =
      content(
          "xades-fake-content",
          "wraps the whole signature into a document that says something else",
          Format.XADES,
          desk -> {
            XmlBench xml = enveloping(desk);
            return xml.wrapped("<order>" + CANARY + "</order>");
          });

  static final DocumentDeviation FAKE_OBJECT =
      content(
          "xades-fake-object",
          "adds an object to the signature that nothing refers to",
          Format.XADES,
          desk -> {
            XmlBench xml = enveloped(desk);
            Element object = xml.ds("Object");
            object.setTextContent(CANARY);
            xml.signature().appendChild(object);
            return xml.bytes();
          });

  static final DocumentDeviation FAKE_MANIFEST =
      content(
          "xades-fake-manifest",
          "adds a manifest that refers to something else",
          Format.XADES,
          desk -> {
            XmlBench xml = enveloped(desk);
            Element object = xml.ds("Object");
            Element manifest = xml.ds("Manifest");
            Element reference = xml.ds("Reference");
            reference.setAttribute("URI", "data:," + CANARY.replace(' ', '+'));
            reference.setTextContent(CANARY);
            manifest.appendChild(reference);
            object.appendChild(manifest);
            xml.signature().appendChild(object);
            return xml.bytes();
          });

  static final DocumentDeviation FAKE_SIGNED_PROPERTIES =
      content(
          "xades-fake-signed-properties",
          "moves the signed properties away and puts others in their place",
          Format.XADES,
          desk -> {
            XmlBench xml = enveloped(desk);
            Element genuine = xml.xades("SignedProperties");
            Element fake = (Element) genuine.cloneNode(true);
            fake.setAttribute("Id", "fake");
            XmlBench.first(fake, "SigningTime").setTextContent("2001-01-01T00:00:00Z");
            XmlBench.first(fake, "SigningTime").getParentNode().appendChild(xml.role(CANARY));
            genuine.getParentNode().replaceChild(fake, genuine);
            Element attic = xml.ds("Object");
            attic.appendChild(genuine);
            xml.signature().appendChild(attic);
            return xml.bytes();
          });

  static final DocumentDeviation QUALIFYING_PROPERTIES_SPOOF =
      content(
          "xades-qualifying-properties-spoof",
          "puts unsigned QualifyingProperties before the signed ones",
          Format.XADES,
          desk -> {
            XmlBench xml = enveloped(desk);
            Element genuine = (Element) xml.xades("QualifyingProperties").getParentNode();
            Element fake = (Element) genuine.cloneNode(true);
            XmlBench.first(fake, "SignedProperties").setAttribute("Id", "fake");
            XmlBench.first(fake, "SigningTime").setTextContent("2001-01-01T00:00:00Z");
            XmlBench.first(fake, "SigningTime").getParentNode().appendChild(xml.role(CANARY));
            genuine.getParentNode().insertBefore(fake, genuine);
            return xml.bytes();
          });

  static final DocumentDeviation CHANGED_TEXT =
      content(
          "xades-content-changed",
          "changes the text of the document after it was signed",
          Format.XADES,
          desk ->
              PdfBench.replaced(
                  desk.sign(ForgeryDesk.xml(GENUINE), Format.XADES), GENUINE, CANARY));

  private XmlForgeries() {}

  private static XmlBench enveloping(ForgeryDesk desk) {
    return new XmlBench(desk.sign(ForgeryDesk.text(GENUINE), Format.XADES));
  }

  private static XmlBench enveloped(ForgeryDesk desk) {
    return new XmlBench(desk.sign(ForgeryDesk.xml(GENUINE), Format.XADES));
  }
}
