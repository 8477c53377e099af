package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.DuringOutage.during;

import se.genrep.control.Outage.Kind;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.OutageHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.StatusCode;
import se.genrep.sut.FailedSignIn;

/** What the authorisation system is for: one e-legitimation fails, and the others still work. */
final class OutageCases {

  static final ConformanceCase OTHER_IDP_DOWN =
      conformanceCase("saml/sp/other-idp-down")
          .title("signs people in while another identity provider is down")
          .requirement("SEED-1-02")
          .stimulus(during(Kind.DOWN))
          .expect(ACCEPTED)
          .mutant(
              "asks all of them first, and gives up when one hangs up",
              () -> Variant.with(OutageHabit.NEEDS_ALL_CONNECTED))
          .build();

  static final ConformanceCase OTHER_IDP_SLOW =
      conformanceCase("saml/sp/other-idp-slow")
          .title("signs people in while another identity provider is slow")
          .requirement("SEED-1-02")
          .stimulus(during(Kind.SLOW))
          .expect(ACCEPTED)
          .mutant("waits for all of them first", () -> Variant.with(OutageHabit.NEEDS_ALL_AT_ONCE))
          .build();

  static final ConformanceCase OTHER_IDP_UNAVAILABLE =
      conformanceCase("saml/sp/other-idp-unavailable")
          .title("signs people in while another identity provider answers 503")
          .requirement("SEED-1-02")
          .stimulus(during(Kind.UNAVAILABLE))
          .expect(ACCEPTED)
          .mutant(
              "asks all of them first, and gives up at a 503",
              () -> Variant.with(OutageHabit.NEEDS_ALL_WELL))
          .build();

  static final ConformanceCase OTHER_IDP_GARBAGE =
      conformanceCase("saml/sp/other-idp-garbage")
          .title("signs people in while another identity provider answers garbage")
          .requirement("SEED-1-02")
          .stimulus(during(Kind.GARBAGE))
          .expect(ACCEPTED)
          .mutant(
              "gives up when one of them cannot be read",
              () -> Variant.with(OutageHabit.NEEDS_ALL_READABLE))
          .build();

  static final ConformanceCase OTHER_IDP_CERTIFICATE_EXPIRED =
      conformanceCase("saml/sp/other-idp-certificate-expired")
          .title("signs people in while a certificate of another has expired")
          .requirement("SEED-1-02")
          .stimulus(during(Kind.EXPIRED_CERTIFICATE))
          .expect(ACCEPTED)
          .mutant(
              "wants all certificates of all of them in order",
              () -> Variant.with(OutageHabit.NEEDS_ALL_CERTIFICATES))
          .build();

  static final ConformanceCase AFTER_IDP_DOWN =
      conformanceCase("saml/sp/after-idp-down")
          .title("signs a person in with another after one did not answer")
          .requirement("SEED-1-02")
          .stimulus(during(Kind.DOWN).afterTryingIt())
          .expect(ACCEPTED)
          .mutant(
              "stays with the one that was chosen first",
              () -> Variant.with(OutageHabit.STAYS_WITH_THE_FIRST))
          .build();

  static final ConformanceCase FAILURE_IS_TOLD =
      conformanceCase("saml/sp/failure-is-told")
          .title("tells the person that the identity provider has failed")
          .requirement("SEED-1-03")
          .stimulus(
              new FailedSignIn(StatusCode.RESPONDER.uri(), "MOCK: the service is out of order"))
          .expect(KEPT)
          .mutant("shows an empty page", () -> Variant.with(OutageHabit.SAYS_NOTHING))
          .build();

  private OutageCases() {}
}
