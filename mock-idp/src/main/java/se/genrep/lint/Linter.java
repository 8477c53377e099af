package se.genrep.lint;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Element;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import se.genrep.federation.SamlSchema;
import se.genrep.input.BadInput;
import se.genrep.lint.LintResult.Judged;
import se.genrep.lint.Rule.Subject;
import se.genrep.lint.rules.DocumentRules;
import se.genrep.requirement.Catalogue;
import se.genrep.saml.StreamedSignature;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * Judges a metadata document by all rules, as a stream: an aggregate of any number of entities
 * takes the memory of one, and of the findings.
 */
public final class Linter {

  /** Beyond it, what a rule says of one entity says the same again. */
  static final int MOST_OF_A_KIND = 20;

  /**
   * How to judge.
   *
   * @param roles the roles to judge: {@link Subject#IDP}, {@link Subject#SP} or both
   * @param signers certificates, one of which must have signed the document; empty for no demand
   * @param now the time that validity is judged at
   */
  public record Options(Set<Subject> roles, List<X509Certificate> signers, Instant now) {

    /** Both roles, no demand on the signer. */
    public static Options at(Instant now) {
      return new Options(Set.of(Subject.IDP, Subject.SP), List.of(), now);
    }
  }

  private final String source;
  private final Options options;
  private final Map<Rule, Severity> severities = new HashMap<>();
  private final Map<Subject, List<Rule>> rules = new EnumMap<>(Subject.class);
  private final List<Finding> document = new ArrayList<>();
  private final List<Judged> judged = new ArrayList<>();
  private final Map<String, Integer> entityIds = new HashMap<>();
  private List<Finding> faults = document;
  private boolean aggregate;
  private int rootLine;
  private Optional<String> validUntil = Optional.empty();

  private Linter(String source, Options options) {
    this.source = source;
    this.options = options;
    Catalogue catalogue = Catalogue.load();
    for (Rule rule : Rules.all()) {
      severities.put(rule, rule.severity(catalogue));
      rules.computeIfAbsent(rule.subject(), subject -> new ArrayList<>()).add(rule);
    }
  }

  /**
   * Judges a document.
   *
   * @param source what complaints call it
   * @throws BadInput when it is not well-formed XML, has a DOCTYPE or is no SAML metadata
   */
  public static LintResult lint(String source, InputStream xml, Options options) {
    return new Linter(source, options).read(xml);
  }

  private LintResult read(InputStream xml) {
    MetadataStream stream = new MetadataStream(source, new Taking());
    try {
      parser().parse(xml, stream);
    } catch (SAXParseException e) {
      throw malformed(":" + e.getLineNumber(), e);
    } catch (UnsupportedEncodingException e) {
      throw malformed("", new IOException("nobody knows the encoding '" + e.getMessage() + "'", e));
    } catch (SAXException | CharConversionException e) {
      throw malformed("", e);
    } catch (IOException e) {
      throw new BadInput(
          source,
          "the document cannot be read to its end (" + e.getClass().getSimpleName() + ")",
          "Check the file or the connection",
          e);
    }
    Signature signature = signature(stream.signature());
    new DocumentJudge(this::place).judge(aggregate, signature, validUntil, options);
    return new LintResult(
        source,
        options.now(),
        aggregate,
        validUntil,
        signature,
        List.copyOf(document),
        List.copyOf(judged));
  }

  private BadInput malformed(String place, Exception e) {
    String reason = e.getMessage() == null ? "no reason given" : e.getMessage();
    reason =
        reason.contains("disallow-doctype-decl")
            ? "there is a document type declaration (DOCTYPE)"
            : reason.lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    return new BadInput(
        source + place,
        "this is not usable XML: " + reason,
        "Give SAML metadata as plain XML without a document type declaration",
        e);
  }

  private static SAXParser parser() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      // Newer JDKs stop at 100. One more than our own bound, which says it in our words.
      parser.setProperty("jdk.xml.maxElementDepth", Integer.toString(Xml.MOST_DEPTH + 1));
      return parser;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a safety feature", e);
    }
  }

  private Signature signature(StreamedSignature read) {
    Optional<X509Certificate> claimed = read.certificate();
    Optional<String> problem =
        claimed.isPresent()
            ? read.problemWith(claimed.get().getPublicKey())
            : Optional.of("there is no certificate inside to verify it with");
    Optional<X509Certificate> trusted =
        options.signers().stream()
            .filter(signer -> read.problemWith(signer.getPublicKey()).isEmpty())
            .findFirst();
    Optional<String> distrust =
        trusted.isPresent()
            ? Optional.empty()
            : options.signers().stream()
                .flatMap(signer -> read.problemWith(signer.getPublicKey()).stream())
                .findFirst();
    return new Signature(
        read.isPresent(),
        read.method(),
        read.digestMethod(),
        claimed,
        read.isPresent() ? problem : Optional.empty(),
        trusted,
        distrust);
  }

  private void place(Rule rule, String seen, String expected, String remedy) {
    document.add(
        finding(rule, aggregate ? ROOT_OF_MANY : ROOT_OF_ONE, rootLine, seen, expected, remedy));
  }

  private static final String ROOT_OF_MANY = "/md:EntitiesDescriptor[1]";
  private static final String ROOT_OF_ONE = "/md:EntityDescriptor[1]";

  private Finding finding(
      Rule rule, String xpath, int line, String seen, String expected, String remedy) {
    return new Finding(
        rule.id(),
        rule.sentence(),
        rule.requirements(),
        severities.get(rule),
        xpath,
        line,
        seen,
        expected,
        remedy);
  }

  private final class Taking implements MetadataStream.Listener {

    @Override
    public void root(String localName, Attributes attributes, int line) {
      aggregate = localName.equals("EntitiesDescriptor");
      rootLine = line;
      validUntil = Optional.ofNullable(attributes.getValue("validUntil"));
    }

    @Override
    public void fault(SamlSchema.Fault fault, String xpath, int line) {
      if (faults.stream().filter(each -> each.rule().equals(DocumentRules.SCHEMA.id())).count()
          < MOST_OF_A_KIND) {
        faults.add(
            finding(
                DocumentRules.SCHEMA,
                xpath,
                line,
                fault.problem(),
                "metadata that is valid by the SAML 2.0 schemas",
                "Mend the element, or export the metadata anew from the product"));
      }
    }

    @Override
    public void entityBegins() {
      faults = new ArrayList<>();
    }

    @Override
    public void entity(
        XmlNode root, String xpath, Map<Element, Integer> lines, boolean aggregated) {
      Entity entity = new Entity(root, xpath, lines, aggregated, options.now());
      List<Finding> found = faults;
      faults = document;
      boolean judgeIdp = options.roles().contains(Subject.IDP) && entity.isIdp();
      boolean judgeSp = options.roles().contains(Subject.SP) && entity.isSp();
      boolean bothAsked = options.roles().size() > 1;
      if (!judgeIdp && !judgeSp && !bothAsked) {
        return;
      }
      apply(Subject.ENTITY, entity, List.of(root), found);
      List<XmlNode> idps = judgeIdp ? entity.idps() : List.of();
      List<XmlNode> sps = judgeSp ? entity.sps() : List.of();
      apply(Subject.IDP, entity, idps, found);
      apply(Subject.SP, entity, sps, found);
      List<XmlNode> roles = new ArrayList<>(idps);
      roles.addAll(sps);
      apply(Subject.ROLE, entity, roles, found);
      twice(entity, found);
      found.sort(Comparator.comparingInt(Finding::line));
      judged.add(new Judged(entity.entityId(), roles(entity), xpath, entity.line(root), found));
    }

    private void apply(
        Subject subject, Entity entity, Collection<XmlNode> places, List<Finding> found) {
      for (Rule rule : rules.getOrDefault(subject, List.of())) {
        List<Finding> ofRule = new ArrayList<>();
        int[] more = {0};
        for (XmlNode at : places) {
          rule.check()
              .look(
                  entity,
                  at,
                  (node, seen, expected, remedy) -> {
                    if (ofRule.size() < MOST_OF_A_KIND) {
                      ofRule.add(
                          finding(
                              rule, entity.xpath(node), entity.line(node), seen, expected, remedy));
                    } else {
                      more[0]++;
                    }
                  });
        }
        found.addAll(more[0] == 0 ? ofRule : saying(ofRule, more[0]));
      }
    }

    private List<Finding> saying(List<Finding> findings, int more) {
      Finding last = findings.remove(findings.size() - 1);
      findings.add(
          new Finding(
              last.rule(),
              last.sentence(),
              last.requirements(),
              last.severity(),
              last.xpath(),
              last.line(),
              last.seen() + " (and " + more + " more like it)",
              last.expected(),
              last.remedy()));
      return findings;
    }

    private void twice(Entity entity, List<Finding> found) {
      int line = entity.line(entity.root());
      Integer earlier = entityIds.putIfAbsent(entity.entityId(), line);
      if (earlier != null) {
        found.add(
            finding(
                DocumentRules.ENTITY_TWICE,
                entity.xpath(entity.root()),
                line,
                "the entityID of line " + earlier + " again",
                "one md:EntityDescriptor for each entityID",
                "Remove one of the two"));
      }
    }

    private static List<String> roles(Entity entity) {
      List<String> roles = new ArrayList<>();
      if (entity.isIdp()) {
        roles.add("idp");
      }
      if (entity.isSp()) {
        roles.add("sp");
      }
      return List.copyOf(roles);
    }
  }
}
