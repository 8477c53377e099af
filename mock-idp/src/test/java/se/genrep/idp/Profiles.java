package se.genrep.idp;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import se.genrep.idp.message.MessageFormat;
import se.genrep.input.Yaml;

/** Profiles of these tests: one that comes with the program, with one thing changed. */
final class Profiles {

  private Profiles() {}

  static IdpProfile without(IdpProfile profile, String category) {
    return with(
        profile,
        profile.categories().stream().filter(uri -> !uri.equals(category)).toList(),
        profile.signMessages());
  }

  static IdpProfile showing(IdpProfile profile, MessageFormat... formats) {
    return with(profile, profile.categories(), List.of(formats));
  }

  /**
   * The profile with other lists, read as a file is, so that the rules between its parts hold.
   *
   * @param lists by key, such as {@code entity-categories}
   */
  static IdpProfile with(String profile, Map<String, List<String>> lists) {
    String yaml = text(profile);
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      String items = list.getValue().stream().map(item -> "  - " + item + "\n").collect(joining());
      String changed =
          yaml.replaceFirst(
              "(?m)^" + list.getKey() + ":\n(  - .*\n)+",
              Matcher.quoteReplacement(list.getKey() + ":\n" + items));
      if (changed.equals(yaml)) {
        throw new IllegalArgumentException(profile + " has no other list " + list.getKey());
      }
      yaml = changed;
    }
    return IdpProfileReader.read(profile, Yaml.parse(yaml, profile + ".yaml"));
  }

  private static String text(String profile) {
    try (InputStream in = IdpProfiles.class.getResourceAsStream("/profiles/" + profile + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IdpProfile with(
      IdpProfile from, List<String> categories, List<MessageFormat> signMessages) {
    return new IdpProfile(
        from.id(),
        from.displayName(),
        from.description(),
        from.organization(),
        from.contacts(),
        from.logo(),
        from.levels(),
        categories,
        from.attributes(),
        from.principalSelection(),
        from.signingKey(),
        from.encryptionKey(),
        from.wantAuthnRequestsSigned(),
        from.signatures(),
        from.digests(),
        from.encryptions(),
        from.assertionLifetime(),
        from.scopes(),
        from.framework(),
        from.issuedTo(),
        from.holderOfKey(),
        from.showsAttributes(),
        from.authorities(),
        signMessages,
        from.failedAuthentication());
  }
}
