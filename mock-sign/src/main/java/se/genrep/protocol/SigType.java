package se.genrep.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The format that octets to be signed belong to (DSS extension 4.1.1). */
public enum SigType {
  /** A canonical ds:SignedInfo. */
  XML("XML"),
  /** DER of CMS signed attributes, of a signature in a PDF document. */
  PDF("PDF"),
  /** DER of CMS signed attributes. */
  CMS("CMS"),
  /** Those of the signature inside of the container. */
  ASIC("ASiC");

  private final String value;

  SigType(String value) {
    this.value = value;
  }

  public String value() {
    return value;
  }

  static List<String> all() {
    return Arrays.stream(values()).map(SigType::value).toList();
  }

  public static Optional<SigType> of(String value) {
    return Arrays.stream(values()).filter(each -> each.value.equals(value)).findFirst();
  }
}
