package se.genrep.model;

import java.util.List;
import java.util.Set;

/**
 * What a system declares in metadata and asks for in its requests, as far as cases depend on it.
 *
 * @param entityCategories the categories of its metadata
 * @param requestedContexts the authentication contexts of its last request, empty when it asks for
 *     none
 * @param declaredAlgorithms every algorithm URI its metadata declares
 * @param forceAuthn whether its last request demanded a fresh authentication
 * @param wantAssertionsSigned whether its metadata wants the Assertion signed as well
 */
public record SutFacts(
    Set<String> entityCategories,
    List<String> requestedContexts,
    Set<String> declaredAlgorithms,
    boolean forceAuthn,
    boolean wantAssertionsSigned) {

  /** A system that neither demands fresh authentication nor wants assertions signed. */
  public SutFacts(
      Set<String> entityCategories,
      List<String> requestedContexts,
      Set<String> declaredAlgorithms) {
    this(entityCategories, requestedContexts, declaredAlgorithms, false, false);
  }
}
