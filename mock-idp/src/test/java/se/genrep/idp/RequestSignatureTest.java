package se.genrep.idp;

import static se.genrep.registry.StatusCode.REQUESTER;
import static se.genrep.registry.StatusCode.REQUEST_DENIED;
import static se.genrep.registry.StatusCode.REQUEST_UNSUPPORTED;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.genrep.federation.SpMetadata;
import se.genrep.pki.Credential;
import se.genrep.pki.KeyType;
import se.genrep.registry.Algorithm;
import se.genrep.registry.StatusCode;
import se.genrep.saml.RedirectBinding.QuerySignature;
import se.genrep.saml.SignatureAlgorithm;

/** DP 5.2 and chapter 8: when a signature is needed, and which are good. */
class RequestSignatureTest {

  private static final Credential SP = Setting.SP_KEY;
  private static final Credential OTHER = Setting.PKI.credential("other-sp", KeyType.RSA_2048);
  private static final Credential EC = Setting.PKI.credential("sp-ec", KeyType.P_256);

  private final Setting supplier = Setting.supplier().withUsualSp();
  private final Setting bankid = Setting.bankid().withUsualSp();

  /** DP-5.2-08, DP-5.2-10, BID-4.1-02. */
  @Test
  void whereSignedRequestsAreWantedAnUnsignedOneIsRefused() {
    bankid.refuse(bankid.request(), REQUESTER, REQUEST_DENIED, "signed requests only");
    RequestText text = bankid.request().set("Destination", bankid.redirect());
    bankid.refuse(
        text.redirected(bankid.redirect(), null), REQUESTER, REQUEST_DENIED, "not signed");
  }

  /** DP-5.2-06, DP-5.2-07. */
  @Test
  void signedRequestsAreTakenByBothBindings() {
    bankid.accept(bankid.request().postedSigned(bankid.post(), SP));
    RequestText text = bankid.request().set("Destination", bankid.redirect());
    bankid.accept(text.redirected(bankid.redirect(), SP));
  }

  /** DP-5.2-15, DP-2.1.2-07. */
  @Test
  void aSenderThatSaysItSignsIsHeldToIt() {
    supplier.with(SpMetadata.usual(SP).role("AuthnRequestsSigned=\"true\""));
    supplier.refuse(supplier.request(), REQUESTER, REQUEST_DENIED, "AuthnRequestsSigned");
    supplier.accept(supplier.request().postedSigned(supplier.post(), SP));
  }

  /** DP-2.1.2-09, DP-5.2-11. */
  @Test
  void aSenderThatDoesNotSayItSignsMaySignOrNot() {
    supplier.accept(supplier.request());
    supplier.accept(supplier.request().postedSigned(supplier.post(), SP));
  }

  /** DP-5.2-09, DP-5.2-12 to -14. */
  @Test
  void aSignatureThatDoesNotVerifyIsRefusedEvenWhereNoneIsNeeded() {
    for (Setting each : new Setting[] {supplier, bankid}) {
      each.refuse(
          each.request().postedSigned(each.post(), OTHER),
          REQUESTER,
          REQUEST_DENIED,
          "does not verify");
      RequestText text = each.request().set("Destination", each.redirect());
      each.refuse(
          text.redirected(each.redirect(), OTHER), REQUESTER, REQUEST_DENIED, "does not verify");
    }
  }

  @Test
  void aRequestChangedAfterSigningIsRefused() {
    String signed =
        supplier.request().set("ForceAuthn", "true").signedText(SP, SignatureAlgorithm.RSA_SHA256);
    supplier.refuse(
        RequestText.posted(
            supplier.post(), signed.replace("ForceAuthn=\"true\"", "ForceAuthn=\"false\"")),
        REQUESTER,
        REQUEST_DENIED,
        "does not verify");
  }

  @Test
  void aQueryChangedAfterSigningIsRefused() {
    RequestText text = supplier.request().set("Destination", supplier.redirect());
    Inbound in = text.redirected(supplier.redirect(), SP);
    QuerySignature good = in.querySignature().orElseThrow();
    byte[] changed =
        new String(good.signed(), StandardCharsets.UTF_8)
            .replace("RelayState=relay", "RelayState=other")
            .getBytes(StandardCharsets.UTF_8);
    QuerySignature bad = new QuerySignature(good.algorithm(), changed, good.value());
    supplier.refuse(with(in, bad), REQUESTER, REQUEST_DENIED, "does not verify");
  }

  /** DP-8-08: a method outside chapter 8 is taken by those alone whose metadata declares it. */
  @Test
  void pssIsAcceptedWhereItIsDeclared() {
    SignatureAlgorithm pss =
        new SignatureAlgorithm(Algorithm.RSA_PSS_SHA256.uri(), SignatureAlgorithm.SHA256);
    Setting card = new Setting("supplier-loa4").withUsualSp();
    card.accept(card.request().postedSigned(card.post(), SP, pss));
    supplier.refuse(
        supplier.request().postedSigned(supplier.post(), SP, pss),
        REQUESTER,
        REQUEST_UNSUPPORTED,
        "is not accepted here");
  }

  /** DP-2.1.1.2-13. */
  @Test
  void anySigningKeyOfTheMetadataWillDo() {
    supplier.with(
        SpMetadata.of(SpMetadata.ENTITY_ID)
            .key("signing", EC, "")
            .key("signing", SP, "")
            .key("encryption", SP, "")
            .categories("http://id.swedenconnect.se/contract/sc/eid-authorization-system"));
    supplier.accept(supplier.request().postedSigned(supplier.post(), SP));
    supplier.accept(supplier.request().postedSigned(supplier.post(), EC));
    RequestText text = supplier.request().set("Destination", supplier.redirect());
    supplier.accept(text.redirected(supplier.redirect(), EC));
  }

  @Test
  void aSignatureOfASenderWithoutSigningKeyIsRefused() {
    supplier.with(
        SpMetadata.of(SpMetadata.ENTITY_ID)
            .key("encryption", SP, "")
            .categories("http://id.swedenconnect.se/contract/sc/eid-authorization-system"));
    supplier.refuse(
        supplier.request().postedSigned(supplier.post(), SP),
        REQUESTER,
        REQUEST_DENIED,
        "no signing key");
    supplier.accept(supplier.request());
  }

  /** DP-8-08, DP-8-10. */
  @Test
  void algorithmsOutsideChapterEightAreRefused() {
    supplier.refuse(
        supplier.request().postedSigned(supplier.post(), SP, SignatureAlgorithm.RSA_SHA1),
        REQUESTER,
        REQUEST_UNSUPPORTED,
        "signature algorithm");
    SignatureAlgorithm sha1Digest =
        new SignatureAlgorithm(SignatureAlgorithm.RSA_SHA256.signature(), SignatureAlgorithm.SHA1);
    supplier.refuse(
        supplier.request().postedSigned(supplier.post(), SP, sha1Digest),
        REQUESTER,
        REQUEST_UNSUPPORTED,
        "digest algorithm");
    RequestText text = supplier.request().set("Destination", supplier.redirect());
    Inbound in = text.redirected(supplier.redirect(), SP);
    QuerySignature good = in.querySignature().orElseThrow();
    QuerySignature sha1 =
        new QuerySignature(SignatureAlgorithm.RSA_SHA1.signature(), good.signed(), good.value());
    supplier.refuse(with(in, sha1), REQUESTER, REQUEST_UNSUPPORTED, "signature algorithm");
  }

  /** DP-8.1-02, DP-8.2-03. */
  @Test
  void theOptionalAlgorithmsOfChapterEightAreTaken() {
    String more = "http://www.w3.org/2001/04/xmldsig-more#";
    for (String bits : new String[] {"384", "512"}) {
      String digest =
          bits.equals("384") ? more + "sha384" : "http://www.w3.org/2001/04/xmlenc#sha512";
      supplier.accept(
          supplier
              .request()
              .postedSigned(
                  supplier.post(), SP, new SignatureAlgorithm(more + "rsa-sha" + bits, digest)));
    }
  }

  /** SAML bindings 3.4.4.1. */
  @Test
  void aRedirectedRequestSignedInsideIsRefused() {
    String signed =
        supplier
            .request()
            .set("Destination", supplier.redirect())
            .signedText(SP, SignatureAlgorithm.RSA_SHA256);
    Inbound in =
        new Inbound(
            true,
            supplier.redirect(),
            signed.getBytes(StandardCharsets.UTF_8),
            Optional.of("relay"),
            Optional.empty());
    supplier.refuse(in, REQUESTER, REQUEST_DENIED, "in the query");
  }

  /** DP-5.2-09: what is signed is not what would be served. */
  @Test
  void aGoodSignatureOfAnotherElementIsRefused() {
    for (Setting each : new Setting[] {supplier, bankid}) {
      refuseWrapped(each, "_forged", REQUEST_DENIED);
    }
  }

  /** As above, with two elements of one ID for the signature to choose from. */
  @Test
  void twoElementsWithTheSignedIdAreRefused() {
    for (Setting each : new Setting[] {supplier, bankid}) {
      refuseWrapped(each, "_signed", null);
    }
  }

  private static void refuseWrapped(Setting setting, String id, StatusCode second) {
    String good =
        setting.request().set("ID", "_signed").signedText(SP, SignatureAlgorithm.RSA_SHA256);
    String signature = signature(good);
    for (String inside : new String[] {good.replace(signature, ""), good}) {
      String forged = setting.request().set("ID", id).extensions(wrapped(inside)).text();
      setting.refuse(
          RequestText.posted(
              setting.post(),
              forged.replace(
                  "</saml:Issuer><samlp:Ext", "</saml:Issuer>" + signature + "<samlp:Ext")),
          REQUESTER,
          second,
          "");
    }
  }

  private static String signature(String signed) {
    String end = "</ds:Signature>";
    return signed.substring(signed.indexOf("<ds:Signature"), signed.indexOf(end) + end.length());
  }

  /** In an element of its own, since samlp:Extensions takes none of SAML's. */
  private static String wrapped(String xml) {
    return "<x:wrapper xmlns:x=\"urn:x\">" + xml + "</x:wrapper>";
  }

  @Test
  void aSignatureInsideTheExtensionsIsNone() {
    String good = bankid.request().signedText(SP, SignatureAlgorithm.RSA_SHA256);
    bankid.refuse(
        bankid.request().extensions(wrapped(good)).posted(bankid.post()),
        REQUESTER,
        REQUEST_DENIED,
        "signed requests only");
  }

  @Test
  void twoSignaturesAreRefused() {
    String good = supplier.request().signedText(SP, SignatureAlgorithm.RSA_SHA256);
    String signature = signature(good);
    supplier.refuse(
        RequestText.posted(supplier.post(), good.replace(signature, signature + signature)),
        REQUESTER,
        null,
        "");
  }

  private static Inbound with(Inbound in, QuerySignature signature) {
    return new Inbound(
        in.redirect(), in.location(), in.xml(), in.relayState(), Optional.of(signature));
  }
}
