package se.genrep.deviation;

import static se.genrep.deviation.Edits.NAME_ID;

/** NameID is a pseudonym (DP 6.2); whatever it is, the person is whom the attributes tell of. */
public final class NameIdDeviations {

  private static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
  private static final String EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

  public static final Deviation NAME_ID_IS_A_NUMBER =
      Edits.assertion(
          "name-id-is-a-number",
          "names the person by the number of somebody else",
          Edits.text(NAME_ID, NumberDeviations.SOMEBODY_ELSE));

  public static final Deviation NAME_ID_IS_AN_UNSPECIFIED_NUMBER =
      Edits.assertion(
          "name-id-is-an-unspecified-number",
          "names the person by another number, in an unspecified format",
          assertion ->
              assertion
                  .at(NAME_ID)
                  .set("Format", UNSPECIFIED)
                  .text(NumberDeviations.SOMEBODY_ELSE));

  public static final Deviation NAME_ID_WITHOUT_FORMAT =
      Edits.assertion(
          "name-id-without-format",
          "leaves the format of the name out, and gives another number",
          assertion -> assertion.at(NAME_ID).unset("Format").text(NumberDeviations.SOMEBODY_ELSE));

  public static final Deviation NAME_ID_MISSING =
      Edits.assertion(
          "name-id-missing", "leaves the name of the subject out", Edits.remove(NAME_ID));

  public static final Deviation NAME_ID_EMPTY =
      Edits.assertion(
          "name-id-empty", "leaves the name of the subject empty", Edits.text(NAME_ID, ""));

  public static final Deviation NAME_ID_FORMAT_EMPTY =
      Edits.assertion(
          "name-id-format-empty",
          "leaves the format of the name empty",
          Edits.set(NAME_ID, "Format", ""));

  public static final Deviation NAME_ID_EMAIL =
      Edits.assertion(
          "name-id-email",
          "calls the name of the subject an e-mail address",
          assertion -> assertion.at(NAME_ID).set("Format", EMAIL).text("admin@example.org"));

  public static final Deviation NAME_QUALIFIER_EMPTY =
      Edits.assertion(
          "name-qualifier-empty",
          "leaves the qualifier of the name empty",
          Edits.set(NAME_ID, "NameQualifier", ""));

  public static final Deviation NAME_QUALIFIER_OTHER =
      Edits.assertion(
          "name-qualifier-other",
          "qualifies the name by another identity provider",
          Edits.set(NAME_ID, "NameQualifier", AddressingDeviations.OTHER_IDP));

  public static final Deviation SP_NAME_QUALIFIER_OTHER =
      Edits.assertion(
          "sp-name-qualifier-other",
          "qualifies the name for another service provider",
          Edits.set(NAME_ID, "SPNameQualifier", AddressingDeviations.OTHER_SP));

  private NameIdDeviations() {}
}
