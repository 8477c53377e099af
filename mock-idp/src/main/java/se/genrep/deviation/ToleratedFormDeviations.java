package se.genrep.deviation;

import static se.genrep.deviation.Edits.ITSELF;
import static se.genrep.deviation.Edits.STATUS;

import se.genrep.registry.NameIdFormat;
import se.genrep.saml.XmlNode;

/**
 * What SAML lets a sender do in how the message is written, but not every service provider is used
 * to.
 */
public final class ToleratedFormDeviations {

  public static final Deviation TIME_TENTHS =
      Edits.assertion(
          "time-tenths",
          "writes times in tenths of a second",
          assertion -> Edits.times(assertion, 1));

  public static final Deviation TIME_MICROSECONDS =
      Edits.assertion(
          "time-microseconds",
          "writes times in microseconds",
          assertion -> Edits.times(assertion, 6));

  public static final Deviation TIME_HUNDRED_NANOSECONDS =
      Edits.assertion(
          "time-hundred-nanoseconds",
          "writes times in units of a hundred nanoseconds",
          assertion -> Edits.times(assertion, 7));

  public static final Deviation ASSERTION_ISSUER_FORMAT_ENTITY =
      Edits.assertion(
          "assertion-issuer-format-entity",
          "calls the issuer of the assertion an entity, which it is",
          Edits.set("saml:Issuer", "Format", NameIdFormat.ENTITY.uri()));

  public static final Deviation RESPONSE_ISSUER_FORMAT_ENTITY =
      Edits.response(
          "response-issuer-format-entity",
          "calls the issuer of the Response an entity, which it is",
          Edits.set("saml:Issuer", "Format", NameIdFormat.ENTITY.uri()));

  public static final Deviation STATUS_MESSAGE =
      Edits.response(
          "status-message",
          "says something about the success",
          response -> response.at(STATUS).add("samlp:StatusMessage").text("Welcome"));

  public static final Deviation STATUS_DETAIL =
      Edits.response(
          "status-detail",
          "tells details of the success",
          response -> {
            XmlNode detail = response.at(STATUS).add("samlp:StatusDetail");
            detail.add("saml:Advice");
            Edits.elsewhere("saml:Advice", "urn:example:detail").accept(detail);
          });

  public static final Deviation RESPONSE_CONSENT =
      Edits.response(
          "response-consent",
          "says that the person consented",
          Edits.set(ITSELF, "Consent", "urn:oasis:names:tc:SAML:2.0:consent:obtained"));

  public static final Deviation OTHER_PREFIXES =
      Edits.assertion(
          "other-prefixes",
          "uses other prefixes in the assertion",
          assertion -> Edits.prefixed(assertion, "saml2"));

  public static final Deviation DEFAULT_NAMESPACE =
      Edits.assertion(
          "default-namespace",
          "uses no prefixes in the assertion",
          assertion -> Edits.prefixed(assertion, ""));

  public static final Deviation SPACES_BETWEEN_ELEMENTS =
      Edits.assertion(
          "spaces-between-elements",
          "writes the assertion on many lines",
          assertion -> Edits.spaced(assertion));

  private ToleratedFormDeviations() {}
}
