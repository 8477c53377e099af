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
 * @param traits what else cases depend on, each a word that the driver of the role knows
 */
public record SutFacts(
    Set<String> entityCategories,
    List<String> requestedContexts,
    Set<String> declaredAlgorithms,
    boolean forceAuthn,
    boolean wantAssertionsSigned,
    Set<String> traits) {

  /** A service provider, which has no traits. */
  public SutFacts(
      Set<String> entityCategories,
      List<String> requestedContexts,
      Set<String> declaredAlgorithms,
      boolean forceAuthn,
      boolean wantAssertionsSigned) {
    this(
        entityCategories,
        requestedContexts,
        declaredAlgorithms,
        forceAuthn,
        wantAssertionsSigned,
        Set.of());
  }

  /** A system that asks for nothing and has traits instead. */
  public static SutFacts of(Set<String> entityCategories, Set<String> traits) {
    return new SutFacts(entityCategories, List.of(), Set.of(), false, false, traits);
  }

  /** A system that neither demands fresh authentication nor wants assertions signed. */
  public SutFacts(
      Set<String> entityCategories,
      List<String> requestedContexts,
      Set<String> declaredAlgorithms) {
    this(entityCategories, requestedContexts, declaredAlgorithms, false, false);
  }
}
