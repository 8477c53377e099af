package se.genrep.service.deviation;

import static se.genrep.deviation.Deviation.deviation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyUsage;
import se.genrep.deviation.Deviation;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.service.SignStage;
import se.genrep.trust.AuthContext;
import se.genrep.trust.SignerCertificateRequest;
import se.genrep.trust.SignerCertificateRequest.CertificateExtension;
import se.genrep.trust.SignerCertificateRequest.NameAttribute;

/** The certificate is not what it has to be (certificate profile 2, implementation profile 2.2). */
final class CertificateDeviations {

  static final Deviation WITHOUT_AUTH_CONTEXT =
      deviation(
              "sign-response-without-auth-context",
              "certifies the signer without saying how the signer was authenticated")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.with(with(signing.certificate(), Optional.<AuthContext>empty())));

  static final Deviation LOWER_LEVEL_IN_CERTIFICATE =
      deviation(
              "sign-response-lower-level-in-certificate",
              "certifies a lower level than the signer was authenticated at")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.with(
                      changed(
                          signing.certificate(),
                          context -> level(context, LevelOfAssurance.LOA1.uri()))));

  static final Deviation OTHER_IDP_IN_CERTIFICATE =
      deviation(
              "sign-response-other-idp-in-certificate",
              "certifies that another identity provider authenticated the signer")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.with(
                      changed(
                          signing.certificate(),
                          context ->
                              new AuthContext(
                                  "https://other-idp.example.com/idp",
                                  context.authenticationInstant(),
                                  context.classRef(),
                                  context.assertionRef(),
                                  context.serviceId(),
                                  context.information(),
                                  context.mappings()))));

  static final Deviation OTHER_PERSON =
      deviation("sign-response-other-person", "certifies another person than who signed")
          .at(
              SignStage.SIGNING,
              (signing, scene) -> signing.with(person(signing.certificate(), scene.canary())));

  static final Deviation OTHER_SUBJECT =
      deviation(
              "sign-response-other-subject",
              "names another person as the subject than in the authentication context")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.with(subject(signing.certificate(), number(scene.canary()))));

  static final Deviation EXPIRED_CERTIFICATE =
      deviation(
              "sign-response-expired-certificate",
              "certifies the signer for a time that has passed")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.with(
                      new SignerCertificateRequest(
                          signing.certificate().key(),
                          signing.certificate().type(),
                          signing.certificate().subject(),
                          signing.certificate().alternativeNames(),
                          signing.certificate().directoryAttributes(),
                          signing.certificate().authContext(),
                          signing.certificate().extensions(),
                          Duration.ofDays(-1))));

  static final Deviation NOT_FOR_SIGNATURES =
      deviation(
              "sign-response-certificate-not-for-signatures",
              "certifies the key for encryption instead of signatures")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.with(
                      extension(
                          signing.certificate(),
                          new CertificateExtension(
                              "2.5.29.15", true, usage(KeyUsage.keyEncipherment)))));

  static final Deviation INCOMPLETE_CHAIN =
      deviation("sign-response-incomplete-chain", "leaves the issuing authority out of the chain")
          .at(
              SignStage.CHAIN,
              (chain, scene) -> List.of(chain.get(0), chain.get(chain.size() - 1)));

  static final Deviation CHAIN_WITHOUT_ROOT =
      deviation("sign-response-chain-without-root", "ends the chain before the root")
          .at(SignStage.CHAIN, (chain, scene) -> chain.subList(0, chain.size() - 1));

  static final Deviation FOREIGN_CHAIN =
      deviation(
              "sign-response-foreign-chain",
              "brings a certificate along that another authority issued")
          .at(
              SignStage.CHAIN,
              (chain, scene) -> List.of(scene.strangers().unregistered().certificate()));

  private CertificateDeviations() {}

  private static byte[] usage(int bits) {
    try {
      return new KeyUsage(bits).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a key usage cannot be written", e);
    }
  }

  private static SignerCertificateRequest with(
      SignerCertificateRequest request, Optional<AuthContext> context) {
    return new SignerCertificateRequest(
        request.key(),
        request.type(),
        request.subject(),
        request.alternativeNames(),
        request.directoryAttributes(),
        context,
        request.extensions(),
        request.validity());
  }

  private static SignerCertificateRequest changed(
      SignerCertificateRequest request, UnaryOperator<AuthContext> change) {
    return with(request, request.authContext().map(change));
  }

  private static AuthContext level(AuthContext context, String uri) {
    return new AuthContext(
        context.identityProvider(),
        context.authenticationInstant(),
        uri,
        context.assertionRef(),
        context.serviceId(),
        context.information(),
        context.mappings());
  }

  private static String number(TestPerson person) {
    return person.number().orElseThrow();
  }

  /** Subject and authentication context agree with each other, and not with who signed. */
  private static SignerCertificateRequest person(
      SignerCertificateRequest request, TestPerson person) {
    return changed(
        subject(request, number(person)),
        context ->
            new AuthContext(
                context.identityProvider(),
                context.authenticationInstant(),
                context.classRef(),
                context.assertionRef(),
                context.serviceId(),
                context.information(),
                context.mappings().stream()
                    .map(
                        each ->
                            each.ref().equals(NameAttribute.SERIAL_NUMBER)
                                ? new AuthContext.Mapping(
                                    each.type(),
                                    each.ref(),
                                    each.attribute(),
                                    each.friendlyName(),
                                    number(person))
                                : each)
                    .toList()));
  }

  private static SignerCertificateRequest subject(SignerCertificateRequest request, String number) {
    List<NameAttribute> subject =
        request.subject().stream()
            .map(
                each ->
                    each.oid().equals(NameAttribute.SERIAL_NUMBER)
                        ? new NameAttribute(each.oid(), "PNOSE-" + number)
                        : each)
            .toList();
    return new SignerCertificateRequest(
        request.key(),
        request.type(),
        subject,
        request.alternativeNames(),
        request.directoryAttributes(),
        request.authContext(),
        request.extensions(),
        request.validity());
  }

  private static SignerCertificateRequest extension(
      SignerCertificateRequest request, CertificateExtension extension) {
    List<CertificateExtension> more = new ArrayList<>(request.extensions());
    more.add(extension);
    return new SignerCertificateRequest(
        request.key(),
        request.type(),
        request.subject(),
        request.alternativeNames(),
        request.directoryAttributes(),
        request.authContext(),
        more,
        request.validity());
  }
}
