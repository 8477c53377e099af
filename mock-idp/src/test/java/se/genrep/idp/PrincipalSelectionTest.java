package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.deviation.Deviations;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;

/** PSC: whom the service provider expects. */
class PrincipalSelectionTest {

  private static final String PNR = "urn:oid:1.2.752.29.4.13";
  private static final String CONTEXT = LevelOfAssurance.UNCERTIFIED_LOA3.uri();

  private final Setting setting = Setting.bankid().withUsualSp();

  private SignInRequest expecting(String... values) {
    return setting.accept(
        setting.request().expecting(values).postedSigned(setting.post(), Setting.SP_KEY));
  }

  private SignInRequest request() {
    return setting.accept(setting.request().postedSigned(setting.post(), Setting.SP_KEY));
  }

  private Release release(SignInRequest request, TestPerson person) {
    return setting.idp.release(request, person, CONTEXT);
  }

  private static String of(TestPerson person) {
    return PNR + "=" + People.number(person);
  }

  /** PSC-2-01. */
  @Test
  void theExpectedPersonIsFoundForThePage() {
    SignInRequest request = expecting(of(People.CHANGED_NUMBER));
    assertEquals(
        Optional.of(People.CHANGED_NUMBER.id()),
        setting.idp.expected(request, Optional.empty()).map(candidate -> candidate.person().id()));
    assertEquals(Optional.empty(), setting.idp.expected(request(), Optional.empty()));
    assertEquals(
        Optional.empty(),
        setting.idp.expected(expecting(PNR + "=191212121212x"), Optional.empty()));
  }

  /** PSC-1-03, PSC-1-04. */
  @Test
  void anotherPersonIsRefused() {
    SignInRequest request = expecting(of(People.CHANGED_NUMBER));
    assertInstanceOf(Release.Given.class, release(request, People.CHANGED_NUMBER));
    Release.Withheld withheld =
        assertInstanceOf(Release.Withheld.class, release(request, People.WITH_PERSONNUMMER));
    assertEquals(
        "urn:oasis:names:tc:SAML:2.0:status:UnknownPrincipal", withheld.secondStatus().uri());

    Made made =
        setting.idp.answer(
            request,
            new Decision.SignIn(People.WITH_PERSONNUMMER, CONTEXT),
            "192.0.2.7",
            Deviations.NONE,
            null);
    assertTrue(Opened.response(made.form()).all("saml:EncryptedAssertion").isEmpty());
    assertEquals(Optional.empty(), made.session());
  }

  /** PSC-3.1-01: also of the same attribute. */
  @Test
  void oneOfSeveralValuesIsEnough() {
    SignInRequest request = expecting(of(People.CHANGED_NUMBER), of(People.WITH_PERSONNUMMER));
    assertInstanceOf(Release.Given.class, release(request, People.CHANGED_NUMBER));
    assertInstanceOf(Release.Given.class, release(request, People.WITH_PERSONNUMMER));
  }

  /** PSC-2.1.1-02, PSC-2.1.1-03; and attributes that were not asked for. */
  @Test
  void whatWasNotAskedForExpectsNobody() {
    assertEquals(List.of(), expecting("urn:oid:2.5.4.4=Svensson").principalSelection());
    String other =
        "<psc:PrincipalSelection xmlns:psc=\"http://id.swedenconnect.se/authn/1.0/principal-selection/ns\">"
            + "<psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\""
            + " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:%s\""
            + " x:more=\"1\" xmlns:x=\"urn:x\">191212121212</psc:MatchValue>"
            + "</psc:PrincipalSelection>";
    assertEquals(List.of(), read(String.format(other, "basic")));
    assertEquals(
        List.of(new MatchValue(Attribute.PERSONAL_IDENTITY_NUMBER, "191212121212")),
        read(String.format(other, "uri")));
  }

  private List<MatchValue> read(String extension) {
    return setting
        .accept(
            setting.request().extensions(extension).postedSigned(setting.post(), Setting.SP_KEY))
        .principalSelection();
  }
}
