package se.genrep.idp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.genrep.input.BadInput;
import se.genrep.input.Yaml;

/**
 * The identity provider profiles that come with the program: every {@code profiles/*.yaml} beside
 * the classes, in a folder or a jar, found by listing. A new profile is a new file.
 */
public final class IdpProfiles {

  private static final String FOLDER = "profiles";
  private static final String ENDING = ".yaml";

  private IdpProfiles() {}

  /**
   * Reads and checks all profiles, in the order of their names.
   *
   * @throws se.genrep.input.BadInput with file, line and key when one breaks a rule
   */
  public static List<IdpProfile> load() {
    return ids().stream().map(IdpProfiles::find).toList();
  }

  /** The ids of all profiles: the names of their files without the ending. */
  public static List<String> ids() {
    // A jar need not have an entry for the folder itself; it always has one for this class.
    URL folder = IdpProfiles.class.getResource("/" + FOLDER);
    URL self = IdpProfiles.class.getResource("IdpProfiles.class");
    List<String> files = list(folder == null ? self : folder);
    if (files.isEmpty()) {
      throw new IllegalStateException("the program has no profile in '" + FOLDER + "'");
    }
    return files.stream().map(name -> name.substring(0, name.length() - ENDING.length())).toList();
  }

  /**
   * Reads and checks one profile.
   *
   * @throws se.genrep.input.BadInput with file, line and key when it breaks a rule
   */
  public static IdpProfile find(String id) {
    String name = FOLDER + "/" + id + ENDING;
    URL resource = IdpProfiles.class.getResource("/" + name);
    if (resource == null) {
      throw new BadInput(
          "", "there is no profile '" + id + "'", "Use one of " + String.join(", ", ids()));
    }
    return IdpProfileReader.read(id, Yaml.read(resource, name));
  }

  /**
   * @param place the folder, or anything in the jar that has the folder
   */
  static List<String> list(URL place) {
    try {
      URLConnection connection = place.openConnection();
      if (connection instanceof JarURLConnection jar) {
        String prefix = FOLDER + "/";
        return jar.getJarFile().stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .filter(IdpProfiles::isProfile)
            .sorted()
            .toList();
      }
      try (Stream<Path> found = Files.list(Path.of(place.toURI()))) {
        return found
            .map(path -> path.getFileName().toString())
            .filter(IdpProfiles::isProfile)
            .sorted()
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the folder of profiles has an odd address: " + place, e);
    }
  }

  private static boolean isProfile(String name) {
    return name.endsWith(ENDING) && name.indexOf('/') < 0;
  }
}
