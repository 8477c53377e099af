package se.genrep.idp;

import java.net.URL;
import java.util.List;
import se.genrep.input.BadInput;
import se.genrep.input.ResourceFolder;
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

  /** Listed once: to list a folder of a jar is to go through all of the jar. */
  private static final class Listed {
    static final List<String> IDS =
        ResourceFolder.names(IdpProfiles.class, FOLDER, ENDING).stream()
            .map(name -> name.substring(0, name.length() - ENDING.length()))
            .toList();
  }

  /** The ids of all profiles: the names of their files without the ending. */
  public static List<String> ids() {
    return Listed.IDS;
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
}
