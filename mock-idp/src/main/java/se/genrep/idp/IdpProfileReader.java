package se.genrep.idp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.genrep.idp.IdpProfile.Contact;
import se.genrep.idp.IdpProfile.Logo;
import se.genrep.idp.IdpProfile.Owner;
import se.genrep.idp.message.MessageFormat;
import se.genrep.input.YamlNode;
import se.genrep.pki.KeyType;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Attribute;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;

/** Reads one profile strictly: what is not known is refused, and so is what breaks a rule. */
final class IdpProfileReader {

  private static final String[] KEYS = {
    "display-name",
    "description",
    "organization",
    "contacts",
    "logo",
    "levels-of-assurance",
    "entity-categories",
    "attributes",
    "principal-selection",
    "keys",
    "want-authn-requests-signed",
    "algorithms",
    "assertion-lifetime-seconds",
    "scopes",
    "framework",
    "issued-to",
    "holder-of-key",
    "attribute-display",
    "authorities",
    "countries",
    "sign-messages",
    "failed-authentication"
  };

  private IdpProfileReader() {}

  static IdpProfile read(String id, YamlNode root) {
    root.map(KEYS);
    YamlNode keys = root.required("keys");
    keys.map("signing", "encryption");
    YamlNode algorithms = root.required("algorithms");
    algorithms.map("signature", "digest", "encryption");
    IdpProfile profile =
        new IdpProfile(
            id,
            mockText(root.required("display-name")),
            mockText(root.required("description")),
            owner(root.required("organization")),
            root.required("contacts").list().stream().map(IdpProfileReader::contact).toList(),
            logo(root.required("logo")),
            known(root.required("levels-of-assurance"), LevelOfAssurance::of, "level of assurance"),
            categories(root.required("entity-categories")),
            attributes(root.required("attributes")),
            root.get("principal-selection").map(IdpProfileReader::attributes).orElse(List.of()),
            keys.required("signing").oneOf(KeyType.class),
            encryptionKey(keys.required("encryption")),
            root.required("want-authn-requests-signed").bool(),
            algorithms(algorithms.required("signature"), Algorithm.Use.SIGNATURE),
            algorithms(algorithms.required("digest"), Algorithm.Use.DIGEST),
            algorithms(algorithms.required("encryption"), Algorithm.Use.BLOCK_ENCRYPTION),
            lifetime(root.required("assertion-lifetime-seconds")),
            root.get("scopes").map(YamlNode::texts).orElse(List.of()),
            framework(root.required("framework")),
            root.get("issued-to")
                .map(node -> node.oneOf(Clientele.class))
                .orElse(Clientele.EVERYBODY),
            root.get("holder-of-key").map(YamlNode::bool).orElse(false),
            root.get("attribute-display").map(YamlNode::bool).orElse(false),
            AuthorityReader.read(root),
            root.get("sign-messages")
                .map(node -> known(node, MessageFormat::ofSignMimeType, "format of a sign message"))
                .orElse(List.of(MessageFormat.values())),
            root.get("failed-authentication")
                .map(IdpProfileReader::topStatus)
                .orElse(StatusCode.RESPONDER));
    ProfileRules.check(profile, root);
    return profile;
  }

  private static StatusCode topStatus(YamlNode node) {
    return switch (node.text()) {
      case "requester" -> StatusCode.REQUESTER;
      case "responder" -> StatusCode.RESPONDER;
      default ->
          throw node.bad(
              "'" + node.text() + "' is no top-level status of a failed authentication",
              "Use requester or responder (DP 6.4)");
    };
  }

  private static Framework framework(YamlNode node) {
    return Framework.of(node.text())
        .orElseThrow(
            () ->
                node.bad(
                    "'" + node.text() + "' is no version of the framework",
                    "Use "
                        + Arrays.stream(Framework.values())
                            .map(Framework::id)
                            .collect(Collectors.joining(" or "))));
  }

  /** A text in Swedish and English (DP-2.1.1.1-06, -10). */
  private static Map<String, String> text(YamlNode node) {
    node.map("sv", "en");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("sv", node.required("sv").text());
    texts.put("en", node.required("en").text());
    return texts;
  }

  /** A mock says so: nobody may take it for something real. */
  static Map<String, String> mockText(YamlNode node) {
    Map<String, String> texts = text(node);
    texts.forEach(
        (language, value) -> {
          if (!value.contains("MOCK")) {
            throw node.required(language)
                .bad("the text '" + value + "' lacks the word MOCK", "Write MOCK in it");
          }
        });
    return texts;
  }

  private static Owner owner(YamlNode node) {
    node.map("name", "display-name", "url", "number");
    YamlNode number = node.required("number");
    if (!number.text().matches("[0-9]{10}")) {
      throw number.bad(
          "'" + number.text() + "' is not 10 digits", "Write the number without hyphen (TAR 3.1)");
    }
    return new Owner(
        mockText(node.required("name")),
        mockText(node.required("display-name")),
        text(node.required("url")),
        number.text());
  }

  private static Contact contact(YamlNode node) {
    node.map("type", "company", "email");
    YamlNode type = node.required("type");
    if (!List.of("technical", "support", "administrative", "billing", "other")
        .contains(type.text())) {
      throw type.bad(
          "'" + type.text() + "' is no kind of contact",
          "Use technical, support, administrative, billing or other");
    }
    return new Contact(type.text(), node.required("company").text(), node.required("email").text());
  }

  private static Logo logo(YamlNode node) {
    node.map("file", "width", "height");
    YamlNode file = node.required("file");
    URL image = IdpProfileReader.class.getResource("/profiles/" + file.text());
    if (image == null || !file.text().endsWith(".svg")) {
      throw file.bad(
          "there is no SVG image '" + file.text() + "' beside the profiles",
          "Put the image into the folder of the profiles");
    }
    try (var in = image.openStream()) {
      return new Logo(
          "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(in.readAllBytes()),
          positive(node.required("width")),
          positive(node.required("height")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int positive(YamlNode node) {
    if (node.integer() < 1) {
      throw node.bad("'" + node.text() + "' is not positive", "Write a number of pixels");
    }
    return node.integer();
  }

  static <T> List<T> known(YamlNode node, Function<String, Optional<T>> find, String what) {
    List<T> all =
        items(node).stream()
            .map(
                item ->
                    find.apply(item.text())
                        .orElseThrow(
                            () ->
                                item.bad(
                                    "'" + item.text() + "' is no " + what + " of the registry",
                                    "Use an identifier of the registry")))
            .toList();
    if (all.isEmpty()) {
      throw node.bad("the list is empty", "Name at least one");
    }
    return all;
  }

  private static List<YamlNode> items(YamlNode node) {
    return node.isList() ? node.list() : List.of(node);
  }

  private static List<Attribute> attributes(YamlNode node) {
    return known(node, Attribute::ofFriendlyName, "attribute");
  }

  /** Known ones, and contracts that anyone may define (EC 5). */
  private static List<String> categories(YamlNode node) {
    return known(
        node,
        uri ->
            EntityCategory.of(uri).isPresent()
                    || EntityCategory.Type.of(uri).stream()
                        .anyMatch(type -> type == EntityCategory.Type.SERVICE_CONTRACT)
                ? Optional.of(uri)
                : Optional.empty(),
        "entity category");
  }

  /** DP-2.1.1.3-02, -03: what chapter 8 lists, or what it neither lists nor calls broken. */
  private static List<String> algorithms(YamlNode node, Algorithm.Use use) {
    return known(
        node,
        uri ->
            Algorithm.of(uri)
                .filter(algorithm -> algorithm.use() == use && algorithm.allowed())
                .map(Algorithm::uri),
        "algorithm for this use in DP chapter 8, nor");
  }

  private static KeyType encryptionKey(YamlNode node) {
    KeyType type = node.oneOf(KeyType.class);
    if (!type.isRsa()) {
      throw node.bad("an EC key cannot be encrypted to", "Use an RSA key (DP 8)");
    }
    return type;
  }

  private static Duration lifetime(YamlNode node) {
    int seconds = node.integer();
    if (seconds < 10 || seconds > 3600) {
      throw node.bad(
          seconds + " seconds is no sensible lifetime", "Write a number between 10 and 3600");
    }
    return Duration.ofSeconds(seconds);
  }
}
