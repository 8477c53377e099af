package se.genrep.reference;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import se.genrep.idp.IdpHabit;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceType;
import se.genrep.saml.XmlNode;

/** What a mutant of an identity provider takes the metadata of a service provider for. */
public enum SenderLapse implements IdpHabit {
  /** Everybody accepts samordningsnummer (EC 6.2). */
  OPTED_IN(sender -> category(sender, GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri())),
  /** Nobody wants anything. */
  WANTS_NOTHING(sender -> withoutCategories(sender, "/ec/")),
  /** Everybody has every contract (TAR-3.6-02). */
  HAS_CONTRACTS(
      sender -> {
        for (ServiceContract contract : ServiceContract.values()) {
          category(sender, contract.uri());
        }
      }),
  /** Nobody wants assertions signed (DP-6.1-06). */
  WANTS_NO_SIGNATURE(sender -> role(sender).set("WantAssertionsSigned", "false")),
  /** There is one key for signatures, the first (DP-2.1.1.2-12). */
  ONE_KEY(
      sender -> {
        List<XmlNode> keys =
            role(sender).all("md:KeyDescriptor").stream()
                .filter(key -> key.attribute("use").filter("signing"::equals).isPresent())
                .toList();
        keys.subList(1, keys.size()).forEach(XmlNode::remove);
      }),
  /** Of keys, none of RSA is known. */
  NO_RSA(sender -> withoutKeys(sender, key -> key.getPublicKey() instanceof RSAKey)),
  /** Of curves, P-256 alone is known (DP-8-04). */
  ONLY_P_256(
      sender ->
          withoutKeys(
              sender,
              key ->
                  key.getPublicKey() instanceof ECPublicKey elliptic
                      && elliptic.getParams().getOrder().bitLength() > 256)),
  /** A key whose certificate has expired is none (DP-2.1.1.2-03). */
  NO_EXPIRED_CERTIFICATE(
      sender -> withoutKeys(sender, key -> key.getNotAfter().before(new Date()))),
  /** A key whose certificate somebody unknown issued is none (DP-2.1.1.2-02). */
  NO_ISSUED_CERTIFICATE(
      sender ->
          withoutKeys(
              sender, key -> !key.getIssuerX500Principal().equals(key.getSubjectX500Principal()))),
  /** Who has not promised to sign does not (DP-2.1.2-09). */
  NO_KEYS_OF_THE_UNPROMISED(
      sender -> {
        if (role(sender).attribute("AuthnRequestsSigned").filter("true"::equals).isEmpty()) {
          withoutKeys(sender, key -> true);
        }
      }),
  /** Nobody accepts samordningsnummer. */
  NOBODY_OPTED_IN(
      sender -> withoutCategories(sender, GeneralCategory.ACCEPTS_COORDINATION_NUMBER.uri())),
  /** The first address of the document counts, whatever its index (DP-5.4.2-08). */
  FIRST_ADDRESS(sender -> role(sender).all("md:AssertionConsumerService").get(0).set("index", "0")),
  /** A key without a use is none (DP-2.1.1.2-11). */
  NO_KEY_WITHOUT_USE(
      sender ->
          role(sender).all("md:KeyDescriptor").stream()
              .filter(key -> key.attribute("use").isEmpty())
              .forEach(XmlNode::remove)),
  /** What is declared of algorithms is not read (DP-6.1-10). */
  DECLARES_NO_ALGORITHM(
      sender ->
          List.of("alg:DigestMethod", "alg:SigningMethod", "md:EncryptionMethod")
              .forEach(name -> sender.everywhere(name).forEach(XmlNode::remove))),
  /** Nothing is wanted beyond the categories (DP-2.1.2-04). */
  REQUESTS_NOTHING(
      sender -> role(sender).all("md:AttributeConsumingService").forEach(XmlNode::remove)),
  /** What is wished for is demanded (DP-6.2.1-08). */
  WISHES_ARE_DEMANDS(
      sender ->
          sender
              .everywhere("md:RequestedAttribute")
              .forEach(wish -> wish.set("isRequired", "true"))),
  /** Nobody is a signature service (DP-7.1-06). */
  IS_NO_SIGNATURE_SERVICE(sender -> withoutCategories(sender, ServiceType.SIGSERVICE.uri())),
  /** The default among addresses is the first one (DP-5.4.2-08). */
  NO_DEFAULT_ADDRESS(
      sender ->
          role(sender)
              .all("md:AssertionConsumerService")
              .forEach(consumer -> consumer.unset("isDefault"))),
  /** Names of persons are transient, whatever it lists (DP-3-05). */
  NO_NAME_ID_FORMAT(sender -> role(sender).all("md:NameIDFormat").forEach(XmlNode::remove));

  private final Consumer<XmlNode> change;

  SenderLapse(Consumer<XmlNode> change) {
    this.change = change;
  }

  @Override
  public void believes(XmlNode sender) {
    change.accept(sender);
  }

  private static void withoutKeys(XmlNode sender, Predicate<X509Certificate> unknown) {
    for (XmlNode key : role(sender).all("md:KeyDescriptor")) {
      if (key.attribute("use").filter("signing"::equals).isPresent()
          && unknown.test(certificate(key))) {
        key.remove();
      }
    }
  }

  private static X509Certificate certificate(XmlNode key) {
    try {
      byte[] der =
          Base64.getMimeDecoder()
              .decode(key.at("ds:KeyInfo/ds:X509Data/ds:X509Certificate").text());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate of a tester is none", e);
    }
  }

  private static XmlNode role(XmlNode sender) {
    return sender.at("md:SPSSODescriptor");
  }

  private static XmlNode categories(XmlNode sender) {
    return sender.at("md:Extensions/mdattr:EntityAttributes/saml:Attribute");
  }

  private static void category(XmlNode sender, String uri) {
    boolean there =
        categories(sender).all("saml:AttributeValue").stream()
            .anyMatch(value -> value.text().strip().equals(uri));
    if (!there) {
      categories(sender).add("saml:AttributeValue").text(uri);
    }
  }

  private static void withoutCategories(XmlNode sender, String part) {
    categories(sender).all("saml:AttributeValue").stream()
        .filter(value -> value.text().contains(part))
        .forEach(XmlNode::remove);
  }
}
