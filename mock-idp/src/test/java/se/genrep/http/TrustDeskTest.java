package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.pki.KeyType;
import se.genrep.trust.CertType;
import se.genrep.trust.Revocations;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SignerCertificateRequest.NameAttribute;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TrustAddresses;

/** The trust services where certificates say that they are. */
class TrustDeskTest {

  @TempDir private java.nio.file.Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private MockFederation federation;
  private SigningAuthority authority;

  @BeforeEach
  void start() {
    federation = MockFederation.start(MockFederation.options().data(folder));
    authority =
        new SigningAuthority(
            federation.pki(), TrustAddresses.of(federation.baseUrl()), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    federation.close();
  }

  private HttpResponse<byte[]> get(URI address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private byte[] post(URI address, String type, byte[] body) throws Exception {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private List<X509Certificate> chain() {
    return authority.issue(
        SignerCertificateRequest.of(
            KeyType.P_256.generate().getPublic(),
            CertType.PKC,
            List.of(new NameAttribute(NameAttribute.COMMON_NAME, "MOCK signer"))));
  }

  @Test
  void certificatesAndRevocationListsAreServed() throws Exception {
    for (String name : List.of("signing-root", "signing-ca", "qualified-signing-ca")) {
      assertArrayEquals(
          authority.certificate(name).orElseThrow().getEncoded(),
          get(authority.addresses().certificate(name)).body());
      X509CRL list =
          (X509CRL)
              CertificateFactory.getInstance("X.509")
                  .generateCRL(
                      new ByteArrayInputStream(get(authority.addresses().crl(name)).body()));
      list.verify(authority.certificate(name).orElseThrow().getPublicKey());
    }
    assertEquals(404, get(authority.addresses().crl("other")).statusCode());
  }

  @Test
  void theResponderKnowsWhatWasRevokedInTheDataFolder() throws Exception {
    List<X509Certificate> chain = chain();
    assertEquals(CertificateStatus.GOOD, status(chain));
    Revocations.open(folder.resolve(Revocations.FILE))
        .revoke(chain.get(0), Instant.now().minusSeconds(60), Revocations.Reason.SUPERSEDED);
    assertTrue(status(chain) instanceof RevokedStatus);
  }

  private CertificateStatus status(List<X509Certificate> chain) throws Exception {
    CertificateID id =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            new X509CertificateHolder(chain.get(1).getEncoded()),
            chain.get(0).getSerialNumber());
    byte[] request = new OCSPReqBuilder().addRequest(id).build().getEncoded();
    byte[] answer = post(authority.addresses().ocsp(), "application/ocsp-request", request);
    return ((BasicOCSPResp) new OCSPResp(answer).getResponseObject())
        .getResponses()[0].getCertStatus();
  }

  @Test
  void timeStampsAreGiven() throws Exception {
    TimeStampRequest request =
        new TimeStampRequestGenerator()
            .generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.ONE);
    byte[] answer =
        post(
            authority.addresses().timestamp(), "application/timestamp-query", request.getEncoded());
    new TimeStampResponse(answer).validate(request);
  }
}
