package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.assertion;
import static se.genrep.cases.saml.idp.Saying.response;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.answersWhere;
import static se.genrep.sut.IdpWatch.everyAnswer;
import static se.genrep.sut.IdpWatch.everyAssertion;

import se.genrep.deviation.AlgorithmDeviations;
import se.genrep.deviation.EncryptionDeviations;
import se.genrep.deviation.EncryptionFormDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.registry.Algorithm;
import se.genrep.saml.XmlDecrypter;

/** DP 6.1, 8.3 and 8.4: how every assertion is encrypted. */
final class EncryptionCases {

  static final ConformanceCase ENCRYPTED =
      conformanceCase("saml/idp/answer-encrypted")
          .title("encrypts every assertion")
          .requirement("DP-6.1-07")
          .stimulus(
              everyAssertion(
                  answer -> unless(!answer.encrypted().isEmpty(), "has no EncryptedAssertion")))
          .expect(KEPT)
          .mutant("sends the assertion in clear", answers(EncryptionDeviations.UNENCRYPTED))
          .build();

  static final ConformanceCase NOTHING_IN_CLEAR =
      conformanceCase("saml/idp/answer-clear-copy")
          .title("sends no assertion in clear")
          .requirement("DP-6.1-09")
          .stimulus(
              everyAnswer(
                  response(
                      root -> root.all("saml:Assertion").isEmpty(), "has an assertion in clear")))
          .expect(KEPT)
          .mutant(
              "sends the assertion in clear beside the encrypted one",
              answers(EncryptionFormDeviations.CLEAR_COPY))
          .build();

  static final ConformanceCase NOT_IN_PARTS =
      conformanceCase("saml/idp/answer-encrypted-parts")
          .title("encrypts assertions whole and no parts of them")
          .requirement("DP-6.1-08")
          .stimulus(
              everyAssertion(
                  assertion(
                      each ->
                          each.everywhere("saml:EncryptedID").isEmpty()
                              && each.everywhere("saml:EncryptedAttribute").isEmpty(),
                      "has an EncryptedID or EncryptedAttribute")))
          .expect(KEPT)
          .mutant(
              "encrypts the name of the subject once more",
              answers(EncryptionFormDeviations.ENCRYPTED_ID))
          .mutant(
              "encrypts an attribute once more",
              answers(EncryptionFormDeviations.ENCRYPTED_ATTRIBUTE))
          .build();

  static final ConformanceCase TO_THE_SERVICE =
      conformanceCase("saml/idp/answer-encrypted-to-service")
          .title("encrypts to the key of the service that asked")
          .requirement("DP-6.1-12")
          .stimulus(
              everyAnswer(
                  answer ->
                      unless(
                          answer.encrypted().isEmpty() || !answer.assertions().isEmpty(),
                          answer.problem().orElse("cannot be opened"))))
          .expect(KEPT)
          .mutant(
              "encrypts the assertion to another service provider",
              answers(EncryptionDeviations.ENCRYPTED_TO_ANOTHER))
          .build();

  static final ConformanceCase BLOCK_CIPHER =
      conformanceCase("saml/idp/answer-block-cipher")
          .title("encrypts with a cipher that the profile lists")
          .requirement("DP-8.3-03", "DP-8-05")
          .stimulus(
              answersWhere(
                  answer -> !answer.encrypted().isEmpty(),
                  "no assertion was encrypted",
                  answer ->
                      unless(
                          Algorithm.of(XmlDecrypter.methods(answer.encrypted().get(0)).block())
                              .filter(Algorithm::listed)
                              .isPresent(),
                          "is encrypted by "
                              + XmlDecrypter.methods(answer.encrypted().get(0)).block())))
          .expect(KEPT)
          .mutant("encrypts the assertion with Triple DES", answers(AlgorithmDeviations.TRIPLE_DES))
          .build();

  static final ConformanceCase KEY_TRANSPORT =
      conformanceCase("saml/idp/answer-key-transport")
          .title("encrypts content keys by OAEP")
          .requirement("DP-8-11", "DP-8.4-01")
          .stimulus(
              answersWhere(
                  answer -> !answer.encrypted().isEmpty(),
                  "no assertion was encrypted",
                  answer ->
                      unless(
                          !XmlDecrypter.methods(answer.encrypted().get(0))
                              .keyTransport()
                              .equals(Algorithm.RSA_1_5.uri()),
                          "has a content key encrypted by RSA 1.5")))
          .expect(KEPT)
          .mutant("encrypts the content key with RSA 1.5", answers(AlgorithmDeviations.RSA_1_5))
          .build();

  private EncryptionCases() {}
}
