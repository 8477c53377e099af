package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.genrep.model.RunResult;

/** Build servers can read the JUnit XML, and are red exactly when the exit code says so. */
class JunitXmlTest {

  private static Document written(RunResult run) throws Exception {
    byte[] xml =
        ReportWriter.junit(ReportWriter.report(run, SampleRun.catalogue(), SampleRun.allCases()));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitXmlTest.class.getResource("/report/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(xml)));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  /** The first element below the case, or "passed". */
  private static String outcome(Document document, String id) {
    Element found = testcase(document, id);
    var child = found.getFirstChild();
    while (child != null && !(child instanceof Element)) {
      child = child.getNextSibling();
    }
    return child == null ? "passed" : child.getNodeName();
  }

  private static Element testcase(Document document, String id) {
    var cases = document.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element each = (Element) cases.item(i);
      String name =
          each.getAttribute("classname").replace('.', '/') + "/" + each.getAttribute("name");
      if (name.startsWith(id + ": ")) {
        return each;
      }
    }
    throw new AssertionError("no case " + id);
  }

  @Test
  void eachVerdictHasItsElement() throws Exception {
    Document document = written(SampleRun.run());

    assertEquals("passed", outcome(document, SampleRun.UNSIGNED.id()));
    assertEquals("failure", outcome(document, SampleRun.RECIPIENT.id()));
    assertEquals("system-out", outcome(document, SampleRun.SKEW.id()));
    assertEquals("skipped", outcome(document, SampleRun.SAMORDNINGSNUMMER.id()));
    assertEquals("error", outcome(document, SampleRun.LEVEL.id()));
    assertEquals("skipped", outcome(document, SampleRun.MESSAGE.id()));
    assertEquals("skipped", outcome(document, SampleRun.KNOWN.id()));
  }

  @Test
  void theCountsAreThoseOfTheElements() throws Exception {
    Document document = written(SampleRun.run());
    Element suite = document.getDocumentElement();

    for (String[] pair :
        new String[][] {
          {"tests", "testcase"},
          {"failures", "failure"},
          {"errors", "error"},
          {"skipped", "skipped"}
        }) {
      assertEquals(
          document.getElementsByTagName(pair[1]).getLength(),
          Integer.parseInt(suite.getAttribute(pair[0])),
          pair[0]);
    }
    assertEquals("8.638", suite.getAttribute("time"));
  }

  @Test
  void aFailureSaysWhatWasExpectedAndHowToRunItAgain() throws Exception {
    String text = testcase(written(SampleRun.run()), SampleRun.RECIPIENT.id()).getTextContent();

    assertTrue(text.contains("expected: the message is refused and nobody is signed in"), text);
    assertTrue(text.contains("rerun: genrep test sut.yaml --case saml/sp/foreign-recipient"), text);
  }

  @Test
  void hostileTextIsTextOnly() throws Exception {
    String hostile = SampleRun.HOSTILE + "\r\n\t\"'<![CDATA[x]]>";
    Document document = written(SampleRun.runFullOf(hostile));

    assertEquals(Visible.of(hostile), document.getDocumentElement().getAttribute("name"));
    assertTrue(
        testcase(document, SampleRun.RECIPIENT.id())
            .getTextContent()
            .contains("actual: " + Visible.of(hostile)));
  }

  @Test
  void aRunWithoutCasesIsASuiteWithoutCases() throws Exception {
    Element suite = written(SampleRun.run(new se.genrep.model.CaseResult[0])).getDocumentElement();

    assertEquals(
        List.of("0", "0.000"), List.of(suite.getAttribute("tests"), suite.getAttribute("time")));
  }
}
