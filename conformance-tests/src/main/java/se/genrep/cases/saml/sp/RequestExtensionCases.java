package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.requestsWhere;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.RequestHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;
import se.genrep.sut.SeenRequest;
import se.genrep.sut.Watch;
import se.genrep.sut.Watch.RequestRule;

/** DP 5.3.2, 5.3.3, PSC and UM: what a request may have beside the sign-in itself. */
final class RequestExtensionCases {

  private static final Pattern COUNTRY =
      Pattern.compile("http://id\\.swedenconnect\\.se/eidas/1\\.0/proxy-service/[a-zA-Z]{2}");
  private static final String ALIAS = "http://id.swedenconnect.se/eidas/1.0/proxy-service/";

  /** BCP 47, as far as its form goes. */
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private static final Pattern TAG = Pattern.compile("<[A-Za-z/!][^>]*>");
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(19|20)?\\d{2}[0-9]{2}[0-9]{2}[-+]?\\d{4}(?!\\d)");

  static final ConformanceCase COUNTRY_ALIAS =
      conformanceCase("saml/sp/request-eidas-country")
          .title("names a foreign eID by the alias of its country")
          .requirement("REG-3.1.9.1-01", "DP-5.3.2-03")
          .stimulus(
              requestsWhere(
                  request -> aliases(request).findAny().isPresent(),
                  "its requests name no country",
                  request ->
                      aliases(request)
                          .filter(alias -> !COUNTRY.matcher(alias).matches())
                          .findFirst()
                          .map(alias -> "names the country by '" + alias + "'")))
          .expect(KEPT)
          .mutant(
              "writes the country with three letters",
              () -> Variant.with(RequestHabit.COUNTRY_OF_THREE_LETTERS))
          .build();

  static final ConformanceCase SELECTION_ASKED =
      conformanceCase("saml/sp/request-person-asked-for")
          .title("names the person it expects only to those who ask")
          .requirement("DP-5.3.3-02", "PSC-1-01")
          .stimulus(selections(RequestExtensionCases::unasked))
          .expect(KEPT)
          .mutant(
              "names the person to everybody", () -> Variant.with(RequestHabit.ALWAYS_NAMES_PERSON))
          .build();

  static final ConformanceCase SELECTION_VALUES =
      conformanceCase("saml/sp/request-person-values")
          .title("names the person it expects by at least one value")
          .requirement("PSC-2.1-01")
          .stimulus(
              selections(
                  selection ->
                      values(selection).isEmpty()
                          ? Optional.of("has a PrincipalSelection without MatchValue")
                          : Optional.empty()))
          .expect(KEPT)
          .mutant("leaves it empty", () -> Variant.with(RequestHabit.PERSON_WITHOUT_VALUE))
          .build();

  static final ConformanceCase SELECTION_NAMES =
      conformanceCase("saml/sp/request-person-named")
          .title("says what attribute the person it expects is named by")
          .requirement("PSC-2.1.1-01")
          .stimulus(
              selections(
                  selection ->
                      values(selection).stream()
                          .filter(value -> value.attribute("Name").orElse("").isBlank())
                          .findFirst()
                          .map(value -> "has a MatchValue without Name")))
          .expect(KEPT)
          .mutant("leaves Name out", () -> Variant.with(RequestHabit.PERSON_WITHOUT_NAME))
          .build();

  static final ConformanceCase SELECTION_SCHEMA =
      conformanceCase("saml/sp/request-person-schema")
          .title("names the person it expects in the form of the schema")
          .requirement("PSC-4-01")
          .stimulus(
              selections(
                  selection ->
                      selection.children().stream()
                          .filter(child -> !child.is(Namespace.PSC, "MatchValue"))
                          .findFirst()
                          .map(
                              child ->
                                  "has <"
                                      + child.element().getNodeName()
                                      + "> in the PrincipalSelection")))
          .expect(KEPT)
          .mutant("forgets the namespace", () -> Variant.with(RequestHabit.PERSON_OUTSIDE_SCHEMA))
          .build();

  static final ConformanceCase MESSAGE_SUPPORTED =
      conformanceCase("saml/sp/request-message-supported")
          .title("sends a user message only to those who show it")
          .requirement("UM-3.2-01")
          .stimulus(
              requestsWhere(
                  request -> !messages(request).isEmpty(),
                  "its requests have no user message",
                  request ->
                      request.receiver().declares(GeneralCategory.SUPPORTS_USER_MESSAGE.uri())
                          ? Optional.empty()
                          : Optional.of(
                              "has a user message for "
                                  + request.receiver().entityId()
                                  + ", which does not declare supports-user-message")))
          .expect(KEPT)
          .mutant("sends it to everybody", () -> Variant.with(RequestHabit.ALWAYS_HAS_MESSAGE))
          .build();

  static final ConformanceCase MESSAGE_TEXT =
      conformanceCase("saml/sp/request-message-text")
          .title("has a text in its user message")
          .requirement("UM-2-02")
          .stimulus(
              messages(
                  message ->
                      texts(message).isEmpty()
                          ? Optional.of("has a UserMessage without Message")
                          : Optional.empty()))
          .expect(KEPT)
          .mutant("leaves it empty", () -> Variant.with(RequestHabit.MESSAGE_WITHOUT_TEXT))
          .build();

  static final ConformanceCase MESSAGE_TYPE =
      conformanceCase("saml/sp/request-message-type")
          .title("has a user message of plain text or Markdown")
          .requirement("UM-2-04")
          .stimulus(
              messages(
                  message ->
                      message
                          .attribute("mimeType")
                          .filter(type -> !type.matches("text/(plain|markdown)"))
                          .map(type -> "has a UserMessage of the type '" + type + "'")))
          .expect(KEPT)
          .mutant("sends HTML", () -> Variant.with(RequestHabit.MESSAGE_OF_ANOTHER_TYPE))
          .build();

  static final ConformanceCase MESSAGE_ENCODED =
      conformanceCase("saml/sp/request-message-encoded")
          .title("encodes its user message in base64 of UTF-8")
          .requirement("UM-2-06")
          .stimulus(
              messages(
                  message ->
                      texts(message).stream()
                          .filter(text -> decoded(text).isEmpty())
                          .findFirst()
                          .map(text -> "has a Message that is not base64 of UTF-8")))
          .expect(KEPT)
          .mutant("sends it in clear", () -> Variant.with(RequestHabit.MESSAGE_IN_CLEAR))
          .build();

  static final ConformanceCase MESSAGE_LANGUAGE =
      conformanceCase("saml/sp/request-message-language")
          .title("says the language of its user message")
          .requirement("UM-2-07")
          .stimulus(
              messages(
                  message ->
                      texts(message).stream()
                          .map(text -> text.attribute("xml:lang").orElse(""))
                          .filter(language -> !LANGUAGE.matcher(language).matches())
                          .findFirst()
                          .map(language -> "has a Message with xml:lang '" + language + "'")))
          .expect(KEPT)
          .mutant("leaves xml:lang out", () -> Variant.with(RequestHabit.MESSAGE_WITHOUT_LANGUAGE))
          .build();

  static final ConformanceCase MESSAGE_WITHOUT_TAGS =
      conformanceCase("saml/sp/request-message-without-tags")
          .title("has no HTML in the Markdown of its user message")
          .requirement("UM-2-08")
          .stimulus(
              requestsWhere(
                  request -> messages(request).stream().anyMatch(RequestExtensionCases::markdown),
                  "its requests have no user message in Markdown",
                  request ->
                      messages(request).stream()
                          .filter(RequestExtensionCases::markdown)
                          .flatMap(message -> texts(message).stream())
                          .flatMap(text -> decoded(text).stream())
                          .filter(text -> TAG.matcher(text).find())
                          .findFirst()
                          .map(text -> "has HTML in its Markdown: " + text)))
          .expect(KEPT)
          .mutant("has an image in it", () -> Variant.with(RequestHabit.MESSAGE_WITH_TAGS))
          .build();

  static final ConformanceCase MESSAGE_WITHOUT_NUMBERS =
      conformanceCase("saml/sp/request-message-without-numbers")
          .title("has no identity number in its user message")
          .requirement("UM-3.2-02")
          .stimulus(
              messages(
                  message ->
                      texts(message).stream()
                          .flatMap(text -> decoded(text).stream())
                          .filter(text -> NUMBER.matcher(text).find())
                          .findFirst()
                          .map(text -> "shows an identity number before the sign-in: " + text)))
          .expect(KEPT)
          .mutant("has one", () -> Variant.with(RequestHabit.MESSAGE_WITH_NUMBER))
          .build();

  private RequestExtensionCases() {}

  private static Stream<String> aliases(SeenRequest request) {
    return request.xml().stream()
        .flatMap(root -> root.all("samlp:Scoping/samlp:IDPList/samlp:IDPEntry").stream())
        .flatMap(entry -> entry.attribute("ProviderID").stream())
        .filter(provider -> provider.startsWith(ALIAS) || provider.matches("[A-Za-z]{2,3}"));
  }

  private static Watch selections(java.util.function.Function<XmlNode, Optional<String>> rule) {
    return selections((request, selection) -> rule.apply(selection));
  }

  private interface SelectionRule {
    Optional<String> breach(SeenRequest request, XmlNode selection);
  }

  private static Watch selections(SelectionRule rule) {
    return requestsWhere(
        request -> !request.extensions(Namespace.PSC, "PrincipalSelection").isEmpty(),
        "its requests name no person",
        request ->
            request.extensions(Namespace.PSC, "PrincipalSelection").stream()
                .flatMap(selection -> rule.breach(request, selection).stream())
                .findFirst());
  }

  private static List<XmlNode> values(XmlNode selection) {
    return selection.children().stream()
        .filter(child -> child.is(Namespace.PSC, "MatchValue"))
        .toList();
  }

  private static Optional<String> unasked(SeenRequest request, XmlNode selection) {
    Set<String> asked = asked(request.receiver());
    return values(selection).stream()
        .flatMap(value -> value.attribute("Name").stream())
        .filter(name -> !asked.contains(name))
        .findFirst()
        .map(
            name ->
                "names the person by "
                    + name
                    + ", for which the metadata of "
                    + request.receiver().entityId()
                    + " does not ask");
  }

  private static Set<String> asked(EntityMetadata idp) {
    Set<String> names = new HashSet<>();
    var asked = idp.element().element().getElementsByTagNameNS(Namespace.PSC, "MatchValue");
    for (int i = 0; i < asked.getLength(); i++) {
      names.add(((org.w3c.dom.Element) asked.item(i)).getAttribute("Name"));
    }
    return names;
  }

  private static List<XmlNode> messages(SeenRequest request) {
    return request.extensions(Namespace.UMSG, "UserMessage");
  }

  private static Watch messages(java.util.function.Function<XmlNode, Optional<String>> rule) {
    RequestRule each =
        request ->
            messages(request).stream().flatMap(message -> rule.apply(message).stream()).findFirst();
    return requestsWhere(
        request -> !messages(request).isEmpty(), "its requests have no user message", each);
  }

  private static List<XmlNode> texts(XmlNode message) {
    return message.children().stream()
        .filter(child -> child.is(Namespace.UMSG, "Message"))
        .toList();
  }

  private static boolean markdown(XmlNode message) {
    return message.attribute("mimeType").filter("text/markdown"::equals).isPresent();
  }

  private static Optional<String> decoded(XmlNode text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.text().replaceAll("\\s+", ""));
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
