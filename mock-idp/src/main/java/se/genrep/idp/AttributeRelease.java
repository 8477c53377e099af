package se.genrep.idp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.AttributeConsumer;
import se.genrep.federation.EntityMetadata.RequestedAttribute;
import se.genrep.registry.Attribute;
import se.genrep.registry.Attribute.Scoped;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.StatusCode;

/**
 * Decides what a service provider gets about a person (DP 6.2.1): the attribute sets of the service
 * entity categories that both sides declare and that go with the level used, and what its metadata
 * requests in particular. Nothing else about the person (DP-6.2.1-10).
 */
final class AttributeRelease {

  /** Told apart because only what must be given can fail. */
  private record Wanted(Set<Attribute> bySet, Set<Attribute> demanded, Set<Attribute> ifKnown) {
    boolean has(Attribute attribute) {
      return bySet.contains(attribute)
          || demanded.contains(attribute)
          || ifKnown.contains(attribute);
    }
  }

  /** Unique identifiers of a person, the one that says most first. */
  private static final List<Attribute> SIGNERS =
      List.of(
          Attribute.PERSONAL_IDENTITY_NUMBER,
          Attribute.PRID,
          Attribute.EMPLOYEE_HSA_ID,
          Attribute.ORG_AFFILIATION);

  private final IdpProfile profile;
  private final Supplier<String> ids;

  AttributeRelease(IdpProfile profile, Supplier<String> ids) {
    this.profile = profile;
    this.ids = ids;
  }

  Release decide(
      EntityMetadata sp, SignInRequest request, PersonFacts person, LevelOfAssurance level) {
    if (!isExpected(request.principalSelection(), person)) {
      return unexpectedPerson();
    }
    Wanted wanted = wanted(sp, request.attributeConsumingService(), level);
    boolean optedIn = sp.declares(GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri());
    // EC-6.2-02, TAR-3.8-03 to -05. Leaving out a number that was only wished for would do by
    // DP-6.2.1-08, but TAR is stricter: no assertion.
    if (wanted.has(Attribute.PERSONAL_IDENTITY_NUMBER)
        && level.personalIdentityNumberAllowed()
        && !optedIn
        && person.isSamordningsnummer(Attribute.PERSONAL_IDENTITY_NUMBER)) {
      return samordningsnummerNotAccepted(sp);
    }
    List<ReleasedAttribute> given = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      boolean must = wanted.bySet().contains(attribute) || wanted.demanded().contains(attribute);
      if (!must && !wanted.ifKnown().contains(attribute)) {
        continue;
      }
      // TAR-3.8-03 speaks of the assertion, so an earlier number is covered too; EC-6.2-03 frees
      // the mapped number from the opt-in.
      boolean needsOptIn =
          attribute != Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER
              && person.isSamordningsnummer(attribute);
      List<String> values =
          needsOptIn && !optedIn || isNumber(attribute) && !level.personalIdentityNumberAllowed()
              ? List.of()
              : values(person, attribute);
      if (!values.isEmpty()) {
        given.add(new ReleasedAttribute(attribute.oidName(), attribute.friendlyName(), values));
      } else if (must) {
        return missing(attribute);
      }
    }
    // DP-7.1.1-12, DP-7.2-01: whoever signs in for a request with a sign message has accepted it.
    if (request.signMessage() != null) {
      given.add(
          new ReleasedAttribute(
              Attribute.SIGN_MESSAGE_DIGEST.oidName(),
              Attribute.SIGN_MESSAGE_DIGEST.friendlyName(),
              List.of(request.signMessage().digest())));
    }
    if (request.sadRequest() != null && signer(given).isEmpty()) {
      return noSigner(sp);
    }
    return new Release.Given(List.copyOf(given));
  }

  /** SAP-3.2.3-08: what the signer is known by, which must be in the assertion too. */
  static Optional<ReleasedAttribute> signer(List<ReleasedAttribute> given) {
    return SIGNERS.stream()
        .flatMap(
            attribute -> given.stream().filter(each -> each.name().equals(attribute.oidName())))
        .findFirst();
  }

  private static Release noSigner(EntityMetadata sp) {
    return new Release.Withheld(
        StatusCode.REQUESTER,
        StatusCode.REQUEST_UNSUPPORTED,
        Map.of(
            "sv", "E-tjänsten begär ett godkännande, men ingen uppgift som visar vem du är.",
            "en", "The service asks for an approval, but for nothing that says who you are."),
        "The request has a SADRequest, but by its metadata "
            + sp.entityId()
            + " gets nothing that identifies the signer (SAP 3.2)");
  }

  private Wanted wanted(EntityMetadata sp, int attributeService, LevelOfAssurance level) {
    Set<Attribute> bySet = EnumSet.noneOf(Attribute.class);
    Set<Attribute> demanded = EnumSet.noneOf(Attribute.class);
    Set<Attribute> ifKnown = EnumSet.noneOf(Attribute.class);
    // No identity attribute: it may be given unasked (DP-6.2.1-11), should be (BID-5.1-02), and
    // keeps the AttributeStatement from being empty, which the schema forbids.
    bySet.add(Attribute.TRANSACTION_IDENTIFIER);
    for (ServiceEntityCategory category : profile.serviceCategories()) {
      if (sp.declares(category.uri()) && category.accepts(level)) {
        bySet.addAll(category.requiredAttributes()); // ATTR-2-03
        ifKnown.addAll(category.attributeSet().requiredIfAvailable());
        ifKnown.addAll(category.attributeSet().recommended()); // ATTR-2-04
      }
    }
    // DP-2.1.2-04: requested attributes add to the sets.
    for (RequestedAttribute requested :
        sp.sp()
            .attributeConsumer(attributeService)
            .map(AttributeConsumer::requested)
            .orElse(List.of())) {
      Attribute.of(requested.name())
          .filter(profile.attributes()::contains)
          .ifPresent(attribute -> (requested.required() ? demanded : ifKnown).add(attribute));
    }
    return new Wanted(bySet, demanded, ifKnown);
  }

  /** REG-3.1.1.1-04, ATTR-3.3.2-06: what no assertion of a non-resident or eIDAS level holds. */
  private static boolean isNumber(Attribute attribute) {
    return attribute == Attribute.PERSONAL_IDENTITY_NUMBER
        || attribute == Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER;
  }

  private List<String> values(PersonFacts person, Attribute attribute) {
    if (attribute == Attribute.TRANSACTION_IDENTIFIER) {
      return List.of(ids.get());
    }
    if (!profile.attributes().contains(attribute)) {
      return List.of();
    }
    List<String> values = person.values(attribute);
    // DP-6.2.1-03: of a person's affiliations, those of the organisations it may speak for.
    return attribute.scoped() == Scoped.YES
        ? values.stream().filter(profile::maySpeakFor).toList()
        : values;
  }

  /** PSC-3.1-01: one match value that fits is enough; none given expects nobody in particular. */
  static boolean isExpected(List<MatchValue> selection, PersonFacts person) {
    return selection.isEmpty() || selection.stream().anyMatch(wanted -> wanted.fits(person));
  }

  private static Release unexpectedPerson() {
    return new Release.Withheld(
        StatusCode.REQUESTER,
        StatusCode.UNKNOWN_PRINCIPAL, // PSC-1-04
        Map.of(
            "sv", "E-tjänsten väntar sig en annan person än den som legitimerade sig.",
            "en", "The service expects another person than the one who signed in."),
        "The person who signed in is not the one of PrincipalSelection");
  }

  private static Release samordningsnummerNotAccepted(EntityMetadata sp) {
    return new Release.Withheld(
        StatusCode.REQUESTER,
        StatusCode.AUTHN_FAILED,
        Map.of(
            "sv", "Det krävs ett personnummer för att legitimera sig för den här e-tjänsten.",
            "en", "A personnummer is required to sign in to this service."),
        "The person has a samordningsnummer, and the metadata of "
            + sp.entityId()
            + " does not declare accepts-coordination-number (EC 6.2)");
  }

  /** ATTR-2-03, DP-6.2.1-09: without what must be there, no assertion. */
  private static Release missing(Attribute attribute) {
    return new Release.Withheld(
        StatusCode.RESPONDER,
        StatusCode.REQUEST_UNSUPPORTED,
        Map.of(
            "sv",
                "E-tjänsten kräver en uppgift som saknas för dig: "
                    + attribute.friendlyName()
                    + ".",
            "en",
                "The service demands something not known about you: "
                    + attribute.friendlyName()
                    + "."),
        "The attribute " + attribute.friendlyName() + " is demanded, and the person has none");
  }
}
