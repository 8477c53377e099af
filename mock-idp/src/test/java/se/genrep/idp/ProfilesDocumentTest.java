package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.genrep.registry.Attribute;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.EntityCategory.Type;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.StatusCode;

/**
 * The tables of docs/profiles.md are what the profiles say. Renew them with {@code -Dgolden.renew},
 * and read the difference.
 */
class ProfilesDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/profiles.md");
  private static final String BEGIN = "<!-- from the profiles; renew with -Dgolden.renew -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void theDocumentSaysWhatTheProfilesSay() throws IOException {
    String written = Files.readString(DOCUMENT);
    int from = written.indexOf(BEGIN) + BEGIN.length();
    int to = written.indexOf(END);
    String renewed = written.substring(0, from) + tables() + written.substring(to);
    if (System.getProperty("golden.renew") != null) {
      Files.writeString(DOCUMENT, renewed);
    }
    assertEquals(Files.readString(DOCUMENT), renewed, "renew it with -Dgolden.renew");
  }

  private static String tables() {
    StringBuilder all = new StringBuilder();
    for (IdpProfile profile : IdpProfiles.load()) {
      all.append("\n### ").append(profile.id()).append("\n\n");
      all.append(profile.description().get("en")).append(".\n\n");
      all.append("| | |\n| --- | --- |\n");
      row(all, "levels, most preferred first", names(levels(profile)));
      row(all, "service entity categories", names(labels(profile, Type.SERVICE_ENTITY)));
      row(
          all,
          "contracts",
          profile.contracts().isEmpty() ? "none: serves everybody" : names(profile.contracts()));
      row(
          all,
          "properties and general categories",
          names(
              Stream.of(Type.SERVICE_PROPERTY, Type.GENERAL)
                  .flatMap(type -> labels(profile, type).stream())
                  .toList()));
      row(
          all,
          "attributes",
          names(profile.attributes().stream().map(Attribute::friendlyName).toList()));
      row(
          all,
          "principal selection",
          names(profile.principalSelection().stream().map(Attribute::friendlyName).toList()));
      row(all, "keys", keys(profile));
      row(all, "signed requests", profile.wantAuthnRequestsSigned() ? "demanded" : "taken");
      row(all, "framework", profile.framework().id());
      row(all, "besides", String.join("; ", besides(profile)));
    }
    return all.append('\n').toString();
  }

  private static void row(StringBuilder all, String what, String value) {
    if (!value.isEmpty()) {
      all.append("| ").append(what).append(" | ").append(value).append(" |\n");
    }
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
  }

  private static List<String> levels(IdpProfile profile) {
    return profile.levels().stream()
        .map(LevelOfAssurance::uri)
        .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
        .toList();
  }

  private static List<String> labels(IdpProfile profile, Type type) {
    return profile.categories().stream()
        .flatMap(uri -> EntityCategory.of(uri).stream())
        .filter(category -> category.type() == type)
        .map(EntityCategory::label)
        .toList();
  }

  private static String keys(IdpProfile profile) {
    return "signs with "
        + label(profile.signingKey().name())
        + ", decrypts with "
        + label(profile.encryptionKey().name())
        + (profile.signatures().stream().anyMatch(uri -> uri.endsWith("-rsa-MGF1"))
            ? "; RSA-PSS with those who declare it"
            : "");
  }

  private static String label(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static List<String> besides(IdpProfile profile) {
    List<String> besides = new ArrayList<>();
    if (profile.issuedTo() == Clientele.WITHOUT_SAMORDNINGSNUMMER) {
      besides.add("nobody with a samordningsnummer");
    }
    if (profile.issuedTo() == Clientele.EMPLOYEES) {
      besides.add("employees of " + names(profile.scopes()) + " only");
    }
    if (profile.showsAttributes()) {
      besides.add("shows what is released, and the person can cancel");
    }
    if (profile.holderOfKey()) {
      besides.add("Holder-of-key beside the ordinary profile");
    }
    if (profile.givesSad()) {
      besides.add("answers a SADRequest");
    }
    if (profile.failedAuthentication() == StatusCode.REQUESTER) {
      besides.add("a failed authentication is answered with `Requester`");
    }
    if (!profile.authorities().isEmpty()) {
      besides.add(
          (profile.isEidasConnector() ? "the person chooses a country: " : "a proxy for ")
              + names(profile.authorities().stream().map(Authority::id).toList()));
    }
    return besides;
  }
}
