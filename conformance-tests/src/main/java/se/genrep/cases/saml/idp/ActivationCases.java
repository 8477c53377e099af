package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.broken;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asking;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.IdpMetadataHabit;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.Attribute;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceProperty;
import se.genrep.saml.XmlNode;
import se.genrep.sut.Visit;

/** DP 7.1.2, EC 3.2 and SAP: Signature Activation Data. */
final class ActivationCases {

  static final ConformanceCase SAD =
      conformanceCase("saml/idp/sad-given")
          .title("gives a SAD where one is asked for")
          .requirement("DP-7.1.2-04", "EC-3.2-01", "ATTR-3.2.3-01")
          .appliesTo(Applies.declares(ServiceProperty.SCAL2))
          .stimulus(
              asking(occasion -> askedBy(Testers.SIGNATURE_SERVICE).changed(ActivationCases::sad))
                  .saying("A signature service asks for a SAD")
                  .seeing(
                      seen(
                          visit -> ActivationCases.token(visit).isPresent(),
                          "a SAD was given",
                          "gave no SAD that is a signed JWT")))
          .expect(KEPT)
          .mutant("leaves the SAD out", habit(AnswerLapse.NO_SAD))
          .mutant("gives something else for a SAD", habit(AnswerLapse.UNSIGNED_SAD))
          .build();

  static final ConformanceCase SIGNED =
      conformanceCase("saml/idp/sad-signed")
          .title("signs the SAD with a key of its metadata")
          .requirement("DP-7.1.2-05", "DP-7.1.2-06")
          .appliesTo(Applies.declares(ServiceProperty.SCAL2))
          .stimulus(
              asking(occasion -> askedBy(Testers.SIGNATURE_SERVICE).changed(ActivationCases::sad))
                  .saying("A signature service asks for a SAD, and for nothing else")
                  .seeing(ActivationCases::verified))
          .expect(KEPT)
          .mutant("spoils the signature of the SAD", habit(AnswerLapse.SPOILT_SAD))
          .build();

  static final ConformanceCase DECLARED =
      conformanceCase("saml/idp/sad-declared")
          .title("declares that it gives a SAD")
          .requirement("DP-2.1.3-06", "DP-7.1.2-03")
          .stimulus(
              asking(occasion -> askedBy(Testers.SIGNATURE_SERVICE).changed(ActivationCases::sad))
                  .saying("A signature service asks for a SAD, whether it is declared or not")
                  .seeing(ActivationCases::declared))
          .expect(KEPT)
          .mutant("does not declare it", habit(IdpMetadataHabit.NO_SCAL2))
          .build();

  static final ConformanceCase NOT_DECLARED =
      conformanceCase("saml/idp/sad-not-declared")
          .title("passes over wishes for a SAD that it does not give")
          .requirement("DP-2.1.3-07")
          .stimulus(
              asking(occasion -> askedBy(Testers.SIGNATURE_SERVICE).changed(ActivationCases::sad))
                  .saying("A signature service asks for a SAD of who declares none")
                  .seeing(
                      seen(
                          Visit::gaveAssertion,
                          "signed in, with or without a SAD",
                          "refused a request for a SAD")))
          .expect(KEPT)
          .mutant("refuses those who ask for a SAD", habit(RequestLapse.REFUSES_SAD_REQUESTS))
          .build();

  private static void sad(XmlNode request) {
    Extensions.add(
        request,
        "<s:SADRequest xmlns:s='"
            + Namespace.SAP
            + "' ID='_sad-of-genrep'><s:RequesterID>"
            + request.at("saml:Issuer").text()
            + "</s:RequesterID><s:SignRequestID>genrep-1</s:SignRequestID>"
            + "<s:DocCount>1</s:DocCount><s:RequestedVersion>1.0</s:RequestedVersion>"
            + "</s:SADRequest>");
  }

  private static Optional<SignedJWT> token(Visit visit) {
    List<String> values =
        visit.answer().map(answer -> answer.values(Attribute.SAD)).orElse(List.of());
    if (values.size() != 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignedJWT.parse(values.get(0)));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Outcome declared(Visit visit) {
    if (token(visit).isEmpty()) {
      return new Outcome.NotSeen("it gives no SAD");
    }
    return visit.idp().declares(ServiceProperty.SCAL2.uri())
        ? new Outcome.Kept("it gives a SAD and says so")
        : new Outcome.Broken("it gives a SAD, and metadata does not declare scal2");
  }

  private static Outcome verified(Visit visit) {
    Optional<SignedJWT> token = token(visit);
    if (token.isEmpty()) {
      return broken(visit, "gave no SAD that is a signed JWT");
    }
    List<X509Certificate> keys = visit.idp().identityProvider().orElseThrow().keys().signing();
    return keys.stream().anyMatch(key -> verifies(token.get(), key))
        ? new Outcome.Kept("the SAD verifies with a signing key of metadata")
        : new Outcome.Broken("the SAD verifies with no signing key of metadata");
  }

  private static boolean verifies(SignedJWT token, X509Certificate certificate) {
    try {
      PublicKey key = certificate.getPublicKey();
      return key instanceof ECPublicKey elliptic
          ? token.verify(new ECDSAVerifier(elliptic))
          : token.verify(new RSASSAVerifier((RSAPublicKey) key));
    } catch (JOSEException | RuntimeException e) {
      return false; // a key of the other kind, or a signature that is none
    }
  }

  private ActivationCases() {}
}
