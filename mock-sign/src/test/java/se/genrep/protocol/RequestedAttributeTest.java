package se.genrep.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** DSS extension 3.1.1.1. */
class RequestedAttributeTest {

  private static RequestedAttribute read(String sources) {
    XmlNode properties =
        XmlNode.root(
            Xml.parse(
                "<c:CertRequestProperties xmlns:c='http://id.elegnamnden.se/csig/1.1/dss-ext/ns'>"
                    + "<c:RequestedCertAttributes><c:RequestedCertAttribute CertAttributeRef='2.5.4.5'>"
                    + sources
                    + "</c:RequestedCertAttribute></c:RequestedCertAttributes>"
                    + "</c:CertRequestProperties>"));
    return RequestedAttribute.in(properties).get(0);
  }

  private static String source(String name, String order) {
    String attribute = order.isEmpty() ? "" : " Order='" + order + "'";
    return "<c:SamlAttributeName" + attribute + ">" + name + "</c:SamlAttributeName>";
  }

  @Test
  void theLowestOrderIsFirstAndNoneIsZero() {
    assertEquals(
        List.of("negative", "none", "one", "two"),
        read(source("two", "2")
                + source("one", "1")
                + source("none", "")
                + source("negative", "-1"))
            .sources());
  }

  @Test
  void sourcesOfEqualOrderAreEqual() {
    assertEquals(List.of("a", "b"), read(source("a", "1") + source("b", "1")).sources());
  }

  @Test
  void itIsOptionalAndASubjectAttributeUnlessItSaysSo() {
    RequestedAttribute read = read(source("a", ""));
    assertEquals(RequestedAttribute.NameType.RDN, read.type());
    assertEquals(false, read.required());
  }
}
