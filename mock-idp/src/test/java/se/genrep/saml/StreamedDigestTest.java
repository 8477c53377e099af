package se.genrep.saml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.SAXParserFactory;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The digest of a stream is that of what the library's canonicaliser makes of the tree. */
class StreamedDigestTest {

  private static byte[] streamed(String xml, Set<String> inclusive) throws Exception {
    StreamedDigest digest = new StreamedDigest(MessageDigest.getInstance("SHA-256"), inclusive);
    Deque<Map<String, String>> scopes = new ArrayDeque<>();
    scopes.push(Map.of());
    SAXParserFactory.newDefaultNSInstance()
        .newSAXParser()
        .parse(
            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
            new DefaultHandler() {
              private final Map<String, String> declared = new HashMap<>();

              @Override
              public void startPrefixMapping(String prefix, String uri) {
                declared.put(prefix, uri);
              }

              @Override
              public void startElement(String u, String l, String qualified, Attributes a) {
                Map<String, String> scope = new HashMap<>(scopes.peek());
                scope.putAll(declared);
                declared.clear();
                scopes.push(scope);
                digest.startElement(qualified, a, scope);
              }

              @Override
              public void endElement(String u, String l, String qualified) {
                scopes.pop();
                digest.endElement(qualified);
              }

              @Override
              public void characters(char[] chars, int start, int length) {
                digest.characters(new String(chars, start, length));
              }

              @Override
              public void processingInstruction(String target, String data) {
                digest.processingInstruction(target, data);
              }
            });
    return digest.value();
  }

  private static byte[] ofTheLibrary(String xml, String inclusive) throws Exception {
    SamlRuntime.start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Canonicalizer canonicalizer =
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    var root = Xml.parse(xml).getDocumentElement();
    if (inclusive.isEmpty()) {
      canonicalizer.canonicalizeSubtree(root, out);
    } else {
      canonicalizer.canonicalizeSubtree(root, inclusive, out);
    }
    return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<a b='1' a='2'>text</a>",
        "<a>1 &lt; 2 &amp; 3 &gt; 2 \" ' &#13; &#9;</a>",
        "<a b='&lt; &amp; &gt; &quot; &#39; &#9; &#10; &#13;'/>",
        "<a><![CDATA[<b> & ]]>c</a>",
        "<a><!-- gone --><?pi  data with  spaces ?><?pi?></a>",
        "<a xmlns='urn:a'><b xmlns=''><c xmlns='urn:a'/></b><b/></a>",
        "<p:a xmlns:p='urn:p' xmlns:q='urn:q' xmlns:unused='urn:u'><q:b/><q:c p:d='1'/></p:a>",
        "<p:a xmlns:p='urn:p'><p:b xmlns:p='urn:other'><p:c/></p:b><p:d/></p:a>",
        "<a xmlns:z='urn:a' xmlns:b='urn:z' b:x='1' z:x='2' x='3' z:a='4'/>",
        "<a xml:lang='sv' xml:space='preserve'> å \uD83D\uDE00 </a>",
        "<q:a xmlns:q='urn:q' xmlns:xs='urn:xs'><b t='xs:string'><c xmlns:xs='urn:new'/></b></q:a>",
      })
  void agreesWithTheLibrary(String xml) throws Exception {
    assertArrayEquals(ofTheLibrary(xml, ""), streamed(xml, Set.of()), xml);
    assertArrayEquals(ofTheLibrary(xml, "xs"), streamed(xml, Set.of("xs")), xml);
    assertArrayEquals(ofTheLibrary(xml, "#default q"), streamed(xml, Set.of("", "q")), xml);
  }

  @Test
  void agreesOnWhatIsLargerThanTheBuffer() throws Exception {
    String xml = "<a xmlns='urn:a'>" + "<b c='å'>\uD83D\uDE00text</b>\n".repeat(10_000) + "</a>";
    assertArrayEquals(ofTheLibrary(xml, ""), streamed(xml, Set.of()));
  }

  @Test
  void differsWhereTheDocumentDiffers() throws Exception {
    assertFalse(Arrays.equals(streamed("<a>1</a>", Set.of()), streamed("<a>2</a>", Set.of())));
  }
}
