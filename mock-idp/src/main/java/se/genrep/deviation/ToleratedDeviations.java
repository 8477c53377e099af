package se.genrep.deviation;

import static se.genrep.deviation.Edits.ATTRIBUTES;
import static se.genrep.deviation.Edits.AUDIENCE;
import static se.genrep.deviation.Edits.AUTHN;
import static se.genrep.deviation.Edits.CONDITIONS;
import static se.genrep.deviation.Edits.CONTEXT;
import static se.genrep.deviation.Edits.ITSELF;
import static se.genrep.deviation.Edits.RESTRICTION;
import static se.genrep.deviation.Edits.STATUS;

import java.time.Duration;
import se.genrep.registry.NameIdFormat;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** What is no fault, but not what every service provider is used to: SAML lets a sender do it. */
public final class ToleratedDeviations {

  public static final Deviation TIME_TENTHS = Edits.assertion("time-tenths", "writes times in tenths of a second", assertion -> Edits.times(assertion, 1));

  public static final Deviation TIME_MICROSECONDS = Edits.assertion("time-microseconds", "writes times in microseconds", assertion -> Edits.times(assertion, 6));

  public static final Deviation TIME_HUNDRED_NANOSECONDS = Edits.assertion("time-hundred-nanoseconds", "writes times in units of a hundred nanoseconds", assertion -> Edits.times(assertion, 7));

  public static final Deviation ASSERTION_ISSUER_FORMAT_ENTITY = Edits.assertion("assertion-issuer-format-entity", "calls the issuer of the assertion an entity, which it is", Edits.set("saml:Issuer", "Format", NameIdFormat.ENTITY.uri()));

  public static final Deviation RESPONSE_ISSUER_FORMAT_ENTITY = Edits.response("response-issuer-format-entity", "calls the issuer of the Response an entity, which it is", Edits.set("saml:Issuer", "Format", NameIdFormat.ENTITY.uri()));

  public static final Deviation SEVERAL_AUDIENCES = Edits.assertion("several-audiences", "makes the assertion for two, of which one is right", Edits.twice(AUDIENCE, second -> { }, first -> first.text(AddressingDeviations.OTHER_SP)));

  public static final Deviation TWO_EQUAL_RESTRICTIONS = Edits.assertion("two-equal-restrictions", "restricts the assertion twice to the right audience", Edits.twice(RESTRICTION, second -> { }));

  public static final Deviation ONE_TIME_USE = Edits.assertion("one-time-use", "says that the assertion is to be used once", assertion -> assertion.at(CONDITIONS).add("saml:OneTimeUse"));

  public static final Deviation PROXY_RESTRICTION = Edits.assertion("proxy-restriction", "says that no other may be served with it", assertion -> assertion.at(CONDITIONS).add("saml:ProxyRestriction").set("Count", "0"));

  public static final Deviation ADVICE = Edits.assertion("advice", "gives advice that nobody needs", assertion -> assertion.at(CONDITIONS).insertAfter(assertion.create("saml:Advice")).add("saml:AssertionURIRef").text("https://example.org/advice"));

  public static final Deviation FOREIGN_ADVICE = Edits.assertion("foreign-advice", "gives advice in a namespace of its own", assertion -> { XmlNode advice = assertion.at(CONDITIONS).insertAfter(assertion.create("saml:Advice")); advice.add("saml:AssertionURIRef"); Edits.elsewhere("saml:AssertionURIRef", "urn:example:advice").accept(advice); });

  public static final Deviation TWO_AUTHORITIES = Edits.assertion("two-authorities", "names two who authenticated the person for it", assertion -> { XmlNode context = assertion.at(CONTEXT); context.add("saml:AuthenticatingAuthority").text("https://authority.example.org/1"); context.add("saml:AuthenticatingAuthority").text("https://authority.example.org/2"); });

  public static final Deviation SESSION_NOT_OVER = Edits.assertion("session-not-over", "says that the session lasts an hour more", (assertion, scene) -> assertion.at(AUTHN).set("SessionNotOnOrAfter", Parts.time(scene.now().plus(Duration.ofHours(1)))));

  public static final Deviation WITHOUT_SESSION_INDEX = Edits.assertion("without-session-index", "leaves out which session it is", Edits.unset(AUTHN, "SessionIndex"));

  public static final Deviation UNTYPED_VALUES = Edits.assertion("untyped-values", "sends attribute values without xsi:type", assertion -> Edits.values(assertion).forEach(value -> value.element().removeAttributeNS(SamlNs.XSI, "type")));

  public static final Deviation ANY_TYPE_VALUES = Edits.assertion("any-type-values", "sends attribute values of the type xs:anyType", assertion -> Edits.values(assertion).forEach(value -> value.set(SamlNs.XSI, "xsi:type", "xs:anyType")));

  public static final Deviation UNKNOWN_ATTRIBUTE = Edits.assertion("unknown-attribute", "sends an attribute that nobody asked for", assertion -> assertion.at(ATTRIBUTES).add("saml:Attribute").set("Name", "urn:example:unknown").set("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:uri").add("saml:AttributeValue").text("something"));

  public static final Deviation ATTRIBUTES_IN_OTHER_ORDER = Edits.assertion("attributes-in-other-order", "sends the attributes in the opposite order", assertion -> { XmlNode all = assertion.at(ATTRIBUTES); all.all("saml:Attribute").forEach(all::prepend); });

  public static final Deviation STATUS_MESSAGE = Edits.response("status-message", "says something about the success", response -> response.at(STATUS).add("samlp:StatusMessage").text("Welcome"));

  public static final Deviation STATUS_DETAIL = Edits.response("status-detail", "tells details of the success", response -> { XmlNode detail = response.at(STATUS).add("samlp:StatusDetail"); detail.add("saml:Advice"); Edits.elsewhere("saml:Advice", "urn:example:detail").accept(detail); });

  public static final Deviation RESPONSE_CONSENT = Edits.response("response-consent", "says that the person consented", Edits.set(ITSELF, "Consent", "urn:oasis:names:tc:SAML:2.0:consent:obtained"));

  public static final Deviation OTHER_PREFIXES = Edits.assertion("other-prefixes", "uses other prefixes in the assertion", assertion -> Edits.prefixed(assertion, "saml2"));

  public static final Deviation DEFAULT_NAMESPACE = Edits.assertion("default-namespace", "uses no prefixes in the assertion", assertion -> Edits.prefixed(assertion, ""));

  public static final Deviation SPACES_BETWEEN_ELEMENTS = Edits.assertion("spaces-between-elements", "writes the assertion on many lines", assertion -> Edits.spaced(assertion));

  private ToleratedDeviations() {}
}
