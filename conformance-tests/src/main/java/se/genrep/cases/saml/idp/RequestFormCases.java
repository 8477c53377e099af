package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.ofAssertion;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import se.genrep.idp.IdpVariant;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.ErrorLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.TesterRequest.Seal;
import se.genrep.reference.Testers;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.StatusCode;
import se.genrep.saml.XmlNode;
import se.genrep.sut.Visit;

/** SAML core 3.4 and bindings 3: requests that are none, and such that are unusual. */
final class RequestFormCases {

  static final ConformanceCase STRANGER =
      conformanceCase("saml/idp/request-of-a-stranger")
          .title("refuses a request of a stranger")
          .requirement("DP-1-01", "EC-1.3-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request
                                  .at("saml:Issuer")
                                  .text(
                                      request
                                          .at("saml:Issuer")
                                          .text()
                                          .replace("/usual", "/stranger")))
                      .sealed(Seal.NONE))
                  .saying("Somebody asks whom no metadata knows"))
          .expect(REFUSED)
          .mutant(
              "takes strangers for testers",
              () -> IdpVariant.with(RequestLapse.SENDER, RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase NO_ISSUER =
      conformanceCase("saml/idp/request-no-issuer")
          .title("refuses a request that does not say who asks")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).changed(request -> request.at("saml:Issuer").remove()))
                  .saying("The tester does not say who it is"))
          .expect(REFUSED)
          .mutant(
              "takes everybody for a tester",
              () -> IdpVariant.with(RequestLapse.NO_ISSUER, RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase VERSION =
      conformanceCase("saml/idp/request-version-1")
          .title("answers VersionMismatch to another version of SAML")
          .requirement("DP-6.4-06")
          .stimulus(
              asks(askedBy(Testers.USUAL).changed(request -> request.set("Version", "1.1")))
                  .saying("The tester says that its request is of SAML 1.1")
                  .seeing(Statuses.top(StatusCode.VERSION_MISMATCH)))
          .expect(KEPT)
          .mutant("takes every version", habit(RequestLapse.VERSION))
          .mutant("calls it its own fault", habit(ErrorLapse.ALWAYS_RESPONDER))
          .build();

  static final ConformanceCase NO_ID =
      conformanceCase("saml/idp/request-no-id")
          .title("refuses a request without ID")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).changed(request -> request.unset("ID")))
                  .saying("The tester leaves the ID out"))
          .expect(REFUSED)
          .mutant("makes an ID up", habit(RequestLapse.ID))
          .build();

  static final ConformanceCase MALFORMED_ID =
      conformanceCase("saml/idp/request-malformed-id")
          .title("refuses a request whose ID is no XML name")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).changed(request -> request.set("ID", "0 a")))
                  .saying("The tester gives its request an ID with a space"))
          .expect(REFUSED)
          .mutant("makes an ID up", habit(RequestLapse.ID))
          .build();

  static final ConformanceCase STALE =
      conformanceCase("saml/idp/request-stale")
          .title("refuses a request of another day")
          .requirement("DP-6.3.5-04")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request.set(
                                  "IssueInstant",
                                  Instant.now().minus(Duration.ofDays(1)).toString())))
                  .saying("The tester's request is a day old"))
          .expect(REFUSED)
          .mutant("does not look at IssueInstant", habit(RequestLapse.FRESHNESS))
          .build();

  static final ConformanceCase FUTURE =
      conformanceCase("saml/idp/request-future")
          .title("refuses a request of tomorrow")
          .requirement("DP-6.3.5-04")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request.set(
                                  "IssueInstant",
                                  Instant.now().plus(Duration.ofDays(1)).toString())))
                  .saying("The tester's request is of tomorrow"))
          .expect(REFUSED)
          .mutant("does not look at IssueInstant", habit(RequestLapse.FRESHNESS))
          .build();

  static final ConformanceCase DOCTYPE =
      conformanceCase("saml/idp/request-doctype")
          .title("refuses a request with a document type")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.MAY_SIGN)
                      .sealed(Seal.NONE)
                      .written(
                          text ->
                              text.replaceFirst(
                                  "<samlp:AuthnRequest",
                                  "<!DOCTYPE samlp:AuthnRequest [<!ENTITY genrep SYSTEM \"file:///etc/hostname\">]><samlp:AuthnRequest")))
                  .saying("The tester's request has a document type with an external entity"))
          .expect(REFUSED)
          .mutant("passes document types over", () -> IdpVariant.with(RequestLapse.DOCTYPE))
          .build();

  static final ConformanceCase ENTITIES =
      conformanceCase("saml/idp/request-entities")
          .title("survives entities that are made of entities")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).written(RequestFormCases::growing))
                  .saying("The tester's request has entities that grow without end"))
          .expect(REFUSED)
          .mutant(
              "passes document types over",
              () -> IdpVariant.with(RequestLapse.DOCTYPE, RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase NOT_XML =
      conformanceCase("saml/idp/request-no-xml")
          .title("refuses what is no XML")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL).byPost().written(text -> text + "and so on"))
                  .saying("The tester sends a text that is no XML"))
          .expect(REFUSED)
          .mutant(
              "passes over what comes after the end",
              () -> IdpVariant.with(RequestLapse.WELL_FORMED, RequestLapse.SIGNATURE))
          .build();

  static final ConformanceCase SUBJECT =
      conformanceCase("saml/idp/request-subject")
          .title("authenticates nobody else than the Subject that is asked for")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request
                                  .at("saml:Issuer")
                                  .insertAfter(RequestFormCases.subject(request))))
                  .saying("The tester asks for a Subject that nobody is"))
          .expect(REFUSED)
          .mutant("passes the Subject over", habit(RequestLapse.SUBJECT))
          .build();

  static final ConformanceCase TRANSIENT =
      conformanceCase("saml/idp/request-transient")
          .title("names persons by transient names where asked to")
          .requirement("DP-3-02", "DP-3-05")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request
                                  .at("samlp:NameIDPolicy")
                                  .set("Format", NameIdFormat.TRANSIENT.uri())))
                  .saying("The tester asks for a transient name")
                  .seeing(RequestFormCases.named(NameIdFormat.TRANSIENT)))
          .expect(KEPT)
          .mutant("gives persistent names always", habit(RequestLapse.NAME_ID_POLICY))
          .build();

  static final ConformanceCase PERSISTENT =
      conformanceCase("saml/idp/request-persistent")
          .title("names persons by persistent names where asked to")
          .requirement("DP-3-01")
          .stimulus(
              asks(askedBy(Testers.USUAL))
                  .saying("The tester asks for a persistent name")
                  .seeing(RequestFormCases.named(NameIdFormat.PERSISTENT)))
          .expect(KEPT)
          .mutant("calls every name transient", habit(AnswerLapse.TRANSIENT_NAME))
          .build();

  static final ConformanceCase NO_POLICY =
      conformanceCase("saml/idp/request-no-name-id-policy")
          .title("names persons persistently where nobody says how")
          .requirement("DP-3-04")
          .stimulus(
              asks(askedBy(Testers.NO_NAME_ID_FORMAT)
                      .changed(request -> request.at("samlp:NameIDPolicy").remove()))
                  .saying("The tester says nowhere what names it wants")
                  .seeing(RequestFormCases.named(NameIdFormat.PERSISTENT)))
          .expect(KEPT)
          .mutant("calls every name transient", habit(AnswerLapse.TRANSIENT_NAME))
          .build();

  static final ConformanceCase METADATA_FORMAT =
      conformanceCase("saml/idp/request-name-id-of-metadata")
          .title("names persons as metadata of the service says")
          .requirement("DP-3-05")
          .stimulus(
              asks(askedBy(Testers.TRANSIENT)
                      .changed(request -> request.at("samlp:NameIDPolicy").remove()))
                  .saying("The tester's metadata names the transient format, its request none")
                  .seeing(RequestFormCases.named(NameIdFormat.TRANSIENT)))
          .expect(KEPT)
          .mutant("does not read the formats of metadata", habit(SenderLapse.NO_NAME_ID_FORMAT))
          .build();

  static final ConformanceCase UNKNOWN_FORMAT =
      conformanceCase("saml/idp/request-unknown-name-id")
          .title("gives no name of a format it does not have")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              request
                                  .at("samlp:NameIDPolicy")
                                  .set(
                                      "Format",
                                      "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")))
                  .saying("The tester asks for an e-mail address for a name")
                  .seeing(
                      seen(
                          visit ->
                              !visit.gaveAssertion()
                                  || RequestFormCases.format(visit)
                                      .filter(
                                          "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
                                              ::equals)
                                      .isPresent(),
                          "refused, or named so",
                          "gave a name of another format than the one asked for")))
          .expect(KEPT)
          .mutant("gives persistent names always", habit(RequestLapse.NAME_ID_POLICY))
          .build();

  static final ConformanceCase UNKNOWN_EXTENSION =
      conformanceCase("saml/idp/request-unknown-extension")
          .title("passes over extensions that it does not know")
          .requirement("DP-1-01")
          .stimulus(
              asks(askedBy(Testers.USUAL)
                      .changed(
                          request ->
                              Extensions.add(
                                  request,
                                  "<x:Unknown xmlns:x='urn:example:unknown'>1</x:Unknown>")))
                  .saying("The tester's request has an extension that nobody knows"))
          .expect(ACCEPTED)
          .mutant("refuses what it does not know", habit(RequestLapse.REFUSES_UNKNOWN_EXTENSIONS))
          .build();

  private static String growing(String text) {
    StringBuilder entities = new StringBuilder("<!ENTITY e0 'genrep'>");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY e").append(i).append(" '");
      entities.append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
    }
    return text.replaceFirst(
        "<samlp:AuthnRequest",
        "<!DOCTYPE samlp:AuthnRequest [" + entities + "]><samlp:AuthnRequest");
  }

  private static XmlNode subject(XmlNode request) {
    XmlNode subject = request.create("saml:Subject");
    subject
        .add("saml:NameID")
        .set("Format", NameIdFormat.PERSISTENT.uri())
        .text("nobody-has-this-name");
    return subject;
  }

  private static Optional<String> format(Visit visit) {
    return visit
        .answer()
        .flatMap(answer -> ofAssertion(answer, "saml:Subject/saml:NameID", "Format"));
  }

  private static Function<Visit, Outcome> named(NameIdFormat wanted) {
    return seen(
        visit -> format(visit).filter(wanted.uri()::equals).isPresent(),
        "named by " + wanted.uri(),
        "did not name the person by " + wanted.uri());
  }

  private RequestFormCases() {}
}
