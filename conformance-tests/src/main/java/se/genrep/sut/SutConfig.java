package se.genrep.sut;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
 *     identity provider
 * @param whoami a page that tells who is signed in
 * @param subject where on it the identity stands
 * @param idp the profile of the identity provider it signs in with; empty for the first one
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
    URI whoami,
    SubjectPlace subject,
    Optional<String> idp,
    Optional<Pattern> refused,
    boolean javaScript,
    boolean insecureTls) {

  private static final String[] KEYS = {
    "role",
    "name",
    "metadata",
    "login",
    "whoami",
    "subject",
    "idp",
    "refused",
    "javascript",
    "insecure-tls"
  };

  /** A service provider of this process, whose whoami page is JSON with {@code subject}. */
  public static SutConfig of(String name, String metadata, String login, String whoami) {
    return new SutConfig(
        null,
        SutRole.SP,
        name,
        metadata,
        login,
        URI.create(whoami),
        SubjectPlace.json("/subject"),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  /** Reads the file; {@link BadInput} names file, line and key. */
  public static SutConfig read(Path file) {
    YamlNode root = Yaml.read(file);
    Map<String, YamlNode> keys = root.map(KEYS);
    String login = root.required("login").text();
    address(root.required("login"), login.replace("{idp}", "idp"));
    String metadata = root.required("metadata").text();
    return new SutConfig(
        file,
        root.required("role").oneOf(SutRole.class),
        keys.containsKey("name") ? keys.get("name").text() : SutFile.defaultName(file),
        metadata,
        login,
        address(root.required("whoami"), root.required("whoami").text()),
        SubjectPlace.parse(root.required("subject")),
        root.get("idp").map(YamlNode::text),
        root.get("refused").map(SutConfig::pattern),
        root.get("javascript").map(YamlNode::bool).orElse(false),
        root.get("insecure-tls").map(YamlNode::bool).orElse(false));
  }

  /** Metadata given as a path is meant relative to SUT.yaml. */
  public Optional<Path> metadataFile() {
    return SutFile.relative(file, metadata);
  }

  private static URI address(YamlNode node, String text) {
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
