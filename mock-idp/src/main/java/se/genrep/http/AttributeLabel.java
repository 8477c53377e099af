package se.genrep.http;

import java.util.Arrays;
import java.util.Optional;
import se.genrep.registry.Attribute;

/** What people call an attribute; those without a label go by their name in the framework. */
enum AttributeLabel {
  SURNAME(Attribute.SURNAME, "Efternamn", "Surname"),
  GIVEN_NAME(Attribute.GIVEN_NAME, "Förnamn", "Given name"),
  DISPLAY_NAME(Attribute.DISPLAY_NAME, "Visningsnamn", "Display name"),
  NUMBER(
      Attribute.PERSONAL_IDENTITY_NUMBER,
      "Personnummer eller samordningsnummer",
      "Personnummer or samordningsnummer"),
  PREVIOUS_NUMBER(
      Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER,
      "Tidigare personnummer eller samordningsnummer",
      "Earlier personnummer or samordningsnummer"),
  MAPPED_NUMBER(
      Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER,
      "Svenskt nummer som är kopplat till din utländska e-legitimation",
      "Swedish number bound to your foreign eID"),
  BINDING(
      Attribute.PERSONAL_IDENTITY_NUMBER_BINDING,
      "Hur numret kopplades",
      "How the number is bound"),
  DATE_OF_BIRTH(Attribute.DATE_OF_BIRTH, "Födelsedatum", "Date of birth"),
  PLACE_OF_BIRTH(Attribute.PLACE_OF_BIRTH, "Födelseort", "Place of birth"),
  BIRTH_NAME(Attribute.BIRTH_NAME, "Namn vid födelsen", "Name at birth"),
  GENDER(Attribute.GENDER, "Kön", "Gender"),
  COUNTRY(Attribute.COUNTRY, "Land", "Country"),
  MAIL(Attribute.MAIL, "E-postadress", "E-mail address"),
  ORGANIZATION(Attribute.ORGANIZATION, "Organisation", "Organisation"),
  ORGANIZATION_IDENTIFIER(
      Attribute.ORGANIZATION_IDENTIFIER, "Organisationsnummer", "Organisation number"),
  ORG_AFFILIATION(
      Attribute.ORG_AFFILIATION, "Identitet i organisationen", "Identity within the organisation"),
  HSA_ID(Attribute.EMPLOYEE_HSA_ID, "HSA-id", "HSA-ID"),
  PRID(Attribute.PRID, "Provisoriskt id (prid)", "Provisional identifier (prid)"),
  EIDAS_IDENTIFIER(
      Attribute.EIDAS_PERSON_IDENTIFIER,
      "Id från det andra landet",
      "Identifier from the other country"),
  EIDAS_ADDRESS(Attribute.EIDAS_NATURAL_PERSON_ADDRESS, "Adress", "Address");

  private final Attribute attribute;
  private final String swedish;
  private final String english;

  AttributeLabel(Attribute attribute, String swedish, String english) {
    this.attribute = attribute;
    this.swedish = swedish;
    this.english = english;
  }

  static Optional<AttributeLabel> of(Attribute attribute) {
    return Arrays.stream(values()).filter(label -> label.attribute == attribute).findFirst();
  }

  String in(Language language) {
    return language == Language.SV ? swedish : english;
  }
}
