package se.genrep.lint;

import java.time.Instant;
import java.util.Optional;
import se.genrep.federation.XmlTime;
import se.genrep.lint.rules.DocumentRules;
import se.genrep.registry.Algorithm;

/** What there is to say of the document as a whole, once it has been read. */
final class DocumentJudge {

  @FunctionalInterface
  interface Findings {
    void add(Rule rule, String seen, String expected, String remedy);
  }

  private final Findings findings;

  DocumentJudge(Findings findings) {
    this.findings = findings;
  }

  void judge(
      boolean aggregate, Signature signature, Optional<String> validUntil, Linter.Options options) {
    validity(aggregate, validUntil, options.now());
    if (signature.present()) {
      made(signature);
      trusted(signature, options);
    } else {
      unsigned(aggregate, options);
    }
  }

  private void validity(boolean aggregate, Optional<String> validUntil, Instant now) {
    Optional<Instant> until = validUntil.flatMap(XmlTime::parse);
    if (until.isPresent() && !until.get().isAfter(now)) {
      findings.add(
          DocumentRules.EXPIRED,
          "validUntil=\"" + validUntil.get() + "\", which has passed",
          "a validUntil in the future",
          "Fetch or export the metadata anew");
    }
    if (aggregate && validUntil.isEmpty()) {
      findings.add(
          DocumentRules.NO_END,
          "no validUntil",
          "a validUntil, so that an old copy cannot be passed off as new",
          "Give the aggregate a validUntil some days ahead");
    }
  }

  private void made(Signature signature) {
    signature
        .problem()
        .ifPresent(
            problem ->
                findings.add(
                    DocumentRules.SIGNATURE_BROKEN,
                    problem,
                    "a signature that verifies with the certificate inside it",
                    "Fetch the document anew, and do not edit or reformat it"));
    for (String uri : new String[] {signature.method(), signature.digest()}) {
      if (Algorithm.of(uri).filter(a -> a.status() == Algorithm.Status.BLACKLISTED).isPresent()) {
        findings.add(
            DocumentRules.SIGNATURE_WEAK,
            uri,
            "SHA-256 or better",
            "Have the publisher sign with a stronger algorithm");
      }
    }
  }

  private void trusted(Signature signature, Linter.Options options) {
    if (!options.signers().isEmpty() && signature.trusted().isEmpty()) {
      findings.add(
          DocumentRules.SIGNER_UNKNOWN,
          signature.distrust().orElse("another signer"),
          "a signature that verifies with the certificate given for the signer",
          "Do not use the document until you know who published it");
    }
  }

  private void unsigned(boolean aggregate, Linter.Options options) {
    if (!options.signers().isEmpty()) {
      findings.add(
          DocumentRules.SIGNER_UNKNOWN,
          "no signature",
          "a signature that verifies with the certificate given for the signer",
          "Fetch the document from the publisher, who signs it");
    } else if (aggregate) {
      findings.add(
          DocumentRules.UNSIGNED,
          "no signature",
          "an aggregate that its publisher has signed",
          "Fetch it from the publisher, or have it signed before anyone relies on it");
    }
  }
}
