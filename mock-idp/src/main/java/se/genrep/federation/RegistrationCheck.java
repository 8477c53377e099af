package se.genrep.federation;

import java.util.List;

/** Looks at metadata that is handed in for registration (TAR 3). */
@FunctionalInterface
public interface RegistrationCheck {

  /** Looks at nothing; for a federation where the operator's own checks are enough. */
  RegistrationCheck NONE = (name, xml) -> List.of();

  /**
   * Checks a document that is well-formed and valid by the schema.
   *
   * @param name what sentences call the document
   * @return what is found, in document order
   */
  List<Finding> check(String name, byte[] xml);
}
