package se.genrep.cases.saml.idp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.IdpWatch.everyAssertion;

import java.util.Optional;
import se.genrep.deviation.ConfirmationDeviations;
import se.genrep.idp.IdpVariant;
import se.genrep.model.ConformanceCase;

/** DP 6.2: to whom and for what the subject is confirmed. */
final class SubjectConfirmationCases {

  private static final String DATA =
      "saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData";

  static final ConformanceCase CONFIRMS_AT_THE_ACS =
      conformanceCase("saml/idp/answer-recipient")
          .title("confirms the subject at the address that is answered")
          .requirement("DP-6.2-14")
          .stimulus(
              everyAssertion(
                  answer -> {
                    String recipient =
                        answer
                            .assertion()
                            .flatMap(each -> each.find(DATA))
                            .flatMap(data -> data.attribute("Recipient"))
                            .orElse("nobody");
                    return recipient.equals(answer.action())
                        ? Optional.empty()
                        : Optional.of(
                            "has the Recipient " + recipient + " and goes to " + answer.action());
                  }))
          .expect(KEPT)
          .mutant(
              "confirms the subject at another endpoint",
              () -> IdpVariant.answering(ConfirmationDeviations.FOREIGN_RECIPIENT))
          .mutant(
              "confirms the subject at no endpoint in particular",
              () -> IdpVariant.answering(ConfirmationDeviations.NO_RECIPIENT))
          .build();

  private SubjectConfirmationCases() {}
}
