package se.genrep.sut;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.genrep.input.BadInput;
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
 * @param discovery the page on which people choose whom to sign in with
 * @param refused a text of its refusal page; a page that has it is a refusal whatever its status
 * @param javaScript whether its pages need scripts
 * @param insecureTls whether its certificate is not to be checked
 * @param parallel how many sign-ins it can take at a time
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
    boolean insecureTls,
    int parallel) {

  /** Reads the file; {@link BadInput} names file, line and key. */
  public static SutConfig read(Path file) {
    return SutConfigReader.read(file);
  }

  /**
   * A service provider of this process, whose whoami page is JSON with {@code subject} and all that
   * can be {@link Shown}.
   */
  public static SutConfig of(String name, String metadata, String login, String whoami) {
    Draft draft = new Draft();
    draft.role = SutRole.SP;
    draft.name = name;
    draft.metadata = metadata;
    draft.login = login;
    draft.whoami = URI.create(whoami);
    draft.subject = SubjectPlace.json("/subject");
    draft.shows =
        Arrays.stream(Shown.values())
            .collect(
                Collectors.toMap(shown -> shown, shown -> SubjectPlace.json("/" + shown.key())));
    return draft.config();
  }

  /** Offering several identity providers, by their profiles. */
  public SutConfig offering(List<String> profiles) {
    return with(draft -> draft.idps = List.copyOf(profiles));
  }

  /** The same system, which can be made to read metadata anew. */
  public SutConfig refreshed(Refresh how) {
    return with(draft -> draft.refresh = Optional.of(how));
  }

  /** The same system, with the page on which people choose. */
  public SutConfig choosingAt(String page) {
    return with(draft -> draft.discovery = Optional.of(URI.create(page)));
  }

  /** The same system with more sign-ins. */
  public SutConfig logins(Map<String, String> more) {
    return with(draft -> draft.logins = more);
  }

  /** The same system, of which more is seen. */
  public SutConfig shows(Map<Shown, SubjectPlace> places) {
    return with(draft -> draft.shows = places);
  }

  /** The same system, which takes so many sign-ins at a time. */
  public SutConfig parallel(int number) {
    return with(draft -> draft.parallel = number);
  }

  SutConfig with(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.file = file;
    draft.role = role;
    draft.name = name;
    draft.metadata = metadata;
    draft.login = login;
    draft.logins = logins;
    draft.whoami = whoami;
    draft.subject = subject;
    draft.shows = shows;
    draft.idp = idp;
    draft.idps = idps;
    draft.refresh = refresh;
    draft.discovery = discovery;
    draft.refused = refused;
    draft.javaScript = javaScript;
    draft.insecureTls = insecureTls;
    draft.parallel = parallel;
    change.accept(draft);
    return draft.config();
  }

  /** Metadata given as a path is meant relative to SUT.yaml. */
  public Optional<Path> metadataFile() {
    return SutFile.relative(file, metadata);
  }

  /** What is said of a system so far, with what holds when nothing is said. */
  static final class Draft {
    Path file;
    SutRole role;
    String name;
    String metadata;
    String login;
    Map<String, String> logins = Map.of();
    URI whoami;
    SubjectPlace subject;
    Map<Shown, SubjectPlace> shows = Map.of();
    Optional<String> idp = Optional.empty();
    List<String> idps = List.of();
    Optional<Refresh> refresh = Optional.empty();
    Optional<URI> discovery = Optional.empty();
    Optional<Pattern> refused = Optional.empty();
    boolean javaScript;
    boolean insecureTls;
    int parallel = 1;

    SutConfig config() {
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
          discovery,
          refused,
          javaScript,
          insecureTls,
          parallel);
    }
  }
}
