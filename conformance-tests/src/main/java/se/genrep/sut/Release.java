package se.genrep.sut;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.genrep.federation.EntityMetadata;
import se.genrep.identity.PersonalNumber;
import se.genrep.identity.Samordningsnummer;
import se.genrep.reference.TesterAnswer;
import se.genrep.registry.Attribute;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;

/** What the rules of DP 6.2.1 say of the attributes in an answer. */
public final class Release {

  private Release() {}

  static List<ServiceEntityCategory> categories(EntityMetadata entity) {
    return entity.categories().stream()
        .flatMap(uri -> EntityCategory.of(uri).stream())
        .filter(ServiceEntityCategory.class::isInstance)
        .map(ServiceEntityCategory.class::cast)
        .toList();
  }

  /** The categories that both declare and that go with the level. */
  static Stream<ServiceEntityCategory> common(
      EntityMetadata idp, EntityMetadata service, LevelOfAssurance level) {
    List<ServiceEntityCategory> delivered = categories(idp);
    return categories(service).stream()
        .filter(category -> delivered.contains(category) && category.accepts(level));
  }

  private static List<ServiceEntityCategory> common(TesterAnswer answer) {
    return answer
        .context()
        .flatMap(LevelOfAssurance::of)
        .map(level -> common(answer.sender(), answer.receiver(), level).toList())
        .orElse(List.of());
  }

  /** The required attributes that an answer lacks, for a finding. */
  public static Optional<String> missing(TesterAnswer answer) {
    return named(
        common(answer).stream()
            .flatMap(category -> category.requiredAttributes().stream())
            .filter(attribute -> answer.values(attribute).isEmpty()));
  }

  /** The recommended attributes that are known of a person and that the answer lacks. */
  public static Optional<String> withheld(Visit visit) {
    TesterAnswer answer = visit.answer().orElseThrow();
    return named(
        common(answer).stream()
            .flatMap(
                category ->
                    Stream.concat(
                        category.attributeSet().recommended().stream(),
                        category.attributeSet().requiredIfAvailable().stream()))
            .filter(
                attribute ->
                    answer.values(attribute).isEmpty()
                        && !visit.person().values(attribute).isEmpty()));
  }

  /** The identity attributes that nobody asked for (DP-6.2.1-10). */
  public static Optional<String> excess(TesterAnswer answer) {
    Set<Attribute> allowed = EnumSet.noneOf(Attribute.class);
    for (ServiceEntityCategory category : common(answer)) {
      allowed.addAll(category.requiredAttributes());
      allowed.addAll(category.attributeSet().requiredIfAvailable());
      allowed.addAll(category.attributeSet().recommended());
    }
    answer.receiver().sp().attributeConsumers().stream()
        .flatMap(consumer -> consumer.requested().stream())
        .flatMap(wanted -> Attribute.of(wanted.name()).stream())
        .forEach(allowed::add);
    return named(
        answer.values().keySet().stream()
            .flatMap(name -> Attribute.of(name).stream())
            .filter(attribute -> attribute.identity() && !allowed.contains(attribute)));
  }

  /** Whether 12 digits are a samordningsnummer. */
  public static boolean isSamordningsnummer(String number) {
    return PersonalNumber.parseAttribute(number).number().orElse(null) instanceof Samordningsnummer;
  }

  private static Optional<String> named(Stream<Attribute> attributes) {
    String names =
        attributes.distinct().map(Attribute::friendlyName).collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
