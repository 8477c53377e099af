package se.genrep.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.input.BadInput;
import se.genrep.input.Yaml;
import se.genrep.input.YamlNode;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Verdict;

/**
 * Known findings, each with the reason why it is known. Their cases still run: one that comes out
 * otherwise than foreseen, better included, is a difference that somebody has to look at.
 *
 * <pre>{@code
 * known:
 *   - case: saml/sp/foreign-destination
 *     verdict: fail
 *     reason: The library does not read Destination; reported as …
 * }</pre>
 */
public final class Baseline {

  /** No finding is known. */
  public static final Baseline NONE = new Baseline(Map.of(), true);

  private static final String OF_THE_MOCK = "/rehearsal/identity-provider.yaml";

  /**
   * @param where file and line
   */
  private record Known(String where, Verdict verdict, String reason) {}

  /** A verdict that is not the foreseen one. */
  public record Difference(String caseId, Verdict foreseen, Verdict seen, String where) {

    public String inWords() {
      return where
          + ": "
          + caseId
          + " was foreseen as "
          + foreseen
          + " and is "
          + seen
          + ". Take the entry out, or change it with a reason";
    }
  }

  private final Map<String, Known> known;
  private final boolean stale;

  /**
   * @param stale whether a finding that is gone is a difference
   */
  private Baseline(Map<String, Known> known, boolean stale) {
    this.known = known;
    this.stale = stale;
  }

  /**
   * What the mock identity providers do on purpose against what is only recommended. Each has some
   * of it, so that nothing is missed where it is not found.
   */
  public static Baseline ofTheMock(List<ConformanceCase> all) {
    return read(Yaml.read(Baseline.class.getResource(OF_THE_MOCK), OF_THE_MOCK), all, false);
  }

  /**
   * Reads the file.
   *
   * @param all every case there is
   * @throws BadInput with file, line and key, also for a case that does not exist
   */
  public static Baseline read(Path file, List<ConformanceCase> all) {
    return read(Yaml.read(file), all, true);
  }

  private static Baseline read(YamlNode root, List<ConformanceCase> all, boolean stale) {
    List<String> ids = all.stream().map(ConformanceCase::id).toList();
    Map<String, Known> known = new LinkedHashMap<>();
    root.map("known");
    for (YamlNode entry : root.required("known").list()) {
      entry.map("case", "verdict", "reason");
      YamlNode id = entry.required("case");
      if (!ids.contains(id.text())) {
        throw id.bad("there is no case '" + id.text() + "'", "'genrep list cases' shows the ids");
      }
      YamlNode reason = entry.required("reason");
      if (reason.text().isBlank()) {
        throw reason.bad("the reason is empty", "Say why this is known, for whoever reads it next");
      }
      YamlNode verdict = entry.required("verdict");
      Verdict foreseen = verdict.oneOf(Verdict.class);
      if (foreseen.isFine()) {
        throw verdict.bad(
            "'" + verdict.text() + "' needs no entry",
            "List only fail, warn, inconclusive and review");
      }
      if (known.put(id.text(), new Known(id.where(), foreseen, reason.text().strip())) != null) {
        throw id.bad("the case is listed twice", "Keep one entry");
      }
    }
    return new Baseline(known, stale);
  }

  /** The results, those that come out as foreseen with the reason. */
  public List<CaseResult> applyTo(List<CaseResult> results) {
    return results.stream()
        .map(
            result ->
                entry(result)
                    .filter(entry -> entry.verdict() == result.verdict())
                    .map(entry -> result.known(entry.reason()))
                    .orElse(result))
        .toList();
  }

  /** Entries whose case ran and came out otherwise. */
  public List<Difference> differences(List<CaseResult> results) {
    List<Difference> differences = new ArrayList<>();
    for (CaseResult result : results) {
      entry(result)
          .filter(entry -> entry.verdict() != result.verdict())
          .filter(entry -> stale || !result.verdict().isFine())
          .ifPresent(
              entry ->
                  differences.add(
                      new Difference(
                          result.conformanceCase().id(),
                          entry.verdict(),
                          result.verdict(),
                          entry.where())));
    }
    return differences;
  }

  private Optional<Known> entry(CaseResult result) {
    return Optional.ofNullable(known.get(result.conformanceCase().id()));
  }
}
