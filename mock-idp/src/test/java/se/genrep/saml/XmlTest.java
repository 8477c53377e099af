package se.genrep.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DP-5.3-01 and the bounds: what is not read, and that the reason is one sentence. */
class XmlTest {

  private static String refusal(byte[] xml) {
    String message = assertThrows(MalformedMessage.class, () -> Xml.parse(xml)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static String nested(int depth) {
    return "<a>".repeat(depth) + "</a>".repeat(depth);
  }

  @Test
  void readsNestingUpToTheBound() {
    assertEquals("a", Xml.parse(nested(Xml.MOST_DEPTH)).getDocumentElement().getNodeName());
    assertTrue(
        refusal(nested(Xml.MOST_DEPTH + 1).getBytes(StandardCharsets.UTF_8)).contains("deeper"));
  }

  /** The bytes of tags differ, so the first pass over the document sees none. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "IBM037"})
  void theBoundHoldsInEveryEncoding(String encoding) {
    Charset charset = Charset.forName(encoding);
    String declaration = "<?xml version='1.0' encoding='" + encoding + "'?>";
    assertEquals(
        "a",
        Xml.parse((declaration + "<a/>").getBytes(charset)).getDocumentElement().getNodeName());
    refusal((declaration + nested(100_000)).getBytes(charset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1:1/'>%b;]><a/>"
      })
  void refusesEveryDocumentTypeDeclaration(String xml) {
    assertTrue(refusal(xml.getBytes(StandardCharsets.UTF_8)).contains("type declaration"), xml);
    refusal(xml.getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void refusesWhatIsNoDocument() {
    for (String xml :
        List.of("", " ", "text", "<a>", "<a/><b/>", "<a b='1' b='2'/>", "<a>\u0001</a>")) {
      refusal(xml.getBytes(StandardCharsets.UTF_8));
    }
    refusal(new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    refusal("<a>\u00e5</a>".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void refusesMoreAttributesThanAnyMessageHas() {
    StringBuilder xml = new StringBuilder("<a");
    for (int i = 0; i < 50_000; i++) {
      xml.append(" b").append(i).append("=''");
    }
    refusal(xml.append("/>").toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneBadDocumentLeavesNoTrace() {
    refusal("<a>".getBytes(StandardCharsets.UTF_8));
    assertEquals("b", Xml.parse("<b/>").getDocumentElement().getNodeName());
  }
}
