package se.genrep.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kind of certificate that is asked for (DSS extension 3.1.1). */
public enum CertType {
  /** Not qualified. */
  PKC("PKC"),
  /** Qualified. */
  QC("QC"),
  /** Qualified, with the key in a qualified device. */
  QC_SSCD("QC/SSCD");

  private final String value;

  CertType(String value) {
    this.value = value;
  }

  public String value() {
    return value;
  }

  static List<String> all() {
    return Arrays.stream(values()).map(CertType::value).toList();
  }

  public static Optional<CertType> of(String value) {
    return Arrays.stream(values()).filter(each -> each.value.equals(value)).findFirst();
  }
}
