package se.genrep.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.DiscoveryResponse;
import se.genrep.federation.Federation;
import se.genrep.federation.Matching;

/**
 * The discovery service: a person chooses an identity provider for a service provider (Identity
 * Provider Discovery Service Protocol and Profile, 2.4) among those that match by their entity
 * categories (EC 1.4). It remembers nothing, so a passive request gets no choice.
 */
final class DiscoveryDesk {

  static final String PATH = "/discovery";

  private static final String SINGLE =
      "urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol:single";

  /** What a service provider asks for. */
  private record Request(EntityMetadata sp, URI back, String idParameter, boolean passive) {}

  private final Federation federation;
  private final Pages pages;

  DiscoveryDesk(Federation federation, Pages pages) {
    this.federation = federation;
    this.pages = pages;
  }

  Reply answer(Call call) {
    FormFields query = FormFields.parse(call.rawQuery().getBytes(StandardCharsets.UTF_8));
    if (query.find("entityID").isEmpty()) {
      throw new Problem(
          400,
          Text.DISCOVERY_EMPTY,
          Text.DISCOVERY_EMPTY_ADVICE,
          "The parameter entityID is missing");
    }
    Request request = request(query);
    if (request.passive()) {
      return back(request.back().toString());
    }
    return pages.discovery(page(call, request));
  }

  private Request request(FormFields query) {
    String policy = query.find("policy").orElse(SINGLE);
    if (!policy.equals(SINGLE)) {
      throw refused("The policy '" + policy + "' is not known; the only one is " + SINGLE);
    }
    String entityId = query.need("entityID");
    EntityMetadata sp =
        federation
            .serviceProvider(entityId)
            .orElseThrow(
                () ->
                    new Problem(
                        403,
                        Text.DISCOVERY_UNKNOWN,
                        Text.DISCOVERY_UNKNOWN_ADVICE,
                        "No service provider with the entityID " + entityId + " has joined"));
    String idParameter = query.find("returnIDParam").orElse("entityID");
    if (idParameter.isEmpty()) {
      throw refused("The parameter returnIDParam is empty");
    }
    URI back = back(sp, query.find("return"));
    if (names(back).contains(idParameter)) {
      throw refused(
          "The return address already has a parameter '"
              + idParameter
              + "', in which the choice is to be returned");
    }
    return new Request(sp, back, idParameter, passive(query.find("isPassive")));
  }

  /**
   * Where the person goes back to. Without this check the service would send people wherever a link
   * says (profile 2.5, DP-2.1.2-12).
   */
  private static URI back(EntityMetadata sp, Optional<String> asked) {
    List<DiscoveryResponse> declared = sp.sp().discoveryResponses();
    if (declared.isEmpty()) {
      throw refused(
          "The metadata of "
              + sp.entityId()
              + " has no idpdisc:DiscoveryResponse, so nobody can be sent back to it; add one to"
              + " md:Extensions of md:SPSSODescriptor (DP-2.1.2-12)");
    }
    String address =
        asked.orElseGet(() -> sp.sp().defaultDiscoveryResponse().orElseThrow().location());
    return declared.stream()
        .filter(response -> leadsTo(response.location(), address))
        .findFirst()
        .flatMap(response -> uri(address))
        .orElseThrow(
            () ->
                refused(
                    "The return address "
                        + address
                        + " is not the Location of an idpdisc:DiscoveryResponse of "
                        + sp.entityId()
                        + "; only the query may differ. Declared: "
                        + String.join(
                            ", ", declared.stream().map(DiscoveryResponse::location).toList())));
  }

  /** Compared as text, so that nothing is taken for the same that a browser does not. */
  private static boolean leadsTo(String location, String address) {
    return address.indexOf('#') < 0 && withoutQuery(location).equals(withoutQuery(address));
  }

  private static String withoutQuery(String address) {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static List<String> names(URI address) {
    List<String> names = new ArrayList<>();
    String query = Optional.ofNullable(address.getRawQuery()).orElse("");
    for (String pair : query.split("&")) {
      Percent.decode(pair.split("=", 2)[0].replace('+', ' ')).ifPresent(names::add);
    }
    return names;
  }

  private static boolean passive(Optional<String> value) {
    return switch (value.orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw refused("The parameter isPassive is '" + value.get() + "', not true or false");
    };
  }

  private static Problem refused(String detail) {
    return new Problem(400, Text.DISCOVERY_REFUSED, Text.DISCOVERY_REFUSED_ADVICE, detail);
  }

  private static Reply back(String address) {
    return new Reply(302, "text/plain;charset=utf-8", Map.of("Location", address), new byte[0]);
  }

  private DiscoveryPage page(Call call, Request request) {
    Language language = call.language();
    List<DiscoveryPage.Choice> shown = new ArrayList<>();
    List<DiscoveryPage.Hidden> hidden = new ArrayList<>();
    for (EntityMetadata idp : federation.identityProviders()) {
      List<Matching.Mismatch> why = Matching.judge(request.sp(), idp);
      Service service = Service.of(idp, language);
      if (why.isEmpty()) {
        shown.add(new DiscoveryPage.Choice(service, chosen(request, idp.entityId())));
      } else {
        hidden.add(
            new DiscoveryPage.Hidden(
                service, why.stream().map(each -> reason(each, language)).toList()));
      }
    }
    Service sp = Service.of(request.sp(), language);
    return new DiscoveryPage(
        Frame.query(
            language,
            Text.DISCOVERY_FOR.in(language, sp.name()),
            PATH + "?" + withoutLanguage(call.rawQuery())),
        sp,
        request.back().toString(),
        List.copyOf(shown),
        List.copyOf(hidden));
  }

  /** The query as the page's own links repeat it: everything but the language. */
  private static String withoutLanguage(String rawQuery) {
    return String.join(
        "&",
        List.of(rawQuery.split("&")).stream().filter(pair -> !pair.startsWith("lang=")).toList());
  }

  private static String chosen(Request request, String entityId) {
    String address = request.back().toString();
    return address
        + (address.indexOf('?') < 0 ? '?' : '&')
        + encoded(request.idParameter())
        + '='
        + encoded(entityId);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static DiscoveryPage.Reason reason(Matching.Mismatch mismatch, Language language) {
    Text text =
        switch (mismatch.rule()) {
          case NOTHING_ASKED -> Text.MISMATCH_NOTHING_ASKED;
          case SERVICE_ENTITY -> Text.MISMATCH_SERVICE_ENTITY;
          case SERVICE_PROPERTY -> Text.MISMATCH_SERVICE_PROPERTY;
          case SERVICE_CONTRACT -> Text.MISMATCH_SERVICE_CONTRACT;
        };
    return new DiscoveryPage.Reason(
        mismatch.rule().requirement(),
        text.in(language),
        categories(mismatch.asked()),
        categories(mismatch.offered()));
  }

  private static List<DiscoveryPage.Category> categories(List<String> uris) {
    return uris.stream().map(uri -> new DiscoveryPage.Category(uri, Matching.label(uri))).toList();
  }
}
