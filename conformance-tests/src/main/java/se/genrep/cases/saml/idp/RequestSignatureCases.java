package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.TesterRequest.Seal;
import se.genrep.reference.Testers;
import se.genrep.registry.Algorithm;
import se.genrep.sut.Visit;

/** DP 2.1.2, 5.2 and 8: which requests are trusted. */
final class RequestSignatureCases {

  static final ConformanceCase BY_POST =
      conformanceCase("saml/idp/request-by-post")
          .title("takes signed requests by HTTP-POST")
          .requirement("DP-5.2-07", "DP-5.2-11")
          .stimulus(asks(askedBy(Testers.USUAL).byPost()).saying("The tester asks by HTTP-POST"))
          .expect(ACCEPTED)
          .mutant("refuses what comes by HTTP-POST", habit(RequestLapse.REFUSES_POST))
          .build();

  static final ConformanceCase UNSIGNED_REDIRECT =
      conformanceCase("saml/idp/request-unsigned-redirect")
          .title("refuses unsigned requests by HTTP-Redirect of one who signs")
          .requirement("DP-2.1.2-08", "DP-5.2-15")
          .stimulus(
              asks(askedBy(Testers.USUAL).sealed(Seal.NONE))
                  .saying("The tester, which has promised to sign, does not"))
          .expect(REFUSED)
          .mutant("takes unsigned requests", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase UNSIGNED_POST =
      conformanceCase("saml/idp/request-unsigned-post")
          .title("refuses unsigned requests by HTTP-Post of one who signs")
          .requirement("DP-2.1.2-07", "DP-1.2-01", "DP-5.2-15")
          .stimulus(
              asks(askedBy(Testers.USUAL).byPost().sealed(Seal.NONE))
                  .saying("The tester, which has promised to sign, does not"))
          .expect(REFUSED)
          .mutant("takes unsigned requests", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase SPOILT_REDIRECT =
      conformanceCase("saml/idp/request-spoilt-signature-redirect")
          .title("refuses a changed request by HTTP-Redirect")
          .requirement("DP-5.2-14", "DP-5.2-12", "DP-5.2-13", "BID-4.1-03", "BID-4.1-04")
          .stimulus(
              asks(askedBy(Testers.USUAL).sealed(Seal.SPOILT))
                  .saying("The tester's request was changed after it was signed"))
          .expect(REFUSED)
          .mutant("does not verify signatures", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase UNREGISTERED_REDIRECT =
      conformanceCase("saml/idp/request-unregistered-key-redirect")
          .title("refuses a signature by an unknown key by HTTP-Redirect")
          .requirement("DP-5.2-14", "DP-5.2-12")
          .stimulus(
              asks(askedBy(Testers.USUAL).sealed(Seal.UNREGISTERED))
                  .saying(
                      "The tester's request is signed with a key that its metadata does not have"))
          .expect(REFUSED)
          .mutant("does not verify signatures", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase UNLISTED_REDIRECT =
      conformanceCase("saml/idp/request-unlisted-signature-redirect")
          .title("refuses methods that nobody lists by HTTP-Redirect")
          .requirement("DP-8-08")
          .stimulus(
              asks(askedBy(Testers.RSA).sealed(Seal.UNLISTED))
                  .saying("The tester signs with a method that the profile does not list")
                  .seeing(RequestSignatureCases::unlessDeclared))
          .expect(REFUSED)
          .mutant("takes every method", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase SPOILT_POST =
      conformanceCase("saml/idp/request-spoilt-signature-post")
          .title("refuses a changed request by HTTP-Post")
          .requirement("DP-5.2-14", "DP-5.2-12", "DP-5.2-13", "BID-4.1-03", "BID-4.1-04")
          .stimulus(
              asks(askedBy(Testers.USUAL).byPost().sealed(Seal.SPOILT))
                  .saying("The tester's request was changed after it was signed"))
          .expect(REFUSED)
          .mutant("does not verify signatures", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase UNREGISTERED_POST =
      conformanceCase("saml/idp/request-unregistered-key-post")
          .title("refuses a signature by an unknown key by HTTP-Post")
          .requirement("DP-5.2-14", "DP-5.2-12")
          .stimulus(
              asks(askedBy(Testers.USUAL).byPost().sealed(Seal.UNREGISTERED))
                  .saying(
                      "The tester's request is signed with a key that its metadata does not have"))
          .expect(REFUSED)
          .mutant("does not verify signatures", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase SHA1_POST =
      conformanceCase("saml/idp/request-sha1-signature-post")
          .title("refuses a request signed with SHA-1 by HTTP-Post")
          .requirement("DP-8-08", "DP-8-10")
          .stimulus(
              asks(askedBy(Testers.RSA).byPost().sealed(Seal.SHA1))
                  .saying("The tester signs with SHA-1"))
          .expect(REFUSED)
          .mutant("takes every method", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase UNLISTED_POST =
      conformanceCase("saml/idp/request-unlisted-signature-post")
          .title("refuses methods that nobody lists by HTTP-Post")
          .requirement("DP-8-08")
          .stimulus(
              asks(askedBy(Testers.RSA).byPost().sealed(Seal.UNLISTED))
                  .saying("The tester signs with a method that the profile does not list")
                  .seeing(RequestSignatureCases::unlessDeclared))
          .expect(REFUSED)
          .mutant("takes every method", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase DEMANDS_SIGNED =
      conformanceCase("saml/idp/request-unsigned-by-anybody")
          .title("refuses every unsigned request where it demands signed ones")
          .requirement("DP-5.2-08", "DP-5.2-10", "DP-5.2-09", "DP-2.1.3-05", "BID-4.1-02")
          .appliesTo(Applies.SIGNED_REQUESTS)
          .stimulus(
              asks(askedBy(Testers.MAY_SIGN).sealed(Seal.NONE))
                  .saying("A tester that has promised nothing does not sign"))
          .expect(REFUSED)
          .mutant("takes unsigned requests", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase RELAY_STATE_CHANGED =
      conformanceCase("saml/idp/request-relay-state-changed")
          .title("refuses a query whose RelayState was changed")
          .requirement("DP-5.2-14")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .sent(query -> query.replace("genrep-relay-state", "other")))
                  .saying("RelayState was changed after the query was signed"))
          .expect(REFUSED)
          .mutant("does not verify signatures", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase METHOD_CHANGED =
      conformanceCase("saml/idp/request-method-changed")
          .title("refuses a query whose SigAlg was changed")
          .requirement("DP-5.2-14")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .sent(query -> query.replace("ecdsa-sha256", "ecdsa-sha512")))
                  .saying("SigAlg was changed after the query was signed"))
          .expect(REFUSED)
          .mutant("does not verify signatures", habit(RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase SECOND_KEY =
      conformanceCase("saml/idp/request-second-key")
          .title("takes a signature by any signing key of metadata")
          .requirement("DP-2.1.1.2-13", "DP-2.1.1.2-12", "DP-8.2-02", "DP-2.1.1.3-04")
          .stimulus(
              asks(askedBy(Testers.TWO_KEYS).byPost())
                  .saying("The tester signs with the second of its two keys"))
          .expect(ACCEPTED)
          .mutant("knows the first key only", habit(SenderLapse.ONE_KEY))
          .build();

  static final ConformanceCase KEY_WITHOUT_USE =
      conformanceCase("saml/idp/request-key-without-use")
          .title("takes a signature by a key without use")
          .requirement("DP-2.1.1.2-11")
          .stimulus(
              asks(askedBy(Testers.KEY_WITHOUT_USE).byPost())
                  .saying("The tester signs with a key whose use its metadata leaves open"))
          .expect(ACCEPTED)
          .mutant("passes keys without use over", habit(SenderLapse.NO_KEY_WITHOUT_USE))
          .build();

  static final ConformanceCase EXPIRED =
      conformanceCase("saml/idp/request-expired-certificate")
          .title("takes keys whose certificate has expired")
          .requirement("DP-2.1.1.2-03")
          .stimulus(
              asks(askedBy(Testers.EXPIRED_CERTIFICATE).byPost())
                  .saying("The tester's certificate has expired"))
          .expect(ACCEPTED)
          .mutant("passes keys over", habit(SenderLapse.NO_EXPIRED_CERTIFICATE))
          .build();

  static final ConformanceCase ISSUED =
      conformanceCase("saml/idp/request-issued-certificate")
          .title("takes keys whose certificate an unknown CA issued")
          .requirement("DP-2.1.1.2-02", "DP-2.1.1.2-04")
          .stimulus(
              asks(askedBy(Testers.ISSUED_CERTIFICATE).byPost())
                  .saying("The tester's certificate is of a CA that nobody knows"))
          .expect(ACCEPTED)
          .mutant("passes keys over", habit(SenderLapse.NO_ISSUED_CERTIFICATE))
          .build();

  static final ConformanceCase RSA =
      conformanceCase("saml/idp/request-rsa")
          .title("takes RSA signatures")
          .requirement("DP-8.2-01", "DP-8.1-01")
          .stimulus(asks(askedBy(Testers.RSA).byPost()).saying("The tester signs with RSA"))
          .expect(ACCEPTED)
          .mutant("passes keys over", habit(SenderLapse.NO_RSA))
          .build();

  static final ConformanceCase P_384 =
      conformanceCase("saml/idp/request-p-384")
          .title("takes signatures with P-384")
          .requirement("DP-8-04", "DP-8-05")
          .stimulus(asks(askedBy(Testers.P_384).byPost()).saying("The tester signs with P-384"))
          .expect(ACCEPTED)
          .mutant("passes keys over", habit(SenderLapse.ONLY_P_256))
          .build();

  static final ConformanceCase P_521 =
      conformanceCase("saml/idp/request-p-521")
          .title("takes signatures with P-521")
          .requirement("DP-8-04")
          .stimulus(asks(askedBy(Testers.P_521).byPost()).saying("The tester signs with P-521"))
          .expect(ACCEPTED)
          .mutant("passes keys over", habit(SenderLapse.ONLY_P_256))
          .build();

  static final ConformanceCase SHA384 =
      conformanceCase("saml/idp/request-sha384")
          .title("takes signatures with SHA-384")
          .requirement("DP-8.2-03", "DP-8.1-02", "DP-8-06")
          .stimulus(
              asks(askedBy(Testers.RSA).byPost().sealed(Seal.SHA384))
                  .saying("The tester signs with SHA-384"))
          .expect(ACCEPTED)
          .mutant("refuses longer digests", habit(RequestLapse.REFUSES_LONG_DIGESTS))
          .build();

  static final ConformanceCase SHA512 =
      conformanceCase("saml/idp/request-sha512")
          .title("takes signatures with SHA-512")
          .requirement("DP-8.2-03", "DP-8.1-02")
          .stimulus(
              asks(askedBy(Testers.RSA).byPost().sealed(Seal.SHA512))
                  .saying("The tester signs with SHA-512"))
          .expect(ACCEPTED)
          .mutant("refuses longer digests", habit(RequestLapse.REFUSES_LONG_DIGESTS))
          .build();

  static final ConformanceCase NOT_DECLARED =
      conformanceCase("saml/idp/request-signed-unpromised")
          .title("takes signed requests of those who promised none")
          .requirement("DP-2.1.2-09")
          .stimulus(
              asks(askedBy(Testers.MAY_SIGN).byPost())
                  .saying("A tester that has promised nothing signs"))
          .expect(ACCEPTED)
          .mutant("passes keys over", habit(SenderLapse.NO_KEYS_OF_THE_UNPROMISED))
          .build();

  /** DP-8-08: what its own metadata declares may be taken. */
  private static Outcome unlessDeclared(Visit visit) {
    return visit.idp().identityProvider().orElseThrow().algorithms().signing().stream()
            .anyMatch(Algorithm.RSA_PSS_SHA256.uri()::equals)
        ? new Outcome.NotSeen("its metadata declares " + Algorithm.RSA_PSS_SHA256.uri())
        : visit.outcome();
  }

  private RequestSignatureCases() {}
}
