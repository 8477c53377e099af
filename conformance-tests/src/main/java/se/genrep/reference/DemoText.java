package se.genrep.reference;

/** Every text of the demo's pages beside those of {@link ServiceText}, in both languages. */
public enum DemoText {
  LEAD(
      "Logga in som en testperson och se vad e-tjänsten får veta och varför den godtar det.",
      "Sign in as a test person, and see what the service is told and why it accepts it."),
  SERVICES("E-tjänst", "Service"),
  SERVICE_OPT_IN(
      "Tar personnummer och samordningsnummer.", "Takes personnummer and samordningsnummer."),
  SERVICE_PNR(
      "Tar bara personnummer: den har inte begärt samordningsnummer i sina metadata.",
      "Takes personnummer only: its metadata does not ask for samordningsnummer."),
  SERVICE_EIDAS(
      "För utländska e-legitimationer (eIDAS). Känner folk på prid.",
      "For foreign eIDs (eIDAS). Knows people by their prid."),
  SERVICE_EMPLOYEES(
      "För medarbetare. Känner folk på deras identitet i organisationen.",
      "For employees. Knows people by their identity within the organisation."),
  ENTITY_ID("entityID", "entityID"),
  METADATA("Metadata", "Metadata"),
  IDPS("Legitimeringstjänst", "Identity provider"),
  DISCOVERY("Välj på federationens anvisningstjänst", "Choose on the federation's discovery page"),
  DISCOVERY_LEAD(
      "Den visar dem som passar och säger varför de andra inte gör det.",
      "It shows those that match and says why the others do not."),
  LEVELS("Tillitsnivåer att begära", "Levels of assurance to ask for"),
  LEVELS_LEAD(
      "Utan val begärs alla som både e-tjänsten och legitimeringstjänsten har.",
      "Without a choice all are asked for that both the service and the identity provider have."),
  FORCE("Kräv en ny legitimering (ForceAuthn)", "Demand a new authentication (ForceAuthn)"),
  FORCE_LEAD(
      "Utan kryss får legitimeringstjänsten svara från en pågående session.",
      "Not ticked, the identity provider may answer from a session it has."),
  HIDDEN("De här passar inte den här e-tjänsten", "These do not match this service"),
  MISMATCH_NOTHING_ASKED(
      "E-tjänsten anger ingen tjänstekategori.", "The service declares no service category."),
  MISMATCH_SERVICE_ENTITY(
      "De har ingen tjänstekategori gemensam.", "They have no service entity category in common."),
  MISMATCH_SERVICE_PROPERTY(
      "Legitimeringstjänsten saknar en egenskap som e-tjänsten anger.",
      "The identity provider lacks a property that the service declares."),
  MISMATCH_SERVICE_CONTRACT(
      "E-tjänsten har inget av legitimeringstjänstens avtal.",
      "The service has none of the identity provider's contracts."),
  NO_SUCH_IDP(
      "Ingen legitimeringstjänst i federationens metadata har det entityID:t.",
      "No identity provider of the federation's metadata has that entityID."),
  AGAIN("Logga in på ett annat sätt", "Sign in another way"),
  GOT("Det här fick e-tjänsten veta", "What the service was told"),
  KNOWN_BY("Känd på", "Known by"),
  LEVEL("Tillitsnivå", "Level of assurance"),
  LEVELS_ASKED("Begärda nivåer", "Levels asked for"),
  IDP("Legitimeringstjänst", "Identity provider"),
  AUTHORITY("Den som legitimerade", "Who authenticated"),
  AUTHORITY_NONE(
      "legitimeringstjänsten själv: intyget nämner ingen annan",
      "the identity provider itself: the assertion names nobody else"),
  NAME_ID("NameID", "NameID"),
  FORCED("ForceAuthn i begäran", "ForceAuthn of the request"),
  SERVICE("E-tjänst", "Service"),
  TIMES("Tider", "Times"),
  ACCEPTED_AT("E-tjänstens klocka när den godtog svaret", "The service's clock when it accepted"),
  ATTRIBUTES("Attribut", "Attributes"),
  UNKNOWN_ATTRIBUTE("okänt attribut", "unknown attribute"),
  EMPTY("(tomt)", "(empty)"),
  WHY("Därför godtogs det", "Why it was accepted"),
  WHY_LEAD(
      "%s kontroller gjordes, och alla höll. Kraven står efter var och en; genrep explain berättar"
          + " mer.",
      "%s checks were made, and all of them held. The requirements stand behind each; genrep"
          + " explain tells more."),
  HELD("Kontroller som höll dessförinnan", "Checks that held before that"),
  HELD_NONE("Ingen hann göras.", "None had been made."),
  ENDED_TITLE("Ingen loggades in", "Nobody was signed in"),
  ENDED_LEAD(
      "Legitimeringstjänsten svarade som den ska, men utan identitet: legitimeringen avbröts eller misslyckades.",
      "The identity provider answered as it should, but with no identity: the identification was cancelled or failed."),
  REFUSED_CHECK("Det här höll inte:", "This did not hold:"),
  FORM_CHECK("Svaret är ett läsbart SAML-svar.", "The answer is a SAML answer that can be read.");

  private final String swedish;
  private final String english;

  DemoText(String swedish, String english) {
    this.swedish = swedish;
    this.english = english;
  }

  public String in(String language, Object... arguments) {
    String text = language.equals("en") ? english : swedish;
    return arguments.length == 0 ? text : String.format(text, arguments);
  }
}
