package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyAnswer;
import static se.genrep.sut.IdpWatch.everyError;

import java.util.Optional;
import se.genrep.deviation.AlgorithmDeviations;
import se.genrep.deviation.KeyDeviations;
import se.genrep.deviation.SignatureDeviations;
import se.genrep.idp.IdpVariant;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.Algorithm;

/** DP 6.1, 6.3.1 and 8: how every answer is signed. */
final class SignatureCases {

  static final ConformanceCase RESPONSE_SIGNED =
      conformanceCase("saml/idp/answer-signed")
          .title("signs every Response with a key of its metadata")
          .requirement("DP-6.1-04")
          .stimulus(
              everyAnswer(
                  answer ->
                      unless(
                          answer.signed(),
                          "is not signed as a whole with a signing key of metadata")))
          .expect(KEPT)
          .mutant(
              "signs neither the Response nor the assertion", answers(SignatureDeviations.UNSIGNED))
          .mutant(
              "signs the assertion and not the Response",
              answers(SignatureDeviations.ONLY_ASSERTION_SIGNED))
          .mutant(
              "signs with a key of which only the message itself tells",
              answers(SignatureDeviations.UNREGISTERED_KEY))
          .mutant(
              "changes one bit of the signature value",
              answers(SignatureDeviations.BROKEN_SIGNATURE))
          .mutant("signs with its key for encryption", answers(KeyDeviations.ENCRYPTION_KEY_SIGNS))
          .build();

  static final ConformanceCase ERROR_SIGNED =
      conformanceCase("saml/idp/error-signed")
          .title("signs answers without an assertion too")
          .requirement("DP-6.1-04")
          .stimulus(
              everyError(answer -> unless(answer.signed(), "reports an error and is not signed")))
          .expect(KEPT)
          .mutant("leaves errors unsigned", () -> IdpVariant.failing(SignatureDeviations.UNSIGNED))
          .build();

  static final ConformanceCase SIGNATURE_METHOD =
      conformanceCase("saml/idp/answer-signature-method")
          .title("signs with methods that the profile lists")
          .requirement("DP-8-07", "DP-8.2-01", "DP-8.2-02")
          .stimulus(
              answersWhere(
                  SignatureCases::isSigned,
                  "no answer was signed",
                  answer ->
                      unless(
                          SignatureCases.method(answer)
                                  .flatMap(Algorithm::of)
                                  .filter(Algorithm::listed)
                                  .isPresent()
                              || SignatureCases.method(answer)
                                  .filter(answer.receiver().sp().algorithms().signing()::contains)
                                  .isPresent(),
                          "is signed by " + SignatureCases.method(answer).orElse("nothing"))))
          .expect(KEPT)
          .mutant("signs with SHA-1", answers(AlgorithmDeviations.SHA1_SIGNATURE))
          .mutant(
              "signs with a method the profile does not list",
              answers(AlgorithmDeviations.UNLISTED_SIGNATURE))
          .build();

  static final ConformanceCase DIGEST_METHOD =
      conformanceCase("saml/idp/answer-digest-method")
          .title("digests with methods that the profile lists")
          .requirement("DP-8-10", "DP-8.1-01")
          .stimulus(
              answersWhere(
                  SignatureCases::isSigned,
                  "no answer was signed",
                  answer ->
                      unless(
                          answer.response().stream()
                              .flatMap(
                                  root ->
                                      root
                                          .all(
                                              "ds:Signature/ds:SignedInfo/ds:Reference/ds:DigestMethod")
                                          .stream())
                              .allMatch(
                                  node ->
                                      node.attribute("Algorithm")
                                          .flatMap(Algorithm::of)
                                          .filter(Algorithm::listed)
                                          .isPresent()),
                          "has a digest that the profile does not list")))
          .expect(KEPT)
          .mutant(
              "refers to what it signs by a SHA-1 digest", answers(AlgorithmDeviations.SHA1_DIGEST))
          .build();

  static final ConformanceCase ASSERTION_SIGNATURE =
      conformanceCase("saml/idp/answer-assertion-signature")
          .title("signs well where it signs the assertion as well")
          .requirement("DP-6.1-05")
          .stimulus(
              answersWhere(
                  answer ->
                      answer.assertions().stream()
                          .anyMatch(each -> each.find("ds:Signature").isPresent()),
                  "no assertion was signed",
                  answer ->
                      unless(
                          answer.assertions().stream()
                              .filter(each -> each.find("ds:Signature").isPresent())
                              .allMatch(answer::isSigned),
                          "has an assertion whose signature does not verify")))
          .expect(KEPT)
          .mutant(
              "changes one bit of the assertion's signature value",
              answers(SignatureDeviations.BROKEN_ASSERTION_SIGNATURE))
          .build();

  private static boolean isSigned(TesterAnswer answer) {
    return answer.response().flatMap(root -> root.find("ds:Signature")).isPresent();
  }

  private static Optional<String> method(TesterAnswer answer) {
    return answer
        .response()
        .flatMap(root -> root.find("ds:Signature/ds:SignedInfo/ds:SignatureMethod"))
        .flatMap(node -> node.attribute("Algorithm"));
  }

  private SignatureCases() {}
}
