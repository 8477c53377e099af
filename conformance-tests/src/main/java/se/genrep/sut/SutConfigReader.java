package se.genrep.sut;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import se.genrep.idp.IdpProfiles;
import se.genrep.input.BadInput;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.model.SutRole;

/** Reads SUT.yaml; {@link BadInput} names file, line and key. */
final class SutConfigReader {

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
    "insecure-tls",
    "parallel"
  };

  private static final int MOST_PARALLEL = 32;

  private SutConfigReader() {}

  static SutConfig read(Path file) {
    YamlNode root = Yaml.read(file);
    root.map(KEYS);
    SutConfig.Draft draft = new SutConfig.Draft();
    draft.file = file;
    draft.role = root.required("role").oneOf(SutRole.class);
    draft.name = root.get("name").map(YamlNode::text).orElseGet(() -> SutFile.defaultName(file));
    draft.login = login(root.required("login"));
    draft.metadata = root.required("metadata").text();
    draft.whoami = address(root.required("whoami"), root.required("whoami").text());
    draft.subject = SubjectPlace.parse(root.required("subject"));
    draft.idp = root.get("idp").map(YamlNode::text);
    draft.refresh = root.get("refresh").map(Refresh::read);
    draft.discovery = root.get("discovery").map(page -> address(page, page.text()));
    draft.refused = root.get("refused").map(SutConfigReader::pattern);
    root.get("logins").ifPresent(node -> draft.logins = logins(node));
    root.get("shows").ifPresent(node -> draft.shows = shows(node));
    root.get("idps").ifPresent(node -> draft.idps = profiles(node, root.required("login")));
    root.get("javascript").ifPresent(node -> draft.javaScript = node.bool());
    root.get("insecure-tls").ifPresent(node -> draft.insecureTls = node.bool());
    root.get("parallel").ifPresent(node -> draft.parallel = parallel(node));
    return draft.config();
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

  private static int parallel(YamlNode node) {
    int number = node.integer();
    if (number < 1 || number > MOST_PARALLEL) {
      throw node.bad(number + " sign-ins at a time cannot be made", "Write 1 to " + MOST_PARALLEL);
    }
    return number;
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
