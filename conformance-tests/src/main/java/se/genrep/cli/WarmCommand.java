package se.genrep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.genrep.http.MockFederation;
import se.genrep.idp.MockIdp;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.saml.RedirectBinding;
import se.genrep.service.MockSign;
import se.genrep.service.SigningSite;

/**
 * {@code genrep warm}: starts the federation in a temporary folder, signs in once over HTTP,
 * rehearses, and ends. The launcher runs it to see which classes starts and runs of cases need, and
 * archives those.
 */
@Command(
    name = "warm",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Start, sign in once, rehearse, and end; for making the class archive.")
final class WarmCommand implements Callable<Integer> {

  private static final String SERVICE = "https://mock-warm.genrep.example/";
  private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");
  private static final Pattern PERSON = Pattern.compile("name=\"person\" value=\"([^\"]+)\"");

  @Spec private CommandSpec spec;

  /** Made when this command runs: every start makes an object of every command. */
  private HttpClient browser;

  @Override
  public Integer call() throws IOException, InterruptedException {
    browser = HttpClient.newHttpClient();
    Path folder = Files.createTempDirectory("genrep-warm");
    try (MockFederation federation =
        MockFederation.start(MockFederation.options().data(folder).guests(new SigningSite()))) {
      spec.commandLine().getOut().println(UpCommand.ready(federation, folder));
      get(federation.baseUrl() + "/");
      get(federation.baseUrl() + "/metadata");
      get(federation.baseUrl() + MockSign.PATH);
      signIn(federation);
      return rehearse(folder.resolve("report"));
    } finally {
      remove(folder);
    }
  }

  /** All cases: what only one of them needs would otherwise be loaded in the middle of it. */
  private int rehearse(Path report) {
    PrintWriter unread = new PrintWriter(Writer.nullWriter());
    StringWriter progress = new StringWriter();
    int exit =
        Genrep.run(
            unread, new PrintWriter(progress), Map.of(), "rehearse", "--report", report.toString());
    if (exit != Genrep.CONFORMING) {
      spec.commandLine().getErr().println(progress);
    }
    return exit;
  }

  private void signIn(MockFederation federation) throws IOException, InterruptedException {
    MockIdp idp = federation.idp("supplier-loa2-loa3");
    Credential keys = federation.pki().credential("warm-sp", KeyType.RSA_2048);
    federation.federation().join("warm", metadata(keys, idp));
    byte[] request =
        """
        <p:AuthnRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_warm" Version="2.0"
            IssueInstant="%s" Destination="%s">
          <Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">%s</Issuer>
        </p:AuthnRequest>
        """
            .formatted(Instant.now(), idp.location(true), SERVICE)
            .getBytes(StandardCharsets.UTF_8);
    String page = get(idp.location(true) + "?" + RedirectBinding.encode(request, "warm", null));
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(idp.entityId() + "/answer"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "outcome=sign-in&context=&state="
                            + first(STATE, page)
                            + "&person="
                            + URLEncoder.encode(first(PERSON, page), StandardCharsets.UTF_8)))
                .build());
    if (!answer.contains("name=\"SAMLResponse\"")) {
      throw new IllegalStateException("the sign-in brought no answer");
    }
  }

  private static byte[] metadata(Credential keys, MockIdp idp) {
    try {
      return """
          <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%1$s">
            <md:Extensions>
              <EntityAttributes xmlns="urn:oasis:names:tc:SAML:metadata:attribute">
                <Attribute xmlns="urn:oasis:names:tc:SAML:2.0:assertion"
                    Name="http://macedir.org/entity-category"
                    NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
                  <AttributeValue>http://id.elegnamnden.se/ec/1.0/loa3-pnr</AttributeValue>
                  <AttributeValue>%3$s</AttributeValue>
                </Attribute>
              </EntityAttributes>
            </md:Extensions>
            <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
              <md:KeyDescriptor>
                <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">
                  <X509Data><X509Certificate>%2$s</X509Certificate></X509Data>
                </KeyInfo>
              </md:KeyDescriptor>
              <md:AssertionConsumerService index="0" Location="%1$sacs"
                  Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/>
            </md:SPSSODescriptor>
          </md:EntityDescriptor>
          """
          .formatted(
              SERVICE,
              Base64.getEncoder().encodeToString(keys.certificate().getEncoded()),
              idp.profile().contracts().get(0))
          .getBytes(StandardCharsets.UTF_8);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate of our own cannot be written", e);
    }
  }

  private String get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        browser.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          request.uri() + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("the page has no " + pattern);
    }
    return found.group(1);
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be removed", e);
    }
  }
}
