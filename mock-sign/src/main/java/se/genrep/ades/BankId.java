package se.genrep.ades;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * BankID's own XML signature: XMLDSig over {@code bankIdSignedData} and over its own KeyInfo, by
 * which it binds the certificate.
 *
 * @param function the funcId: {@code Signing}, or {@code Identification} for a sign-in
 */
record BankId(String function) {

  private static final String TYPES = "http://www.bankid.com/signature/v1.0.0/types";
  private static final String SIGNING = "Signing";

  /** Empty for any other file. */
  static Optional<BankId> in(Document document) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml =
          factory.createXMLStreamReader(new ByteArrayInputStream(document.content()));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("funcId")
            && TYPES.equals(xml.getNamespaceURI())) {
          return Optional.of(new BankId(xml.getElementText().strip()));
        }
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  boolean isForDocuments() {
    return function.equals(SIGNING);
  }
}
