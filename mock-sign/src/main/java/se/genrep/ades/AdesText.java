package se.genrep.ades;

import se.genrep.person.Bilingual;

/** Every sentence of a verdict, in both languages side by side. {@code %s} takes an argument. */
public enum AdesText {
  // The file as a whole
  NO_SIGNATURE("Filen har ingen underskrift.", "The file has no signature."),
  NO_SIGNATURE_BUT_FIELD(
      "Filen har ett underskriftsfält, men ingen underskrift som går att läsa.",
      "The file has a signature field, but no signature in it that can be read."),
  NOT_ALL_SIGNED(
      "Filen innehåller mer än det som är underskrivet: %s.",
      "The file holds more than what is signed: %s."),

  // (a) uniquely linked to the signatory
  BOUND(
      "Underskriften binder just det här certifikatet (avtryck i de underskrivna uppgifterna).",
      "The signature binds this very certificate (its digest is in the signed attributes)."),
  NOT_BOUND(
      "Underskriften binder inte sitt certifikat: ett annat för samma nyckel kan läggas dit.",
      "The signature does not bind its certificate: another one for the same key can be put"
          + " there."),
  BOUND_TO_ANOTHER(
      "Underskriften binder ett annat certifikat än det som följer med.",
      "The signature binds another certificate than the one it comes with."),
  IDENTIFIER_OF_ONE(
      "Certifikatet gäller en enda person: %s.", "The certificate is for one person only: %s."),
  NO_IDENTIFIER(
      "Certifikatet har ingen personidentifierare (serialNumber).",
      "The certificate has no person identifier (serialNumber)."),
  NO_CERTIFICATE(
      "Underskriften har inget certifikat att hänföra till någon.",
      "The signature has no certificate by which to tell whose it is."),

  // (b) capable of identifying the signatory
  NAMED("Certifikatet är utfärdat för %s.", "The certificate is issued to %s."),
  PSEUDONYM(
      "Certifikatet är utfärdat för pseudonymen %s.",
      "The certificate is issued to the pseudonym %s."),
  NOT_NAMED(
      "Certifikatet har varken namn eller pseudonym.",
      "The certificate has neither a name nor a pseudonym."),
  CHAIN_TRUSTED("Utfärdaren är känd: %s.", "The issuer is known: %s."),
  CHAIN_UNKNOWN(
      "Certifikatet leder inte till någon utfärdare som är känd här (--trust anger fler).",
      "The certificate leads to no issuer that is known here (--trust names more)."),
  AUTHENTICATED(
      "%s legitimerade undertecknaren %s på nivån %s.",
      "%s authenticated the signer at %s, at the level %s."),
  MAPPED("%s kom från attributet %s.", "%s came from the attribute %s."),

  // (c) sole control
  FRESH(
      "Certifikatet gäller från %s och undertecknaren legitimerades %s: nyckeln skapades för just"
          + " den här underskriften.",
      "The certificate is valid from %s and the signer was authenticated at %s: the key was made"
          + " for this very signature."),
  STALE(
      "Certifikatet gäller från %s men undertecknaren legitimerades %s: nyckeln skapades inte för"
          + " just den här underskriften.",
      "The certificate is valid from %s but the signer was authenticated at %s: the key was not"
          + " made for this very signature."),
  BEFORE_AUTHENTICATION(
      "Certifikatet utfärdades före legitimeringen.",
      "The certificate was issued before the authentication."),
  SIGNED_BEFORE(
      "Underskriften uppger en tid före certifikatets: %s.",
      "The signature claims a time before the certificate's: %s."),
  LEVEL_ENOUGH(
      "Nivån %s är hög nog för en avancerad underskrift.",
      "The level %s is high enough for an advanced signature."),
  LEVEL_UNCERTIFIED(
      "Nivån %s är självdeklarerad; Digg har inte granskat den.",
      "The level %s is self-declared; Digg has not reviewed it."),
  LEVEL_TOO_LOW(
      "Nivån %s är för låg för att ensam kontroll ska kunna antas.",
      "The level %s is too low for sole control to be assumed."),
  LEVEL_UNKNOWN("Nivån %s är okänd.", "The level %s is not known."),
  DEVICE(
      "Nyckeln uppges finnas i en kvalificerad anordning (QcSSCD).",
      "The key is said to be in a qualified device (QcSSCD)."),
  SAD_FOUND(
      "Aktiveringsdata (SAD) binder legitimeringen till begäran %s med %s handlingar.",
      "Activation data (SAD) bind the authentication to the request %s of %s documents."),
  SAD_MISSING(
      "Certifikatet visar ingen aktiveringsdata (SAD); att legitimeringen gällde just den här"
          + " underskriften framgår av tidpunkten ensam.",
      "The certificate shows no activation data (SAD); that the authentication was for this very"
          + " signature shows in the time alone."),
  NO_CONTEXT(
      "Certifikatet säger inte hur undertecknaren legitimerades (RFC 7773), och nyckeln uppges"
          + " inte finnas i en kvalificerad anordning: ensam kontroll går inte att visa.",
      "The certificate does not say how the signer was authenticated (RFC 7773), and the key is"
          + " not said to be in a qualified device: sole control cannot be shown."),

  // (d) integrity
  INTACT(
      "Det underskrivna är oförändrat, och underskriften stämmer med certifikatets nyckel.",
      "What was signed is unchanged, and the signature fits the certificate's key."),
  CONTENT_CHANGED("Det underskrivna har ändrats: %s.", "What was signed has been changed: %s."),
  VALUE_WRONG(
      "Underskriftens värde stämmer inte med certifikatets nyckel.",
      "The signature value does not fit the certificate's key."),
  CONTENT_MISSING(
      "Det underskrivna finns inte i filen: %s.", "What was signed is not in the file: %s."),
  COVERS_ALL("Underskriften omfattar hela filen.", "The signature covers the whole file."),
  COVERS_REVISION(
      "Underskriften omfattar filen som den var när den skrevs under; därefter har tillkommit: %s.",
      "The signature covers the file as it was when signed; added since: %s."),
  COVERS_PART("Underskriften omfattar bara en del: %s.", "The signature covers a part only: %s."),
  CHANGED_AFTER(
      "Filen har ändrats efter underskriften: %s.",
      "The file has been changed after it was signed: %s."),
  FORBIDDEN_CHANGE(
      "Filen har ändrats på ett sätt som undertecknaren inte tillät: %s.",
      "The file has been changed in a way that the signer did not allow: %s."),
  APPEARANCE_CHANGED(
      "Den synliga underskriften i fältet %s har flyttats eller bytt utseende.",
      "The visible signature in the field %s has been moved or has changed its look."),

  BYTES_BEHIND(
      "Efter filens slut finns mer, som vissa program visar.",
      "There is more behind the end of the file, which some programs show."),
  TEXT_HIDDEN(
      "Den senare underskriften i fältet %s ligger över text på sidan.",
      "The later signature in the field %s lies over text of the page."),
  UNSIGNED_OBJECT(
      "Underskriften har ett objekt som ingen har skrivit under.",
      "The signature has an object that nobody signed."),
  PROPERTIES_TWICE(
      "Underskriften har mer än en uppsättning underskriftsegenskaper.",
      "The signature has more than one set of qualifying properties."),
  MISPLACED(
      "Det underskrivna (%s) ligger inte där det hör hemma i filen.",
      "What was signed (%s) is not in its proper place in the file."),
  ID_TWICE(
      "Identifieraren %s finns på mer än ett ställe.",
      "The identifier %s is in more than one place."),

  // By EN 319 102-1
  TIMESTAMP_BAD("En tidsstämpel godtas inte: %s.", "A time-stamp is not accepted: %s."),
  FAILED("Valideringen misslyckades: %s.", "The validation failed: %s."),
  UNDECIDED("Valideringen kunde inte avgöra: %s.", "The validation could not decide: %s."),

  // Names of changes
  TIMESTAMPS("tidsstämplar eller valideringsdata", "time-stamps or validation data"),
  FURTHER_SIGNATURE("ytterligare underskrifter", "further signatures"),
  FORM_FILLED("ifyllda fält", "filled-in fields"),
  ANNOTATIONS("anteckningar", "annotations"),
  PAGES("sidornas antal", "the number of pages"),
  LOOK("sidornas utseende", "the look of pages"),
  OTHER_OBJECTS("annat innehåll", "other content"),

  // BankID
  BANKID_IDENTIFICATION(
      "BankID-underskriften gjordes för legitimering (funcId %s): den är ingen underskrift av en"
          + " handling.",
      "The BankID signature was made to identify somebody (funcId %s): it is no signature of a"
          + " document.");

  private final String swedish;
  private final String english;

  AdesText(String swedish, String english) {
    this.swedish = swedish;
    this.english = english;
  }

  /** The sentence; arguments of type {@link Bilingual} are taken in its language. */
  Bilingual with(Object... arguments) {
    return new Bilingual(filled(swedish, arguments, true), filled(english, arguments, false));
  }

  private static String filled(String text, Object[] arguments, boolean inSwedish) {
    Object[] taken = new Object[arguments.length];
    for (int i = 0; i < taken.length; i++) {
      taken[i] =
          arguments[i] instanceof Bilingual both ? inSwedish ? both.sv() : both.en() : arguments[i];
    }
    return String.format(text, taken);
  }
}
