package se.genrep.federation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.EntityCategory.Type;

/**
 * Whether an identity provider is a plausible choice for a service provider, by the entity
 * categories both declare (Entity Categories 1.3, 1.4), and if not, why. Categories count by their
 * type, known or not (EC-2-03); service types and general categories do not count (EC-1.3-05).
 */
public final class Matching {

  /** A matching rule that does not hold. */
  public enum Rule {
    /** The service provider declares no service entity category, so none can match. */
    NOTHING_ASKED("EC-1.3-01"),
    /** At least one of the service provider's service entity categories is the provider's too. */
    SERVICE_ENTITY("EC-1.3-01"),
    /** All of the service provider's properties are the identity provider's too. */
    SERVICE_PROPERTY("EC-1.3-02"),
    /** If the identity provider declares contracts, one of them is the service provider's too. */
    SERVICE_CONTRACT("EC-1.3-04");

    private final String requirement;

    Rule(String requirement) {
      this.requirement = requirement;
    }

    /** The id of the requirement in the catalogue. */
    public String requirement() {
      return requirement;
    }
  }

  /**
   * One reason why the two do not match.
   *
   * @param asked what the service provider declares of the type, in its order
   * @param offered what the identity provider declares of the type, in its order
   */
  public record Mismatch(Rule rule, List<String> asked, List<String> offered) {

    /** What would have to be declared by the other: all that are not in both. */
    public List<String> lacking() {
      return rule == Rule.SERVICE_CONTRACT
          ? offered.stream().filter(Predicate.not(asked::contains)).toList()
          : asked.stream().filter(Predicate.not(offered::contains)).toList();
    }
  }

  private Matching() {}

  /** Why the identity provider is not to be shown; empty when it is (EC-1.4-01). */
  public static List<Mismatch> judge(EntityMetadata sp, EntityMetadata idp) {
    return judge(sp.categories(), idp.categories());
  }

  /**
   * As {@link #judge(EntityMetadata, EntityMetadata)}, by the values of the entity category
   * attributes.
   */
  public static List<Mismatch> judge(Collection<String> sp, Collection<String> idp) {
    List<Mismatch> mismatches = new ArrayList<>();
    List<String> asked = of(Type.SERVICE_ENTITY, sp);
    List<String> offered = of(Type.SERVICE_ENTITY, idp);
    if (asked.isEmpty()) {
      mismatches.add(new Mismatch(Rule.NOTHING_ASKED, asked, offered));
    } else if (asked.stream().noneMatch(offered::contains)) {
      mismatches.add(new Mismatch(Rule.SERVICE_ENTITY, asked, offered));
    }
    List<String> mine = of(Type.SERVICE_CONTRACT, sp);
    List<String> contracts = of(Type.SERVICE_CONTRACT, idp);
    if (!contracts.isEmpty() && contracts.stream().noneMatch(mine::contains)) {
      mismatches.add(new Mismatch(Rule.SERVICE_CONTRACT, mine, contracts));
    }
    List<String> needed = of(Type.SERVICE_PROPERTY, sp);
    List<String> properties = of(Type.SERVICE_PROPERTY, idp);
    if (!properties.containsAll(needed)) {
      mismatches.add(new Mismatch(Rule.SERVICE_PROPERTY, needed, properties));
    }
    return List.copyOf(mismatches);
  }

  private static List<String> of(Type type, Collection<String> uris) {
    return uris.stream()
        .filter(uri -> Type.of(uri).filter(found -> found == type).isPresent())
        .distinct()
        .toList();
  }

  /** The short name of a category, or the URI of one that is not in the registry. */
  public static String label(String uri) {
    return EntityCategory.of(uri).map(EntityCategory::label).orElse(uri);
  }
}
