package se.genrep.lint;

import java.util.Comparator;
import java.util.List;
import se.genrep.requirement.Catalogue;
import se.genrep.saml.XmlNode;

/**
 * One rule about metadata, with the requirements it stands on.
 *
 * @param id kebab-case, permanent
 * @param sentence what a breaker does or lacks, present tense, the entity is the subject: "has no
 *     md:Organization"
 * @param subject what is looked at
 * @param requirements ids of the catalogue; the strictest of them gives the severity
 * @param mildest the severity is no graver than this
 */
public record Rule(
    String id,
    String sentence,
    Subject subject,
    List<String> requirements,
    Severity mildest,
    Check check) {

  /** What a rule looks at. */
  public enum Subject {
    /** Every md:EntityDescriptor that is a SAML 2.0 identity or service provider. */
    ENTITY,
    /** Each md:IDPSSODescriptor for SAML 2.0. */
    IDP,
    /** Each md:SPSSODescriptor for SAML 2.0. */
    SP,
    /** Each md:IDPSSODescriptor and md:SPSSODescriptor for SAML 2.0. */
    ROLE,
    /** The document as a whole: its schema, its signature and its validity. */
    DOCUMENT
  }

  /** Looks at one element and reports what it objects to. */
  @FunctionalInterface
  public interface Check {
    void look(Entity entity, XmlNode at, Report report);
  }

  /** Takes the objections of a rule. */
  @FunctionalInterface
  public interface Report {
    /**
     * @param at the element that is wrong, or that lacks something
     * @param seen what stands there
     * @param expected what should
     * @param remedy what to do, without a final full stop
     */
    void add(XmlNode at, String seen, String expected, String remedy);
  }

  /** A rule that breaks the requirements when its check finds something. */
  public static Builder rule(String id, String sentence, String... requirements) {
    return new Builder(id, sentence, List.of(requirements), Severity.ERROR);
  }

  /** A rule whose finding is a sign that the requirements may be broken, and no proof. */
  public static Builder suspicion(String id, String sentence, String... requirements) {
    return new Builder(id, sentence, List.of(requirements), Severity.WARNING);
  }

  /** A rule that points at something worth knowing, which breaks no requirement. */
  public static Builder pointer(String id, String sentence, String... requirements) {
    return new Builder(id, sentence, List.of(requirements), Severity.INFO);
  }

  /** The severity of its findings. */
  public Severity severity(Catalogue catalogue) {
    return requirements.stream()
        .map(required -> Severity.of(catalogue.get(required).level()))
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException("the rule " + id + " has no requirement"))
        .atMost(mildest);
  }

  /** A rule that lacks its check. */
  public record Builder(String id, String sentence, List<String> requirements, Severity mildest) {

    public Rule ofEntity(Check check) {
      return of(Subject.ENTITY, check);
    }

    public Rule ofIdp(Check check) {
      return of(Subject.IDP, check);
    }

    public Rule ofSp(Check check) {
      return of(Subject.SP, check);
    }

    public Rule ofRole(Check check) {
      return of(Subject.ROLE, check);
    }

    /** A rule that the reading itself finds broken; it has no check. */
    public Rule ofDocument() {
      return of(Subject.DOCUMENT, (entity, at, report) -> {});
    }

    private Rule of(Subject subject, Check check) {
      return new Rule(id, sentence, subject, requirements, mildest, check);
    }
  }
}
