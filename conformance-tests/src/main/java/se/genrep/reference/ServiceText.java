package se.genrep.reference;

/** Every text of the service's pages, in both languages side by side. */
public enum ServiceText {
  MOCK_BAND(
      "Det här är en test-e-tjänst. Den gör ingenting på riktigt.",
      "This is a test e-service. Nothing it does is real."),
  LANGUAGE("Språk", "Language"),
  TITLE("Demotjänsten", "Demo e-service"),
  LEAD(
      "En e-tjänst som federationens testpersoner kan logga in i.",
      "An e-service that the federation's test people can sign in to."),
  NOBODY("Ingen är inloggad.", "Nobody is signed in."),
  SIGN_IN("Logga in", "Sign in"),
  SIGN_OUT("Logga ut", "Sign out"),
  SIGNED_IN("Inloggad som %s", "Signed in as %s"),
  NUMBER("Personidentitetsnummer", "Personal identity number"),
  CONTEXT("Tillitsnivå", "Level of assurance"),
  ATTRIBUTES("Uppgifter i intyget", "Attributes of the assertion"),
  REFUSED_TITLE("Inloggningen godtogs inte", "The sign-in was not accepted"),
  REFUSED_LEAD(
      "Svaret från legitimeringstjänsten klarade inte alla kontroller, så ingen har loggats in.",
      "The answer of the identity provider did not pass every check, so nobody was signed in."),
  REFUSED_BY("Kontroll som sade nej", "Check that refused"),
  REASON("Skäl", "Reason"),
  AGAIN("Till startsidan", "To the start page"),
  FAULT_TITLE("Det går inte just nu", "This cannot be done"),
  NOT_FOUND("Det finns ingenting på den här adressen.", "There is nothing at this address."),
  WRONG_METHOD("Adressen ska anropas på ett annat sätt.", "The address wants another method."),
  TOO_LARGE("Formuläret är för stort.", "The form is too large."),
  NO_PHONES("Kom tillbaka från en dator.", "Come back from a computer."),
  OUT_OF_ORDER("En legitimeringstjänst fungerar inte.", "An identity provider is out of order."),
  FAULT("Ett fel i e-tjänsten.", "A fault in the e-service.");

  private final String swedish;
  private final String english;

  ServiceText(String swedish, String english) {
    this.swedish = swedish;
    this.english = english;
  }

  public String in(String language, Object... arguments) {
    return String.format(language.equals("en") ? english : swedish, arguments);
  }
}
