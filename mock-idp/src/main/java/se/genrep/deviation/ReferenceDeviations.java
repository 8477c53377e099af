package se.genrep.deviation;

import javax.xml.XMLConstants;
import se.genrep.saml.XmlNode;

/** To what a signature refers (SAML core 5.4.2). */
public final class ReferenceDeviations {

  private static final byte[] NOTHING = new byte[0];

  public static final Deviation EMPTY_URI =
      CraftedSignature.instead(
          "empty-uri",
          "refers to what it signs by an empty URI",
          (response, scene) -> CraftedSignature.of(response, scene).referring("").place());

  public static final Deviation NO_URI =
      CraftedSignature.instead(
          "no-uri",
          "refers to what it signs by no URI",
          (response, scene) -> CraftedSignature.of(response, scene).referring(null).place());

  public static final Deviation XPOINTER_ROOT =
      CraftedSignature.instead(
          "xpointer-root",
          "refers to what it signs by an XPointer to the root",
          (response, scene) ->
              CraftedSignature.of(response, scene).referring("#xpointer(/)").place());

  public static final Deviation XPOINTER_ID =
      CraftedSignature.instead(
          "xpointer-id",
          "refers to what it signs by an XPointer to the ID",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring("#xpointer(id('" + id(response) + "'))")
                  .place());

  public static final Deviation RESPONSE_WITHOUT_ID =
      CraftedSignature.instead(
          "response-without-id",
          "leaves the ID of the Response out and signs the whole message",
          (response, scene) -> {
            response.unset("ID");
            CraftedSignature.of(response, scene).referring("").place();
          });

  public static final Deviation RESPONSE_ID_EMPTY =
      CraftedSignature.instead(
          "response-id-empty",
          "leaves the ID of the Response empty and signs the whole message",
          (response, scene) -> {
            response.set("ID", "");
            CraftedSignature.of(response, scene).referring("").place();
          });

  public static final Deviation ID_IN_OTHER_LETTERS =
      CraftedSignature.instead(
          "id-in-other-letters",
          "calls the ID of the Response Id",
          (response, scene) -> {
            String id = id(response);
            response.unset("ID").set("Id", id);
            CraftedSignature.of(response, scene).referring("#" + id).place();
          });

  public static final Deviation XML_ID =
      CraftedSignature.instead(
          "xml-id",
          "calls the ID of the Response xml:id",
          (response, scene) -> {
            String id = id(response);
            response.unset("ID").set(XMLConstants.XML_NS_URI, "xml:id", id);
            CraftedSignature.of(response, scene).referring("#" + id).place();
          });

  public static final Deviation TWO_REFERENCES =
      CraftedSignature.instead(
          "two-references",
          "refers twice to what it signs",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring(CraftedSignature.reference(response))
                  .referring(CraftedSignature.reference(response))
                  .place());

  public static final Deviation SECOND_REFERENCE_EMPTY =
      CraftedSignature.instead(
          "second-reference-empty",
          "refers to what it signs once more, by an empty URI",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring(CraftedSignature.reference(response))
                  .referring("")
                  .place());

  public static final Deviation REMOTE_REFERENCE =
      CraftedSignature.instead(
          "remote-reference",
          "refers to a document on the web besides",
          (response, scene) -> {
            CraftedSignature crafted =
                CraftedSignature.of(response, scene)
                    .referring(CraftedSignature.reference(response));
            crafted.referring("http://127.0.0.1:9/remote.xml", crafted.digest(NOTHING)).place();
          });

  public static final Deviation FILE_REFERENCE =
      CraftedSignature.instead(
          "file-reference",
          "refers to a file besides",
          (response, scene) -> {
            CraftedSignature crafted =
                CraftedSignature.of(response, scene)
                    .referring(CraftedSignature.reference(response));
            crafted.referring("file:///dev/null", crafted.digest(NOTHING)).place();
          });

  public static final Deviation REFERENCE_TO_NOWHERE =
      CraftedSignature.instead(
          "reference-to-nowhere",
          "refers to an ID that nothing has",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            crafted.referring("#_nowhere", crafted.digest(NOTHING)).place();
          });

  public static final Deviation ONLY_A_REMOTE_REFERENCE =
      CraftedSignature.instead(
          "only-a-remote-reference",
          "refers to a document on the web alone",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            crafted.referring("http://127.0.0.1:9/remote.xml", crafted.digest(NOTHING)).place();
          });

  public static final Deviation NO_REFERENCE =
      CraftedSignature.instead(
          "no-reference",
          "signs no Reference at all",
          (response, scene) -> CraftedSignature.of(response, scene).place());

  private ReferenceDeviations() {}

  private static String id(XmlNode response) {
    return response.attribute("ID").orElseThrow();
  }
}
