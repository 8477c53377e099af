package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import java.util.function.Function;
import se.genrep.idp.IdpVariant;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.IdpMetadataHabit;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.ServiceContract;
import se.genrep.sut.Visit;

/** EC 1.3 and TAR 3.6: whom an identity provider serves. */
final class ContractCases {

  static final ConformanceCase NO_CONTRACT =
      conformanceCase("saml/idp/contract-none")
          .title("refuses one without its contract")
          .requirement("TAR-3.6-02", "EC-1.3-04")
          .appliesTo(Applies.CONTRACTS)
          .stimulus(asks(askedBy(Testers.NO_CONTRACT)).saying("A tester without any contract asks"))
          .expect(REFUSED)
          .mutant("serves everybody", habit(SenderLapse.HAS_CONTRACTS))
          .build();

  static final ConformanceCase BILATERAL =
      conformanceCase("saml/idp/contract-of-others")
          .title("refuses one with the contract of others only")
          .requirement("EC-1.3-04")
          .appliesTo(Applies.CONTRACTS)
          .stimulus(
              asks(askedBy(Testers.BILATERAL)).saying("A tester with a contract of its own asks"))
          .expect(REFUSED)
          .mutant("serves everybody", habit(SenderLapse.HAS_CONTRACTS))
          .build();

  static final ConformanceCase AUTHORISATION_SYSTEM =
      conformanceCase("saml/idp/contract-authorisation-system")
          .title("serves one with the contract of 2026 as it declares")
          .requirement("EC-1.3-04")
          .appliesTo(Applies.CONTRACTS)
          .stimulus(
              asks(askedBy(Testers.AUTHORISATION_SYSTEM))
                  .saying("A tester with that contract only asks")
                  .seeing(ContractCases.asDeclared(ServiceContract.EID_AUTHORIZATION_SYSTEM)))
          .expect(KEPT)
          .mutant(
              "serves everybody, and declares another contract",
              () -> IdpVariant.with(SenderLapse.HAS_CONTRACTS, IdpMetadataHabit.OTHER_CONTRACT))
          .build();

  static final ConformanceCase EID_CHOICE_2017 =
      conformanceCase("saml/idp/contract-eid-choice-2017")
          .title("serves one with the contract of 2017 as it declares")
          .requirement("EC-1.3-04")
          .appliesTo(Applies.CONTRACTS)
          .stimulus(
              asks(askedBy(Testers.EID_CHOICE_2017))
                  .saying("A tester with that contract only asks")
                  .seeing(ContractCases.asDeclared(ServiceContract.EID_CHOICE_2017)))
          .expect(KEPT)
          .mutant(
              "serves everybody, and declares another contract",
              () -> IdpVariant.with(SenderLapse.HAS_CONTRACTS, IdpMetadataHabit.OTHER_CONTRACT))
          .build();

  static final ConformanceCase PREPAID =
      conformanceCase("saml/idp/contract-prepaid")
          .title("serves one with the contract prepaid as it declares")
          .requirement("EC-1.3-04")
          .appliesTo(Applies.CONTRACTS)
          .stimulus(
              asks(askedBy(Testers.PREPAID))
                  .saying("A tester with that contract only asks")
                  .seeing(ContractCases.asDeclared(ServiceContract.PREPAID_AUTH_2021)))
          .expect(KEPT)
          .mutant(
              "serves everybody, and declares another contract",
              () -> IdpVariant.with(SenderLapse.HAS_CONTRACTS, IdpMetadataHabit.OTHER_CONTRACT))
          .build();

  static final ConformanceCase TYPES =
      conformanceCase("saml/idp/contract-types-do-not-count")
          .title("serves private services like public ones")
          .requirement("EC-1.3-05")
          .stimulus(asks(askedBy(Testers.PRIVATE)).saying("A tester of the private sector asks"))
          .expect(ACCEPTED)
          .mutant("refuses the private sector", habit(RequestLapse.REFUSES_PRIVATE_SECTOR))
          .build();

  /** It is served where metadata declares the contract, and refused where not. */
  private static Function<Visit, Outcome> asDeclared(ServiceContract contract) {
    return visit -> {
      Outcome oracle = visit.outcome();
      if (oracle instanceof Outcome.Error || oracle instanceof Outcome.NotDelivered) {
        return oracle;
      }
      boolean declared = visit.idp().declares(contract.uri());
      return declared == visit.gaveAssertion()
          ? new Outcome.Kept(declared ? "served" : "refused")
          : new Outcome.Broken(
              (declared ? "declares the contract " : "does not declare the contract ")
                  + contract.uri()
                  + " and has "
                  + oracle.inWords());
    };
  }

  private ContractCases() {}
}
