package se.genrep.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.lint.RulesTest.NOW;
import static se.genrep.lint.RulesTest.lint;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.genrep.input.BadInput;
import se.genrep.lint.Rule.Subject;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;

/** What is said of a document as a whole, and what is refused. */
class DocumentTest {

  /** The rules that the tests here show. */
  static final Set<String> SHOWN =
      Set.of(
          "schema",
          "entity-twice",
          "expired",
          "no-end",
          "signature-broken",
          "signature-weak",
          "signer-unknown",
          "unsigned",
          "organization-number-not-published");

  private static final String LASTING = "ID=\"_a\" validUntil=\"2026-12-01T00:00:00Z\"";
  private static final TestPki PKI = TestPki.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
  private static final Credential SIGNER = PKI.credential("operator", KeyType.RSA_2048);
  private static final Credential OTHER = PKI.credential("other", KeyType.RSA_2048);

  private static String aggregate() {
    return CleanMetadata.aggregate(LASTING, CleanMetadata.idp(), CleanMetadata.sp());
  }

  private static String signed(String document, SignatureAlgorithm algorithm) {
    XmlNode root = XmlNode.root(Xml.parse(document));
    XmlSigner.sign(root, SIGNER, algorithm);
    return root.toString();
  }

  private static String signed(String document) {
    return signed(document, SignatureAlgorithm.RSA_SHA256);
  }

  private static LintResult lintFor(String document, Credential... signers) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Credential signer : signers) {
      certificates.add(signer.certificate());
    }
    return Linter.lint(
        "feed.xml",
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
        new Linter.Options(Set.of(Subject.IDP, Subject.SP), certificates, NOW));
  }

  private static List<String> rules(LintResult result) {
    return result.all().map(Finding::rule).toList();
  }

  @Test
  void aSignedAggregateOfCleanMetadataIsClean() {
    LintResult result = lintFor(signed(aggregate()), SIGNER);
    assertEquals(List.of(), rules(result));
    assertTrue(result.aggregate());
    assertEquals(2, result.entities().size());
    assertEquals(List.of("idp"), result.entities().get(0).roles());
    assertEquals(SIGNER.certificate(), result.signature().trusted().orElseThrow());
    assertEquals(SIGNER.certificate(), result.signature().claimed().orElseThrow());
  }

  @Test
  void oneSignedEntityIsClean() {
    String entity = CleanMetadata.idp().replace("entityID=", "ID=\"_e\" entityID=");
    LintResult result = lintFor(signed(entity), SIGNER);
    assertEquals(List.of(), rules(result));
    assertFalse(result.aggregate());
    assertTrue(result.signature().present());
  }

  @Test
  void anUnsignedAggregateIsPointedOutAndOneEntityIsNot() {
    assertEquals(List.of("unsigned"), rules(lintFor(aggregate())));
    assertEquals(List.of(), rules(lintFor(CleanMetadata.idp())));
  }

  @Test
  void whoeverIsNamedMustHaveSigned() {
    assertEquals(List.of("signer-unknown"), rules(lintFor(aggregate(), SIGNER)));
    assertEquals(List.of("signer-unknown"), rules(lintFor(CleanMetadata.idp(), SIGNER)));
    assertEquals(List.of("signer-unknown"), rules(lintFor(signed(aggregate()), OTHER)));
    assertEquals(List.of(), rules(lintFor(signed(aggregate()), OTHER, SIGNER)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MOCK Agency→MOCK Agents", // a text
        "height=\"60\"→height=\"61\"", // an attribute
        "validUntil=\"2026-12-01→validUntil=\"2026-12-02", // the root itself
        "<md:GivenName/>→<md:SurName/>", // a name
      })
  void whatIsChangedAfterwardsIsFound(String change) {
    String[] parts = change.split("→");
    String document =
        signed(aggregate().replace("<md:EmailAddress>", "<md:GivenName/><md:EmailAddress>"));
    assertTrue(document.contains(parts[0]) || parts[0].endsWith("/>"), change);
    String changed =
        document
            .replace("<md:GivenName></md:GivenName>", "<md:GivenName/>")
            .replace(parts[0], parts[1]);
    assertEquals(
        List.of("signature-broken", "signer-unknown"), rules(lintFor(changed, SIGNER)), change);
  }

  @Test
  void aCommentIsNoChange() {
    String document = signed(aggregate()).replace("MOCK Agency", "MOCK <!-- x -->Agency");
    assertEquals(List.of(), rules(lintFor(document, SIGNER)));
  }

  @Test
  void aSignatureThatDoesNotComeFirstIsNotRelied() {
    XmlNode root = XmlNode.root(Xml.parse(signed(aggregate())));
    XmlNode signature = root.at("ds:Signature");
    signature.remove();
    root.append(signature);
    LintResult result = lintFor(root.toString(), SIGNER);
    assertTrue(rules(result).contains("signature-broken"), rules(result).toString());
    assertTrue(rules(result).contains("signer-unknown"), rules(result).toString());
    assertTrue(rules(result).contains("schema"), rules(result).toString());
  }

  @Test
  void aSignatureOfAnotherElementIsNotRelied() {
    String document = signed(aggregate()).replace("ID=\"_a\"", "ID=\"_b\"");
    LintResult result = lintFor(document, SIGNER);
    assertEquals(List.of("signature-broken", "signer-unknown"), rules(result));
    assertTrue(result.findings().get(0).seen().contains("'#_a'"), result.findings().toString());
  }

  @Test
  void aWeakSignatureIsPointedOut() {
    LintResult result = lintFor(signed(aggregate(), SignatureAlgorithm.RSA_SHA1));
    assertTrue(rules(result).contains("signature-weak"), rules(result).toString());
  }

  @Test
  void inclusiveNamespacesAreDigestedToo() {
    String typed =
        aggregate()
            .replace(
                "<saml:AttributeValue>",
                "<saml:AttributeValue xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xsi:type=\"xs:string\">");
    String document = signed(typed);
    assertTrue(document.contains("PrefixList=\"xs\""), document.substring(0, 2000));
    assertEquals(List.of(), rules(lintFor(document, SIGNER)));
  }

  @Test
  void theEndOfTheValidityIsJudged() {
    String past =
        CleanMetadata.aggregate("validUntil=\"2026-11-25T11:59:59Z\"", CleanMetadata.sp());
    assertTrue(rules(lint(past)).contains("expired"));
    String none = CleanMetadata.aggregate("", CleanMetadata.sp());
    assertTrue(rules(lint(none)).contains("no-end"));
  }

  @Test
  void theSameEntityTwiceIsFoundAtTheSecond() {
    LintResult result =
        lint(CleanMetadata.aggregate(LASTING, CleanMetadata.sp(), CleanMetadata.sp()));
    assertEquals(List.of(), result.entities().get(0).findings());
    Finding second = result.entities().get(1).findings().get(0);
    assertEquals("entity-twice", second.rule());
    assertTrue(second.seen().contains("line " + result.entities().get(0).line()), second.seen());
  }

  @Test
  void theOperatorAddsTheNumberSoASingleEntityMayLackIt() {
    String without =
        CleanMetadata.sp().replaceAll("(?s)<md:Extensions>\\s*<mdorgext.*?</md:Extensions>", "");
    assertEquals(List.of(), rules(lint(without)));
    assertEquals(
        List.of("unsigned", "organization-number-not-published"),
        rules(lint(CleanMetadata.aggregate(LASTING, without))));
  }

  @Test
  void anEntityOfAnAggregateThatIsOutOfDateIsFound() {
    String old =
        CleanMetadata.sp().replace("entityID=", "validUntil=\"2026-01-01T00:00:00Z\" entityID=");
    assertEquals(
        List.of("unsigned", "part-expired"), rules(lint(CleanMetadata.aggregate(LASTING, old))));
  }

  @Test
  void oneRoleCanBeJudgedAlone() {
    byte[] document =
        aggregate().replace("/st/1.0/public", "/st/1.0/none").getBytes(StandardCharsets.UTF_8);
    LintResult idps =
        Linter.lint(
            "feed.xml",
            new ByteArrayInputStream(document),
            new Linter.Options(Set.of(Subject.IDP), List.of(), NOW));
    assertEquals(
        List.of("https://mock.example.org/idp"),
        idps.entities().stream().map(LintResult.Judged::entityId).toList());
    assertEquals(List.of("unsigned"), rules(idps));
  }

  @Test
  void whatIsFoundAThousandTimesIsSaidTwentyTimes() {
    String many = "<saml:AttributeValue>http://x.example.org/ec/1</saml:AttributeValue>";
    String document =
        CleanMetadata.sp()
            .replace(
                "<saml:AttributeValue>http://id.elegnamnden.se/ec",
                many.repeat(1000) + "<saml:AttributeValue>http://id.elegnamnden.se/ec");
    List<Finding> found = lint(document).all().toList();
    assertEquals(20, found.size());
    assertTrue(found.get(19).seen().endsWith("(and 980 more like it)"), found.get(19).seen());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
  void theEncodingOfTheDocumentIsUnderstood(String charset) {
    String document = CleanMetadata.sp().replace("UTF-8", charset);
    assertEquals(List.of(), rules(lint(document.getBytes(Charset.forName(charset)))));
  }

  private static String refused(byte[] document) {
    BadInput e = assertThrows(BadInput.class, () -> lint(document));
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    assertTrue(e.getMessage().startsWith("test.xml"), e.getMessage());
    return e.getMessage();
  }

  private static String refused(String document) {
    return refused(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNoMetadataIsRefusedInOneSentence() {
    contains("test.xml:1: this is not usable XML", refused("hello"));
    contains("<html>", refused("<html/>"));
    contains("not SAML metadata", refused("<EntityDescriptor/>"));
    contains("DOCTYPE", refused("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"));
    assertTrue(
        refused(CleanMetadata.sp().replace("<md:Organization>", "")).contains("not usable XML"));
    assertTrue(
        refused(CleanMetadata.sp().getBytes(StandardCharsets.ISO_8859_1)).contains("not usable"));
    contains("not usable", refused("<?xml version='1.0' encoding='KLINGON'?><x/>"));
  }

  private static void contains(String part, String message) {
    assertTrue(message.contains(part), message);
  }

  @Test
  void bombsAreRefused() {
    String deep =
        CleanMetadata.sp().replace("<mdui:UIInfo>", "<mdui:UIInfo>" + "<x>".repeat(100_000));
    contains("deeper than 200", refused(deep));
    String large = CleanMetadata.sp().replace("MOCK Agency", "MOCK ".repeat(2_000_000));
    contains("larger than 8 MB", refused(large));
    String many =
        CleanMetadata.sp().replace("<mdui:UIInfo>", "<mdui:UIInfo>" + "<x/>".repeat(100_000));
    contains("larger than 8 MB", refused(many));
  }

  @Test
  void faultsOfTheSchemaAreSaidWhereTheyAre() {
    String document =
        CleanMetadata.sp().replace(" contactType=\"technical\"", " contactType=\"x\"");
    Finding fault = lint(document).all().toList().get(0);
    assertEquals("/md:EntityDescriptor[1]/md:ContactPerson[1]", fault.xpath());
    String[] lines = document.split("\n");
    assertTrue(lines[fault.line() - 1].contains("contactType=\"x\""), fault.toString());
  }

  @Test
  void anAggregateInAnAggregateIsJudgedWhole() {
    String inner = CleanMetadata.aggregate("", CleanMetadata.idp());
    String outer = CleanMetadata.aggregate(LASTING, "\n" + inner, CleanMetadata.sp());
    LintResult result = lint(outer);
    assertEquals(
        List.of(
            "/md:EntitiesDescriptor[1]/md:EntitiesDescriptor[1]/md:EntityDescriptor[1]",
            "/md:EntitiesDescriptor[1]/md:EntityDescriptor[1]"),
        result.entities().stream().map(LintResult.Judged::xpath).collect(Collectors.toList()));
    assertEquals(List.of("unsigned"), rules(result));
  }
}
