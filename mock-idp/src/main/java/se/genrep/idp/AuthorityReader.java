package se.genrep.idp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.genrep.input.YamlNode;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;

/** Reads who authenticates for a proxy: {@code authorities}, or {@code countries} for eIDAS. */
final class AuthorityReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private AuthorityReader() {}

  static List<Authority> read(YamlNode root) {
    Optional<YamlNode> authorities = root.get("authorities");
    Optional<YamlNode> countries = root.get("countries");
    if (authorities.isPresent() && countries.isPresent()) {
      throw countries
          .get()
          .bad("authorities and countries stand together", "Make two profiles, or remove one");
    }
    List<Authority> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlNode node : authorities.or(() -> countries).map(YamlNode::list).orElse(List.of())) {
      Authority read = authorities.isPresent() ? authority(node) : country(node);
      if (!ids.add(read.id())) {
        throw node.bad("'" + read.id() + "' stands here twice", "Remove one");
      }
      all.add(read);
    }
    return List.copyOf(all);
  }

  private static Authority authority(YamlNode node) {
    node.map("id", "profile", "entity-id", "display-name", "levels");
    YamlNode id = node.required("id");
    if (!ID.matcher(id.text()).matches()) {
      throw id.bad("'" + id.text() + "' is no id", "Write small letters, digits and hyphens");
    }
    return new Authority(
        id.text(),
        node.get("profile")
            .map(AuthorityReader::ofThisFederation)
            .orElseGet(() -> node.required("entity-id").text()),
        IdpProfileReader.mockText(node.required("display-name")),
        Optional.empty(),
        EnumSet.copyOf(
            IdpProfileReader.known(
                node.required("levels"), LevelOfAssurance::of, "level of assurance")));
  }

  private static String ofThisFederation(YamlNode profile) {
    if (!IdpProfiles.ids().contains(profile.text())) {
      throw profile.bad(
          "there is no profile '" + profile.text() + "'",
          "Use one of " + String.join(", ", IdpProfiles.ids()));
    }
    return "/idp/" + profile.text();
  }

  /** REG-3.1.1-02, -03: the levels for notified schemes are for those alone, the others for all. */
  private static Authority country(YamlNode node) {
    node.map("code", "display-name", "notified");
    YamlNode code = node.required("code");
    if (!COUNTRY.matcher(code.text()).matches()) {
      throw code.bad(
          "'" + code.text() + "' is no country code", "Write two capital letters, quoted: \"NO\"");
    }
    boolean notified = node.required("notified").bool();
    Set<LevelOfAssurance> levels = EnumSet.noneOf(LevelOfAssurance.class);
    for (LevelOfAssurance level : LevelOfAssurance.values()) {
      if (level.kind() == Kind.EIDAS && (notified || !level.notifiedOnly())) {
        levels.add(level);
      }
    }
    return new Authority(
        code.text().toLowerCase(Locale.ROOT),
        Authority.node(code.text()),
        IdpProfileReader.mockText(node.required("display-name")),
        Optional.of(code.text()),
        levels);
  }
}
