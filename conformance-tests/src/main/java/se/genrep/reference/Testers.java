package se.genrep.reference;

import static se.genrep.reference.Tester.tester;

import java.util.List;
import javax.xml.XMLConstants;
import se.genrep.input.Constants;
import se.genrep.reference.Tester.Signer;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Attribute;
import se.genrep.registry.NameIdFormat;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceEntityCategory;
import se.genrep.registry.ServiceType;
import se.genrep.saml.XmlNode;

/** Every tester there is: the constants of this class. */
public final class Testers {

  private static final String HOK =
      "urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser";
  private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

  // Categories (EC 2, TAR 3.4).

  /** Wants all that the identity provider has, and takes samordningsnummer. */
  public static final Tester USUAL = tester("usual", "wants all that the identity provider has");

  public static final Tester NOT_OPTED_IN =
      tester("not-opted-in", "does not accept samordningsnummer (EC 6.2)").notOptedIn();

  public static final Tester PNR =
      tester("pnr", "wants numbers")
          .wanting(
              ServiceEntityCategory.LOA2_PNR,
              ServiceEntityCategory.LOA3_PNR,
              ServiceEntityCategory.LOA4_PNR);

  public static final Tester NAME_ONLY =
      tester("name-only", "wants names only")
          .wanting(
              ServiceEntityCategory.LOA2_NAME,
              ServiceEntityCategory.LOA3_NAME,
              ServiceEntityCategory.LOA4_NAME);

  public static final Tester ORGID =
      tester("orgid", "wants organisational identities")
          .wanting(
              ServiceEntityCategory.LOA2_ORGID,
              ServiceEntityCategory.LOA3_ORGID,
              ServiceEntityCategory.LOA4_ORGID);

  public static final Tester SEVERAL =
      tester("several", "wants persons and employees")
          .wanting(
              ServiceEntityCategory.LOA2_PNR,
              ServiceEntityCategory.LOA3_PNR,
              ServiceEntityCategory.LOA4_PNR,
              ServiceEntityCategory.LOA2_NAME,
              ServiceEntityCategory.LOA3_NAME,
              ServiceEntityCategory.LOA2_ORGID,
              ServiceEntityCategory.LOA3_ORGID);

  public static final Tester EIDAS =
      tester("eidas", "wants people with foreign eIDs")
          .wanting(ServiceEntityCategory.EIDAS_NATURALPERSON);

  public static final Tester NO_CATEGORY =
      tester("no-category", "declares no service entity category").wanting();

  // Requested attributes (DP 2.1.2, 6.2.1).

  public static final Tester REQUESTS_ATTRIBUTES =
      tester("requests-attributes", "asks for attributes beyond its categories")
          .edited(
              entity -> {
                attributes(entity, "0", "true", false, Attribute.TRANSACTION_IDENTIFIER);
                attributes(
                    entity,
                    "1",
                    "false",
                    false,
                    Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER,
                    Attribute.GENDER,
                    Attribute.DATE_OF_BIRTH);
              });

  public static final Tester DEMANDS_UNKNOWN =
      tester("demands-unknown", "demands an attribute that nobody has")
          .edited(entity -> attributes(entity, "0", "true", true, "urn:oid:1.2.752.201.3.999"));

  public static final Tester WISHES_UNKNOWN =
      tester("wishes-unknown", "wishes for an attribute that nobody has")
          .edited(entity -> attributes(entity, "0", "true", false, "urn:oid:1.2.752.201.3.999"));

  // Types, contracts and properties (EC 1.3, TAR 3.5, 3.6).

  /** Signs, and has its messages shown. */
  public static final Tester SIGNATURE_SERVICE =
      tester("signature-service", "is a signature service").declaring(ServiceType.SIGSERVICE);

  public static final Tester PRIVATE =
      tester("private", "is of the private sector")
          .edited(
              entity ->
                  entity
                      .all(
                          "md:Extensions/mdattr:EntityAttributes/saml:Attribute/saml:AttributeValue")
                      .stream()
                      .filter(value -> value.text().equals(ServiceType.PUBLIC_SECTOR_SP.uri()))
                      .forEach(value -> value.text(ServiceType.PRIVATE_SECTOR_SP.uri())));

  public static final Tester NO_CONTRACT = tester("no-contract", "has no contract").under();

  public static final Tester AUTHORISATION_SYSTEM =
      tester("authorisation-system", "has the contract of the authorisation system only")
          .under(ServiceContract.EID_AUTHORIZATION_SYSTEM.uri());

  public static final Tester EID_CHOICE_2017 =
      tester("eid-choice-2017", "has the contract of Valfrihetssystem 2017 only")
          .under(ServiceContract.EID_CHOICE_2017.uri());

  public static final Tester PREPAID =
      tester("prepaid", "has the contract of Förbetald e-legitimering only")
          .under(ServiceContract.PREPAID_AUTH_2021.uri());

  public static final Tester BILATERAL =
      tester("bilateral", "has a contract of its own only")
          .under("http://id.swedenconnect.se/contract/genrep/test");

  // Signatures and keys (DP 2.1.1.2, 5.2, 8).

  public static final Tester WANTS_SIGNED =
      tester("wants-signed", "wants assertions signed")
          .edited(entity -> role(entity).set("WantAssertionsSigned", "true"));

  /** Signs when it likes. */
  public static final Tester MAY_SIGN =
      tester("may-sign", "does not say whether it signs requests")
          .edited(entity -> role(entity).unset("AuthnRequestsSigned"));

  public static final Tester TWO_KEYS =
      tester("two-keys", "has two signing keys and signs with the second")
          .publishing(Signer.USUAL, Signer.SECOND);

  public static final Tester KEY_WITHOUT_USE =
      tester("key-without-use", "has a signing key without use")
          .edited(entity -> role(entity).at("md:KeyDescriptor").unset("use"));

  public static final Tester RSA = tester("rsa", "signs with RSA").publishing(Signer.RSA);

  public static final Tester P_384 = tester("p-384", "signs with P-384").publishing(Signer.P_384);

  public static final Tester P_521 = tester("p-521", "signs with P-521").publishing(Signer.P_521);

  public static final Tester EXPIRED_CERTIFICATE =
      tester("expired-certificate", "has a certificate that has expired")
          .publishing(Signer.EXPIRED);

  public static final Tester ISSUED_CERTIFICATE =
      tester("issued-certificate", "has a certificate of a CA that nobody knows")
          .publishing(Signer.ISSUED);

  // Algorithms that answers should keep to (DP 6.1, 8.3, 8.4).

  public static final Tester NO_ALGORITHMS =
      tester("no-algorithms", "declares no algorithm").edited(Testers::withoutAlgorithms);

  public static final Tester UNKNOWN_ALGORITHMS =
      tester("unknown-algorithms", "declares algorithms that nobody has")
          .edited(
              entity -> {
                withoutAlgorithms(entity);
                encryption(entity, "http://genrep.example/cipher");
                entity
                    .at("md:Extensions")
                    .add("alg:SigningMethod")
                    .set("Algorithm", "http://genrep.example/signature");
              });

  public static final Tester AES128_CBC = cipher("aes128-cbc", Algorithm.AES128_CBC);
  public static final Tester AES192_CBC = cipher("aes192-cbc", Algorithm.AES192_CBC);
  public static final Tester AES256_CBC = cipher("aes256-cbc", Algorithm.AES256_CBC);
  public static final Tester AES128_GCM = cipher("aes128-gcm", Algorithm.AES128_GCM);
  public static final Tester AES192_GCM = cipher("aes192-gcm", Algorithm.AES192_GCM);
  public static final Tester AES256_GCM = cipher("aes256-gcm", Algorithm.AES256_GCM);
  public static final Tester OAEP_SHA256 = transport("oaep-sha256", Algorithm.SHA256);
  public static final Tester OAEP_SHA512 = transport("oaep-sha512", Algorithm.SHA512);
  public static final Tester SIGNATURE_SHA512 =
      tester("signature-sha512", "prefers signatures with SHA-512")
          .edited(
              entity -> {
                entity.all("md:Extensions/alg:SigningMethod").forEach(XmlNode::remove);
                entity.all("md:Extensions/alg:DigestMethod").forEach(XmlNode::remove);
                for (Algorithm digest : List.of(Algorithm.SHA512)) {
                  entity.at("md:Extensions").add("alg:DigestMethod").set("Algorithm", digest.uri());
                }
                for (Algorithm method : List.of(Algorithm.RSA_SHA512, Algorithm.ECDSA_SHA512)) {
                  entity
                      .at("md:Extensions")
                      .add("alg:SigningMethod")
                      .set("Algorithm", method.uri());
                }
              });

  // What is shown (DP 5.4.3).

  public static final Tester HOSTILE_NAME =
      tester("hostile-name", "has markup in its name")
          .edited(
              entity ->
                  names(entity)
                      .forEach(
                          name ->
                              name.text(
                                  "MOCK <script>alert('genrep')</script>"
                                      + "<img src=x onerror=genrep()>\" onload=\"genrep()")));

  public static final Tester HUGE_LOGO =
      tester("huge-logo", "has a logotype of 4000 by 3000")
          .edited(entity -> logo(entity).set("width", "4000").set("height", "3000"));

  public static final Tester LONG_NAME =
      tester("long-name", "has a name of 200 letters")
          .edited(
              entity -> names(entity).forEach(name -> name.text("MOCK " + "Långnamn ".repeat(22))));

  // Addresses and names of persons (DP 3, 5.4.2).

  public static final Tester TWO_ADDRESSES =
      tester("two-addresses", "takes answers at two addresses, by default at the second")
          .edited(
              entity -> {
                XmlNode first = role(entity).at("md:AssertionConsumerService");
                String location = first.attribute("Location").orElseThrow();
                XmlNode second = first.copy();
                first.insertAfter(second);
                second.set("Location", location + "/second").set("index", "7");
                first.set("index", "3").unset("isDefault");
              });

  public static final Tester NO_DEFAULT_ADDRESS =
      tester("no-default-address", "takes answers at two addresses, by the index at the second")
          .edited(
              entity -> {
                XmlNode first = role(entity).at("md:AssertionConsumerService");
                String location = first.attribute("Location").orElseThrow();
                XmlNode second = first.copy();
                first.insertAfter(second);
                second.set("Location", location + "/second").set("index", "2").unset("isDefault");
                first.set("index", "5").unset("isDefault");
              });

  public static final Tester TRANSIENT =
      tester("transient", "takes transient names only")
          .edited(
              entity -> {
                role(entity).all("md:NameIDFormat").forEach(XmlNode::remove);
                role(entity)
                    .at("md:AssertionConsumerService")
                    .insertBefore(
                        role(entity).create("md:NameIDFormat").text(NameIdFormat.TRANSIENT.uri()));
              });

  public static final Tester NO_NAME_ID_FORMAT =
      tester("no-name-id-format", "says nothing of names of persons")
          .edited(entity -> role(entity).all("md:NameIDFormat").forEach(XmlNode::remove));

  /** Takes answers for holders of keys at an address of its own (DP-5.4.2-02). */
  public static final Tester HOLDER_OF_KEY =
      tester("holder-of-key", "takes answers by the Holder-of-key profile too")
          .edited(
              entity -> {
                XmlNode first = role(entity).at("md:AssertionConsumerService");
                XmlNode own = first.copy();
                first.insertAfter(own);
                own.set("Location", first.attribute("Location").orElseThrow() + "/hok")
                    .set("Binding", HOK)
                    .declare("hoksso", HOK)
                    .set(HOK, "hoksso:ProtocolBinding", POST)
                    .set("index", "9")
                    .unset("isDefault");
              });

  private Testers() {}

  public static List<Tester> all() {
    return Constants.of(Tester.class, Testers.class, Testers.class.getPackage().getName());
  }

  private static XmlNode role(XmlNode entity) {
    return entity.at("md:SPSSODescriptor");
  }

  private static List<XmlNode> names(XmlNode entity) {
    return role(entity).all("md:Extensions/mdui:UIInfo/mdui:DisplayName");
  }

  private static XmlNode logo(XmlNode entity) {
    return role(entity).at("md:Extensions/mdui:UIInfo/mdui:Logo");
  }

  private static void withoutAlgorithms(XmlNode entity) {
    List.of("alg:DigestMethod", "alg:SigningMethod", "md:EncryptionMethod")
        .forEach(name -> entity.everywhere(name).forEach(XmlNode::remove));
  }

  private static XmlNode encryption(XmlNode entity, String algorithm) {
    return role(entity).all("md:KeyDescriptor").stream()
        .filter(key -> key.attribute("use").filter("encryption"::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .add("md:EncryptionMethod")
        .set("Algorithm", algorithm);
  }

  private static Tester cipher(String id, Algorithm algorithm) {
    return tester(id, "declares the one cipher " + id)
        .edited(
            entity -> {
              entity.everywhere("md:EncryptionMethod").forEach(XmlNode::remove);
              encryption(entity, algorithm.uri());
              encryption(entity, Algorithm.RSA_OAEP_MGF1P.uri());
            });
  }

  private static Tester transport(String id, Algorithm digest) {
    return tester(id, "wants content keys by " + id)
        .edited(
            entity -> {
              entity.everywhere("md:EncryptionMethod").forEach(XmlNode::remove);
              encryption(entity, Algorithm.AES256_CBC.uri());
              encryption(entity, Algorithm.RSA_OAEP_MGF1P.uri())
                  .add("ds:DigestMethod")
                  .set("Algorithm", digest.uri());
            });
  }

  private static void attributes(
      XmlNode entity, String index, String isDefault, boolean required, Attribute... wanted) {
    attributes(
        entity,
        index,
        isDefault,
        required,
        java.util.Arrays.stream(wanted).map(Attribute::oidName).toArray(String[]::new));
  }

  private static void attributes(
      XmlNode entity, String index, String isDefault, boolean required, String... wanted) {
    XmlNode service =
        role(entity)
            .add("md:AttributeConsumingService")
            .set("index", index)
            .set("isDefault", isDefault);
    service.add("md:ServiceName").set(XMLConstants.XML_NS_URI, "xml:lang", "sv").text("MOCK");
    for (String name : wanted) {
      service
          .add("md:RequestedAttribute")
          .set("Name", name)
          .set("NameFormat", Attribute.NAME_FORMAT)
          .set("isRequired", String.valueOf(required));
    }
  }
}
