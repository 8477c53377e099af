package se.genrep.ades;

import java.util.Optional;

/**
 * How a document is to be signed.
 *
 * @param rsaPss RSASSA-PSS instead of PKCS #1 v1.5, for RSA keys
 * @param visible what is seen on the first page of a PDF; empty for an invisible signature
 */
public record SigningOptions(Format format, Level level, boolean rsaPss, Optional<String> visible) {

  public SigningOptions(Format format, Level level) {
    this(format, level, false, Optional.empty());
  }

  /** With a visible signature that says this. */
  public SigningOptions showing(String text) {
    return new SigningOptions(format, level, rsaPss, Optional.of(text));
  }

  /** With RSASSA-PSS. */
  public SigningOptions pss() {
    return new SigningOptions(format, level, true, visible);
  }
}
