package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.RequestHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.SignIn.Delivery;

/** EC 3.1, mobile-auth: a service that declares it can be used from the phone alone. */
final class MobileCases {

  static final ConformanceCase BY_PHONE =
      conformanceCase("saml/sp/sign-in-by-phone")
          .title("signs people in on the phone they came with")
          .requirement("EC-3.1-03")
          .appliesTo(Applies.MOBILE)
          .stimulus(signIn().delivered(Delivery.BY_PHONE))
          .expect(ACCEPTED)
          .mutant(
              "turns phones away",
              () -> Variant.with(MetadataHabit.MOBILE_AUTH, RequestHabit.NO_PHONES))
          .build();

  private MobileCases() {}
}
