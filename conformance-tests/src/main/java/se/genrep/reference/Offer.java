package se.genrep.reference;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Matching;
import se.genrep.federation.Matching.Rule;
import se.genrep.registry.EntityCategory.Type;

/** The identity providers that a service provider offers: those that match (EC 1.4). */
final class Offer {

  private static final Map<Rule, DiscoveryHabit> IGNORED =
      Map.of(
          Rule.SERVICE_ENTITY, DiscoveryHabit.IGNORES_CATEGORIES,
          Rule.SERVICE_CONTRACT, DiscoveryHabit.IGNORES_CONTRACTS,
          Rule.SERVICE_PROPERTY, DiscoveryHabit.IGNORES_PROPERTIES);

  private final Policy policy;
  private final EntityMetadata own;

  /**
   * @param own what the service provider publishes
   */
  Offer(Policy policy, EntityMetadata own) {
    this.policy = policy;
    this.own = own;
  }

  /** A page with an address for each. */
  byte[] page() {
    StringBuilder page =
        new StringBuilder("<!DOCTYPE html><html lang=\"sv\"><title>MOCK</title><ul>");
    policy.setup().members().stream()
        .filter(member -> member.identityProvider().isPresent())
        .filter(offered())
        .map(EntityMetadata::entityId)
        .forEach(
            entityId ->
                page.append("<li><a href=\"")
                    .append(ServiceSite.LOGIN + "?" + ServiceSite.IDP + "=")
                    .append(URLEncoder.encode(entityId, StandardCharsets.UTF_8))
                    .append("\">")
                    .append(entityId)
                    .append("</a></li>"));
    return page.append("</ul></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private Predicate<EntityMetadata> offered() {
    return idp ->
        Matching.judge(own, idp).stream()
                .allMatch(
                    mismatch ->
                        IGNORED.containsKey(mismatch.rule())
                            && policy.variant().has(IGNORED.get(mismatch.rule())))
            && declares(idp, DiscoveryHabit.WANTS_ALL_CATEGORIES, Type.SERVICE_ENTITY)
            && declares(idp, DiscoveryHabit.WANTS_SERVICE_TYPE, Type.SERVICE_TYPE);
  }

  /** What the habit wants of it, for one that has the habit. */
  private boolean declares(EntityMetadata idp, DiscoveryHabit habit, Type type) {
    List<String> asked =
        own.categories().stream()
            .filter(uri -> Type.of(uri).filter(found -> found == type).isPresent())
            .toList();
    return !policy.variant().has(habit) || idp.categories().containsAll(asked);
  }
}
