package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.PROTECTION;
import static se.genrep.deviation.Stage.SIGNED_RESPONSE;

import javax.xml.XMLConstants;
import se.genrep.saml.XmlNode;

/** To what a signature refers (SAML core 5.4.2). */
public final class ReferenceDeviations {

  private static final byte[] NOTHING = new byte[0];

  /** What is done to the Response instead of signing it in the usual way. */
  private interface Signing {
    void of(XmlNode response, Scene scene);
  }

  public static final Deviation EMPTY_URI =
      crafted(
          "empty-uri",
          "refers to what it signs by an empty URI",
          (response, scene) -> CraftedSignature.of(response, scene).referring("").place());

  public static final Deviation NO_URI =
      crafted(
          "no-uri",
          "refers to what it signs by no URI",
          (response, scene) -> CraftedSignature.of(response, scene).referring(null).place());

  public static final Deviation XPOINTER_ROOT =
      crafted(
          "xpointer-root",
          "refers to what it signs by an XPointer to the root",
          (response, scene) ->
              CraftedSignature.of(response, scene).referring("#xpointer(/)").place());

  public static final Deviation XPOINTER_ID =
      crafted(
          "xpointer-id",
          "refers to what it signs by an XPointer to the ID",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring("#xpointer(id('" + id(response) + "'))")
                  .place());

  public static final Deviation RESPONSE_WITHOUT_ID =
      crafted(
          "response-without-id",
          "leaves the ID of the Response out and signs the whole message",
          (response, scene) -> {
            response.unset("ID");
            CraftedSignature.of(response, scene).referring("").place();
          });

  public static final Deviation RESPONSE_ID_EMPTY =
      crafted(
          "response-id-empty",
          "leaves the ID of the Response empty and signs the whole message",
          (response, scene) -> {
            response.set("ID", "");
            CraftedSignature.of(response, scene).referring("").place();
          });

  public static final Deviation ID_IN_OTHER_LETTERS =
      crafted(
          "id-in-other-letters",
          "calls the ID of the Response Id",
          (response, scene) -> {
            String id = id(response);
            response.unset("ID").set("Id", id);
            CraftedSignature.of(response, scene).referring("#" + id).place();
          });

  public static final Deviation XML_ID =
      crafted(
          "xml-id",
          "calls the ID of the Response xml:id",
          (response, scene) -> {
            String id = id(response);
            response.unset("ID").set(XMLConstants.XML_NS_URI, "xml:id", id);
            CraftedSignature.of(response, scene).referring("#" + id).place();
          });

  public static final Deviation TWO_REFERENCES =
      crafted(
          "two-references",
          "refers twice to what it signs",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring("#" + id(response))
                  .referring("#" + id(response))
                  .place());

  public static final Deviation SECOND_REFERENCE_EMPTY =
      crafted(
          "second-reference-empty",
          "refers to what it signs once more, by an empty URI",
          (response, scene) ->
              CraftedSignature.of(response, scene)
                  .referring("#" + id(response))
                  .referring("")
                  .place());

  public static final Deviation REMOTE_REFERENCE =
      crafted(
          "remote-reference",
          "refers to a document on the web besides",
          (response, scene) -> {
            CraftedSignature crafted =
                CraftedSignature.of(response, scene).referring("#" + id(response));
            crafted.referring("http://127.0.0.1:9/remote.xml", crafted.digest(NOTHING)).place();
          });

  public static final Deviation FILE_REFERENCE =
      crafted(
          "file-reference",
          "refers to a file besides",
          (response, scene) -> {
            CraftedSignature crafted =
                CraftedSignature.of(response, scene).referring("#" + id(response));
            crafted.referring("file:///dev/null", crafted.digest(NOTHING)).place();
          });

  public static final Deviation REFERENCE_TO_NOWHERE =
      crafted(
          "reference-to-nowhere",
          "refers to an ID that nothing has",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            crafted.referring("#_nowhere", crafted.digest(NOTHING)).place();
          });

  public static final Deviation ONLY_A_REMOTE_REFERENCE =
      crafted(
          "only-a-remote-reference",
          "refers to a document on the web alone",
          (response, scene) -> {
            CraftedSignature crafted = CraftedSignature.of(response, scene);
            crafted.referring("http://127.0.0.1:9/remote.xml", crafted.digest(NOTHING)).place();
          });

  public static final Deviation NO_REFERENCE =
      crafted(
          "no-reference",
          "signs no Reference at all",
          (response, scene) -> CraftedSignature.of(response, scene).place());

  private ReferenceDeviations() {}

  private static Deviation crafted(String id, String title, Signing signing) {
    return deviation(id, title)
        .prepare(PROTECTION, (protection, scene) -> protection.signingResponse(false))
        .at(
            SIGNED_RESPONSE,
            (response, scene) -> {
              signing.of(response, scene);
              return response;
            });
  }

  private static String id(XmlNode response) {
    return response.attribute("ID").orElseThrow();
  }
}
