package se.genrep.sut;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import se.genrep.idp.IdpProfiles;
import se.genrep.input.BadInput;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.model.SutRole;

/**
 * What SUT.yaml says of a service provider. Five lines in the simple case: role, metadata, login,
 * whoami, subject.
 *
 * @param file where it was read; null when it was not
 * @param name what reports call it
 * @param metadata address or file of its SAML metadata
 * @param login where a sign-in starts; {@code {idp}} stands for the percent-encoded entityID of the
 *     identity provider, {@code {idp:PROFILE}} for that of another
 * @param logins where other sign-ins start, which ask for other levels or another identity
 *     provider; by names for reports
 * @param whoami a page that tells who is signed in
 * @param subject where on it the identity stands
 * @param shows where on it stands what the service makes of the person, besides who it is
 * @param idp the profile of the identity provider it signs in with; empty for the first one
 * @param idps the profiles of all identity providers it offers; empty when only one is known
 * @param refresh what makes it read the federation's metadata anew; empty when nothing does
 * @param discovery the page on which people choose an identity provider; empty when there is none
 * @param refused a text of its refusal page; a page that has it is a refusal whatever its status
 * @param javaScript whether its pages need scripts
 * @param insecureTls whether its certificate is not to be checked
 */
public record SutConfig(
    Path file,
    SutRole role,
    String name,
    String metadata,
    String login,
    Map<String, String> logins,
    URI whoami,
    SubjectPlace subject,
    Map<Shown, SubjectPlace> shows,
    Optional<String> idp,
    List<String> idps,
    Optional<Refresh> refresh,
    Optional<URI> discovery,
    Optional<Pattern> refused,
    boolean javaScript,
    boolean insecureTls) {

  private static final Pattern NAMED_IDP = Pattern.compile("\\{idp:([^}]*)\\}");

  private static final String[] KEYS = {
    "role",
    "name",
    "metadata",
    "login",
    "logins",
    "whoami",
    "subject",
    "shows",
    "idp",
    "idps",
    "refresh",
    "discovery",
    "refused",
    "javascript",
    "insecure-tls"
  };

  /**
   * A service provider of this process, whose whoami page is JSON with {@code subject} and all that
   * can be {@link Shown}.
   */
  public static SutConfig of(String name, String metadata, String login, String whoami) {
    return new SutConfig(
        null,
        SutRole.SP,
        name,
        metadata,
        login,
        Map.of(),
        URI.create(whoami),
        SubjectPlace.json("/subject"),
        Arrays.stream(Shown.values())
            .collect(
                Collectors.toMap(shown -> shown, shown -> SubjectPlace.json("/" + shown.key()))),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  /** Offering several identity providers, by their profiles. */
  public SutConfig offering(List<String> profiles) {
    return new SutConfig(
        file,
        role,
        name,
        metadata,
        login,
        logins,
        whoami,
        subject,
        shows,
        idp,
        List.copyOf(profiles),
        refresh,
        discovery,
        refused,
        javaScript,
        insecureTls);
  }

  /** The same system, which can be made to read metadata anew. */
  public SutConfig refreshed(Refresh how) {
    return new SutConfig(
        file,
        role,
        name,
        metadata,
        login,
        logins,
        whoami,
        subject,
        shows,
        idp,
        idps,
        Optional.of(how),
        discovery,
        refused,
        javaScript,
        insecureTls);
  }

  /** The same system, with the page on which people choose. */
  public SutConfig choosingAt(String page) {
    return new SutConfig(
        file,
        role,
        name,
        metadata,
        login,
        logins,
        whoami,
        subject,
        shows,
        idp,
        idps,
        refresh,
        Optional.of(URI.create(page)),
        refused,
        javaScript,
        insecureTls);
  }

  /** Reads the file; {@link BadInput} names file, line and key. */
  public static SutConfig read(Path file) {
    YamlNode root = Yaml.read(file);
    Map<String, YamlNode> keys = root.map(KEYS);
    String login = login(root.required("login"));
    String metadata = root.required("metadata").text();
    return new SutConfig(
        file,
        root.required("role").oneOf(SutRole.class),
        keys.containsKey("name")
            ? keys.get("name").text()
            : file.getFileName().toString().replaceFirst("\\.ya?ml$", ""),
        metadata,
        login,
        root.get("logins").map(SutConfig::logins).orElse(Map.of()),
        address(root.required("whoami"), root.required("whoami").text()),
        SubjectPlace.parse(root.required("subject")),
        root.get("shows").map(SutConfig::shows).orElse(Map.of()),
        root.get("idp").map(YamlNode::text),
        root.get("idps").map(idps -> profiles(idps, root.required("login"))).orElse(List.of()),
        root.get("refresh").map(Refresh::read),
        root.get("discovery").map(page -> address(page, page.text())),
        root.get("refused").map(SutConfig::pattern),
        root.get("javascript").map(YamlNode::bool).orElse(false),
        root.get("insecure-tls").map(YamlNode::bool).orElse(false));
  }

  /** Metadata given as a path is meant relative to SUT.yaml. */
  public Optional<Path> metadataFile() {
    return metadata.matches("https?://.*")
        ? Optional.empty()
        : Optional.of(file.toAbsolutePath().getParent().resolve(metadata).normalize());
  }

  /** Each by its profile, or by its entityID, which ends in it. */
  private static List<String> profiles(YamlNode idps, YamlNode login) {
    List<String> known = IdpProfiles.ids();
    if (!login.text().contains("{idp}")) {
      throw login.bad(
          "several identity providers are offered, and the address chooses none",
          "Write {idp} where their entityID belongs, or leave out 'idps'");
    }
    List<String> found = new ArrayList<>();
    for (YamlNode each : idps.list()) {
      String profile = each.text().replaceFirst("^https?://.*/idp/", "");
      if (!known.contains(profile)) {
        throw each.bad(
            "'" + each.text() + "' is no identity provider of the federation",
            "Write one of " + String.join(", ", known) + ", or its entityID");
      }
      found.add(profile);
    }
    return List.copyOf(found);
  }

  /** The same system with more sign-ins. */
  public SutConfig logins(Map<String, String> more) {
    return new SutConfig(
        file,
        role,
        name,
        metadata,
        login,
        more,
        whoami,
        subject,
        shows,
        idp,
        idps,
        refresh,
        discovery,
        refused,
        javaScript,
        insecureTls);
  }

  /** The same system, of which more is seen. */
  public SutConfig shows(Map<Shown, SubjectPlace> places) {
    return new SutConfig(
        file,
        role,
        name,
        metadata,
        login,
        logins,
        whoami,
        subject,
        places,
        idp,
        idps,
        refresh,
        discovery,
        refused,
        javaScript,
        insecureTls);
  }

  private static Map<Shown, SubjectPlace> shows(YamlNode node) {
    Map<Shown, SubjectPlace> places = new EnumMap<>(Shown.class);
    node.map(Shown.KEYS)
        .forEach((key, place) -> places.put(Shown.of(key), SubjectPlace.parse(place)));
    return places;
  }

  private static Map<String, String> logins(YamlNode node) {
    Map<String, String> logins = new LinkedHashMap<>();
    node.map().forEach((name, login) -> logins.put(name, login(login)));
    return logins;
  }

  /** An address in which identity providers may be named. */
  private static String login(YamlNode node) {
    String login = node.text();
    Matcher named = NAMED_IDP.matcher(login);
    while (named.find()) {
      if (!IdpProfiles.ids().contains(named.group(1))) {
        throw node.bad(
            "there is no identity provider '" + named.group(1) + "'",
            "Use one of " + String.join(", ", IdpProfiles.ids()));
      }
    }
    address(node, NAMED_IDP.matcher(login).replaceAll("idp").replace("{idp}", "idp"));
    return login;
  }

  static URI address(YamlNode node, String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && uri.getScheme().matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw node.bad(
          "'" + text + "' is no web address: " + e.getMessage(), "Write http://… or https://…");
    }
    throw node.bad("'" + text + "' is no web address", "Write http://… or https://…");
  }

  private static Pattern pattern(YamlNode node) {
    try {
      return Pattern.compile(node.text());
    } catch (PatternSyntaxException e) {
      throw node.bad(
          "not a regular expression: " + e.getDescription(),
          "Mend the expression or write plain text");
    }
  }
}
