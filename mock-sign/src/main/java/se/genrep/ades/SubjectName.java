package se.genrep.ades;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads the names in a certificate, exactly as they stand there. */
final class SubjectName {

  private SubjectName() {}

  static Verdict.Signer signer(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    Optional<String> common = value(subject, BCStyle.CN);
    String names =
        Stream.of(value(subject, BCStyle.GIVENNAME), value(subject, BCStyle.SURNAME))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return new Verdict.Signer(
        subject.toString(),
        common.or(() -> Optional.of(names).filter(each -> !each.isEmpty())),
        value(subject, BCStyle.SERIALNUMBER),
        value(subject, BCStyle.PSEUDONYM),
        X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()).toString());
  }

  /** The value of an attribute; empty unless there is exactly one. */
  private static Optional<String> value(X500Name name, ASN1ObjectIdentifier oid) {
    RDN[] found = name.getRDNs(oid);
    if (found.length != 1) {
      return Optional.empty();
    }
    return Stream.of(found[0].getTypesAndValues())
        .filter(each -> each.getType().equals(oid))
        .map(each -> unescaped(IETFUtils.valueToString(each.getValue())))
        .filter(each -> !each.isBlank())
        .findFirst();
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }
}
