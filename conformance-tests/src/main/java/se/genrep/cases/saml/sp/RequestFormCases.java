package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.everyRequest;
import static se.genrep.sut.Watch.requestsWhere;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.federation.EntityMetadata.AssertionConsumer;
import se.genrep.federation.XmlTime;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.RequestHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.SeenRequest;
import se.genrep.sut.Watch;
import se.genrep.sut.Watched;

/** DP 5.3 and what SAML demands of every request (DP 1): its attributes and its Issuer. */
final class RequestFormCases {

  /** SAML bindings 3.4.3 and 3.5.3. */
  private static final int LONGEST_RELAY_STATE = 80;

  /** A clock that is off by more is off for every identity provider. */
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  static final ConformanceCase NO_DTD =
      conformanceCase("saml/sp/request-without-dtd")
          .title("sends requests without a document type declaration")
          .requirement("DP-5.3-01")
          .stimulus(everyRequest(RequestFormCases::doctype))
          .expect(KEPT)
          .mutant("begins them with a DOCTYPE", () -> Variant.with(RequestHabit.DOCTYPE))
          .build();

  static final ConformanceCase BASICS =
      conformanceCase("saml/sp/request-basics")
          .title("sends requests with version, ID, time and Issuer")
          .requirement("DP-1-01")
          .stimulus(everyRequest(RequestFormCases::basics))
          .expect(KEPT)
          .mutant("sends requests of version 1.1", () -> Variant.with(RequestHabit.VERSION_1))
          .mutant("sends requests that are years old", () -> Variant.with(RequestHabit.STALE))
          .build();

  static final ConformanceCase UNIQUE_IDS =
      conformanceCase("saml/sp/request-unique-ids")
          .title("gives each request an ID of its own")
          .requirement("DP-1-01")
          .stimulus(new Watch(RequestFormCases::uniqueIds))
          .expect(KEPT)
          .mutant("gives all the same", () -> Variant.with(RequestHabit.SAME_ID))
          .build();

  static final ConformanceCase RELAY_STATE =
      conformanceCase("saml/sp/request-relay-state")
          .title("sends no RelayState of more than 80 bytes")
          .requirement("DP-1-01")
          .stimulus(
              requestsWhere(
                  request -> request.inbound().relayState().isPresent(),
                  "its requests have no RelayState",
                  RequestFormCases::relayState))
          .expect(KEPT)
          .mutant("sends a longer one", () -> Variant.with(RequestHabit.LONG_RELAY_STATE))
          .build();

  static final ConformanceCase ISSUER =
      conformanceCase("saml/sp/request-issuer")
          .title("names itself in requests as in its metadata")
          .requirement("DP-2-01")
          .stimulus(everyRequest(RequestFormCases::issuer))
          .expect(KEPT)
          .mutant("has another name in requests", () -> Variant.with(RequestHabit.OTHER_ISSUER))
          .build();

  static final ConformanceCase ACS_URL =
      conformanceCase("saml/sp/request-acs-url")
          .title("says in requests where the answer is to go")
          .requirement("DP-5.3-02")
          .stimulus(
              everyRequest(
                  request ->
                      missing(
                          request,
                          "AssertionConsumerServiceURL",
                          "has no AssertionConsumerServiceURL")))
          .expect(KEPT)
          .mutant("leaves it to metadata", () -> Variant.with(RequestHabit.NO_ACS_URL))
          .build();

  static final ConformanceCase ACS_URL_OF_METADATA =
      conformanceCase("saml/sp/request-acs-url-of-metadata")
          .title("wants answers only at addresses of its metadata")
          .requirement("DP-5.3-03", "DP-5.3-04")
          .stimulus(
              requestsWhere(
                  request -> request.attribute("AssertionConsumerServiceURL").isPresent(),
                  "its requests name no AssertionConsumerServiceURL",
                  RequestFormCases::acsUrl))
          .expect(KEPT)
          .mutant("adds a parameter to the address", () -> Variant.with(RequestHabit.OTHER_ACS_URL))
          .build();

  static final ConformanceCase ACS_URL_OR_INDEX =
      conformanceCase("saml/sp/request-acs-url-or-index")
          .title("names the address for the answer in one way only")
          .requirement("DP-5.3-11")
          .stimulus(everyRequest(RequestFormCases::urlAndIndex))
          .expect(KEPT)
          .mutant("gives URL and index", () -> Variant.with(RequestHabit.URL_AND_INDEX))
          .build();

  static final ConformanceCase DESTINATION =
      conformanceCase("saml/sp/request-destination")
          .title("says in requests where they are sent")
          .requirement("DP-5.3-05")
          .stimulus(everyRequest(RequestFormCases::destination))
          .expect(KEPT)
          .mutant("leaves Destination out", () -> Variant.with(RequestHabit.NO_DESTINATION))
          .build();

  static final ConformanceCase FORCE_AUTHN =
      conformanceCase("saml/sp/request-force-authn")
          .title("says in requests whether it forces an authentication")
          .requirement("DP-5.3-08")
          .stimulus(
              everyRequest(
                  request ->
                      missing(request, "ForceAuthn", "leaves ForceAuthn to its default value")))
          .expect(KEPT)
          .mutant("leaves ForceAuthn out", () -> Variant.with(RequestHabit.NO_FORCE_AUTHN))
          .build();

  static final ConformanceCase ATTRIBUTE_SERVICE =
      conformanceCase("saml/sp/request-attribute-service")
          .title("says which of its attribute services a request is for")
          .requirement("DP-5.3-09")
          .stimulus(
              requestsWhere(
                  request -> request.sender().sp().attributeConsumers().size() > 1,
                  "its metadata has not more than one AttributeConsumingService",
                  request ->
                      missing(
                          request,
                          "AttributeConsumingServiceIndex",
                          "has no AttributeConsumingServiceIndex")))
          .expect(KEPT)
          .mutant("leaves it open", () -> Variant.with(MetadataHabit.TWO_ATTRIBUTE_SERVICES))
          .build();

  private RequestFormCases() {}

  private static Optional<String> doctype(SeenRequest request) {
    return request.prolog().contains("<!DOCTYPE")
        ? Optional.of("has a document type declaration")
        : Optional.empty();
  }

  private static Optional<String> basics(SeenRequest request) {
    if (request.xml().isEmpty()) {
      return Optional.of("cannot be parsed as a SAML message");
    }
    if (!request.attribute("Version").equals(Optional.of("2.0"))) {
      return Optional.of("has Version " + request.attribute("Version").orElse("(none)"));
    }
    if (!request.attribute("ID").orElse("").matches("[\\p{L}_][\\p{L}\\p{N}_.-]*")) {
      return Optional.of("has no ID that XML allows");
    }
    String written = request.attribute("IssueInstant").orElse("");
    Optional<Instant> issued = XmlTime.parse(written);
    if (issued.isEmpty()
        || Duration.between(issued.get(), request.at()).abs().compareTo(MOST_SKEW) > 0) {
      return Optional.of("was issued at '" + written + "' and seen at " + request.at());
    }
    return request.xml().get().find("saml:Issuer").isEmpty()
        ? Optional.of("has no Issuer")
        : Optional.empty();
  }

  private static Outcome uniqueIds(Watched watched) {
    List<String> ids =
        watched.requests().stream().flatMap(each -> each.attribute("ID").stream()).toList();
    if (ids.size() < 2) {
      return new Outcome.NotSeen("fewer than two requests were seen");
    }
    Set<String> seen = new HashSet<>();
    return ids.stream()
        .filter(id -> !seen.add(id))
        .findFirst()
        .<Outcome>map(id -> new Outcome.Broken("two requests have the ID " + id))
        .orElseGet(() -> new Outcome.Kept(ids.size() + " requests looked at"));
  }

  private static Optional<String> relayState(SeenRequest request) {
    int length = request.inbound().relayState().orElse("").getBytes(StandardCharsets.UTF_8).length;
    return length > LONGEST_RELAY_STATE
        ? Optional.of(
            "came with a RelayState of " + length + " bytes (SAML bindings 3.4.3: at most 80)")
        : Optional.empty();
  }

  private static Optional<String> issuer(SeenRequest request) {
    String issuer =
        request.xml().flatMap(root -> root.find("saml:Issuer")).map(i -> i.text()).orElse("");
    String entityId = request.sender().entityId();
    return issuer.equals(entityId)
        ? Optional.empty()
        : Optional.of("is from '" + issuer + "', but the metadata describes '" + entityId + "'");
  }

  private static Optional<String> acsUrl(SeenRequest request) {
    String url = request.attribute("AssertionConsumerServiceURL").orElse("");
    boolean holderOfKey = request.inbound().holderOfKey().isPresent();
    List<String> known =
        request.sender().sp().consumers(holderOfKey).stream()
            .map(AssertionConsumer::location)
            .toList();
    return known.contains(url)
        ? Optional.empty()
        : Optional.of("wants its answer at '" + url + "', but metadata has " + known);
  }

  private static Optional<String> urlAndIndex(SeenRequest request) {
    boolean both =
        request.attribute("AssertionConsumerServiceURL").isPresent()
            && request.attribute("AssertionConsumerServiceIndex").isPresent();
    return both
        ? Optional.of("has AssertionConsumerServiceURL and AssertionConsumerServiceIndex")
        : Optional.empty();
  }

  private static Optional<String> destination(SeenRequest request) {
    String location = request.inbound().location();
    String destination = request.attribute("Destination").orElse("");
    return destination.equals(location)
        ? Optional.empty()
        : Optional.of("has the Destination '" + destination + "' and arrived at " + location);
  }

  private static Optional<String> missing(SeenRequest request, String attribute, String words) {
    return request.attribute(attribute).isPresent() ? Optional.empty() : Optional.of(words);
  }
}
