package se.genrep.lint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a document was found to be.
 *
 * @param source what the document is called
 * @param at the time that validity was judged at
 * @param aggregate whether the root is md:EntitiesDescriptor
 * @param validUntil of the root element
 * @param findings those about the document as a whole
 * @param entities in document order
 */
public record LintResult(
    String source,
    Instant at,
    boolean aggregate,
    Optional<String> validUntil,
    Signature signature,
    List<Finding> findings,
    List<Judged> entities) {

  /**
   * One entity and what is wrong with it.
   *
   * @param roles "idp" and "sp", those it has
   * @param findings in document order
   */
  public record Judged(
      String entityId, List<String> roles, String xpath, int line, List<Finding> findings) {}

  /** Of the document and all its entities. */
  public Stream<Finding> all() {
    return Stream.concat(
        findings.stream(), entities.stream().flatMap(entity -> entity.findings().stream()));
  }

  public long count(Severity severity) {
    return all().filter(finding -> finding.severity() == severity).count();
  }
}
