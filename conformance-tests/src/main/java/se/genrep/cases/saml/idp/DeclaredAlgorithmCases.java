package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.answers;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import java.util.Optional;
import java.util.function.Function;
import se.genrep.deviation.AlgorithmDeviations;
import se.genrep.deviation.CipherDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.TesterAnswer;
import se.genrep.reference.Testers;
import se.genrep.registry.Algorithm;
import se.genrep.saml.XmlDecrypter;
import se.genrep.sut.Visit;

/** DP 6.1 and 8: algorithms that the service declares. */
final class DeclaredAlgorithmCases {

  static final ConformanceCase AES128_CBC =
      conformanceCase("saml/idp/encrypt-aes128-cbc")
          .title("encrypts with AES-128-CBC to who declares it alone")
          .requirement("DP-8.3-01", "DP-6.1-10")
          .stimulus(
              asks(askedBy(Testers.AES128_CBC))
                  .saying("A tester that declares AES-128-CBC alone asks")
                  .seeing(DeclaredAlgorithmCases.block(Algorithm.AES128_CBC)))
          .expect(KEPT)
          .mutant("does not read what is declared", habit(SenderLapse.DECLARES_NO_ALGORITHM))
          .build();

  static final ConformanceCase AES192_CBC =
      conformanceCase("saml/idp/encrypt-aes192-cbc")
          .title("encrypts with AES-192-CBC to who declares it alone")
          .requirement("DP-8.3-02", "DP-6.1-10")
          .stimulus(
              asks(askedBy(Testers.AES192_CBC))
                  .saying("A tester that declares AES-192-CBC alone asks")
                  .seeing(DeclaredAlgorithmCases.block(Algorithm.AES192_CBC)))
          .expect(KEPT)
          .mutant("does not read what is declared", habit(SenderLapse.DECLARES_NO_ALGORITHM))
          .build();

  static final ConformanceCase AES256_CBC =
      conformanceCase("saml/idp/encrypt-aes256-cbc")
          .title("encrypts with AES-256-CBC to who declares it alone")
          .requirement("DP-8.3-03", "DP-6.1-10")
          .stimulus(
              asks(askedBy(Testers.AES256_CBC))
                  .saying("A tester that declares AES-256-CBC alone asks")
                  .seeing(DeclaredAlgorithmCases.block(Algorithm.AES256_CBC)))
          .expect(KEPT)
          .mutant("encrypts with Triple DES", answers(AlgorithmDeviations.TRIPLE_DES))
          .build();

  static final ConformanceCase AES128_GCM =
      conformanceCase("saml/idp/encrypt-aes128-gcm")
          .title("encrypts with AES-128-GCM to who declares it alone")
          .requirement("DP-8.3-04", "DP-6.1-10")
          .stimulus(
              asks(askedBy(Testers.AES128_GCM))
                  .saying("A tester that declares AES-128-GCM alone asks")
                  .seeing(DeclaredAlgorithmCases.block(Algorithm.AES128_GCM)))
          .expect(KEPT)
          .mutant("does not read what is declared", habit(SenderLapse.DECLARES_NO_ALGORITHM))
          .build();

  static final ConformanceCase AES192_GCM =
      conformanceCase("saml/idp/encrypt-aes192-gcm")
          .title("encrypts with AES-192-GCM to who declares it alone")
          .requirement("DP-8.3-04", "DP-6.1-10")
          .stimulus(
              asks(askedBy(Testers.AES192_GCM))
                  .saying("A tester that declares AES-192-GCM alone asks")
                  .seeing(DeclaredAlgorithmCases.block(Algorithm.AES192_GCM)))
          .expect(KEPT)
          .mutant("does not read what is declared", habit(SenderLapse.DECLARES_NO_ALGORITHM))
          .build();

  static final ConformanceCase AES256_GCM =
      conformanceCase("saml/idp/encrypt-aes256-gcm")
          .title("encrypts with AES-256-GCM to who declares it alone")
          .requirement("DP-8.3-04", "DP-6.1-10")
          .stimulus(
              asks(askedBy(Testers.AES256_GCM))
                  .saying("A tester that declares AES-256-GCM alone asks")
                  .seeing(DeclaredAlgorithmCases.block(Algorithm.AES256_GCM)))
          .expect(KEPT)
          .mutant("does not read what is declared", habit(SenderLapse.DECLARES_NO_ALGORITHM))
          .build();

  static final ConformanceCase OAEP_SHA256 =
      conformanceCase("saml/idp/encrypt-oaep-sha256")
          .title("encrypts content keys by OAEP with SHA-256 where asked to")
          .requirement("DP-8.4-02")
          .stimulus(
              asks(askedBy(Testers.OAEP_SHA256))
                  .saying("A tester that wants OAEP with SHA-256 asks")
                  .seeing(DeclaredAlgorithmCases.transport(Algorithm.SHA256)))
          .expect(KEPT)
          .mutant("does not read what is declared", habit(SenderLapse.DECLARES_NO_ALGORITHM))
          .build();

  static final ConformanceCase OAEP_SHA512 =
      conformanceCase("saml/idp/encrypt-oaep-sha512")
          .title("encrypts content keys by OAEP with SHA-512 where asked to")
          .requirement("DP-8.4-02")
          .stimulus(
              asks(askedBy(Testers.OAEP_SHA512))
                  .saying("A tester that wants OAEP with SHA-512 asks")
                  .seeing(DeclaredAlgorithmCases.transport(Algorithm.SHA512)))
          .expect(KEPT)
          .mutant("does not read what is declared", habit(SenderLapse.DECLARES_NO_ALGORITHM))
          .build();

  static final ConformanceCase NONE =
      conformanceCase("saml/idp/encrypt-none-declared")
          .title("keeps to mandatory algorithms where none is declared")
          .requirement("DP-6.1-11", "DP-2.1.1.3-01")
          .stimulus(
              asks(askedBy(Testers.NO_ALGORITHMS))
                  .saying("A tester that declares no algorithm asks")
                  .seeing(DeclaredAlgorithmCases.mandatory()))
          .expect(KEPT)
          .mutant("encrypts with AES-GCM to everybody", answers(CipherDeviations.AES256_GCM))
          .build();

  static final ConformanceCase UNKNOWN =
      conformanceCase("saml/idp/encrypt-unknown-declared")
          .title("keeps to mandatory algorithms where none is known")
          .requirement("DP-6.1-11")
          .stimulus(
              asks(askedBy(Testers.UNKNOWN_ALGORITHMS))
                  .saying("A tester that declares algorithms nobody has asks")
                  .seeing(DeclaredAlgorithmCases.mandatory()))
          .expect(KEPT)
          .mutant("encrypts with AES-GCM to everybody", answers(CipherDeviations.AES256_GCM))
          .build();

  static final ConformanceCase SHA512 =
      conformanceCase("saml/idp/sign-sha512-preferred")
          .title("signs with SHA-512 for who declares that alone")
          .requirement("DP-6.1-10")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SHA512))
                  .saying("A tester that declares SHA-512 alone asks")
                  .seeing(
                      seen(
                          visit ->
                              DeclaredAlgorithmCases.signature(visit)
                                  .filter(uri -> uri.endsWith("sha512") || uri.endsWith("sha256"))
                                  .isPresent(),
                          "signed with it, or a mandatory method",
                          "signed with a method that is neither declared nor mandatory")))
          .expect(KEPT)
          .mutant("signs with SHA-384", answers(CipherDeviations.SHA384_SIGNATURE))
          .build();

  static final ConformanceCase WANTS_SIGNED =
      conformanceCase("saml/idp/sign-assertion-wanted")
          .title("signs assertions for who wants that")
          .requirement("DP-6.1-06")
          .stimulus(
              asks(askedBy(Testers.WANTS_SIGNED))
                  .saying("A tester that wants assertions signed asks")
                  .seeing(
                      seen(
                          visit ->
                              visit
                                  .answer()
                                  .filter(
                                      answer ->
                                          answer.assertion().filter(answer::isSigned).isPresent())
                                  .isPresent(),
                          "the assertion is signed",
                          "did not sign the assertion")))
          .expect(KEPT)
          .mutant(
              "does not read that assertions are wanted signed",
              habit(SenderLapse.WANTS_NO_SIGNATURE))
          .build();

  private static Optional<XmlDecrypter.Methods> methods(Visit visit) {
    return visit
        .answer()
        .filter(answer -> !answer.encrypted().isEmpty())
        .map(answer -> XmlDecrypter.methods(answer.encrypted().get(0)));
  }

  /** The declared cipher, or another of the profile where it is optional. */
  private static Function<Visit, Outcome> block(Algorithm cipher) {
    return seen(
        visit ->
            methods(visit)
                .map(XmlDecrypter.Methods::block)
                .filter(cipher.uri()::equals)
                .isPresent(),
        "encrypted with " + cipher.uri(),
        "did not encrypt with " + cipher.uri());
  }

  private static Function<Visit, Outcome> transport(Algorithm digest) {
    return seen(
        visit ->
            visit.answer().stream()
                .flatMap(answer -> answer.encrypted().stream())
                .flatMap(encrypted -> encrypted.everywhere("xenc:EncryptedKey").stream())
                .flatMap(key -> key.all("xenc:EncryptionMethod/ds:DigestMethod").stream())
                .anyMatch(
                    method ->
                        method.attribute("Algorithm").filter(digest.uri()::equals).isPresent()),
        "encrypted the content key with " + digest.uri(),
        "did not encrypt the content key with " + digest.uri());
  }

  private static Function<Visit, Outcome> mandatory() {
    return seen(
        visit ->
            methods(visit)
                .map(XmlDecrypter.Methods::block)
                .flatMap(Algorithm::of)
                .filter(cipher -> cipher.status() == Algorithm.Status.MANDATORY)
                .isPresent(),
        "encrypted with a mandatory cipher",
        "did not encrypt with a mandatory cipher");
  }

  private static Optional<String> signature(Visit visit) {
    return visit
        .answer()
        .flatMap(TesterAnswer::response)
        .flatMap(root -> root.find("ds:Signature/ds:SignedInfo/ds:SignatureMethod"))
        .flatMap(method -> method.attribute("Algorithm"));
  }

  private DeclaredAlgorithmCases() {}
}
