package se.genrep.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.genrep.federation.EntityMetadata;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.LevelOfAssurance.Kind;

/**
 * One of the sign-ins of a service provider that has several: whom it asks for what. A service
 * often has one for each kind of e-legitimation, or for what needs a higher level.
 *
 * @param name the part of its address that is its own
 * @param contexts the authentication contexts it asks for; empty for none
 * @param knownBy the attribute by which it knows people
 */
public record Door(String name, EntityMetadata idp, List<String> contexts, Attribute knownBy) {

  public Door {
    contexts = List.copyOf(contexts);
  }

  /**
   * A door for each kind of identity and identity provider, and some with one that differ in what
   * they ask for: level 2 alone, every level, and none.
   *
   * @param members of the federation, among them the identity providers
   * @param usual the one that the others are compared with
   */
  public static List<Door> all(List<EntityMetadata> members, EntityMetadata usual) {
    List<Door> doors = new ArrayList<>();
    Attribute number = Attribute.PERSONAL_IDENTITY_NUMBER;
    doors.add(new Door("level-2", usual, List.of(LevelOfAssurance.LOA2.uri()), number));
    doors.add(new Door("every-level", usual, uris(Arrays.asList(Kind.values())), number));
    doors.add(new Door("no-level", usual, List.of(), number));
    for (EntityMetadata idp : members) {
      if (idp.identityProvider().isEmpty() || idp.entityId().equals(usual.entityId())) {
        continue;
      }
      String name = idp.entityId().substring(idp.entityId().lastIndexOf('/') + 1);
      boolean organisations = !idp.identityProvider().orElseThrow().scopes().isEmpty();
      add(
          doors,
          name,
          idp,
          organisations ? Attribute.ORG_AFFILIATION : number,
          Kind.CERTIFIED,
          Kind.NONRESIDENT,
          Kind.UNCERTIFIED);
      add(doors, name + "-bound", idp, Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER, Kind.EIDAS);
      add(doors, name + "-foreign", idp, Attribute.PRID, Kind.EIDAS, Kind.UNCERTIFIED_EIDAS);
    }
    return List.copyOf(doors);
  }

  private static void add(
      List<Door> doors, String name, EntityMetadata idp, Attribute knownBy, Kind... kinds) {
    List<String> levels =
        uris(Arrays.asList(kinds)).stream().filter(idp.assurance()::contains).toList();
    if (!levels.isEmpty()) {
      doors.add(new Door(name, idp, levels, knownBy));
    }
  }

  private static List<String> uris(List<Kind> kinds) {
    return Arrays.stream(LevelOfAssurance.values())
        .filter(level -> kinds.contains(level.kind()))
        .map(LevelOfAssurance::uri)
        .toList();
  }
}
