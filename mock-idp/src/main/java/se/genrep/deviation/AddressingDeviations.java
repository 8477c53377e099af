package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;
import static se.genrep.deviation.Stage.RESPONSE;

/** From whom an answer says it is and to whom it is addressed (DP 6.2, 6.3.3; SAML core 3.2.2). */
public final class AddressingDeviations {

  static final String OTHER_IDP = "https://other-idp.example.org/metadata";
  static final String OTHER_SP = "https://other-sp.example.org/metadata";
  static final String OTHER_ENDPOINT = "https://other-sp.example.org/acs";

  public static final Deviation FOREIGN_RESPONSE_ISSUER =
      deviation("foreign-response-issuer", "names another issuer of the Response")
          .at(
              RESPONSE,
              (response, scene) -> {
                response.at("saml:Issuer").text(OTHER_IDP);
                return response;
              });

  public static final Deviation FOREIGN_ASSERTION_ISSUER =
      deviation("foreign-assertion-issuer", "names another issuer of the assertion")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                assertion.at("saml:Issuer").text(OTHER_IDP);
                return assertion;
              });

  public static final Deviation FOREIGN_DESTINATION =
      deviation("foreign-destination", "directs the Response to another endpoint")
          .at(RESPONSE, (response, scene) -> response.set("Destination", OTHER_ENDPOINT));

  public static final Deviation NO_DESTINATION =
      deviation("no-destination", "directs the signed Response to no endpoint")
          .at(RESPONSE, (response, scene) -> response.unset("Destination"));

  public static final Deviation FOREIGN_AUDIENCE =
      deviation("foreign-audience", "makes the assertion for another service provider")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                assertion
                    .at("saml:Conditions/saml:AudienceRestriction/saml:Audience")
                    .text(OTHER_SP);
                return assertion;
              });

  public static final Deviation NO_AUDIENCE =
      deviation("no-audience", "makes the assertion for anybody")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                assertion.at("saml:Conditions/saml:AudienceRestriction").remove();
                return assertion;
              });

  private AddressingDeviations() {}
}
