package se.genrep.ades;

import eu.europa.esig.dss.diagnostic.CertificateRefWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignatureQualification;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.genrep.ades.Verdict.Article26;
import se.genrep.ades.Verdict.Point;
import se.genrep.ades.Verdict.Signer;
import se.genrep.person.Bilingual;

/** Judges one signature by Article 26 of eIDAS. */
final class SignatureJudge {

  private final SignatureWrapper facts;
  private final AdvancedSignature signature;
  private final SimpleReport report;
  private final PdfChanges changes;
  private final Optional<BankId> bankId;
  private final Optional<X509Certificate> certificate;
  private final Optional<Signer> signer;

  SignatureJudge(
      SignatureWrapper facts,
      AdvancedSignature signature,
      SimpleReport report,
      PdfChanges changes,
      Optional<BankId> bankId) {
    this.bankId = bankId;
    this.facts = facts;
    this.signature = signature;
    this.report = report;
    this.changes = changes;
    this.certificate =
        Optional.ofNullable(signature.getSigningCertificateToken())
            .map(CertificateToken::getCertificate);
    this.signer = certificate.map(SubjectName::signer);
  }

  Verdict.OfSignature verdict() {
    String id = facts.getId();
    Indication indication = report.getIndication(id);
    Optional<SubIndication> sub = Optional.ofNullable(report.getSubIndication(id));
    Article26 article =
        new Article26(
            linked(),
            identifying(),
            SoleControl.of(certificate, Optional.ofNullable(signature.getSigningTime())),
            Integrity.of(facts, changes));
    List<Bilingual> reasons = new ArrayList<>();
    if (indication != Indication.TOTAL_PASSED) {
      reasons.add(
          (indication == Indication.TOTAL_FAILED ? AdesText.FAILED : AdesText.UNDECIDED)
              .with(why(id, sub)));
    }
    facts.getTimestampList().stream()
        .map(TimestampWrapper::getId)
        .filter(stamp -> report.getIndication(stamp) != Indication.PASSED)
        .forEach(
            stamp ->
                reasons.add(
                    AdesText.TIMESTAMP_BAD.with(
                        why(stamp, Optional.ofNullable(report.getSubIndication(stamp))))));
    article.points().forEach(point -> reasons.addAll(point.missing()));
    return new Verdict.OfSignature(
        facts.getSignatureFormat() == null ? "" : facts.getSignatureFormat().toString(),
        level(facts.getSignatureFormat()),
        indication.name(),
        sub.map(SubIndication::name),
        qualification(id),
        Optional.ofNullable(signature.getSigningTime()).map(Date::toInstant).map(Object::toString),
        signer,
        article,
        reasons);
  }

  /** The sub-indication, with what the validation itself says of it. */
  private String why(String id, Optional<SubIndication> sub) {
    String messages =
        report.getAdESValidationErrors(id).stream()
            .map(Message::getValue)
            .distinct()
            .map(each -> each.replaceAll("\\.$", ""))
            .collect(Collectors.joining("; "));
    String name = sub.map(SubIndication::name).orElse("");
    return name.isEmpty() ? messages : messages.isEmpty() ? name : name + ", " + messages;
  }

  static Optional<Level> level(SignatureLevel format) {
    String name = format == null ? "" : format.toString();
    return Arrays.stream(Level.values())
        .filter(each -> name.endsWith("BASELINE-" + each))
        .findFirst();
  }

  private Optional<String> qualification(String id) {
    return Optional.ofNullable(report.getSignatureQualification(id))
        .filter(each -> each != SignatureQualification.NA)
        .map(SignatureQualification::getReadable);
  }

  /** Article 26 (a): uniquely linked to the signatory. */
  private Point linked() {
    Findings findings = new Findings();
    if (certificate.isEmpty()) {
      findings.lacking(AdesText.NO_CERTIFICATE);
      return findings.point();
    }
    CertificateRefWrapper reference = facts.getSigningCertificateReference();
    if (bankId.isPresent() && bindsKeyInfo()) {
      findings.found(AdesText.BOUND);
    } else if (!facts.isSigningCertificateReferencePresent() || reference == null) {
      findings.lacking(AdesText.NOT_BOUND);
    } else if (!reference.isDigestValuePresent() || !reference.isDigestValueMatch()) {
      findings.lacking(AdesText.BOUND_TO_ANOTHER);
    } else {
      findings.found(AdesText.BOUND);
    }
    Optional<String> identifier = signer.flatMap(Signer::identifier);
    if (identifier.isPresent()) {
      findings.found(AdesText.IDENTIFIER_OF_ONE, identifier.get());
    } else {
      findings.lacking(AdesText.NO_IDENTIFIER);
    }
    return findings.point();
  }

  private boolean bindsKeyInfo() {
    return facts.getDigestMatchers().stream()
        .anyMatch(each -> each.getType() == DigestMatcherType.KEY_INFO && each.isDataIntact());
  }

  /** Article 26 (b): capable of identifying the signatory. */
  private Point identifying() {
    Findings findings = new Findings();
    if (signer.isEmpty()) {
      findings.lacking(AdesText.NO_CERTIFICATE);
      return findings.point();
    }
    if (signer.get().pseudonym().isPresent()) {
      findings.found(AdesText.PSEUDONYM, signer.get().pseudonym().get());
    } else if (signer.get().name().isPresent()) {
      findings.found(AdesText.NAMED, signer.get().name().get());
    } else {
      findings.lacking(AdesText.NOT_NAMED);
    }
    CertificateWrapper found = facts.getSigningCertificate();
    if (found != null && found.isTrustedChain()) {
      findings.found(AdesText.CHAIN_TRUSTED, signer.get().issuer());
    } else {
      findings.lacking(AdesText.CHAIN_UNKNOWN);
    }
    SoleControl.context(certificate)
        .ifPresent(
            context -> {
              findings.found(
                  AdesText.AUTHENTICATED,
                  context.identityProvider(),
                  context.authenticationInstant(),
                  context.classRef());
              context
                  .mappings()
                  .forEach(each -> findings.found(AdesText.MAPPED, each.value(), each.attribute()));
            });
    return findings.point();
  }
}
