package se.genrep.ades;

import java.util.List;
import java.util.Optional;
import se.genrep.person.Bilingual;

/**
 * What is to be said of a signed file.
 *
 * @param file its name
 * @param signatures the verdict on each signature, in the order of the file; none for a file
 *     without signature
 * @param reasons what is to be said of the file as a whole
 */
public record Verdict(String file, List<OfSignature> signatures, List<Bilingual> reasons) {

  public Verdict {
    signatures = List.copyOf(signatures);
    reasons = List.copyOf(reasons);
  }

  /** Whether there is a signature, and every one is advanced. */
  public boolean advanced() {
    return reasons.isEmpty()
        && !signatures.isEmpty()
        && signatures.stream().allMatch(OfSignature::advanced);
  }

  /** The signature that speaks for the file: the first that is not advanced, else the first. */
  public Optional<OfSignature> leading() {
    return signatures.stream()
        .filter(each -> !each.advanced())
        .findFirst()
        .or(() -> signatures.stream().findFirst());
  }

  /**
   * The verdict on one signature.
   *
   * @param format its format and level, as {@code PAdES-BASELINE-B}
   * @param level the baseline level reached; empty when it is no baseline signature
   * @param indication the main indication of EN 319 102-1: TOTAL_PASSED, TOTAL_FAILED or
   *     INDETERMINATE
   * @param subIndication its sub-indication
   * @param qualification what the trusted lists make of it, as AdESig-QC; empty without such lists
   * @param signingTime the time that the signature claims, ISO 8601
   * @param article26 what Article 26 (a) to (d) of eIDAS asks for
   * @param reasons why it is not advanced; empty when it is
   */
  public record OfSignature(
      String format,
      Optional<Level> level,
      String indication,
      Optional<String> subIndication,
      Optional<String> qualification,
      Optional<String> signingTime,
      Optional<Signer> signer,
      Article26 article26,
      List<Bilingual> reasons) {

    public OfSignature {
      reasons = List.copyOf(reasons);
    }

    public boolean advanced() {
      return reasons.isEmpty();
    }
  }

  /**
   * Who signed, exactly as the certificate has it (EIDAS26-b-05).
   *
   * @param subject the whole distinguished name, RFC 4514
   * @param name common name, or given name and surname; empty when there is none
   * @param identifier the serialNumber attribute
   * @param pseudonym set when the certificate names a pseudonym
   * @param issuer the issuer's distinguished name
   */
  public record Signer(
      String subject,
      Optional<String> name,
      Optional<String> identifier,
      Optional<String> pseudonym,
      String issuer) {}

  /** The four points of Article 26 of Regulation (EU) No 910/2014. */
  public record Article26(Point a, Point b, Point c, Point d) {

    /** In the order of the article. */
    public List<Point> points() {
      return List.of(a, b, c, d);
    }
  }

  /**
   * One point with what was found about it.
   *
   * @param evidence what speaks for it
   * @param missing what speaks against it, or is not there
   */
  public record Point(List<Bilingual> evidence, List<Bilingual> missing) {

    public Point {
      evidence = List.copyOf(evidence);
      missing = List.copyOf(missing);
    }

    public boolean holds() {
      return missing.isEmpty();
    }
  }
}
