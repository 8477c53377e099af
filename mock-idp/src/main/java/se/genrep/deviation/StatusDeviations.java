package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.RESPONSE;

import se.genrep.registry.StatusCode;

/** What the status says (DP 6.4). */
public final class StatusDeviations {

  public static final Deviation ERROR_WITH_ASSERTION =
      deviation("error-with-assertion", "says that the sign-in failed and sends an assertion")
          .at(
              RESPONSE,
              (response, scene) -> {
                response
                    .at("samlp:Status/samlp:StatusCode")
                    .set("Value", StatusCode.RESPONDER.uri())
                    .add("samlp:StatusCode")
                    .set("Value", StatusCode.AUTHN_FAILED.uri());
                return response;
              });

  private StatusDeviations() {}
}
