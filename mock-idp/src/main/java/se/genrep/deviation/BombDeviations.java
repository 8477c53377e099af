package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;
import static se.genrep.deviation.Stage.DELIVERY;
import static se.genrep.deviation.Stage.TEXT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import se.genrep.saml.PostBinding;
import se.genrep.saml.XmlNode;

/** Answers that cost whoever reads them more than they cost whoever sends them. */
public final class BombDeviations {

  private static final String NAMESPACE = "urn:genrep:bomb";
  private static final int DEEP = 20_000;
  private static final int MANY_XML_ATTRIBUTES = 20_000;
  private static final int MANY_ATTRIBUTES = 1_000;
  private static final int LARGE_TEXT = 400_000;
  private static final int INFLATED_MIB = 64;

  /** Who inflates whatever does not look like XML gets a thousand times what was sent. */
  public static final Deviation INFLATE_BOMB =
      deviation("inflate-bomb", "sends 64 MiB, compressed, in place of the Response")
          .at(
              DELIVERY,
              (form, scene) -> form.with("SAMLResponse", PostBinding.encode(Compressed.BOMB)));

  public static final Deviation DEEP_NESTING =
      extended(
          "deep-nesting",
          "nests 20,000 elements in Extensions",
          "<a xmlns=\"" + NAMESPACE + "\">" + nested(DEEP) + "</a>");

  public static final Deviation MANY_XML_ATTRIBUTES_IN_ONE =
      extended(
          "many-xml-attributes",
          "gives one element 20,000 XML attributes",
          "<a xmlns=\"" + NAMESPACE + "\"" + attributes(MANY_XML_ATTRIBUTES) + "/>");

  public static final Deviation LARGE_EXTENSION =
      extended(
          "large-text",
          "sends 400,000 characters in Extensions",
          "<a xmlns=\"" + NAMESPACE + "\">" + "a".repeat(LARGE_TEXT) + "</a>");

  /** All signed and encrypted as it should be. */
  public static final Deviation MANY_SAML_ATTRIBUTES =
      deviation("many-saml-attributes", "sends 1,000 attributes more than anybody asked for")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                XmlNode statement = assertion.at("saml:AttributeStatement");
                for (int i = 0; i < MANY_ATTRIBUTES; i++) {
                  statement
                      .add("saml:Attribute")
                      .set("Name", NAMESPACE + ":" + i)
                      .set("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:uri")
                      .add("saml:AttributeValue")
                      .text("MOCK");
                }
                return assertion;
              });

  private BombDeviations() {}

  /** Made when first sent. */
  private static final class Compressed {
    static final byte[] BOMB = make();

    private static byte[] make() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] spaces = new byte[1 << 20];
      Arrays.fill(spaces, (byte) ' ');
      Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
      try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, raw)) {
        for (int i = 0; i < INFLATED_MIB; i++) {
          deflating.write(spaces);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        raw.end();
      }
      return out.toByteArray();
    }
  }

  private static Deviation extended(String id, String title, String content) {
    return deviation(id, title)
        .at(
            TEXT,
            (response, scene) ->
                response.replaceFirst(
                    "</saml:Issuer>",
                    "</saml:Issuer><samlp:Extensions>" + content + "</samlp:Extensions>"));
  }

  private static String nested(int depth) {
    return "<a>".repeat(depth) + "</a>".repeat(depth);
  }

  private static String attributes(int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(" a").append(i).append("=\"\"");
    }
    return all.toString();
  }
}
