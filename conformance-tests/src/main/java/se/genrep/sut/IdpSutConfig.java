package se.genrep.sut;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What SUT.yaml says of an identity provider.
 *
 * @param file where it was read; null when it was not
 * @param name what reports call it
 * @param metadata address or file of its SAML metadata
 * @param plan the plan to run when none is named; empty for the one that follows from the metadata
 * @param persons the test persons, the ordinary one first
 * @param pages what to do on its pages; the first rule that fits counts
 * @param javaScript whether its pages need scripts
 * @param insecureTls whether its certificate is not to be checked
 */
public record IdpSutConfig(
    Path file,
    String name,
    String metadata,
    Optional<String> plan,
    List<DeclaredPerson> persons,
    List<PageRule> pages,
    boolean javaScript,
    boolean insecureTls) {

  public IdpSutConfig {
    persons = List.copyOf(persons);
    pages = List.copyOf(pages);
  }

  /** Reads the file; {@link se.genrep.input.BadInput} names file, line and key. */
  public static IdpSutConfig read(Path file) {
    return new IdpSutReader(file).read();
  }

  /** Metadata given as a path is meant relative to SUT.yaml. */
  public Optional<Path> metadataFile() {
    return SutFile.relative(file, metadata);
  }

  /** The first person of a kind. */
  Optional<DeclaredPerson> person(DeclaredPerson.Kind kind) {
    return persons.stream().filter(person -> person.is(kind)).findFirst();
  }
}
