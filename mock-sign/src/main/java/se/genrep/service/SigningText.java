package se.genrep.service;

import se.genrep.person.Bilingual;

/** What the signing service says to people, in both languages. */
final class SigningText {

  static final Bilingual ABOUT =
      new Bilingual(
          "En MOCK av en federerad underskriftstjänst. E-tjänster skickar sina"
              + " underskriftsbegäranden (EidSignRequest) med webbläsaren till adressen nedan.",
          "A MOCK of a federated signing service. E-services send their sign requests"
              + " (EidSignRequest) by the browser to the address below.");

  static final Bilingual NO_REQUEST =
      new Bilingual("Här tas begäran om underskrift emot", "Requests for signatures arrive here");

  static final Bilingual BEGIN_AT_SERVICE =
      new Bilingual(
          "Börja hos en e-tjänst: den skickar dig hit med det som ska skrivas under.",
          "Begin at a service: it sends you here with what is to be signed.");

  static final Bilingual NOT_ANSWERED =
      new Bilingual(
          "Begäran om underskrift kan inte besvaras", "The request to sign cannot be answered");

  static final Bilingual NOT_ANSWERED_ADVICE =
      new Bilingual(
          "Inget skrivs under och inget skickas tillbaka, eftersom det inte är säkert vem som har"
              + " skickat begäran. Den som sköter e-tjänsten behöver rätta felet.",
          "Nothing is signed and nothing is sent back, because it is not certain who sent the"
              + " request. The people of the service need to mend the fault.");

  static final Bilingual NOTHING_WAITS =
      new Bilingual("Ingen underskrift väntar på det här", "No signature waits for this");

  private SigningText() {}
}
