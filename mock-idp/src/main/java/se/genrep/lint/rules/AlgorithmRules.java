package se.genrep.lint.rules;

import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Status;
import se.genrep.registry.Limits;
import se.genrep.registry.Namespace;
import se.genrep.saml.XmlNode;

/** Declared algorithms (DP 2, 2.1.1.3, 8). */
public final class AlgorithmRules {

  public static final Rule NONE_DECLARED =
      rule("algorithms-not-declared", "declares no algorithm", "DP-2-03")
          .ofRole(
              (entity, at, report) -> {
                boolean any =
                    !everywhere(entity).isEmpty()
                        || !at.all("md:KeyDescriptor/md:EncryptionMethod").isEmpty();
                if (!any) {
                  report.add(
                      at,
                      "no alg:DigestMethod, alg:SigningMethod or md:EncryptionMethod",
                      "what it supports, so that peers can use more than the mandatory algorithms",
                      "Declare the algorithms that it supports");
                }
              });

  public static final Rule MISPLACED =
      rule("algorithm-misplaced", "declares an algorithm where nobody looks for it", "DP-2-03")
          .ofEntity(
              (entity, at, report) -> {
                List<XmlNode> misplaced = new ArrayList<>();
                everywhere(entity).stream()
                    .filter(node -> !standsInExtensions(node))
                    .forEach(misplaced::add);
                for (String name : List.of("DigestMethod", "SigningMethod")) {
                  at.all("md:Extensions").forEach(e -> foreign(e, name, misplaced));
                  at.children()
                      .forEach(
                          role ->
                              role.all("md:Extensions").forEach(e -> foreign(e, name, misplaced)));
                }
                for (XmlNode node : misplaced) {
                  report.add(
                      node,
                      node.element().getLocalName()
                          + " of the namespace "
                          + node.element().getNamespaceURI(),
                      "alg:DigestMethod and alg:SigningMethod in md:Extensions of the entity or"
                          + " the role",
                      "Move it there, in the namespace " + Namespace.ALG);
                }
              });

  public static final Rule UNKNOWN =
      suspicion("algorithm-unknown", "declares an algorithm that nobody knows", "DP-2.1.1.3-02")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode node : declared(entity)) {
                  String uri = uri(node);
                  if (Algorithm.of(uri).isEmpty() && !otherwiseKnown(uri)) {
                    report.add(
                        node,
                        uri.isEmpty() ? "no Algorithm" : uri,
                        "an algorithm of chapter 8, or another that the standards define",
                        "Correct the URI, or remove the element");
                  }
                }
              });

  public static final Rule PROHIBITED =
      rule(
              "algorithm-prohibited",
              "declares an algorithm that is out of use",
              "DP-2.1.1.3-03",
              "DP-2.1.1.3-02")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode node : declared(entity)) {
                  Optional<Algorithm> algorithm = Algorithm.of(uri(node));
                  if (algorithm.filter(a -> a.status() == Status.BLACKLISTED).isPresent()) {
                    report.add(
                        node,
                        uri(node),
                        "no algorithm that is broken or out of use",
                        "Remove it, here and in the configuration");
                  }
                }
              });

  public static final Rule MINIMUM_TOO_SHORT =
      rule("minimum-key-size-too-short", "accepts keys that are too short", "DP-2.1.1.3-03")
          .ofEntity(
              (entity, at, report) -> {
                for (XmlNode node : entity.everywhere(Namespace.ALG, "SigningMethod")) {
                  int least =
                      uri(node).contains("ecdsa")
                          ? Limits.EC_MINIMUM_BITS
                          : Limits.RSA_MINIMUM_BITS;
                  String text = node.attribute("MinKeySize").orElse("").strip();
                  if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) < least) {
                    report.add(
                        node,
                        "MinKeySize=\"" + text + "\"",
                        "at least " + least,
                        "Raise it, or leave it out");
                  }
                }
              });

  public static final Rule DIGEST_UNUSABLE =
      rule(
              "key-transport-digest-unusable",
              "wants a key transport digest that the profile has not",
              "DP-8.4-03")
          .ofRole(
              (entity, at, report) ->
                  at.all("md:KeyDescriptor/md:EncryptionMethod").stream()
                      .filter(method -> uri(method).equals(Algorithm.RSA_OAEP_MGF1P.uri()))
                      .flatMap(method -> method.all("ds:DigestMethod").stream())
                      .filter(
                          digest ->
                              Algorithm.of(uri(digest))
                                  .filter(Algorithm::keyTransportDigest)
                                  .isEmpty())
                      .forEach(
                          digest ->
                              report.add(
                                  digest,
                                  uri(digest),
                                  "SHA-1, SHA-256, SHA-384 or SHA-512",
                                  "Correct the URI, or leave ds:DigestMethod out")));

  private AlgorithmRules() {}

  private static String uri(XmlNode node) {
    return node.attribute("Algorithm").orElse("").strip();
  }

  /** The alg: elements, wherever they stand. */
  private static List<XmlNode> everywhere(Entity entity) {
    List<XmlNode> found = new ArrayList<>(entity.everywhere(Namespace.ALG, "DigestMethod"));
    found.addAll(entity.everywhere(Namespace.ALG, "SigningMethod"));
    return found;
  }

  private static List<XmlNode> declared(Entity entity) {
    List<XmlNode> found = new ArrayList<>(everywhere(entity));
    found.addAll(entity.everywhere(Namespace.MD, "EncryptionMethod"));
    return found;
  }

  private static boolean standsInExtensions(XmlNode node) {
    XmlNode parent = XmlNode.of((org.w3c.dom.Element) node.element().getParentNode());
    return parent.is(Namespace.MD, "Extensions");
  }

  private static void foreign(XmlNode extensions, String name, List<XmlNode> misplaced) {
    extensions.children().stream()
        .filter(child -> child.element().getLocalName().equals(name))
        .filter(child -> !child.is(Namespace.ALG, name))
        .forEach(misplaced::add);
  }

  /** Rare, and no error to support: key wrapping, agreement and derivation, Camellia, SHA-224. */
  private static boolean otherwiseKnown(String uri) {
    return uri.matches(
        "http://www\\.w3\\.org/(2001/04/xmlenc#kw-(aes(128|192|256)|tripledes)"
            + "|2001/04/xmldsig-more#(sha224|rsa-sha224|ecdsa-sha224|camellia.*|kw-camellia.*)"
            + "|2009/xmlenc11#(ECDH-ES|dh-es|ConcatKDF|kw-aes-(128|192|256)-pad)"
            + "|2007/05/xmldsig-more#.+|2021/04/xmldsig-more#.+)");
  }
}
