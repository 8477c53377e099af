package se.genrep.reference;

import java.util.List;

/**
 * A check in words, as something that holds.
 *
 * @param requirements ids of the catalogue, of the statements it stands on
 */
record CheckText(String swedish, String english, List<String> requirements) {

  String in(String language) {
    return language.equals("en") ? english : swedish;
  }

  private static CheckText says(String swedish, String english, String... requirements) {
    return new CheckText(swedish, english, List.of(requirements));
  }

  static CheckText of(Check check) {
    return switch (check) {
      case RESPONSE_SIGNED ->
          says("Svaret är undertecknat.", "The Response is signed.", "DP-6.3.1-01");
      case SIGNATURE_VALUE ->
          says(
              "Underskriften stämmer: ingenting har ändrats på vägen.",
              "The signature verifies: nothing was changed on the way.",
              "DP-6.3.1-01");
      case SIGNER_KNOWN ->
          says(
              "Nyckeln är en som federationens metadata känner, inte en som svaret har med sig.",
              "The key is one that the federation's metadata knows, not one the answer brings along.",
              "DP-6.3.1-03");
      case SIGNER_IS_ISSUER ->
          says(
              "Nyckeln är utfärdarens egen, inte en annan medlems.",
              "The key is the issuer's own, not another member's.",
              "DP-6.3.1-03");
      case SIGNED_ELEMENT_IS_READ ->
          says(
              "Det som läses är just det som är undertecknat.",
              "What is read is the very element that is signed.",
              "DP-6.3.1-01",
              "DP-6.3-03");
      case ONE_SIGNATURE ->
          says(
              "Det finns en enda underskrift, på sin plats, och den täcker inget annat.",
              "There is one signature, in its place, and it covers nothing else.",
              "DP-6.3-03");
      case SIGNATURE_ALGORITHM ->
          says(
              "Underskriften är gjord med tillåtna algoritmer.",
              "The signature is made with permitted algorithms.",
              "DP-8-09",
              "DP-8-10");
      case ASSERTION_SIGNATURE ->
          says(
              "Intyget har en egen underskrift, och också den stämmer.",
              "The assertion has a signature of its own, and that verifies too.",
              "DP-6.3.1-02");
      case SIGNED_ASSERTION_ACCEPTED ->
          says(
              "Att intyget har en egen underskrift är inget hinder.",
              "That the assertion has a signature of its own is no hindrance.",
              "DP-6.3.1-02");
      case ENCRYPTED ->
          says("Intyget kom krypterat.", "The assertion came encrypted.", "DP-6.1-15", "TAR-2-01");
      case ENCRYPTION_ALGORITHM ->
          says(
              "Intyget är krypterat med tillåtna algoritmer.",
              "The assertion is encrypted with permitted algorithms.",
              "DP-8-09",
              "DP-8-11");
      case OWN_KEY ->
          says(
              "Intyget gick att öppna med e-tjänstens egen nyckel.",
              "The assertion opened with the key of this service.",
              "DP-6.3-01");
      case ALGORITHMS_SUPPORTED ->
          says(
              "Algoritmerna är kända här, också de mindre vanliga.",
              "The algorithms are understood here, the less common ones too.",
              "DP-8.2-03",
              "DP-8.1-02");
      case RESPONSE_ISSUER ->
          says(
              "Svaret kommer från den legitimeringstjänst som tillfrågades.",
              "The Response is issued by the identity provider that was asked.",
              "DP-6.3.1-03");
      case ASSERTION_ISSUER ->
          says(
              "Intyget är utfärdat av samma legitimeringstjänst.",
              "The assertion is issued by the same identity provider.",
              "DP-6.3.1-03");
      case DESTINATION ->
          says(
              "Svaret är adresserat hit (Destination).",
              "The Response is addressed to this place (Destination).",
              "DP-6.3-03");
      case AUDIENCE ->
          says(
              "Intyget är avsett för den här e-tjänsten (Audience).",
              "The assertion is meant for this service (Audience).",
              "DP-6.3.3-01");
      case RECIPIENT ->
          says(
              "Intyget får lämnas just här (Recipient).",
              "The assertion may be delivered at this very place (Recipient).",
              "DP-6.3.2-02",
              "DP-6.3.2-03");
      case CONFIRMATION_METHOD ->
          says(
              "Intyget gäller den som lämnar det (bearer).",
              "The assertion is about whoever brings it (bearer).",
              "DP-6.3-03");
      case POST_ONLY ->
          says(
              "Svaret kom med HTTP-POST, som det ska.",
              "The answer came by HTTP-POST, as it has to.",
              "PROF-4.1.2-01");
      case IN_RESPONSE_TO ->
          says(
              "Svaret hör till den begäran som den här webbläsaren skickade (InResponseTo).",
              "The Response answers the request that this browser sent (InResponseTo).",
              "DP-6.3-03",
              "DP-6.1-13");
      case CONFIRMATION_IN_RESPONSE_TO ->
          says(
              "Också intyget hör till den begäran.",
              "The assertion answers that request too.",
              "DP-6.3.2-01");
      case NOT_BEFORE ->
          says(
              "Intyget har börjat gälla (NotBefore).",
              "The assertion has begun to hold (NotBefore).",
              "DP-6.3.3-02");
      case NOT_ON_OR_AFTER ->
          says(
              "Intyget har inte slutat gälla (NotOnOrAfter).",
              "The assertion has not ceased to hold (NotOnOrAfter).",
              "DP-6.3.3-03");
      case CONFIRMATION_NOT_ON_OR_AFTER ->
          says(
              "Tiden för att lämna intyget har inte gått ut.",
              "The time for delivering the assertion is not over.",
              "DP-6.3.2-04");
      case ISSUE_INSTANT ->
          says(
              "Svar och intyg är nyss utfärdade (IssueInstant).",
              "Response and assertion were issued just now (IssueInstant).",
              "DP-6.3.5-02");
      case AUTHN_INSTANT ->
          says(
              "Legitimeringen är så ny som begäran kräver (AuthnInstant).",
              "The authentication is as recent as the request demands (AuthnInstant).",
              "DP-6.3.5-03");
      case CLOCK_SKEW_TOLERATED ->
          says("Klockorna får gå lite olika.", "Clocks may differ a little.", "DP-6.3.2-05");
      case CLOCK_SKEW_BOUNDED ->
          says(
              "Klockorna får inte skilja mer än en minut.",
              "Clocks may not differ by more than a minute.",
              "DP-6.3.5-04");
      case REPLAY ->
          says(
              "Intyget har inte använts förut, och begäran har inte besvarats förut.",
              "The assertion was not used before, nor the request answered before.",
              "DP-6.3.5-01");
      case SOLICITED ->
          says(
              "Den här webbläsaren har begärt att få logga in.",
              "This browser has asked to sign in.",
              "DP-6.1-13");
      case STATUS ->
          says(
              "Legitimeringstjänsten säger att det lyckades (Status).",
              "The identity provider says that it succeeded (Status).",
              "DP-6.3-03");
      case AUTHN_CONTEXT ->
          says(
              "Tillitsnivån är en av dem som begärdes.",
              "The level of assurance is one of those asked for.",
              "DP-6.3.4-01",
              "DP-6.3.4-02");
      case WHOLE_TEXT ->
          says(
              "Texter läses hela, så att en kommentar mitt i inte kortar av dem.",
              "Texts are read whole, so that a comment in the middle does not cut them short.",
              "DP-6.3-03");
      case ATTRIBUTE_NAME ->
          says(
              "Attribut känns igen på sitt namn, inte på det vänliga namnet.",
              "Attributes are known by their Name, not by FriendlyName.",
              "DP-6.3-03");
      case NUMBER_PRESENT ->
          says(
              "Intyget säger vem det gäller, med det attribut som e-tjänsten känner folk på.",
              "The assertion says who it is about, by the attribute this service knows people by.",
              "DP-6.2.1-07");
      case NUMBER_SINGLE ->
          says("Det säger det en enda gång.", "It says so just once.", "DP-6.2.1-07");
      case NUMBER_FORMAT ->
          says("Det står på föreskrivet sätt.", "It is written as prescribed.", "ATTR-3.1-18");
      case NUMBER_CHECK_DIGIT ->
          says(
              "Numrets kontrollsiffra stämmer.",
              "The check digit of the number is right.",
              "ATTR-3.1-18");
      case SAMORDNINGSNUMMER_OPT_IN ->
          says(
              "Numret är ett samordningsnummer, och e-tjänsten säger i sina metadata att den tar"
                  + " sådana.",
              "The number is a samordningsnummer, and the service says in its metadata that it takes"
                  + " them.",
              "EC-6.2-01",
              "TAR-3.8-02");
      case SAMORDNINGSNUMMER_ACCEPTED ->
          says(
              "Ett samordningsnummer godtas som vilket nummer som helst.",
              "A samordningsnummer is accepted like any other number.",
              "EC-6.2-01",
              "TAR-3.8-02");
      case VERSION ->
          says(
              "Svar och intyg är av SAML 2.0.",
              "Response and assertion are of SAML 2.0.",
              "CORE-4.1.2-01");
      case XML_ID ->
          says(
              "Svar och intyg har var sin ID.",
              "Response and assertion each have an ID.",
              "PROF-4.1.4.3-01");
      case ONCE ->
          says(
              "Det som ska finnas en gång finns inte två.",
              "What has its place once is not there twice.",
              "DP-6.2-25");
      case EVERY_RESTRICTION ->
          says(
              "Varje begränsning av mottagare är uppfylld.",
              "Every restriction to audiences holds.",
              "CORE-2.5.1.4-01");
      case CONDITIONS_UNDERSTOOD ->
          says(
              "Alla villkor i intyget är kända här.",
              "Every condition of the assertion is understood here.",
              "CORE-2.5.1.1-01");
      case SESSION_END ->
          says(
              "Legitimeringstjänstens session är inte över.",
              "The session of the identity provider is not over.",
              "PROF-4.1.4.3-02");
      case NAMESPACE ->
          says(
              "Element känns igen på namnrymd och namn.",
              "Elements are known by namespace and name.",
              "PROF-4.1.4.3-01");
      case COMMENTS_ARE_NO_TEXT ->
          says("Kommentarer läses inte som text.", "Comments are not read as text.", "DP-6.3-03");
      case IDENTITY_BY_ATTRIBUTE ->
          says(
              "Personen känns igen på attributet, inte på NameID.",
              "The person is known by the attribute, not by NameID.",
              "DP-6.2.1-07");
      case NAME_ID ->
          says(
              "En ovanlig NameID gör ingen till någon annan.",
              "An unusual NameID makes nobody somebody else.",
              "DP-6.3-03");
      case TIME_FORMS ->
          says(
              "Tider förstås med hur många decimaler som helst.",
              "Times of any precision are understood.",
              "CORE-1.3.3-01");
      case ISSUER_FORMAT ->
          says(
              "Utfärdaren får kalla sig entitet.",
              "The issuer may say that it is an entity.",
              "DP-6.3-03");
      case SEVERAL_AUDIENCES ->
          says(
              "Intyget får vara avsett för fler.",
              "The assertion may be meant for others too.",
              "CORE-2.5.1.4-01");
      case ONE_TIME_USE ->
          says(
              "Villkoren OneTimeUse och ProxyRestriction är kända.",
              "The conditions OneTimeUse and ProxyRestriction are understood.",
              "CORE-2.5.1-01");
      case ADVICE ->
          says(
              "Råd i intyget är inget hinder.",
              "Advice in the assertion is no hindrance.",
              "CORE-2.6.1-01");
      case AUTHORITIES ->
          says(
              "Flera får ha legitimerat åt utfärdaren.",
              "Several may have authenticated for the issuer.",
              "CORE-2.7.2.2-01");
      case SESSION_END_UNDERSTOOD ->
          says(
              "Att sessionen har ett slut är inget hinder.",
              "That the session has an end is no hindrance.",
              "PROF-4.1.4.3-02");
      case SESSION_INDEX_OPTIONAL ->
          says("Sessionen behöver inte ha ett index.", "The session needs no index.", "DP-6.3-03");
      case VALUE_TYPES ->
          says(
              "Attributvärden får vara av vilken typ som helst.",
              "Attribute values may be of any type.",
              "CORE-2.7.3.1-01");
      case MORE_ATTRIBUTES ->
          says(
              "Okända attribut är inget hinder.",
              "Unknown attributes are no hindrance.",
              "CORE-2.7.3.1-01");
      case STATUS_TEXT ->
          says(
              "Meddelande, detaljer och samtycke är inget hinder.",
              "Message, details and consent are no hindrance.",
              "CORE-3.2.2-01");
      case PREFIXES ->
          says("Vilka prefix som helst går bra.", "Any prefixes will do.", "CORE-3.2.2-01");
      case WHITE_SPACE ->
          says(
              "Blanktecken mellan element betyder ingenting.",
              "White space between elements means nothing.",
              "DP-6.3-03");
      case REFERENCE_BY_ID ->
          says(
              "Underskriften hänvisar till det undertecknades ID.",
              "The signature refers to the ID of what it signs.",
              "CORE-5.4.2-01");
      case REFERENCES_RESOLVE ->
          says(
              "Det som underskriften hänvisar till finns i svaret.",
              "What the signature refers to is in the message.",
              "DP-6.3.1-01");
      case ONE_SIGNED_INFO ->
          says("Det finns en SignedInfo.", "There is one SignedInfo.", "DP-6.3.1-01");
      case DIGEST_VALUE ->
          says("Kontrollsumman läses hel.", "The digest is read whole.", "DP-6.3.1-01");
      case DIGEST_IN_PLACE ->
          says(
              "Kontrollsumman läses på sin plats.",
              "The digest is read in its place.",
              "DP-6.3.1-01");
      case CANONICALISATION ->
          says(
              "Det undertecknade går att skriva på kanonisk form.",
              "What is signed has a canonical form.",
              "DP-6.3.1-01");
      case TRANSFORMS ->
          says(
              "Underskriften lämnar ingenting utanför.",
              "The signature leaves nothing out.",
              "CORE-5.4.4-01");
      case CANONICAL_WITH_COMMENTS ->
          says(
              "Kanonisk form med kommentarer är känd här.",
              "Canonicalisation with comments is understood.",
              "CORE-5.4.4-01");
      case KEY_KIND ->
          says(
              "En öppen nyckel används inte som hemlighet.",
              "A public key is not used as a secret.",
              "DP-8-09");
      case KEY_USE ->
          says("Nyckeln är en för underskrift.", "The key is one for signing.", "DP-6.3.1-03");
      case KEY_INFO_OPTIONAL ->
          says(
              "Svaret behöver inte ha med sig något certifikat.",
              "The answer need not bring a certificate along.",
              "DP-2.1.1.2-13");
      case MANDATORY_ENCRYPTION ->
          says(
              "AES-256-CBC och OAEP med SHA-1 är kända här, som alla ska kunna.",
              "AES-256-CBC and OAEP with SHA-1, which everybody supports, are understood.",
              "DP-8.3-03");
      case OAEP_DIGESTS ->
          says(
              "Nyckeltransport med nyare kontrollsummor är känd här.",
              "Key transport with newer digests is understood.",
              "DP-8.4-02");
      case PARTIAL_ENCRYPTION ->
          says(
              "Ingenting i intyget är krypterat en gång till.",
              "Nothing in the assertion is encrypted once more.",
              "DP-6.1-16");
      case CIPHER_AUTHENTICATED ->
          says(
              "Den krypterade texten är oförvanskad.",
              "The encrypted text is authentic.",
              "DP-6.3-01");
      case NO_DOCTYPE ->
          says("Svaret har ingen dokumenttyp.", "The Response has no document type.", "DP-6.2-24");
      case XML_WHOLE ->
          says(
              "Svaret är ett enda XML-dokument.",
              "The message is one XML document.",
              "PROF-4.1.4.3-01");
      case XML_WRITING ->
          says(
              "Svaret får vara skrivet på vilket sätt XML tillåter.",
              "The message may be written in any way of XML.",
              "DP-6.3-03");
    };
  }
}
