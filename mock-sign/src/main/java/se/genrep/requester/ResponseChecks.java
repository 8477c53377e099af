package se.genrep.requester;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.protocol.SignResponse.SignerInfo;
import se.genrep.protocol.SignTask;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Limits;
import se.genrep.service.SignatureMethod;
import se.genrep.service.TaskSigner;
import se.genrep.trust.AuthContext;
import se.genrep.trust.AuthContextExtension;

/** What a requester checks of a response that is the signing service's own. */
final class ResponseChecks {

  /** How long an answer may be under way. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(5);

  /** In {@link X509Certificate#getKeyUsage}. */
  private static final int DIGITAL_SIGNATURE = 0;

  private static final int NON_REPUDIATION = 1;

  private final Judgement checks;
  private final X509Certificate root;

  ResponseChecks(Judgement checks, X509Certificate root) {
    this.checks = checks;
    this.root = root;
  }

  void judge(SignResponse response, SignRequest asked, Instant now) throws ResponseRefusal {
    checks.require(
        RequesterCheck.VERSION,
        response.version().orElse("1.1").equals(asked.effectiveVersion()),
        "its version is not that of the request");
    Instant made = response.responseTime();
    checks.require(
        RequesterCheck.RESPONSE_TIME,
        !made.isBefore(asked.requestTime().minus(Limits.CLOCK_SKEW))
            && !made.isBefore(now.minus(UNDER_WAY))
            && !made.isAfter(now.plus(Limits.CLOCK_SKEW)),
        "it was made at " + made);
    if (!response.result().isSuccess() && checks.makes(RequesterCheck.RESULT)) {
      throw new ResponseRefusal(
          RequesterCheck.RESULT,
          "The signing service says: "
              + response.result().message().orElse("")
              + " ("
              + response.result().minor().orElse(response.result().major())
              + ")",
          response.result());
    }
    if (response.signer().isEmpty() || response.chain().isEmpty()) {
      throw new ResponseRefusal(
          null, "The response says Success, but has no signer or no certificate (profile 2.2.4)");
    }
    signer(response.signer().get(), asked);
    X509Certificate certificate = response.chain().get(0);
    chain(response.chain(), now);
    certificate(certificate, response.signer().get());
    tasks(response, asked, certificate);
  }

  private void signer(SignerInfo signer, SignRequest asked) throws ResponseRefusal {
    checks.require(
        RequesterCheck.IDENTITY_PROVIDER,
        signer.identityProvider().equals(asked.identityProvider()),
        "the signer was authenticated by " + signer.identityProvider());
    checks.require(
        RequesterCheck.LEVEL,
        asked.levels().isEmpty() || asked.levels().contains(signer.context()),
        "the signer was authenticated at " + signer.context());
    for (SamlAttribute expected : asked.signer()) {
      checks.require(
          RequesterCheck.SIGNER,
          signer.attributes().stream()
              .filter(known -> known.name().equals(expected.name()))
              .allMatch(known -> known.values().containsAll(expected.values())),
          "the signer's " + expected.name() + " is not the one that was to sign");
    }
  }

  private void chain(List<X509Certificate> chain, Instant now) throws ResponseRefusal {
    checks.require(
        RequesterCheck.CHAIN,
        chain.get(chain.size() - 1).equals(root) && isIssued(chain),
        "its certificates do not lead to the root of the signing service");
    for (X509Certificate each : chain) {
      checks.require(
          RequesterCheck.CERTIFICATE_TIME,
          isValid(each, now),
          "the certificate of " + each.getSubjectX500Principal() + " is not valid now");
    }
    boolean[] usage = chain.get(0).getKeyUsage();
    checks.require(
        RequesterCheck.CERTIFICATE_USE,
        usage != null
            && (usage[NON_REPUDIATION] || usage[DIGITAL_SIGNATURE])
            && chain.get(0).getBasicConstraints() < 0,
        "the signer's certificate is not for signatures");
  }

  private static boolean isIssued(List<X509Certificate> chain) {
    try {
      for (int i = 0; i < chain.size(); i++) {
        X509Certificate issuer = chain.get(Math.min(i + 1, chain.size() - 1));
        chain.get(i).verify(issuer.getPublicKey());
        if (!chain.get(i).getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
          return false;
        }
      }
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** With the difference that clocks may have. */
  private static boolean isValid(X509Certificate certificate, Instant now) {
    return !Date.from(now.plus(Limits.CLOCK_SKEW)).before(certificate.getNotBefore())
        && !Date.from(now.minus(Limits.CLOCK_SKEW)).after(certificate.getNotAfter());
  }

  private void certificate(X509Certificate certificate, SignerInfo signer) throws ResponseRefusal {
    Optional<AuthContext> context = AuthContextExtension.read(certificate);
    checks.require(
        RequesterCheck.AUTH_CONTEXT,
        context.isPresent(),
        "the certificate does not say how its subject was authenticated (RFC 7773)");
    if (context.isEmpty()) {
      return;
    }
    AuthContext said = context.get();
    checks.require(
        RequesterCheck.AUTH_CONTEXT_AGREES,
        said.identityProvider().equals(signer.identityProvider())
            && said.classRef().equals(signer.context())
            && said.authenticationInstant().equals(signer.authenticated())
            && said.assertionRef().filter(signer.assertion()::equals).isPresent(),
        "the certificate and the response say different things of the authentication");
    checks.require(
        RequesterCheck.CERTIFICATE_SUBJECT,
        !said.mappings().isEmpty()
            && said.mappings().stream().allMatch(each -> isTrue(each, certificate, signer)),
        "the subject of the certificate is not the person of the response");
  }

  /** What the certificate says of a name is what the attributes say, and what stands in it. */
  private static boolean isTrue(
      AuthContext.Mapping mapping, X509Certificate certificate, SignerInfo signer) {
    boolean told =
        signer.attributes().stream()
            .anyMatch(
                each ->
                    each.name().equals(mapping.attribute())
                        && each.values().contains(mapping.value()));
    return told
        && (!mapping.type().equals("rdn") || subject(certificate, mapping.ref(), mapping.value()));
  }

  /** The value, or one that ends so: identifiers have their kind before them. */
  private static boolean subject(X509Certificate certificate, String oid, String value) {
    X500Name name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    for (RDN rdn : name.getRDNs()) {
      if (rdn.getFirst().getType().getId().equals(oid)) {
        String written = IETFUtils.valueToString(rdn.getFirst().getValue());
        written = written.replaceAll("\\\\(.)", "$1");
        return written.equals(value)
            || oid.equals(BCStyle.SERIALNUMBER.getId()) && written.endsWith("-" + value);
      }
    }
    return false;
  }

  private void tasks(SignResponse response, SignRequest asked, X509Certificate certificate)
      throws ResponseRefusal {
    Set<String> ids = new HashSet<>();
    boolean each =
        response.tasks().size() == asked.tasks().size()
            && response.tasks().stream().allMatch(task -> ids.add(task.id().orElse("")))
            && asked.tasks().stream().allMatch(task -> ids.contains(task.id().orElse("")));
    checks.require(RequesterCheck.EVERY_TASK, each, "not every task is answered, and only those");
    SignatureMethod method =
        SignatureMethod.of(asked.algorithm().orElse(Algorithm.RSA_SHA256.uri())).orElseThrow();
    for (SignTask wanted : asked.tasks()) {
      Optional<SignTask> answer =
          response.tasks().stream().filter(task -> task.id().equals(wanted.id())).findFirst();
      if (answer.isPresent()) {
        task(wanted, answer.get(), method, certificate);
      }
    }
  }

  private void task(
      SignTask wanted, SignTask answer, SignatureMethod method, X509Certificate certificate)
      throws ResponseRefusal {
    if (answer.signature().isEmpty()) {
      checks.require(RequesterCheck.EVERY_TASK, false, wanted.name() + " has no signature");
      return;
    }
    Optional<String> used = answer.signature().get().algorithm();
    checks.require(
        RequesterCheck.SIGNATURE_ALGORITHM,
        used.filter(uri -> !uri.equals(method.uri())).isEmpty(),
        wanted.name() + " was signed with '" + used.orElse("") + "'");
    checks.require(
        RequesterCheck.TO_BE_SIGNED,
        TaskSigner.isCertified(wanted, answer, certificate),
        "something else was signed than " + wanted.name() + " asks for");
    SignatureMethod said = used.flatMap(SignatureMethod::of).orElse(method);
    checks.require(
        RequesterCheck.SIGNATURE_VALUE,
        said.verifies(
            certificate.getPublicKey(),
            answer.toBeSigned(),
            answer.signature().get().value(),
            TaskSigner.encoding(wanted)),
        "the signature of " + wanted.name() + " does not verify with the signer's certificate");
  }
}
