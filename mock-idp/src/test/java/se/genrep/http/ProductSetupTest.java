package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.genrep.saml.Xml;

/** What is filled in stands in each product's language as what it is, whatever it is. */
class ProductSetupTest {

  private static final String ODD = "http://x.example/'\"<&>\\";
  private static final ProductSetup.Facts FACTS =
      new ProductSetup.Facts(
          "urn:idp:" + ODD,
          "urn:metadata:" + ODD,
          "urn:sso:" + ODD,
          "QUJD",
          List.of("urn:loa3", "urn:loa2"),
          List.of("urn:category:" + ODD, "urn:contract"),
          "urn:feed:" + ODD,
          "urn:signer:" + ODD);

  private static String text(String id) {
    return ProductSetup.of(FACTS).stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Test
  void thereIsOneForEachOfTheCommonProducts() {
    Set<String> ids = new HashSet<>();
    for (ProductSetup product : ProductSetup.of(FACTS)) {
      assertTrue(ids.add(product.id()), product::id);
      assertFalse(product.name().isBlank());
      assertNotEquals(product.place().sv(), product.place().en(), product::id);
      assertFalse(product.text().contains("%"), "every place is filled in: " + product.text());
    }
    assertEquals(
        Set.of(
            "metadata",
            "node-saml",
            "mellon",
            "shibboleth",
            "simplesamlphp",
            "spring",
            "keycloak",
            "pysaml2"),
        ids);
  }

  @Test
  void metadataDeclaresEveryCategory() throws Exception {
    Element root =
        Xml.parse(text("metadata").getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    assertEquals("Extensions", root.getLocalName());
    NodeList values = root.getElementsByTagNameNS("*", "AttributeValue");
    assertEquals("urn:category:" + ODD, values.item(0).getTextContent());
    assertEquals("urn:contract", values.item(1).getTextContent());
    assertEquals(2, values.getLength());
  }

  @Test
  void shibbolethIsXml() throws Exception {
    Element root =
        Xml.parse(text("shibboleth").getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    Element sso = (Element) root.getElementsByTagName("SSO").item(0);
    assertEquals(FACTS.entityId(), sso.getAttribute("entityID"));
    assertEquals("urn:loa3 urn:loa2", sso.getAttribute("authnContextClassRef"));
    Element provider = (Element) root.getElementsByTagName("MetadataProvider").item(0);
    assertEquals(FACTS.feed(), provider.getAttribute("url"));
  }

  @Test
  void keycloakIsJson() throws Exception {
    JsonNode config = new ObjectMapper().readTree(text("keycloak")).get("config");
    assertEquals(FACTS.entityId(), config.get("idpEntityId").asText());
    assertEquals(FACTS.signIn(), config.get("singleSignOnServiceUrl").asText());
    assertEquals("QUJD", config.get("signingCertificate").asText());
    JsonNode levels = new ObjectMapper().readTree(config.get("authnContextClassRefs").asText());
    assertEquals("urn:loa2", levels.get(1).asText());
  }

  @Test
  void theOthersQuoteAsTheirLanguagesDo() {
    String single = "'urn:sso:http://x.example/\\'\"<&>\\\\'";
    assertTrue(text("node-saml").contains("entryPoint: " + single + ","), text("node-saml"));
    assertTrue(text("node-saml").contains("authnContext: ['urn:loa3', 'urn:loa2'],"));
    assertTrue(text("simplesamlphp").contains("'Location' => " + single + ","));
    String twice = "\"urn:feed:http://x.example/'\\\"<&>\\\\\"";
    assertTrue(text("pysaml2").contains("\"url\": " + twice + ","), text("pysaml2"));
    assertTrue(
        text("spring").contains("metadata-uri: " + twice.replace("urn:feed", "urn:metadata")));
    assertTrue(
        text("mellon").contains("'urn:metadata:http://x.example/'\\''\"<&>\\'"), text("mellon"));
  }
}
