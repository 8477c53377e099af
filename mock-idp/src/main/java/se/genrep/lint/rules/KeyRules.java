package se.genrep.lint.rules;

import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.genrep.lint.Rule;
import se.genrep.registry.Limits;
import se.genrep.saml.XmlNode;

/** The keys and certificates of a role (DP 2.1.1.2, 8). */
public final class KeyRules {

  /** What is left of a validity that is not long any more. */
  private static final Duration SOON = Duration.ofDays(90);

  public static final Rule WITHOUT_CERTIFICATE =
      rule("key-without-certificate", "gives a key without an X.509 certificate", "DP-2.1.1.2-01")
          .ofRole(
              (entity, at, report) -> {
                for (XmlNode descriptor : at.all("md:KeyDescriptor")) {
                  if (descriptor.find(Certificates.PATH).isEmpty()) {
                    report.add(
                        descriptor,
                        "no ds:X509Certificate",
                        "ds:KeyInfo/ds:X509Data/ds:X509Certificate",
                        "Give the public key as an X.509 certificate");
                  }
                }
              });

  public static final Rule CERTIFICATE_UNREADABLE =
      rule("certificate-unreadable", "has a certificate that is none", "DP-2.1.1.2-01")
          .ofRole(
              (entity, at, report) ->
                  Certificates.nodes(at).stream()
                      .filter(node -> Certificates.read(node).isEmpty())
                      .forEach(
                          node ->
                              report.add(
                                  node,
                                  "a text that is not the base64 of a certificate",
                                  "an X.509 certificate",
                                  "Paste the certificate without the BEGIN and END lines")));

  public static final Rule CA_ISSUED =
      rule("certificate-not-self-signed", "has a certificate that a CA issued", "DP-2.1.1.2-05")
          .ofRole(
              (entity, at, report) ->
                  Certificates.each(
                      at,
                      (node, certificate) -> {
                        if (!selfSigned(certificate)) {
                          report.add(
                              node,
                              "a certificate issued by "
                                  + certificate.getIssuerX500Principal().getName(),
                              "a self-signed one: nobody builds a path to a CA",
                              "Make a self-signed certificate for the key");
                        }
                      }));

  public static final Rule EXPIRED =
      rule(
              "certificate-expired",
              "has a certificate that is out of date or soon will be",
              "DP-2.1.1.2-06")
          .ofRole(
              (entity, at, report) ->
                  Certificates.each(
                      at,
                      (node, certificate) -> {
                        Instant from = certificate.getNotBefore().toInstant();
                        Instant until = certificate.getNotAfter().toInstant();
                        if (from.isAfter(entity.now()) || until.isBefore(entity.now().plus(SOON))) {
                          report.add(
                              node,
                              "valid from " + from + " until " + until,
                              "a certificate that is valid for a long time yet",
                              "Make a new certificate, for the same key or a new one");
                        }
                      }));

  public static final Rule WEAKLY_SIGNED =
      rule(
              "certificate-weakly-signed",
              "has a certificate signed with MD5 or SHA-1",
              "DP-2.1.1.2-07")
          .ofRole(
              (entity, at, report) ->
                  Certificates.each(
                      at,
                      (node, certificate) -> {
                        String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
                        if (name.contains("MD5") || name.contains("SHA1")) {
                          report.add(
                              node,
                              certificate.getSigAlgName(),
                              "SHA-256 or better",
                              "Make the certificate anew, signed with SHA-256");
                        }
                      }));

  public static final Rule NO_SIGNING_KEY =
      rule("no-signing-key", "gives no key for signatures", "DP-2.1.1.2-08")
          .ofRole(
              (entity, at, report) -> {
                if (uses(at).stream().noneMatch("signing"::equals) && !onlyOneForAll(at)) {
                  report.add(
                      at,
                      "no md:KeyDescriptor with use=\"signing\"",
                      "at least one",
                      "Add it, or say use=\"signing\" on the key that signs");
                }
              });

  public static final Rule NO_ENCRYPTION_KEY =
      rule("no-encryption-key", "gives no key for encryption", "DP-2.1.1.2-09")
          .ofRole(
              (entity, at, report) -> {
                if (uses(at).stream().noneMatch("encryption"::equals) && !onlyOneForAll(at)) {
                  report.add(
                      at,
                      "no md:KeyDescriptor with use=\"encryption\"",
                      "one; no assertion can be encrypted to a service provider without a key",
                      "Add it, or say use=\"encryption\" on the key that decrypts");
                }
              });

  public static final Rule ONE_KEY_FOR_ALL =
      rule("one-key-for-all", "has a single key without a use", "DP-2.1.1.2-10")
          .ofRole(
              (entity, at, report) -> {
                if (onlyOneForAll(at)) {
                  report.add(
                      at.all("md:KeyDescriptor").get(0),
                      "one md:KeyDescriptor, without use",
                      "one for signing and one for encryption, so that each can be changed alone",
                      "Write two md:KeyDescriptor elements, even if the key is the same");
                }
              });

  public static final Rule TWO_ENCRYPTION_KEYS =
      rule("two-encryption-keys", "gives more than one key for encryption", "DP-2.1.1.2-14")
          .ofRole(
              (entity, at, report) -> {
                List<XmlNode> usable =
                    at.all("md:KeyDescriptor").stream()
                        .filter(key -> !key.attribute("use").orElse("").equals("signing"))
                        .toList();
                Set<String> different =
                    usable.stream()
                        .flatMap(key -> key.all(Certificates.PATH).stream())
                        .map(node -> node.text().replaceAll("\\s", ""))
                        .collect(Collectors.toSet());
                if (different.size() > 1) {
                  report.add(
                      usable.get(usable.size() - 1),
                      different.size() + " certificates that one may encrypt to",
                      "the newest alone, also while the key is being changed",
                      "Remove the older one, and keep its private key until all have noticed");
                }
              });

  public static final Rule RSA_TOO_SHORT =
      rule("rsa-key-too-short", "has an RSA key that is too short", "DP-8-01")
          .ofRole(
              (entity, at, report) ->
                  eachRsa(
                      at,
                      (node, bits) -> {
                        if (bits < Limits.RSA_MINIMUM_BITS) {
                          report.add(
                              node,
                              bits + " bits",
                              "at least " + Limits.RSA_MINIMUM_BITS,
                              "Make a new key of " + Limits.RSA_RECOMMENDED_BITS + " bits");
                        }
                      }));

  public static final Rule RSA_SHORT =
      rule("rsa-key-short", "has an RSA key shorter than recommended", "DP-8-02")
          .ofRole(
              (entity, at, report) ->
                  eachRsa(
                      at,
                      (node, bits) -> {
                        if (bits >= Limits.RSA_MINIMUM_BITS && bits < Limits.RSA_RECOMMENDED_BITS) {
                          report.add(
                              node,
                              bits + " bits",
                              "at least " + Limits.RSA_RECOMMENDED_BITS,
                              "Make the next key of " + Limits.RSA_RECOMMENDED_BITS + " bits");
                        }
                      }));

  public static final Rule EC_TOO_SHORT =
      rule("ec-key-too-short", "has an EC key that is too short", "DP-8-03")
          .ofRole(
              (entity, at, report) ->
                  Certificates.each(
                      at,
                      (node, certificate) -> {
                        if (certificate.getPublicKey() instanceof ECPublicKey key
                            && key.getParams().getOrder().bitLength() < Limits.EC_MINIMUM_BITS) {
                          report.add(
                              node,
                              key.getParams().getOrder().bitLength() + " bits",
                              "at least " + Limits.EC_MINIMUM_BITS,
                              "Make a new key on P-256, P-384 or P-521");
                        }
                      }));

  public static final Rule EC_FOR_ENCRYPTION =
      rule("ec-key-for-encryption", "gives an EC key for encryption", "DP-8-03")
          .ofRole(
              (entity, at, report) ->
                  at.all("md:KeyDescriptor").stream()
                      .filter(key -> !key.attribute("use").orElse("").equals("signing"))
                      .flatMap(key -> key.all(Certificates.PATH).stream())
                      .filter(
                          node ->
                              Certificates.read(node)
                                  .filter(c -> c.getPublicKey() instanceof ECPublicKey)
                                  .isPresent())
                      .forEach(
                          node ->
                              report.add(
                                  node,
                                  "an EC key that may be encrypted to",
                                  "an RSA key; EC keys are for signatures only",
                                  "Give an RSA key, and say use=\"signing\" on the EC key")));

  public static final Rule UNKNOWN_KIND =
      suspicion("key-of-unknown-kind", "has a key that is neither RSA nor EC", "DP-8-01", "DP-8-03")
          .ofRole(
              (entity, at, report) ->
                  Certificates.each(
                      at,
                      (node, certificate) -> {
                        PublicKey key = certificate.getPublicKey();
                        if (!(key instanceof RSAPublicKey) && !(key instanceof ECPublicKey)) {
                          report.add(
                              node,
                              "a key of the kind " + key.getAlgorithm(),
                              "an RSA or EC key",
                              "Make a key of one of these kinds");
                        }
                      }));

  private KeyRules() {}

  private interface Sized {
    void see(XmlNode node, int bits);
  }

  private static void eachRsa(XmlNode role, Sized action) {
    Certificates.each(
        role,
        (node, certificate) -> {
          if (certificate.getPublicKey() instanceof RSAPublicKey key) {
            action.see(node, key.getModulus().bitLength());
          }
        });
  }

  private static List<String> uses(XmlNode role) {
    return role.all("md:KeyDescriptor").stream()
        .map(key -> key.attribute("use").orElse(""))
        .toList();
  }

  private static boolean onlyOneForAll(XmlNode role) {
    return uses(role).equals(List.of(""));
  }

  private static boolean selfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    if (certificate.getPublicKey() instanceof ECPublicKey key
        && key.getParams().getOrder().bitLength() < Limits.EC_MINIMUM_BITS) {
      return true; // Java has no such curve to verify with; that it is short is another finding
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      return true; // an algorithm that Java refuses; that it is weak is another finding
    }
  }
}
