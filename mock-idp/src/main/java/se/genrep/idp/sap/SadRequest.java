package se.genrep.idp.sap;

import java.util.List;
import java.util.Optional;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/**
 * A sap:SADRequest (SAP 3.1): a signature service asks for the signer's agreement to sign.
 *
 * @param id the SADRequest's own ID
 * @param requester the entityID that asks
 * @param signRequest the RequestID of the sign request
 * @param documents how many signatures it asks for
 * @param version the requested version of the SAD
 */
public record SadRequest(
    String id, String requester, String signRequest, int documents, String version) {

  /** The only version there is, and the one that is meant when none is named. */
  public static final String VERSION = "1.0";

  /** In characters; more is no identifier, and it travels with every page. */
  private static final int LONGEST = 1024;

  /** A SADRequest that does not follow the schema (SAP 4); the message says where. */
  public static final class Malformed extends Exception {
    Malformed(String message) {
      super(message);
    }
  }

  /**
   * Reads the element.
   *
   * @throws Malformed when something it must have is missing, twice, too long or of another form
   */
  public static SadRequest read(XmlNode element) throws Malformed {
    String documents = text(element, "DocCount");
    if (!documents.matches("[0-9]{1,9}") || Integer.parseInt(documents) < 1) {
      throw new Malformed("sap:DocCount is '" + shortened(documents) + "', no number of documents");
    }
    return new SadRequest(
        limited("ID", element.attribute("ID").map(String::strip).orElse("")),
        text(element, "RequesterID"),
        text(element, "SignRequestID"),
        Integer.parseInt(documents),
        child(element, "RequestedVersion").map(each -> each.text().strip()).orElse(VERSION));
  }

  private static String text(XmlNode element, String name) throws Malformed {
    return limited("sap:" + name, child(element, name).map(each -> each.text().strip()).orElse(""));
  }

  private static Optional<XmlNode> child(XmlNode element, String name) throws Malformed {
    List<XmlNode> found =
        element.children().stream().filter(each -> each.is(Namespace.SAP, name)).toList();
    if (found.size() > 1) {
      throw new Malformed("sap:" + name + " occurs " + found.size() + " times");
    }
    return found.stream().findFirst();
  }

  private static String limited(String name, String value) throws Malformed {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new Malformed(
          value.isEmpty()
              ? name + " is missing"
              : name + " is longer than " + LONGEST + " characters");
    }
    return value;
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
