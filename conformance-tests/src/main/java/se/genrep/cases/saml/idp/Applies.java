package se.genrep.cases.saml.idp;

import java.util.Arrays;
import se.genrep.model.Applicability;
import se.genrep.registry.EntityCategory;
import se.genrep.sut.DeclaredPerson.Kind;
import se.genrep.sut.IdpTraits;
import se.genrep.sut.PageRule;

/** When a case makes sense for an identity provider. */
final class Applies {

  static final Applicability BANKID =
      trait(IdpTraits.BANKID, "nothing in its metadata says that it is a BankID service");

  static final Applicability PROXY =
      trait(IdpTraits.PROXY, "it declares no level that only proxies have");

  static final Applicability AUTHORISATION_SYSTEM =
      trait(
          IdpTraits.AUTHORISATION_SYSTEM,
          "its levels and categories are not those of the authorisation system");

  static final Applicability EMPLOYEES =
      trait(IdpTraits.EMPLOYEES, "it declares no category for employees");

  static final Applicability PRINCIPAL_SELECTION =
      trait(
          IdpTraits.PRINCIPAL_SELECTION,
          "its metadata does not ask for personalIdentityNumber in psc:RequestedPrincipalSelection");

  static final Applicability CANCEL = trait(IdpTraits.CANCEL, "SUT.yaml has no steps to cancel");

  static final Applicability SIGNED_REQUESTS =
      trait(IdpTraits.SIGNED_REQUESTS, "its metadata does not demand signed requests");

  static final Applicability CONTRACTS =
      trait(IdpTraits.CONTRACTS, "its metadata declares no contract, so it serves everybody");

  private Applies() {}

  private static Applicability trait(String trait, String otherwise) {
    return Applicability.when(facts -> facts.traits().contains(trait), otherwise);
  }

  /** It declares one of the categories. */
  static Applicability declares(EntityCategory... categories) {
    return Applicability.when(
        facts ->
            Arrays.stream(categories)
                .map(EntityCategory::uri)
                .anyMatch(facts.entityCategories()::contains),
        "its metadata does not declare " + categories[0].uri());
  }

  /** SUT.yaml has such a person. */
  static Applicability person(Kind kind) {
    return trait(IdpTraits.person(kind), "SUT.yaml declares no person with " + kind.words());
  }

  /** SUT.yaml knows such a page. */
  static Applicability page(PageRule.Kind kind) {
    return trait(
        IdpTraits.page(kind),
        "SUT.yaml knows no page that is: " + kind.name().toLowerCase(java.util.Locale.ROOT));
  }
}
