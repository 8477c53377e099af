package se.genrep.ades;

import java.util.Optional;

/**
 * How a document is to be signed.
 *
 * @param rsaPss RSASSA-PSS instead of PKCS #1 v1.5, for RSA keys
 * @param visible what is seen on the first page of a PDF; empty for an invisible signature
 * @param certification what a PDF lets others do (ISO 32000-1, 12.8.2.2): 1 nothing, 2 fill in
 *     forms and sign, 3 annotate too; empty for an ordinary signature
 */
public record SigningOptions(
    Format format,
    Level level,
    boolean rsaPss,
    Optional<Appearance> visible,
    Optional<Integer> certification) {

  public SigningOptions(Format format, Level level) {
    this(format, level, false, Optional.empty(), Optional.empty());
  }

  public SigningOptions showing(Appearance appearance) {
    return new SigningOptions(format, level, rsaPss, Optional.of(appearance), certification);
  }

  /** With RSASSA-PSS. */
  public SigningOptions pss() {
    return new SigningOptions(format, level, true, visible, certification);
  }

  public SigningOptions certifying(int permission) {
    return new SigningOptions(format, level, rsaPss, visible, Optional.of(permission));
  }
}
