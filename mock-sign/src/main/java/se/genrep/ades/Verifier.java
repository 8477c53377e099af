package se.genrep.ades;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import se.genrep.input.BadInput;
import se.genrep.person.Bilingual;
import se.genrep.trust.RevocationStatus;

/**
 * Tells whether signatures are advanced: validates them by EN 319 102-1, and then looks for what
 * Article 26 of eIDAS asks for. It asks nobody by the network. Safe for threads; build it once.
 */
public final class Verifier {

  /** EU DSS 6.4 validates JAdES with a schema visitor that threads share. */
  private static final ReentrantLock JADES = new ReentrantLock();

  private final CommonCertificateVerifier sources = new CommonCertificateVerifier(true);
  private final ValidationPolicy policy = StrictPolicy.load();
  private final Clock clock;

  /**
   * A verifier that trusts some roots.
   *
   * @param trusted certificates that are believed as they are
   * @param status tells whether certificates of the MOCK authorities are revoked; empty when only
   *     what the file itself holds shall count
   * @param clock the time of the validation
   */
  public Verifier(
      Collection<X509Certificate> trusted, Optional<RevocationStatus> status, Clock clock) {
    this(trusted, List.of(), status, clock);
  }

  /**
   * As above, with trusted lists, by which a signature also comes out as qualified or not.
   *
   * @param lists validated here, which takes a moment
   */
  public Verifier(
      Collection<X509Certificate> trusted,
      List<TrustedList> lists,
      Optional<RevocationStatus> status,
      Clock clock) {
    CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
    trusted.forEach(each -> roots.addCertificate(new CertificateToken(each)));
    sources.setTrustedCertSources(roots);
    if (!lists.isEmpty()) {
      sources.addTrustedCertSources(TrustedListLoader.load(lists));
    }
    sources.setAIASource(null);
    status.ifPresent(
        each -> {
          sources.setOcspSource(MockTrust.ocsp(each));
          sources.setCrlSource(MockTrust.crl(each));
        });
    this.clock = clock;
  }

  /**
   * The verdict on a file.
   *
   * @throws BadInput when it is no signed file of a known format
   */
  public Verdict verify(Document document) {
    Content content = Content.of(document.content());
    if (content == Content.XML) {
      XmlFile.requireSafe(document);
    }
    if (content != Content.JWS) {
      return validated(document, content);
    }
    JADES.lock();
    try {
      return validated(document, content);
    } finally {
      JADES.unlock();
    }
  }

  private Verdict validated(Document document, Content content) {
    try {
      SignedDocumentValidator validator = validator(document, content);
      Reports reports = validator.validateDocument(policy);
      return verdict(document, content, validator, reports);
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) {
      // Of damaged bytes the libraries throw whatever they meet.
      throw new BadInput(
          document.name(),
          "it cannot be read as a signed " + kind(content),
          "Give an undamaged PDF, XML, CMS, JWS or ASiC file",
          e);
    }
  }

  private SignedDocumentValidator validator(Document document, Content content) {
    if (content == Content.OTHER || document.content().length == 0) {
      throw new BadInput(
          document.name(),
          "this is no file that can carry a signature of a known format",
          "Give a PDF, XML, CMS, JWS or ASiC file");
    }
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(
            new InMemoryDocument(document.content(), document.name()));
    validator.setCertificateVerifier(sources);
    validator.setValidationTime(Date.from(clock.instant()));
    validator.setEnableEtsiValidationReport(false);
    return validator;
  }

  private Verdict verdict(
      Document document, Content content, SignedDocumentValidator validator, Reports reports) {
    DiagnosticData data = reports.getDiagnosticData();
    SimpleReport simple = reports.getSimpleReport();
    List<Bilingual> reasons = new ArrayList<>();
    if (content == Content.XML) {
      // EU DSS tells of an element only that it is a part.
      reasons.addAll(XmlCoverage.faults(document));
    }
    Optional<BankId> bankId = content == Content.XML ? BankId.in(document) : Optional.empty();
    bankId
        .filter(each -> !each.isForDocuments())
        .ifPresent(each -> reasons.add(AdesText.BANKID_IDENTIFICATION.with(each.function())));
    List<Verdict.OfSignature> verdicts = new ArrayList<>();
    List<AdvancedSignature> signatures = validator.getSignatures();
    PdfChanges changes = content == Content.PDF ? PdfChanges.of(document, data) : PdfChanges.none();
    for (AdvancedSignature signature : signatures) {
      SignatureWrapper facts = data.getSignatureById(signature.getId());
      verdicts.add(new SignatureJudge(facts, signature, simple, changes, bankId).verdict());
    }
    if (verdicts.isEmpty()) {
      reasons.add(
          (changes.emptyField() ? AdesText.NO_SIGNATURE_BUT_FIELD : AdesText.NO_SIGNATURE).with());
    }
    return new Verdict(document.name(), verdicts, reasons);
  }

  private static String kind(Content content) {
    return switch (content) {
      case PDF -> "PDF";
      case XML -> "XML document";
      case ZIP -> "ASiC container";
      case DER -> "CMS file";
      case JWS -> "JWS";
      case OTHER -> "file";
    };
  }
}
