package se.genrep.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What beside the document a signature covers (DSS extension 4.1.1). */
public enum AdesType {
  /** Nothing is added. */
  NONE("None"),
  /** The digest of the signer's certificate. */
  BES("BES"),
  /** That, and the identifier of a signature policy, which the requester has put in. */
  EPES("EPES");

  private final String value;

  AdesType(String value) {
    this.value = value;
  }

  public String value() {
    return value;
  }

  static List<String> all() {
    return Arrays.stream(values()).map(AdesType::value).toList();
  }

  public static Optional<AdesType> of(String value) {
    return Arrays.stream(values()).filter(each -> each.value.equals(value)).findFirst();
  }
}
