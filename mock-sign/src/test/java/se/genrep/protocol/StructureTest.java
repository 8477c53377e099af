package se.genrep.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static se.genrep.protocol.Structure.element;
import static se.genrep.protocol.Structure.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.protocol.Structure.Form;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** What is wrong with an element is said in one sentence that names it. */
class StructureTest {

  private static final Structure CONTEXT =
      element("csig:SignTasks")
          .required("Version", Form.STRING)
          .child(1, 1, text("csig:RequestTime", Form.TIME))
          .child(0, 2, text("csig:Message", Form.BASE64))
          .child(1, 1, element("csig:Signer").open());

  private static void check(String attributes, String content) throws Malformed {
    CONTEXT.check(
        XmlNode.root(
            Xml.parse(
                "<c:SignTasks xmlns:c='http://id.elegnamnden.se/csig/1.1/dss-ext/ns'"
                    + attributes
                    + ">"
                    + content.replace("<", "<c:").replace("<c:/", "</c:")
                    + "</c:SignTasks>")));
  }

  private static final String TIME = "<RequestTime>2026-12-01T12:00:00Z</RequestTime>";
  private static final String MESSAGE = "<Message>QUJD</Message>";
  private static final String SIGNER = "<Signer/>";

  @Test
  void whatIsRightPasses() throws Malformed {
    check(" Version='1'", TIME + SIGNER);
    check(" Version='1'", TIME + MESSAGE + MESSAGE + SIGNER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | TS | <csig:SignTasks> has no attribute Version
          ' Version="1" More="2"' | TS | <csig:SignTasks> has an attribute More too many
          ' Version="1"' | S | there is <c:Signer> in <csig:SignTasks> where <csig:RequestTime> is expected
          ' Version="1"' | T | <csig:SignTasks> has no <csig:Signer>
          ' Version="1"' | TMMMS | there is <c:Message> in <csig:SignTasks> where <csig:Signer> is expected
          ' Version="1"' | TSS | there is <c:Signer> in <csig:SignTasks> out of its place, or once too often
          ' Version="1"' | TSM | there is <c:Message> in <csig:SignTasks> out of its place, or once too often
          """)
  void whatIsWrongIsNamed(String attributes, String content, String expected) {
    String xml = content.replace("T", "{}").replace("S", SIGNER).replace("M", MESSAGE);
    String whole = xml.replace("{}", TIME);
    Malformed wrong = assertThrows(Malformed.class, () -> check(attributes, whole));
    assertEquals(expected, wrong.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T12:00:00Z, true",
    "2026-12-01T12:00:00.123Z, true",
    "2026-12-01T12:00:00+00:00, true",
    "2026-12-01T12:00:00+01:00, false",
    "2026-12-01T12:00:00, false",
    "2026-12-01, false",
    "2026-12-31T23:59:60Z, false",
    "2026-13-01T12:00:00Z, false"
  })
  void timesAreInUtc(String text, boolean right) {
    assertEquals(right, Forms.isTime(text));
  }
}
