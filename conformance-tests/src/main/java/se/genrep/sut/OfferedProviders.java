package se.genrep.sut;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Matching;
import se.genrep.model.Expectation.People;
import se.genrep.model.Outcome;
import se.genrep.model.Played;
import se.genrep.model.Transcript;

/**
 * The page on which people choose among identity providers. It is looked at for the entityIDs of
 * those of the federation.
 *
 * @param failing the one matching rule that does not hold between the service and those looked for;
 *     empty for those that match
 */
public record OfferedProviders(Optional<Matching.Rule> failing) implements SpStimulus {

  /** Everybody who matches. */
  public static OfferedProviders matching() {
    return new OfferedProviders(Optional.empty());
  }

  /** Those who match but for one rule. */
  public static OfferedProviders failing(Matching.Rule rule) {
    return new OfferedProviders(Optional.of(rule));
  }

  @Override
  public Played play(Bench bench, int number, Transcript transcript) {
    Outcome outcome =
        bench
            .config()
            .discovery()
            .map(page -> judged(bench, page, transcript))
            .orElse(
                new Outcome.NotSeen("SUT.yaml does not say where people choose (key 'discovery')"));
    return new Played(outcome, new People("", ""), Optional.empty());
  }

  private Outcome judged(Bench bench, URI address, Transcript transcript) {
    List<EntityMetadata> all = bench.federation().federation().identityProviders();
    if (all.stream().noneMatch(failing(bench, Optional.empty()))) {
      return new Outcome.NotSeen("no identity provider here matches, so that none is to be shown");
    }
    List<String> wanted =
        all.stream().filter(failing(bench, failing)).map(EntityMetadata::entityId).toList();
    if (wanted.isEmpty()) {
      return new Outcome.NotSeen(
          "no identity provider here fails the rule "
              + failing.orElseThrow().requirement()
              + " alone");
    }
    String body;
    try (Browser browser = bench.browser("browser", transcript)) {
      browser.begin(address.toString());
      body = browser.page().orElseThrow().body();
    } catch (UserAgent.Unreachable e) {
      return new Outcome.Error(e.getMessage());
    }
    if (all.stream().noneMatch(idp -> names(body, idp.entityId()))) {
      return new Outcome.ToReview(
          "the page " + address + " names nobody by entityID: see whom it offers, by EC 1.4");
    }
    boolean expected = failing.isEmpty();
    return wanted.stream()
        .filter(entityId -> names(body, entityId) != expected)
        .findFirst()
        .<Outcome>map(
            entityId ->
                new Outcome.Broken(
                    "the page "
                        + address
                        + (expected ? " does not offer " : " offers ")
                        + entityId
                        + (expected ? ", which matches" : ", which does not match")))
        .orElseGet(() -> new Outcome.Kept("looked for " + String.join(", ", wanted)));
  }

  private static Predicate<EntityMetadata> failing(Bench bench, Optional<Matching.Rule> rule) {
    EntityMetadata service = bench.watched().entity();
    return idp ->
        Matching.judge(service, idp).stream()
            .map(Matching.Mismatch::rule)
            .toList()
            .equals(rule.stream().toList());
  }

  /** As it is, or in an address. */
  private static boolean names(String body, String entityId) {
    return body.contains(entityId + "\"")
        || body.contains(entityId + "<")
        || body.contains(URLEncoder.encode(entityId, StandardCharsets.UTF_8) + "\"")
        || body.contains(URLEncoder.encode(entityId, StandardCharsets.UTF_8) + "&");
  }

  @Override
  public String inWords() {
    return "The page on which people choose among identity providers is opened.";
  }

  @Override
  public List<String> deviations() {
    return List.of();
  }
}
