package se.genrep.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;

/** The writer gives what the canonicaliser that was made for this gives. */
class XmlTextTest {

  static {
    SamlRuntime.start(); // the canonicaliser to compare with needs it
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<a b='1' A='2' xmlns='urn:x' xmlns:z='urn:z' z:c='3'><z:d xmlns:y='urn:y'></z:d></a>",
        "<a b='&quot;&apos;&lt;&gt;&amp;&#9;&#10;&#13; é'>&quot;&apos;&lt;&gt;&amp;&#9;\n&#13; é</a>",
        "<a>&lt;b&gt;&amp;amp; text <!-- a comment --><?pi and its data?><?empty?></a>",
        "<a>\u00e5\u00e4\u00f6 \u4e2d \ud83d\ude00</a>",
        "<a>  <b>&gt;</b>]]&gt;  </a>",
        "<a xml:lang='sv' xml:space='preserve'> <b xml:lang=''/> </a>"
      })
  void agreesWithTheCanonicaliser(String xml) throws XMLSecurityException {
    Node root = Xml.parse(xml).getDocumentElement();
    assertEquals(canonical(root), XmlText.of(root));
  }

  /** Long text takes another way through the writer. */
  @Test
  void agreesOnLongTextWhateverStandsInIt() throws XMLSecurityException {
    for (String special :
        List.of("", "&amp;", "&lt;", "&gt;", "&quot;", "&#9;", "&#10;", "&#13;")) {
      String text = "A1+/".repeat(50) + special + "Zz9=".repeat(50);
      Node root = Xml.parse("<a b='" + text + "'>" + text + "</a>").getDocumentElement();
      assertEquals(canonical(root), XmlText.of(root));
    }
  }

  @Test
  void writesAnInnerElementWithItsOwnDeclarationsOnly() throws XMLSecurityException {
    Node inner =
        Xml.parse("<a xmlns='urn:x' xmlns:y='urn:y'><b y:c='1'/></a>")
            .getDocumentElement()
            .getFirstChild();
    assertEquals(canonical(inner), XmlText.of(inner));
    assertEquals("<b y:c=\"1\"></b>", XmlText.of(inner));
  }

  @Test
  void isReadBackAsTheSameCharacters() {
    XmlNode root = XmlNode.newRoot("saml:Issuer").set("Format", "a\tb\nc\rd\"<>&'");
    root.text("x\ry\n<&>]]>\"\t\ud83d\ude00");
    XmlNode again = XmlNode.root(Xml.parse(XmlText.of(root.element())));
    assertEquals(root.attribute("Format"), again.attribute("Format"));
    assertEquals(root.text(), again.text());
  }

  private static String canonical(Node node) throws XMLSecurityException {
    var out = new ByteArrayOutputStream();
    Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_PHYSICAL).canonicalizeSubtree(node, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A canonicaliser makes text of it, so whoever verifies finds what was signed. */
  @Test
  void charactersThatWereWrittenAsCdataStaySo() {
    String text = "<a><![CDATA[<b>&]]>c</a>";
    assertEquals(text, Xml.text(Xml.parse(text)));
  }
}
