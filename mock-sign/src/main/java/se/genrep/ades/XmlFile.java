package se.genrep.ades;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.genrep.input.BadInput;

/** Looks through an XML document before anything else reads it. */
final class XmlFile {

  private XmlFile() {}

  /**
   * Refuses a document type, since what its entities stand for is not in what is signed, and what
   * is not well-formed.
   *
   * @throws BadInput naming the document, line and reason
   */
  static void requireSafe(Document document) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      XMLStreamReader xml =
          factory.createXMLStreamReader(new ByteArrayInputStream(document.content()));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.DTD) {
          throw new BadInput(
              document.name() + ":" + xml.getLocation().getLineNumber(),
              "the XML has a document type (DTD), which is not taken",
              "Remove the DOCTYPE and write out what its entities stand for");
        }
      }
    } catch (XMLStreamException e) {
      throw new BadInput(
          document.name() + ":" + e.getLocation().getLineNumber(),
          "the XML is not well-formed",
          "Mend it, or give another document",
          e);
    }
  }
}
