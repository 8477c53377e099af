package se.genrep.service;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Scene;
import se.genrep.deviation.Stage;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.protocol.SignForm;
import se.genrep.protocol.SignRequest;
import se.genrep.protocol.SignResponse;
import se.genrep.protocol.SignResponse.Result;
import se.genrep.protocol.SignResponse.SignerInfo;
import se.genrep.protocol.SignTask;
import se.genrep.saml.PostForm;
import se.genrep.saml.SignatureAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;
import se.genrep.saml.XmlSigner;
import se.genrep.service.SignStage.Sealing;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SigningAuthority;

/** Certifies, signs, and writes what the requester gets (implementation profile 2.2). */
final class ResponseMaker {

  private final String entityId;
  private final Credential signer;
  private final SigningAuthority authority;
  private final OneTimeKeys keys;
  private final KeyType rsa;

  ResponseMaker(
      String entityId,
      Credential signer,
      SigningAuthority authority,
      OneTimeKeys keys,
      KeyType rsa) {
    this.entityId = entityId;
    this.signer = signer;
    this.authority = authority;
    this.keys = keys;
    this.rsa = rsa;
  }

  /** What was signed, and with what it can be verified. */
  private record Signed(List<SignTask> tasks, List<X509Certificate> chain) {}

  /** Signs all tasks of a request with one key, which ends with it. */
  SignResponse signed(SignRequest request, Assertion assertion, SignatureMethod method, Scene scene)
      throws SignError {
    CertificateContent content = CertificateContent.of(request, assertion);
    Signed signed;
    try (OneTimeKey key = keys.take(method.keyType(rsa))) {
      SignerCertificateRequest certificate = content.request(request, key.publicKey(), entityId);
      Signing signing =
          scene.pass(SignStage.SIGNING, new Signing(certificate, method, request.tasks(), false));
      signed = signed(signing, key, scene.now());
    }
    List<SignTask> tasks = scene.pass(SignStage.SIGNED_TASKS, signed.tasks());
    return new SignResponse(
        request.id(),
        request.version(),
        Result.SUCCESS,
        scene.now(),
        Optional.of(
            new SignerInfo(
                assertion.issuer(),
                assertion.authenticated(),
                assertion.context(),
                assertion.id(),
                content.told())),
        scene.pass(SignStage.CHAIN, signed.chain()),
        tasks);
  }

  private Signed signed(Signing signing, OneTimeKey key, Instant now) throws SignError {
    TaskSigner signer = new TaskSigner(signing.method());
    List<X509Certificate> chain = authority.issue(signing.certificate());
    List<SignTask> tasks = new ArrayList<>();
    for (SignTask task : signing.tasks()) {
      SignTask certified = signer.certified(task, chain.get(0), now);
      if (signing.keyEach() && !tasks.isEmpty()) {
        try (OneTimeKey another = keys.take(signing.method().keyType(rsa))) {
          tasks.add(signer.sign(certified, another));
        }
      } else {
        tasks.add(signer.sign(certified, key));
      }
    }
    return new Signed(tasks, chain);
  }

  /** The form that the browser posts to the requester (implementation profile 3.1.2). */
  PostForm form(SignResponse response, String returnUrl, Scene scene) {
    XmlNode root = scene.pass(SignStage.RESPONSE, response.write());
    Sealing sealing =
        scene.pass(
            SignStage.SEALING,
            new Sealing(signer, SignatureAlgorithm.mandatoryFor(signer.privateKey()), true));
    if (sealing.signs()) {
      XmlSigner.signDocument(root.at("dss:OptionalOutputs"), sealing.signer(), sealing.algorithm());
    }
    XmlNode finished = scene.pass(SignStage.SIGNED_RESPONSE, root);
    String id = finished.attribute("RequestID").orElse("");
    PostForm form = SignForm.response(returnUrl, id, Xml.bytes(finished.element()));
    return scene.pass(Stage.DELIVERY, form);
  }
}
