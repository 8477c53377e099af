package se.genrep.cases.saml.idp;

import static se.genrep.cases.saml.idp.Saying.broken;
import static se.genrep.cases.saml.idp.Saying.habit;
import static se.genrep.cases.saml.idp.Saying.seen;
import static se.genrep.cases.saml.idp.Saying.unless;
import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.ACCEPTED;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.REFUSED;
import static se.genrep.reference.TesterRequest.askedBy;
import static se.genrep.sut.Asks.asking;
import static se.genrep.sut.Asks.asks;
import static se.genrep.sut.IdpWatch.answersWhere;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.genrep.federation.EntityMetadata.EncryptionKey;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Outcome;
import se.genrep.reference.AnswerLapse;
import se.genrep.reference.PageLapse;
import se.genrep.reference.RequestLapse;
import se.genrep.reference.SenderLapse;
import se.genrep.reference.Testers;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Attribute;
import se.genrep.registry.Namespace;
import se.genrep.saml.EncryptionAlgorithm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlEncrypter;
import se.genrep.saml.XmlNode;
import se.genrep.sut.Occasion;
import se.genrep.sut.PageRule;
import se.genrep.sut.Visit;

/** DP 7.1 and ATTR 3.2.4: authentication for a signature. */
final class SignMessageCases {

  static final ConformanceCase SIGNED =
      conformanceCase("saml/idp/sign-message")
          .title("shows the sign message and attests it")
          .requirement(
              "DP-7.1.1-12", "DP-7.2-01", "ATTR-3.2.4-01", "DP-7.1.1-02", "DP-7-01", "BID-4.3-01")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(request, "", "MOCK: jag godkänner avtalet")))
                  .saying("A signature service has a message to sign")
                  .seeing(SignMessageCases.attested("MOCK: jag godkänner avtalet")))
          .expect(KEPT)
          .mutant("leaves signMessageDigest out", habit(AnswerLapse.NO_DIGEST))
          .mutant("passes the message over", habit(RequestLapse.SIGN_MESSAGE))
          .build();

  static final ConformanceCase DIGEST_FORM =
      conformanceCase("saml/idp/sign-digest-form")
          .title("writes signMessageDigest as algorithm and digest")
          .requirement("ATTR-3.2.4-02")
          .stimulus(
              answersWhere(
                  answer -> !answer.values(Attribute.SIGN_MESSAGE_DIGEST).isEmpty(),
                  "no signMessageDigest was given",
                  answer ->
                      unless(
                          answer
                              .values(Attribute.SIGN_MESSAGE_DIGEST)
                              .get(0)
                              .matches("[a-z]+:[^;]+;[A-Za-z0-9+/]+=*"),
                          "has the signMessageDigest "
                              + answer.values(Attribute.SIGN_MESSAGE_DIGEST).get(0))))
          .expect(KEPT)
          .mutant("leaves the algorithm out", habit(AnswerLapse.DIGEST_WITHOUT_ALGORITHM))
          .build();

  static final ConformanceCase DIGEST_METHOD =
      conformanceCase("saml/idp/sign-digest-method")
          .title("digests sign messages by SHA-256 or what is preferred")
          .requirement("ATTR-3.2.4-03", "ATTR-3.2.4-04")
          .stimulus(
              answersWhere(
                  answer -> !answer.values(Attribute.SIGN_MESSAGE_DIGEST).isEmpty(),
                  "no signMessageDigest was given",
                  answer ->
                      unless(
                          answer
                                  .values(Attribute.SIGN_MESSAGE_DIGEST)
                                  .get(0)
                                  .startsWith(Algorithm.SHA256.uri() + ";")
                              || answer.receiver().sp().algorithms().digest().stream()
                                  .anyMatch(
                                      uri ->
                                          answer
                                              .values(Attribute.SIGN_MESSAGE_DIGEST)
                                              .get(0)
                                              .startsWith(uri + ";")),
                          "digests by " + answer.values(Attribute.SIGN_MESSAGE_DIGEST).get(0))))
          .expect(KEPT)
          .mutant("digests by SHA-1", habit(AnswerLapse.DIGEST_BY_SHA1))
          .build();

  static final ConformanceCase DIGEST =
      conformanceCase("saml/idp/sign-digest")
          .title("digests the very message that was shown")
          .requirement("ATTR-3.2.4-05")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request, "", "MOCK: å, ä och ö – på\nfyra\nrader\n")))
                  .saying("A signature service has a message of many lines and letters")
                  .seeing(SignMessageCases.attested("MOCK: å, ä och ö – på\nfyra\nrader\n")))
          .expect(KEPT)
          .mutant("attests another message", habit(AnswerLapse.DIGEST_OF_OTHER_MESSAGE))
          .build();

  static final ConformanceCase ENCRYPTED =
      conformanceCase("saml/idp/sign-encrypted")
          .title("reads encrypted sign messages")
          .requirement("ATTR-3.2.4-06")
          .stimulus(
              asking(
                      occasion ->
                          askedBy(Testers.SIGNATURE_SERVICE)
                              .changed(
                                  request ->
                                      SignMessageCases.encrypted(
                                          request, occasion, "MOCK: jag godkänner avtalet")))
                  .saying(
                      "A signature service has a message to sign, encrypted to the identity provider")
                  .seeing(SignMessageCases.attested("MOCK: jag godkänner avtalet")))
          .expect(KEPT)
          .mutant("attests another message", habit(AnswerLapse.DIGEST_OF_OTHER_MESSAGE))
          .build();

  static final ConformanceCase SHOWN =
      conformanceCase("saml/idp/sign-shown")
          .title("shows the text of a sign message")
          .requirement("DP-7.1.1-09", "DP-7.1.1-10", "BID-4.3.1.1-02")
          .appliesTo(Applies.page(PageRule.Kind.SIGN))
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request, " MimeType='text'", "MOCK: jag godkänner avtalet")))
                  .saying("A signature service has a text to sign")
                  .seeing(SignMessageCases.shown("jag godkänner avtalet")))
          .expect(KEPT)
          .mutant("does not show messages", habit(PageLapse.NO_MESSAGE))
          .build();

  static final ConformanceCase HTML =
      conformanceCase("saml/idp/sign-html")
          .title("runs nothing that a sign message brings along")
          .requirement("DP-7.1.1-10", "BID-4.3.1.1-04")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request,
                                  " MimeType='text/html'",
                                  "<p>MOCK <b>avtal</b></p><script>genrep()</script><img src='x' onerror='genrep()'>")))
                  .saying("A signature service has HTML with a script to sign")
                  .seeing(SignMessageCases.harmless()))
          .expect(KEPT)
          .mutant("shows markup of others as it came", habit(PageLapse.SCRIPTS))
          .build();

  static final ConformanceCase TEXT_WITH_TAGS =
      conformanceCase("saml/idp/sign-text-with-tags")
          .title("shows markup in a text as text")
          .requirement("DP-7.1.1-09")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request,
                                  " MimeType='text'",
                                  "MOCK <script>genrep()</script> avtal")))
                  .saying("A signature service has a text to sign that looks like HTML")
                  .seeing(SignMessageCases.harmless()))
          .expect(KEPT)
          .mutant("shows markup of others as it came", habit(PageLapse.UNESCAPED))
          .build();

  static final ConformanceCase MARKDOWN =
      conformanceCase("saml/idp/sign-markdown")
          .title("shows Markdown, or says that it cannot")
          .requirement("DP-7.1.1-09", "BID-4.3.1.1-03")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request, " MimeType='text/markdown'", "MOCK: **avtal**")))
                  .saying("A signature service has Markdown to sign")
                  .seeing(
                      seen(
                          visit ->
                              !visit.gaveAssertion()
                                  || !visit
                                      .answer()
                                      .get()
                                      .values(Attribute.SIGN_MESSAGE_DIGEST)
                                      .isEmpty(),
                          "attested, or refused",
                          "signed in without attesting the message")))
          .expect(KEPT)
          .mutant("leaves signMessageDigest out", habit(AnswerLapse.NO_DIGEST))
          .build();

  static final ConformanceCase UNKNOWN_TYPE =
      conformanceCase("saml/idp/sign-unknown-type")
          .title("signs nobody in who was not shown the message")
          .requirement("DP-7.1.1-11")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request,
                                  " MimeType='application/x-genrep'",
                                  "MOCK: jag godkänner avtalet")))
                  .saying("A signature service has something to sign of a type that nobody knows"))
          .expect(REFUSED)
          .mutant("takes every message for a text", habit(RequestLapse.SIGN_MESSAGE_TYPE))
          .build();

  static final ConformanceCase MUST_SHOW =
      conformanceCase("saml/idp/sign-must-show")
          .title("signs nobody in who could not be shown the message")
          .requirement("DP-7.1.1-08")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request,
                                  " MustShow='true' MimeType='application/x-genrep'",
                                  "MOCK: jag godkänner avtalet")))
                  .saying("A signature service insists that something of an unknown type is shown"))
          .expect(REFUSED)
          .mutant("takes every message for a text", habit(RequestLapse.SIGN_MESSAGE_TYPE))
          .build();

  static final ConformanceCase NOT_SIGNED =
      conformanceCase("saml/idp/sign-cancelled")
          .title("attests no message that the person declines")
          .requirement("DP-7.1.1-12")
          .appliesTo(Applies.page(PageRule.Kind.SIGN))
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE)
                      .changed(
                          request ->
                              Extensions.signMessage(
                                  request, " MustShow='true'", "MOCK: jag godkänner avtalet")))
                  .cancellingLate()
                  .saying("The person declines to sign")
                  .seeing(
                      seen(
                          visit -> !visit.gaveAssertion(),
                          "nobody was signed in",
                          "signed the person in all the same")))
          .expect(KEPT)
          .mutant("passes the message over", habit(RequestLapse.SIGN_MESSAGE))
          .build();

  static final ConformanceCase SIGNING_SAID =
      conformanceCase("saml/idp/sign-said")
          .title("tells the person that a signature is made")
          .requirement("DP-7.1-06", "BID-3.1-04")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE))
                  .saying("A signature service asks")
                  .seeing(SignMessageCases.saysSigning()))
          .expect(KEPT)
          .mutant("does not see that it is a signature", habit(SenderLapse.IS_NO_SIGNATURE_SERVICE))
          .build();

  static final ConformanceCase NO_MESSAGE =
      conformanceCase("saml/idp/sign-no-message")
          .title("lets a signature service ask without a message")
          .requirement("DP-7-01", "BID-4.3.1.1-05", "BID-4.3.1.1-07")
          .stimulus(
              asks(askedBy(Testers.SIGNATURE_SERVICE))
                  .saying("A signature service asks without a message"))
          .expect(ACCEPTED)
          .mutant("refuses signature services", habit(RequestLapse.REFUSES_SIGNATURE_SERVICES))
          .build();

  /** Words of signing in Swedish and English, but not of signing in. */
  private static final Pattern SIGNING =
      Pattern.compile(
          "(?iu)\\bsign(?!(s|ing|ed)? ?-?in\\b|(s|ing|ed)? ?-?out\\b)(s|ing|ed|ature|atures|era\\p{L}*)?\\b"
              + "|underteckn|underskr|skriv\\p{L}* under");

  private static Function<Visit, Outcome> attested(String text) {
    return visit -> {
      if (!visit.gaveAssertion()) {
        return broken(visit, "signed nobody in");
      }
      List<String> said = visit.answer().get().values(Attribute.SIGN_MESSAGE_DIGEST);
      String value = said.isEmpty() ? ";" : said.get(0);
      int end = value.indexOf(';');
      Optional<String> method = digest(value.substring(0, Math.max(end, 0)));
      String expected = method.map(name -> base64(name, text)).orElse("no known digest");
      return value.substring(end + 1).equals(expected)
          ? new Outcome.Kept("signMessageDigest is " + value)
          : new Outcome.Broken(
              "signMessageDigest is "
                  + (said.isEmpty() ? "left out" : value)
                  + ", the digest of the message is "
                  + expected);
    };
  }

  /** The digest's name in Java. */
  private static Optional<String> digest(String uri) {
    return Algorithm.of(uri)
        .filter(algorithm -> algorithm.use() == Algorithm.Use.DIGEST && algorithm.listed())
        .map(algorithm -> algorithm.name().replace("SHA", "SHA-"));
  }

  private static String base64(String method, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(method).digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + method, e);
    }
  }

  private static Function<Visit, Outcome> shown(String text) {
    return seen(
        visit -> visit.pages().stream().anyMatch(page -> page.text().contains(text)),
        "the message was shown",
        "showed no page with the message");
  }

  private static Function<Visit, Outcome> harmless() {
    return seen(
        visit ->
            visit.pages().stream()
                .noneMatch(
                    page ->
                        page.html().contains("<script>genrep()")
                            || page.html().matches("(?s).*<[^>]*onerror=.genrep.*")),
        "no script of the message is on the page",
        "has a script of the message on its page");
  }

  private static Function<Visit, Outcome> saysSigning() {
    return seen(
        visit ->
            visit.pages().stream()
                .filter(
                    page -> page.kind() == PageRule.Kind.LOGIN || page.kind() == PageRule.Kind.SIGN)
                .anyMatch(
                    page -> SIGNING.matcher(page.main().replace("signature-service", "")).find()),
        "a page speaks of signing",
        "no page speaks of signing");
  }

  /** Encrypted to the first key that the identity provider publishes for encryption. */
  private static void encrypted(XmlNode request, Occasion occasion, String text) {
    XmlNode message =
        XmlNode.root(
            Xml.parse(
                "<c:Message xmlns:c='"
                    + Namespace.CSIG
                    + "'>"
                    + Extensions.base64(text)
                    + "</c:Message>"));
    X509Certificate key =
        occasion.idp().identityProvider().orElseThrow().keys().encryption().stream()
            .map(EncryptionKey::certificate)
            .filter(certificate -> certificate.getPublicKey().getAlgorithm().equals("RSA"))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("its metadata has no RSA key for encryption"));
    XmlNode data = XmlEncrypter.encrypt(message, key, EncryptionAlgorithm.MANDATORY);
    Extensions.add(
        request,
        "<c:SignMessage xmlns:c='" + Namespace.CSIG + "'><c:EncryptedMessage/></c:SignMessage>");
    XmlNode extension = request.at("samlp:Extensions").children().get(0).children().get(0);
    data.children().forEach(extension::append);
  }

  private SignMessageCases() {}
}
