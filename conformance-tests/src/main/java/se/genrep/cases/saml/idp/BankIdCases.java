package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.IdpMetadataHabit;

/** BankID profile: what a service for BankID declares. */
final class BankIdCases {

  static final ConformanceCase SIGNED =
      conformanceCase("saml/idp/metadata-bankid-signed")
          .title("demands signed requests as a service for BankID")
          .requirement("BID-4.1-01", "BID-6.2-01")
          .appliesTo(Applies.BANKID)
          .stimulus(metadata("bankid-takes-unsigned-requests"))
          .expect(KEPT)
          .mutant("takes unsigned requests", habit(IdpMetadataHabit.BANKID_UNSIGNED))
          .build();

  static final ConformanceCase SELECTION =
      conformanceCase("saml/idp/metadata-bankid-selection")
          .title("asks who is to sign in as a service for BankID")
          .requirement("BID-6.2-02")
          .appliesTo(Applies.BANKID)
          .stimulus(metadata("bankid-without-principal-selection"))
          .expect(KEPT)
          .mutant("does not ask", habit(IdpMetadataHabit.BANKID_NO_SELECTION))
          .build();

  static final ConformanceCase BINDING =
      conformanceCase("saml/idp/metadata-bankid-binding")
          .title("binds the authenticator as a service for BankID")
          .requirement("BID-6.2-04")
          .appliesTo(Applies.BANKID)
          .stimulus(metadata("bankid-without-authenticator-binding"))
          .expect(KEPT)
          .mutant("does not declare it", habit(IdpMetadataHabit.BANKID_NO_BINDING))
          .build();

  static final ConformanceCase MESSAGE =
      conformanceCase("saml/idp/metadata-bankid-message")
          .title("shows user messages as a service for BankID")
          .requirement("BID-6.2-05", "BID-3.1-05")
          .appliesTo(Applies.BANKID)
          .stimulus(metadata("bankid-without-user-message"))
          .expect(KEPT)
          .mutant("does not declare it", habit(IdpMetadataHabit.BANKID_NO_MESSAGE))
          .build();

  private BankIdCases() {}
}
