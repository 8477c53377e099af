package se.genrep.http;

import se.genrep.person.Bilingual;

/** Every text of the pages, in both languages side by side. {@code %s} takes an argument. */
public enum Text {
  // On every page
  MOCK_BAND(
      "Det här är en test-IdP. Ingen legitimeras på riktigt.",
      "This is a test IdP. Nobody is really identified."),
  MOCK_MARK("MOCK/TEST", "MOCK/TEST"),
  LANGUAGE("Språk", "Language"),
  DETAILS("Tekniska uppgifter", "Technical details"),

  // Choosing a person
  CHOOSE_TITLE("Legitimera dig", "Identify yourself"),
  CHOOSE_FOR("Legitimera dig hos %s", "Identify yourself to %s"),
  SIGN_TITLE("Skriv under", "Sign"),
  SIGN_FOR("Skriv under: legitimera dig för %s", "Sign: identify yourself for %s"),
  CHOOSE_LEAD(
      "Välj vilken testperson du vill vara och hur det ska gå.",
      "Choose which test person to be, and how it ends."),
  SERVICE_LOGO("Logotyp för %s", "Logotype of %s"),
  PERSON("Testperson", "Test person"),
  SEARCH("Sök på namn, nummer eller egenskap", "Search by name, number or trait"),
  SEARCH_BUTTON("Sök", "Search"),
  SHOWN("%s av %s testpersoner", "%s of %s test persons"),
  NONE_FOUND(
      "Ingen testperson passar. Sök på något annat, eller töm fältet för att se alla.",
      "No test person matches. Search for something else, or empty the field to see all."),
  NOBODY_CAN(
      "Ingen testperson har en e-legitimation på den nivå som begärs.",
      "No test person has an eID at the level that is asked for."),
  NO_NUMBER("inget nummer", "no number"),
  LEVEL("Tillitsnivå", "Level of assurance"),
  LEVEL_AUTOMATIC(
      "Den första begärda som personen kan använda", "The first requested one the person can use"),
  LEVEL_CHOSEN("Tillitsnivå: %s", "Level of assurance: %s"),
  LEVEL_NOT_HELD(
      "%s har ingen e-legitimation på nivån %s. Välj en annan nivå eller en annan person.",
      "%s has no eID at the level %s. Choose another level or another person."),
  PERSON_MISSING("Välj en testperson först.", "Choose a test person first."),
  SIGN_IN("Logga in", "Sign in"),
  SIGN_NOW("Skriv under", "Sign"),
  OTHER_OUTCOMES("Låt det gå fel", "Let it fail"),
  OTHER_OUTCOMES_LEAD(
      "E-tjänsten får ett svar med felstatus och utan intyg.",
      "The service gets an answer with an error status and no assertion."),
  REQUEST("Begäran", "Request"),
  ENTITY_ID("entityID", "entityID"),
  REQUEST_ID("Begärans ID", "Request ID"),
  ANSWER_TO("Svaret går till", "The answer goes to"),
  LEVELS_ASKED("Begärda nivåer", "Levels asked for"),
  FORCE_AUTHN("ForceAuthn", "ForceAuthn"),

  // Choosing who authenticates for a proxy
  AUTHORITY_TITLE("Hur vill du legitimera dig?", "How do you want to identify yourself?"),
  COUNTRY_TITLE(
      "Vilket land kommer din e-legitimation från?", "Which country does your eID come from?"),

  // What is released
  RELEASE_TITLE("Uppgifter som lämnas", "What is handed over"),
  RELEASE_LEAD(
      "E-tjänsten får de här uppgifterna om dig. Du kan avbryta.",
      "The service gets the following about you. You can cancel."),
  RELEASE_NOTHING("E-tjänsten får inga uppgifter om dig.", "The service gets nothing about you."),
  RELEASE_BUTTON("Lämna uppgifterna", "Hand over"),
  BINDING_QUESTION(
      "Ett svenskt nummer är kopplat till din utländska e-legitimation. Får det lämnas?",
      "A Swedish number is bound to your foreign eID. May it be handed over?"),
  BINDING_YES("Ja, lämna numret", "Yes, hand over the number"),
  BINDING_NO("Nej, fortsätt utan numret", "No, go on without the number"),
  USER_MESSAGE("Meddelande från %s", "Message from %s"),
  REQUESTED_BY("På uppdrag av %s", "On behalf of %s"),
  EXPECTED(
      "E-tjänsten väntar sig %s. Legitimerar sig någon annan blir det fel.",
      "The service expects %s. If another person identifies, it ends in an error."),
  SIGNED_IN("Du är redan legitimerad här som %s.", "You are identified here already, as %s."),
  FORGET("Glöm mig", "Forget me"),

  // Signing
  SIGN_LEAD(
      "Läs texten. Skriver du under godkänner du den.", "Read the text. By signing you accept it."),
  SIGN_MESSAGE("Text att skriva under", "Text to sign"),
  SIGNS("Den som skriver under", "Signer"),

  // The session
  SESSION_TITLE("Din session", "Your session"),
  SESSION_OF("Du är legitimerad här som %s.", "You are identified here as %s."),
  SESSION_NONE("Du har ingen session här.", "You have no session here."),

  // Outcomes
  CANCEL("Avbryt", "Cancel"),
  CANCEL_EXPLAINED("Personen avbryter.", "The person cancels."),
  TIMEOUT("Tiden går ut", "Time runs out"),
  TIMEOUT_EXPLAINED(
      "Legitimeringen blev inte klar i tid.", "The identification was not finished in time."),
  AUTHN_FAILED("Legitimeringen misslyckas", "Identification fails"),
  AUTHN_FAILED_EXPLAINED("Legitimeringen misslyckades.", "The person could not be authenticated."),
  FRAUD("Bedrägeri", "Fraud"),
  FRAUD_EXPLAINED(
      "Legitimeringen stoppades, eftersom ett bedrägeri har upptäckts.",
      "The identification was stopped because fraud was detected."),
  POSSIBLE_FRAUD("Misstänkt bedrägeri", "Suspected fraud"),
  POSSIBLE_FRAUD_EXPLAINED(
      "Legitimeringen stoppades, eftersom ett bedrägeri misstänks.",
      "The identification was stopped because fraud is suspected."),
  NO_AUTHN_CONTEXT("Nivån kan inte nås", "The level cannot be reached"),
  NO_AUTHN_CONTEXT_EXPLAINED(
      "Ingen av de begärda tillitsnivåerna kan nås.",
      "None of the levels of assurance asked for can be reached."),
  UNKNOWN_PRINCIPAL("Fel person", "Wrong person"),
  UNKNOWN_PRINCIPAL_EXPLAINED(
      "Personen är inte den som e-tjänsten väntade sig.",
      "The person is not the one the service expected."),
  REQUEST_DENIED("Begäran nekas", "The request is denied"),
  REQUEST_DENIED_EXPLAINED(
      "Legitimeringstjänsten nekar begäran.", "The identity provider denies the request."),
  IDP_BROKEN("Tekniskt fel", "Technical error"),
  IDP_BROKEN_EXPLAINED(
      "Legitimeringstjänsten har ett tekniskt fel.",
      "The identity provider has a technical error."),

  REQUEST_BROKEN("Felaktig begäran", "Faulty request"),
  REQUEST_BROKEN_EXPLAINED(
      "E-tjänstens begäran är felaktig.", "The request of the service is faulty."),
  REQUEST_UNSUPPORTED("Begäran stöds inte", "The request is not supported"),
  REQUEST_UNSUPPORTED_EXPLAINED(
      "E-tjänsten begär något som legitimeringstjänsten inte kan.",
      "The service asks for something that the identity provider cannot do."),
  NO_PASSIVE("Personen måste tillfrågas", "The person has to be asked"),
  NO_PASSIVE_EXPLAINED(
      "Legitimeringen går inte att göra utan att fråga dig.",
      "The identification cannot be done without asking you."),
  NO_AVAILABLE_IDP("Ingen tjänst svarar", "No provider answers"),
  NO_AVAILABLE_IDP_EXPLAINED(
      "Ingen av de legitimeringstjänster som e-tjänsten godtar svarar.",
      "None of the identity providers that the service accepts answers."),
  NO_SUPPORTED_IDP("Ingen tjänst går att nå härifrån", "No provider can be reached from here"),
  NO_SUPPORTED_IDP_EXPLAINED(
      "Ingen av de legitimeringstjänster som e-tjänsten godtar går att nå härifrån.",
      "None of the identity providers that the service accepts can be reached from here."),
  PROXY_COUNT_EXCEEDED("För många mellanled", "Too many proxies"),
  PROXY_COUNT_EXCEEDED_EXPLAINED(
      "E-tjänsten godtar inte att begäran skickas vidare till en annan legitimeringstjänst.",
      "The service does not accept that the request is passed on to another identity provider."),
  INVALID_NAME_ID_POLICY("Fel sorts NameID", "The wrong kind of NameID"),
  INVALID_NAME_ID_POLICY_EXPLAINED(
      "E-tjänsten begär en sorts personbeteckning som inte finns här.",
      "The service asks for a kind of name identifier that is not made here."),
  INVALID_ATTRIBUTE("Otillåtet attribut", "Invalid attribute"),
  INVALID_ATTRIBUTE_EXPLAINED(
      "E-tjänstens begäran innehåller ett attribut eller värde som inte godtas.",
      "The request of the service has an attribute or value that is not accepted."),
  UNSUPPORTED_BINDING("Svarssättet stöds inte", "The binding is not supported"),
  UNSUPPORTED_BINDING_EXPLAINED(
      "E-tjänsten vill ha svaret på ett sätt som inte stöds.",
      "The service wants its answer in a way that is not supported."),
  VERSION_TOO_LOW("För låg SAML-version", "SAML version too low"),
  VERSION_TOO_HIGH("För hög SAML-version", "SAML version too high"),
  VERSION_DEPRECATED("Föråldrad SAML-version", "SAML version deprecated"),
  VERSION_EXPLAINED(
      "E-tjänstens begäran har en version av SAML som inte stöds.",
      "The request of the service has a version of SAML that is not supported."),

  // Confirming an error
  CONFIRM_TITLE("Legitimeringen kunde inte genomföras", "The identification was not completed"),
  CONFIRM_REQUEST(
      "E-tjänstens begäran kunde inte godtas.", "The request of the service was not acceptable."),
  CONFIRM_LEAD(
      "När du bekräftar skickas du tillbaka till e-tjänsten, som får veta vad som hände.",
      "When you confirm you are sent back to the service, which is told what happened."),
  CONFIRM_BUTTON("Jag förstår", "I understand"),
  STATUS("Status", "Status"),
  MESSAGE_TO_SERVICE("Meddelande till e-tjänsten", "Message to the service"),

  // Posting
  POST_TITLE("Du skickas vidare", "You are being sent on"),
  POST_LEAD(
      "Svaret skickas till %s. Händer inget, tryck på knappen.",
      "The answer is sent to %s. If nothing happens, press the button."),
  POST_LEAD_NAMED(
      "Svaret skickas till %s, %s. Händer inget, tryck på knappen.",
      "The answer is sent to %s, %s. If nothing happens, press the button."),
  POST_BUTTON("Fortsätt", "Continue"),

  // Exchanges
  EXCHANGE_TITLE("Utbytet är förberett", "The exchange is armed"),
  EXCHANGE_LEAD(
      "Den här webbläsaren hör nu till utbytet %s. Nästa begäran besvaras enligt dess skript, utan"
          + " att en sida visas.",
      "This browser now belongs to the exchange %s. The next request is answered by its script,"
          + " without a page."),
  EXCHANGE_UNKNOWN("Utbytet finns inte", "There is no such exchange"),
  EXCHANGE_UNKNOWN_ADVICE(
      "Det kan vara avslutat. Starta om provet.", "It may have ended. Start the test again."),
  HELD_TITLE("Svaret hålls kvar", "The answer is held"),
  HELD_LEAD(
      "Begäran är besvarad, men svaret skickas inte härifrån. Det finns på adressen nedan.",
      "The request has been answered, but the answer is not sent from here. It is at the address"
          + " below."),
  NOT_ANSWERED("Inget svar än", "No answer yet"),
  NOT_ANSWERED_ADVICE(
      "Ingen begäran har besvarats i utbytet. Låt e-tjänsten skicka en först.",
      "No request of the exchange has been answered. Let the service send one first."),

  // Start page
  START_TITLE("Genrep: en federation på låtsas", "Genrep: a mock federation"),
  START_LEAD(
      "Federationen är igång. Allt här är MOCK/TEST: nycklar, intyg och personer gäller ingenstans.",
      "The federation is running. All of it is MOCK/TEST: its keys, assertions and persons are"
          + " valid nowhere."),
  AGGREGATE("Federationens metadata", "The federation's metadata"),
  AGGREGATE_LEAD(
      "Undertecknad EntitiesDescriptor med alla medlemmar.",
      "A signed EntitiesDescriptor with all members."),
  SIGNER("Certifikatet den verifieras med", "The certificate it verifies with"),
  IDPS("Legitimeringstjänster", "Identity providers"),
  METADATA("Metadata", "Metadata"),
  LEVELS("Nivåer", "Levels"),
  SPS("E-tjänster i federationen", "Services in the federation"),
  SPS_NONE("Ingen e-tjänst har gått med än.", "No service has joined yet."),
  PROBLEMS("Filer som inte kan användas", "Files that cannot be used"),
  JOIN("Så går en e-tjänst med", "How a service joins"),
  JOIN_FILE(
      "Lägg e-tjänstens SAML-metadata i mappen:", "Put the service's SAML metadata in the folder:"),
  JOIN_COPY("Till exempel:", "For example:"),
  JOIN_NOW(
      "Den är medlem så snart filen finns där; ingen omstart behövs.",
      "It is a member as soon as the file is there; no restart is needed."),
  JOIN_TRUST(
      "Ge e-tjänsten federationens metadata, eller en legitimeringstjänsts egna, från adresserna"
          + " ovan.",
      "Give the service the federation's metadata, or an identity provider's own, from the"
          + " addresses above."),
  FEED_IDP("Metadata för legitimeringstjänsterna", "Metadata of the identity providers"),
  FEED_SP("Metadata för e-tjänsterna", "Metadata of the services"),
  MDQ("Metadata för en i taget (MDQ), basadress", "Metadata of one at a time (MDQ), base address"),
  DISCOVERY("Anvisningstjänst", "Discovery service"),
  DEMO("Demotjänst", "Demo e-service"),
  DEMO_LEAD(
      "En e-tjänst att logga in i: visar vad den fick veta och varför den godtog det.",
      "A service to sign in to: it shows what it was told and why it accepted it."),
  CONTROL("Styr-API (med OpenAPI-dokument)", "Control API (with an OpenAPI document)"),
  CONTROL_NEXT("Låt nästa begäran avbrytas:", "Have the next request cancelled:"),
  CONTROL_HISTORY("Se vad som hände:", "See what happened:"),
  PRODUCTS("Så ställs vanliga e-tjänsteprogram in", "How common service products are set up"),
  PRODUCTS_LEAD(
      "Med adresserna som gäller nu, för %s. Byt sp.example.org och nycklarna mot era egna.",
      "With the addresses of this run, for %s. Replace sp.example.org and the keys by your own."),
  PRODUCTS_METADATA(
      "E-tjänstens egna metadata behöver dessutom entitetskategorier, kontaktpersoner med mera, som"
          + " programmen sällan skriver själva. Det första stycket räcker för att bli insläppt;"
          + " genrep lint säger vad som fattas för en riktig anslutning.",
      "The service's own metadata also needs entity categories, contact persons and more, which the"
          + " products seldom write themselves. The first piece is enough to be let in; genrep lint"
          + " tells what is missing for a real connection."),
  PRODUCTS_FOR("Visa för en annan legitimeringstjänst", "Show for another identity provider"),
  MORE_SERVICES("Och %s till.", "And %s more."),
  STILL_READING(
      "Metadata läses: %s av %s. De som inte är lästa än läses när de behövs.",
      "Metadata is being read: %s of %s. Those not read yet are read when they are needed."),

  // Joining by a form
  JOIN_TITLE("Anslut en e-tjänst", "Let a service join"),
  JOIN_AGAIN("Anslut en till, eller samma igen", "Let another join, or the same again"),
  JOIN_LEAD(
      "Lämna e-tjänstens metadata. Samma entityID igen ersätter det som lämnades förut.",
      "Hand in the metadata of the service. The same entityID again replaces what was handed in"
          + " before."),
  JOIN_BY_FILE("Välj en fil", "Choose a file"),
  JOIN_BY_PASTE("eller klistra in", "or paste"),
  JOIN_SUBMIT("Lämna in", "Hand in"),
  JOIN_BY_ADDRESS("eller hämta från en adress", "or fetch from an address"),
  JOIN_FETCH("Hämta", "Fetch"),
  JOIN_REFETCH("Hämta igen", "Fetch again"),
  JOIN_REMOVE("Ta bort", "Remove"),
  JOINED("Anslutna här", "Joined here"),
  JOIN_ACCEPTED("E-tjänsten är ansluten", "The service has joined"),
  JOIN_REFUSED("Metadata godtas inte", "The metadata is refused"),
  JOIN_PUBLISHED(
      "publiceras i federationens metadata", "is published in the federation's metadata"),
  JOIN_UNPUBLISHED(
      "kan användas här, men en riktig federationsoperatör skulle inte publicera den",
      "can be used here, but a real federation operator would not publish it"),
  JOIN_EMPTY("Inga metadata lämnades", "No metadata was handed in"),
  JOIN_EMPTY_ADVICE(
      "Gå tillbaka och välj en fil, eller klistra in.", "Go back and choose a file, or paste."),
  JOIN_FOREIGN_ADVICE(
      "Formuläret kom från en annan webbplats. Öppna sidan här och försök igen.",
      "The form came from another site. Open the page here and try again."),
  LINE("Rad %s", "Line %s"),
  FINDINGS("Granskning vid registrering", "Checks at registration"),
  FINDINGS_NONE(
      "Operatörens kontroller har ingenting att anmärka.", "The operator's checks found nothing."),
  FINDINGS_LIMITS(
      "Vilka avtal organisationen har, och om namn och logotyp är dess egna, kan inte kontrolleras"
          + " här.",
      "Which agreements the organisation has, and whether name and logotype are its own, cannot be"
          + " checked here."),
  FINDING_FAULT("Måste rättas", "To be mended"),
  FINDING_ADVICE("Bör rättas", "Had better be mended"),
  FINDING_NOTE("Upplysning", "Note"),
  JOIN_PAGE(
      "Eller lämna metadata på en sida, eller låt dem hämtas:",
      "Or hand in metadata on a page, or have it fetched:"),

  // Discovery
  DISCOVERY_TITLE("Välj legitimeringstjänst", "Choose an identity provider"),
  DISCOVERY_FOR("Välj legitimeringstjänst för %s", "Choose an identity provider for %s"),
  DISCOVERY_LEAD(
      "De här passar det som e-tjänsten begär i sina metadata.",
      "These fit what the service asks for in its metadata."),
  DISCOVERY_NONE(
      "Ingen legitimeringstjänst passar det som e-tjänsten begär i sina metadata. Nedan står varför.",
      "No identity provider fits what the service asks for in its metadata. Below it says why."),
  DISCOVERY_WITHOUT("Tillbaka utan att välja", "Back without a choice"),
  DISCOVERY_HIDDEN("Passar inte", "These do not fit"),
  DISCOVERY_HIDDEN_LEAD(
      "En riktig anvisningstjänst visar inte de här. Här står vilken regel som sorterar bort dem.",
      "A real discovery service does not show these. Here is the rule that leaves each of them out."),
  SP_DECLARES("E-tjänsten anger", "The service declares"),
  IDP_DECLARES("Legitimeringstjänsten anger", "The identity provider declares"),
  NONE_DECLARED("ingenting av det slaget", "nothing of the kind"),
  MISMATCH_NOTHING_ASKED(
      "E-tjänsten anger ingen tjänstekategori (service entity category), så ingen kan passa.",
      "The service declares no service entity category, so none can match."),
  MISMATCH_SERVICE_ENTITY(
      "Minst en av e-tjänstens tjänstekategorier ska också anges av legitimeringstjänsten.",
      "At least one of the service's service entity categories has to be declared by the identity"
          + " provider."),
  MISMATCH_SERVICE_PROPERTY(
      "Alla egenskaper som e-tjänsten anger ska också anges av legitimeringstjänsten.",
      "Every property that the service declares has to be declared by the identity provider."),
  MISMATCH_SERVICE_CONTRACT(
      "Minst ett av legitimeringstjänstens avtal ska också anges av e-tjänsten.",
      "At least one of the identity provider's contracts has to be declared by the service."),
  DISCOVERY_EMPTY("Här väljs legitimeringstjänst", "Identity providers are chosen here"),
  DISCOVERY_EMPTY_ADVICE(
      "Börja hos en e-tjänst: den skickar dig hit med sitt entityID i adressen.",
      "Begin at a service: it sends you here with its entityID in the address."),
  DISCOVERY_UNKNOWN("E-tjänsten är inte medlem", "The service is no member"),
  DISCOVERY_UNKNOWN_ADVICE(
      "Anslut den först; startsidan visar hur.", "Let it join first; the start page shows how."),
  DISCOVERY_REFUSED("Du kan inte skickas tillbaka", "You cannot be sent back"),
  DISCOVERY_REFUSED_ADVICE(
      "E-tjänstens begäran om anvisning har ett fel, som den som sköter e-tjänsten behöver rätta.",
      "The request for discovery has a fault, which the people of the service need to mend."),

  COPY("Kopiera", "Copy"),
  COPIED("Kopierat", "Copied"),

  // What went wrong
  BAD_REQUEST("Det som skickades går inte att läsa", "What was sent cannot be read"),
  BAD_REQUEST_ADVICE(
      "Gå tillbaka till e-tjänsten och börja om. Felet ligger i det som e-tjänsten skickade hit.",
      "Go back to the service and start again. The fault is in what the service sent here."),
  NOT_ANSWERABLE("Begäran kan inte besvaras", "The request cannot be answered"),
  NOT_ANSWERABLE_ADVICE(
      "Inget skickas till e-tjänsten, eftersom det inte är säkert att svaret skulle nå rätt"
          + " mottagare. Den som sköter e-tjänsten behöver rätta felet.",
      "Nothing is sent to the service, because the answer might not reach the right receiver. The"
          + " people of the service need to mend the fault."),
  NO_REQUEST("Här tas begäran om legitimering emot", "Requests for identification arrive here"),
  NO_REQUEST_ADVICE(
      "Börja hos en e-tjänst: den skickar dig hit med en begäran.",
      "Begin at a service: it sends you here with a request."),
  STATE_FOREIGN("Sidan hör inte hit", "The page does not belong here"),
  STATE_EXPIRED("Sidan är för gammal", "The page is too old"),
  START_AGAIN(
      "Gå tillbaka till e-tjänsten och börja om.", "Go back to the service and start again."),
  NOT_FOUND("Sidan finns inte", "There is no such page"),
  NOT_FOUND_ADVICE(
      "Kontrollera adressen. Startsidan visar vad som finns.",
      "Check the address. The start page shows what there is."),
  WRONG_METHOD("Fel sorts anrop", "The wrong kind of call"),
  WRONG_METHOD_ADVICE(
      "Adressen finns, men tar inte emot den metoden.",
      "The address exists, but does not take this method."),
  TOO_LARGE("Det som skickades är för stort", "What was sent is too large"),
  TOO_LARGE_ADVICE(
      "Skicka en mindre begäran; med HTTP-POST får den vara större än med HTTP-Redirect.",
      "Send a smaller request; HTTP-POST takes larger ones than HTTP-Redirect."),
  WRONG_TYPE("Fel sorts innehåll", "The wrong kind of content"),
  WRONG_TYPE_ADVICE(
      "Skicka fälten som ett vanligt formulär, application/x-www-form-urlencoded.",
      "Send the fields as an ordinary form, application/x-www-form-urlencoded."),
  FAULT("Något gick fel här", "Something went wrong here"),
  FAULT_ADVICE(
      "Felet är vårt. Det står i programmets logg, under numret nedan.",
      "The fault is ours. It is in the program's log, under the number below."),
  TO_START("Till startsidan", "To the start page");

  private final String swedish;
  private final String english;

  Text(String swedish, String english) {
    this.swedish = swedish;
    this.english = english;
  }

  /** Both languages, of a text without arguments. */
  Bilingual both() {
    return new Bilingual(swedish, english);
  }

  /** The text in a language, with its arguments filled in. */
  public String in(Language language, Object... arguments) {
    String text = language == Language.SV ? swedish : english;
    return arguments.length == 0 ? text : String.format(text, arguments);
  }
}
