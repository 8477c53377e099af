package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;
import static se.genrep.sut.IdpWatch.everyAssertion;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.IdpMetadataHabit;
import se.genrep.reference.TesterAnswer;
import se.genrep.reference.Testers;
import se.genrep.registry.Attribute;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.sut.IdpWatch;
import se.genrep.sut.PageRule;
import se.genrep.sut.Visit;

/** DP 2.1.3, 7.1.2, EC 6.3 and UM 3.1: what it does, it declares. */
final class DeclarationCases {

  static final ConformanceCase ATTRIBUTES =
      conformanceCase("saml/idp/declares-attributes")
          .title("lists attributes that it gives beyond its categories")
          .requirement("DP-2.1.3-02")
          .stimulus(
              everyAssertion(
                  answer ->
                      DeclarationCases.unlisted(answer)
                          .map(
                              name ->
                                  "has "
                                      + name
                                      + ", which neither the categories nor the attributes of its metadata promise")))
          .expect(KEPT)
          .mutant("lists none of them", habit(IdpMetadataHabit.NO_ATTRIBUTES))
          .build();

  static final ConformanceCase MESSAGES =
      conformanceCase("saml/idp/declares-messages")
          .title("declares that it shows messages")
          .requirement("UM-3.1-01", "EC-6.3-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.userMessage(
                                  request,
                                  "text/plain",
                                  "en",
                                  "MOCK: shown means declared",
                                  "sv",
                                  "MOCK: shown means declared")))
                  .saying("The tester has a message, whether it is declared or not")
                  .seeing(DeclarationCases::message))
          .expect(KEPT)
          .mutant("does not declare it", habit(IdpMetadataHabit.BANKID_NO_MESSAGE))
          .build();

  static final ConformanceCase CONTRACT =
      conformanceCase("saml/idp/declares-contract")
          .title("declares the contract of the authorisation system")
          .requirement("TAR-3.6.5-02")
          .appliesTo(Applies.AUTHORISATION_SYSTEM)
          .stimulus(
              new IdpWatch(
                  watched ->
                      watched.entity().declares(ServiceContract.EID_AUTHORIZATION_SYSTEM.uri())
                          ? new Outcome.Kept("it declares it")
                          : watched.entity().declares(ServiceContract.EID_CHOICE_2017.uri())
                              ? new Outcome.NotSeen("it is of Valfrihetssystem 2017")
                              : new Outcome.Broken(
                                  "the metadata does not declare "
                                      + ServiceContract.EID_AUTHORIZATION_SYSTEM.uri())))
          .expect(KEPT)
          .mutant("declares the contract of others", habit(IdpMetadataHabit.OTHER_CONTRACT))
          .build();

  static final ConformanceCase PREPAID =
      conformanceCase("saml/idp/declares-prepaid")
          .title("declares the contract of eID för medarbetare")
          .requirement("TAR-3.6.4-02")
          .appliesTo(Applies.EMPLOYEES)
          .stimulus(
              new IdpWatch(
                  watched ->
                      watched.entity().declares(ServiceContract.PREPAID_AUTH_2021.uri())
                          ? new Outcome.Kept("it declares it")
                          : new Outcome.Broken(
                              "the metadata does not declare "
                                  + ServiceContract.PREPAID_AUTH_2021.uri())))
          .expect(KEPT)
          .mutant("declares the contract of others", habit(IdpMetadataHabit.OTHER_CONTRACT))
          .build();

  private static Outcome message(Visit visit) {
    boolean shown =
        visit.pages(PageRule.Kind.LOGIN).stream()
            .anyMatch(page -> page.text().contains("shown means declared"));
    if (!shown) {
      return new Outcome.NotSeen("it shows no user messages");
    }
    return visit.idp().declares(GeneralCategory.SUPPORTS_USER_MESSAGE.uri())
        ? new Outcome.Kept("it shows messages and says so")
        : new Outcome.Broken(
            "it shows a user message, and metadata does not declare supports-user-message");
  }

  /** An attribute that is neither of a declared category nor listed. */
  private static Optional<String> unlisted(TesterAnswer answer) {
    Set<String> listed =
        new HashSet<>(answer.sender().identityProvider().orElseThrow().attributes());
    answer.sender().categories().stream()
        .flatMap(uri -> EntityCategory.of(uri).stream())
        .filter(ServiceEntityCategory.class::isInstance)
        .map(ServiceEntityCategory.class::cast)
        .flatMap(
            category ->
                Stream.of(
                        category.requiredAttributes(),
                        category.attributeSet().requiredIfAvailable(),
                        category.attributeSet().recommended())
                    .flatMap(each -> each.stream()))
        .map(Attribute::oidName)
        .forEach(listed::add);
    return answer.values().keySet().stream()
        .filter(name -> !listed.contains(name))
        .flatMap(name -> Attribute.of(name).stream())
        .filter(Attribute::identity)
        .map(Attribute::friendlyName)
        .findFirst();
  }

  private DeclarationCases() {}
}
