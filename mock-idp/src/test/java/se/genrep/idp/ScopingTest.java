package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.registry.StatusCode.NO_SUPPORTED_IDP;
import static se.genrep.registry.StatusCode.PROXY_COUNT_EXCEEDED;
import static se.genrep.registry.StatusCode.REQUESTER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.genrep.deviation.Deviations;
import se.genrep.federation.SpMetadata;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;

/** DP 5.3.2, SAML core 3.4.1.2: what samlp:Scoping does at a proxy. */
class ScopingTest {

  private static final String ALIAS = "http://id.swedenconnect.se/eidas/1.0/proxy-service/";
  private static final String BANKID = Setting.BASE + "/idp/uncertified-bankid";
  private static final String CONNECTOR = Setting.BASE + "/idp/eidas-connector";

  private final Setting proxy = setting("proxy");
  private final Setting connector = setting("eidas-connector");

  private static Setting setting(String profile) {
    Setting setting = new Setting(profile);
    return setting.with(
        SpMetadata.usual(Setting.SP_KEY)
            .categories(
                Stream.concat(
                        Stream.of(
                            ServiceEntityCategory.LOA3_PNR.uri(),
                            ServiceEntityCategory.EIDAS_NATURALPERSON.uri()),
                        setting.idp.profile().contracts().stream())
                    .toArray(String[]::new)));
  }

  private static RequestText naming(Setting setting, String... providers) {
    StringBuilder entries = new StringBuilder();
    for (String provider : providers) {
      entries.append("<samlp:IDPEntry ProviderID=\"" + provider + "\"/>");
    }
    return setting.request().scoping("<samlp:IDPList>" + entries + "</samlp:IDPList>");
  }

  private static SignInRequest accept(Setting setting, RequestText request) {
    return setting.accept(request.postedSigned(setting.post(), Setting.SP_KEY));
  }

  private static List<String> offered(Setting setting, String... providers) {
    return setting.idp.authorities(accept(setting, naming(setting, providers))).stream()
        .map(Authority::id)
        .toList();
  }

  /** DP-5.3.2-01. */
  @Test
  void onlyThoseNamedAreOffered() {
    assertEquals(List.of("bankid"), offered(proxy, BANKID));
    assertEquals(List.of("bankid", "eidas"), offered(proxy, CONNECTOR, BANKID));
    assertEquals(List.of("bankid"), offered(proxy, "https://elsewhere.example/", BANKID));
  }

  @Test
  void whomOnlyTheOthersAuthenticateCannotSignIn() {
    SignInRequest request = accept(proxy, naming(proxy, CONNECTOR));
    assertEquals(Optional.empty(), proxy.idp.candidate(request, "ordinary-woman"));
    assertTrue(proxy.idp.candidate(request, "eidas-prid").isPresent());
  }

  /** DP-5.3.2-04: with one country there is no choice. */
  @Test
  void oneCountryIsChosenByItsAlias() {
    assertEquals(List.of("no"), offered(connector, ALIAS + "no"));
    assertEquals(List.of("no"), offered(connector, ALIAS + "NO"));
  }

  /** DP-5.3.2-05: with several the choice is among these. */
  @Test
  void severalCountriesAreChosenAmong() {
    assertEquals(2, offered(connector, ALIAS + "no", ALIAS + "dk", ALIAS + "zz").size());
  }

  /** SAML core 3.2.2.2. */
  @Test
  void whoIsNotBehindTheProxyIsNotSupported() {
    proxy.refuse(
        naming(proxy, "https://elsewhere.example/").postedSigned(proxy.post(), Setting.SP_KEY),
        REQUESTER,
        NO_SUPPORTED_IDP,
        "https://elsewhere.example/");
    connector.refuse(
        naming(connector, ALIAS + "zz").postedSigned(connector.post(), Setting.SP_KEY),
        REQUESTER,
        NO_SUPPORTED_IDP,
        "zz");
  }

  @Test
  void noProxyMeansThisOneNeither() {
    String xml =
        proxy
            .request()
            .set("ID", "_none")
            .scoping("")
            .text()
            .replace("<samlp:Scoping>", "<samlp:Scoping ProxyCount=\"0\">");
    proxy.refuse(
        RequestText.signed(proxy.post(), xml, Setting.SP_KEY),
        REQUESTER,
        PROXY_COUNT_EXCEEDED,
        "ProxyCount 0");
    String one = xml.replace("ProxyCount=\"0\"", "ProxyCount=\"1\"").replace("_none", "_one");
    proxy.accept(RequestText.signed(proxy.post(), one, Setting.SP_KEY));
  }

  /** Who is no proxy authenticates by itself, whatever the list says. */
  @Test
  void anIdentityProviderOfItsOwnLetsItBe() {
    Setting supplier = Setting.supplier().withUsualSp();
    supplier.accept(naming(supplier, "https://elsewhere.example/"));
  }

  /** DP-5.4.5: a session with one authority is none for a request that names another. */
  @Test
  void aSessionOfAnAuthorityThatIsNotNamedAsks() {
    String context = LevelOfAssurance.UNCERTIFIED_LOA3.uri();
    SsoSession session =
        proxy
            .idp
            .answer(
                accept(proxy, proxy.request()),
                new Decision.SignIn(People.CAST.person("ordinary-woman"), context),
                "192.0.2.7",
                Deviations.NONE,
                null)
            .session()
            .orElseThrow();
    for (boolean same : List.of(true, false)) {
      Received received =
          proxy.idp.receive(
              naming(proxy, same ? BANKID : CONNECTOR).postedSigned(proxy.post(), Setting.SP_KEY),
              Optional.of(session));
      assertEquals(same, received instanceof Received.Known, received::toString);
    }
  }
}
