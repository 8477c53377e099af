package se.genrep.ades;

import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.enumerations.SignatureForm;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.genrep.ades.Verdict.Point;
import se.genrep.person.Bilingual;

/** Article 26 (d): any subsequent change of what was signed is detectable, and there is none. */
final class Integrity {

  private static final Set<SignatureScopeType> WHOLE =
      EnumSet.of(
          SignatureScopeType.FULL,
          SignatureScopeType.ARCHIVED,
          SignatureScopeType.SIGNATURE,
          SignatureScopeType.COUNTER_SIGNATURE);

  private final SignatureWrapper facts;
  private final PdfChanges changes;
  private final Findings findings = new Findings();

  private Integrity(SignatureWrapper facts, PdfChanges changes) {
    this.facts = facts;
    this.changes = changes;
  }

  static Point of(SignatureWrapper facts, PdfChanges changes) {
    Integrity integrity = new Integrity(facts, changes);
    integrity.content();
    integrity.coverage();
    return integrity.findings.point();
  }

  private void content() {
    String missing = names(facts.getDigestMatchers().stream().filter(each -> !each.isDataFound()));
    String changed =
        names(
            facts.getDigestMatchers().stream()
                .filter(each -> each.isDataFound() && !each.isDataIntact()));
    if (!missing.isEmpty()) {
      findings.lacking(AdesText.CONTENT_MISSING, missing);
    }
    if (!changed.isEmpty()) {
      findings.lacking(AdesText.CONTENT_CHANGED, changed);
    }
    if (!facts.isSignatureIntact()) {
      findings.lacking(AdesText.VALUE_WRONG);
    }
    if (missing.isEmpty() && changed.isEmpty() && facts.isSignatureIntact()) {
      findings.found(AdesText.INTACT);
    }
  }

  private static String names(Stream<XmlDigestMatcher> matchers) {
    return matchers
        .map(
            each ->
                Stream.of(each.getDocumentName(), each.getUri(), each.getId())
                    .filter(name -> name != null && !name.isEmpty())
                    .findFirst()
                    .orElse(each.getType().name()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void coverage() {
    PDFRevisionWrapper revision = facts.getPDFRevision();
    if (revision != null) {
      pdf(revision);
      return;
    }
    List<String> partial =
        facts.getSignatureScopes().stream()
            .filter(each -> !WHOLE.contains(each.getScope()))
            // Whether elements are all of the document is for XmlCoverage to say.
            .filter(each -> facts.getSignatureFormat().getSignatureForm() != SignatureForm.XAdES)
            .map(XmlSignatureScope::getName)
            .toList();
    if (partial.isEmpty()) {
      findings.found(AdesText.COVERS_ALL);
    } else {
      findings.lacking(AdesText.NOT_ALL_SIGNED, String.join(", ", partial));
    }
  }

  private void pdf(PDFRevisionWrapper revision) {
    Optional<Integer> permission = PdfChanges.permission(revision);
    List<Bilingual> forbidden =
        Stream.of(
                named(!revision.getPdfPageDifferenceConcernedPages().isEmpty(), AdesText.PAGES),
                named(!revision.getPdfVisualDifferenceConcernedPages().isEmpty(), AdesText.LOOK),
                named(!revision.getPdfUndefinedChanges().isEmpty(), AdesText.OTHER_OBJECTS),
                // Even where a certification allows them: an annotation can hide what was signed.
                named(!revision.getPdfAnnotationChanges().isEmpty(), AdesText.ANNOTATIONS),
                named(fills(revision) && permission.orElse(0) < 2, AdesText.FORM_FILLED))
            .flatMap(Optional::stream)
            .toList();
    for (Bilingual each : forbidden) {
      findings.lacking(
          permission.isPresent() ? AdesText.FORBIDDEN_CHANGE : AdesText.CHANGED_AFTER, each);
    }
    for (String field : changes.changedFields(revision)) {
      findings.lacking(AdesText.APPEARANCE_CHANGED, field);
    }
    for (String field : changes.hidingFields(revision)) {
      findings.lacking(AdesText.TEXT_HIDDEN, field);
    }
    if (changes.isContinuedBehindItsEnd()) {
      findings.lacking(AdesText.BYTES_BEHIND);
    }
    if (!changes.isFollowed(revision)) {
      findings.found(AdesText.COVERS_ALL);
      return;
    }
    boolean signatures =
        revision.getPdfSignatureOrFormFillChanges().stream()
            .anyMatch(each -> "Sig".equals(each.getType()));
    findings.found(
        AdesText.COVERS_REVISION,
        (signatures ? AdesText.FURTHER_SIGNATURE : AdesText.TIMESTAMPS).with());
  }

  private static Optional<Bilingual> named(boolean changed, AdesText name) {
    return changed ? Optional.of(name.with()) : Optional.empty();
  }

  /** Whether a field other than one for signatures got another value. */
  private boolean fills(PDFRevisionWrapper revision) {
    return revision.getModifiedFieldNames().stream()
        .anyMatch(name -> !changes.isSignatureField(name));
  }
}
