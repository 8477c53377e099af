package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;
import static se.genrep.deviation.Stage.RESPONSE;

/** To which request an answer belongs and how its subject is confirmed (DP 6.2, 6.3.2). */
public final class ConfirmationDeviations {

  /** A method of SAML that neither the Web SSO profile nor the Swedish one has a use for. */
  private static final String SENDER_VOUCHES = "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches";

  public static final Deviation OTHER_REQUEST =
      deviation("other-request", "answers another request in the Response")
          .at(RESPONSE, (response, scene) -> response.set("InResponseTo", scene.newId()));

  public static final Deviation NO_REQUEST =
      deviation("no-request", "answers no request in the Response")
          .at(RESPONSE, (response, scene) -> response.unset("InResponseTo"));

  public static final Deviation OTHER_REQUEST_CONFIRMED =
      deviation("other-request-confirmed", "confirms the subject for another request")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                Parts.confirmationData(assertion).set("InResponseTo", scene.newId());
                return assertion;
              });

  public static final Deviation NO_REQUEST_CONFIRMED =
      deviation("no-request-confirmed", "confirms the subject for no request")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                Parts.confirmationData(assertion).unset("InResponseTo");
                return assertion;
              });

  /** What an identity provider sends by itself. */
  public static final Deviation UNSOLICITED =
      deviation("unsolicited", "answers no request, neither in the Response nor for the subject")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                Parts.confirmationData(assertion).unset("InResponseTo");
                return assertion;
              })
          .at(RESPONSE, (response, scene) -> response.unset("InResponseTo"));

  public static final Deviation FOREIGN_RECIPIENT =
      deviation("foreign-recipient", "confirms the subject at another endpoint")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                Parts.confirmationData(assertion)
                    .set("Recipient", AddressingDeviations.OTHER_ENDPOINT);
                return assertion;
              });

  public static final Deviation NO_RECIPIENT =
      deviation("no-recipient", "confirms the subject at no endpoint in particular")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                Parts.confirmationData(assertion).unset("Recipient");
                return assertion;
              });

  public static final Deviation NOT_BEARER =
      deviation("not-bearer", "has the sender vouch for the subject instead of the bearer")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                assertion.at("saml:Subject/saml:SubjectConfirmation").set("Method", SENDER_VOUCHES);
                return assertion;
              });

  private ConfirmationDeviations() {}
}
