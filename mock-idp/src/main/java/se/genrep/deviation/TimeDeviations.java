package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;
import static se.genrep.deviation.Stage.RESPONSE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.genrep.saml.XmlNode;

/**
 * Times of an answer, near and beyond what clocks may differ by: a minute (DP 6.3.5, version 1.9;
 * version 1.8 thought of 3 to 5). The small offsets leave ten seconds for the way, and the large
 * ones are no matter of clocks.
 */
public final class TimeDeviations {

  private static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(50);
  private static final Duration BEYOND_A_MINUTE = Duration.ofSeconds(100);
  private static final Duration FAR = Duration.ofMinutes(20);
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private static final List<String> TIMES =
      List.of("IssueInstant", "NotBefore", "NotOnOrAfter", "AuthnInstant");

  public static final Deviation NOT_BEFORE_50_S_AHEAD =
      notBefore("not-before-50-s-ahead", "is valid in 50 seconds", WITHIN_A_MINUTE);

  public static final Deviation NOT_BEFORE_100_S_AHEAD =
      notBefore("not-before-100-s-ahead", "is valid in 100 seconds", BEYOND_A_MINUTE);

  public static final Deviation NOT_BEFORE_20_MIN_AHEAD =
      notBefore("not-before-20-min-ahead", "is valid in 20 minutes", FAR);

  public static final Deviation EXPIRED_50_S_AGO =
      expired("expired-50-s-ago", "was valid until 50 seconds ago", WITHIN_A_MINUTE);

  public static final Deviation EXPIRED_100_S_AGO =
      expired("expired-100-s-ago", "was valid until 100 seconds ago", BEYOND_A_MINUTE);

  public static final Deviation EXPIRED_20_MIN_AGO =
      expired("expired-20-min-ago", "was valid until 20 minutes ago", FAR);

  public static final Deviation CONFIRMATION_EXPIRED_50_S_AGO =
      confirmationExpired(
          "confirmation-expired-50-s-ago",
          "could be confirmed until 50 seconds ago",
          WITHIN_A_MINUTE);

  public static final Deviation CONFIRMATION_EXPIRED_100_S_AGO =
      confirmationExpired(
          "confirmation-expired-100-s-ago",
          "could be confirmed until 100 seconds ago",
          BEYOND_A_MINUTE);

  public static final Deviation CONFIRMATION_EXPIRED_20_MIN_AGO =
      confirmationExpired(
          "confirmation-expired-20-min-ago", "could be confirmed until 20 minutes ago", FAR);

  public static final Deviation CLOCK_50_S_AHEAD =
      deviation("clock-50-s-ahead", "has a clock that is 50 seconds ahead")
          .at(ASSERTION, (assertion, scene) -> shifted(assertion, WITHIN_A_MINUTE))
          .at(
              RESPONSE,
              (response, scene) ->
                  response.set("IssueInstant", Parts.time(scene.now().plus(WITHIN_A_MINUTE))));

  public static final Deviation ISSUED_20_MIN_AGO =
      issued("issued-20-min-ago", "made the assertion 20 minutes ago", FAR.negated());

  public static final Deviation ISSUED_20_MIN_AHEAD =
      issued("issued-20-min-ahead", "will make the assertion in 20 minutes", FAR);

  public static final Deviation AUTHENTICATED_AN_HOUR_AGO =
      authenticated(
          "authenticated-an-hour-ago",
          "authenticated the person an hour ago",
          Duration.ofHours(1).negated());

  public static final Deviation AUTHENTICATED_20_MIN_AHEAD =
      authenticated(
          "authenticated-20-min-ahead", "will authenticate the person in 20 minutes", FAR);

  private TimeDeviations() {}

  /** NotBefore comes before NotOnOrAfter whatever happens (SAML core 2.5.1.2). */
  private static Deviation notBefore(String id, String title, Duration ahead) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              XmlNode conditions = assertion.at("saml:Conditions");
              Instant start = scene.now().plus(ahead);
              conditions.set("NotBefore", Parts.time(start));
              if (!start.isBefore(time(conditions, "NotOnOrAfter"))) {
                conditions.set("NotOnOrAfter", Parts.time(start.plus(VALIDITY)));
              }
              return assertion;
            });
  }

  private static Deviation expired(String id, String title, Duration ago) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              Instant end = scene.now().minus(ago);
              assertion
                  .at("saml:Conditions")
                  .set("NotBefore", Parts.time(end.minus(VALIDITY)))
                  .set("NotOnOrAfter", Parts.time(end));
              return assertion;
            });
  }

  private static Deviation confirmationExpired(String id, String title, Duration ago) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              Parts.confirmationData(assertion)
                  .set("NotOnOrAfter", Parts.time(scene.now().minus(ago)));
              return assertion;
            });
  }

  private static Deviation issued(String id, String title, Duration off) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> assertion.set("IssueInstant", Parts.time(scene.now().plus(off))));
  }

  private static Deviation authenticated(String id, String title, Duration off) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) -> {
              assertion
                  .at("saml:AuthnStatement")
                  .set("AuthnInstant", Parts.time(scene.now().plus(off)));
              return assertion;
            });
  }

  /** Moves every time of the element and what it holds. */
  private static XmlNode shifted(XmlNode node, Duration by) {
    for (String name : TIMES) {
      if (node.attribute(name).isPresent()) {
        node.set(name, Parts.time(time(node, name).plus(by)));
      }
    }
    node.children().forEach(child -> shifted(child, by));
    return node;
  }

  private static Instant time(XmlNode node, String attribute) {
    return Instant.parse(node.attribute(attribute).orElseThrow());
  }
}
