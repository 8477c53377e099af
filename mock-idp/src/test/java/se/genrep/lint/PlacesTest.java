package se.genrep.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.genrep.saml.Xml;

/** The XPath of every finding names one element, and the line is that element's. */
class PlacesTest {

  static Stream<Mutant> mutants() {
    return RulesTest.mutants();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theXPathLeadsToOneElementOnTheLine(Mutant mutant) throws XPathExpressionException {
    String entity = new String(mutant.metadata(), StandardCharsets.UTF_8);
    String document =
        CleanMetadata.aggregate("validUntil=\"2026-12-01T00:00:00Z\"", CleanMetadata.sp(), entity);
    Document tree = Xml.parse(document);
    String[] lines = document.split("\n");
    int seen = 0;
    for (Finding finding : RulesTest.lint(document).all().toList()) {
      NodeList found = (NodeList) xpath().evaluate(finding.xpath(), tree, XPathConstants.NODESET);
      assertEquals(1, found.getLength(), finding.xpath());
      String tag = ((Element) found.item(0)).getTagName();
      String upToLine = String.join("\n", java.util.Arrays.copyOf(lines, finding.line()));
      assertTrue(upToLine.contains("<" + tag), finding.toString());
      assertFalse(lines[finding.line() - 1].isBlank(), finding.toString());
      if (!tag.endsWith("EntityDescriptor") && !tag.endsWith("EntitiesDescriptor")) {
        assertTrue(lines[finding.line() - 1].contains("<" + tag), finding.toString());
      }
      seen++;
    }
    assertTrue(seen > 0, mutant.toString());
  }

  private static XPath xpath() {
    XPath xpath = XPathFactory.newDefaultInstance().newXPath();
    xpath.setNamespaceContext(
        new NamespaceContext() {
          @Override
          public String getNamespaceURI(String prefix) {
            return Prefixes.all().get(prefix);
          }

          @Override
          public String getPrefix(String namespace) {
            return null;
          }

          @Override
          public Iterator<String> getPrefixes(String namespace) {
            return null;
          }
        });
    return xpath;
  }
}
