package se.genrep.sut;

/** What cases depend on in an identity provider, beside its entity categories, each as a word. */
public final class IdpTraits {

  /** It takes signed requests only. */
  public static final String SIGNED_REQUESTS = "signed-requests";

  /** It serves the Holder-of-key profile. */
  public static final String HOLDER_OF_KEY = "holder-of-key";

  /** It speaks for organisations. */
  public static final String SCOPES = "scopes";

  /** It wants to be told who is expected. */
  public static final String PRINCIPAL_SELECTION = "principal-selection";

  /** SUT.yaml says how to break off. */
  public static final String CANCEL = "cancel";

  /** SUT.yaml declares several persons. */
  public static final String TWO_PERSONS = "two-persons";

  /** It is a service for BankID, by its name. */
  public static final String BANKID = "bankid";

  /** It lets others authenticate. */
  public static final String PROXY = "proxy";

  /** It is a supplier's in the authorisation system, by its levels and categories. */
  public static final String AUTHORISATION_SYSTEM = "authorisation-system";

  /** It delivers identities of employees. */
  public static final String EMPLOYEES = "employees";

  /** It declares service contracts. */
  public static final String CONTRACTS = "contracts";

  private IdpTraits() {}

  /** It declares the authentication context. */
  public static String level(String uri) {
    return "level:" + uri;
  }

  /** SUT.yaml declares a person of the kind. */
  public static String person(DeclaredPerson.Kind kind) {
    return "person:" + kind;
  }

  /** SUT.yaml knows a page of the kind. */
  public static String page(PageRule.Kind kind) {
    return "page:" + kind;
  }
}
