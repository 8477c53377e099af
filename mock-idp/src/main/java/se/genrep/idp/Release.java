package se.genrep.idp;

import java.util.List;
import java.util.Map;
import se.genrep.registry.StatusCode;

/** What a service provider would get about a person. */
public sealed interface Release {

  /** An assertion with these attributes, each once (ATTR-2-01). */
  record Given(List<ReleasedAttribute> attributes) implements Release {}

  /**
   * No assertion. The person is told why, confirms, and an error goes out (TAR-2.1.1, TAR-3.8).
   *
   * @param explanation a sentence for the person, by language {@code sv} and {@code en}
   * @param message a sentence for the people of the service provider
   */
  record Withheld(
      StatusCode topStatus,
      StatusCode secondStatus,
      Map<String, String> explanation,
      String message)
      implements Release {

    /** What it ends with. */
    public Decision.Fail failure() {
      return new Decision.Fail(topStatus.uri(), secondStatus.uri(), message);
    }
  }
}
