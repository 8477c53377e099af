package se.genrep.protocol;

import java.util.List;

/** Identifiers of the implementation profile and of the DSS extension. */
public final class Csig {

  /** {@code Profile} of every message (implementation profile 1.4). */
  public static final String PROFILE = "http://id.elegnamnden.se/csig/1.1/dss-ext/profile";

  /** What is meant when a message names no version (implementation profile 2.1.3.1). */
  public static final String DEFAULT_VERSION = "1.1";

  /** The versions of the DSS extension there have been with this namespace. */
  public static final List<String> VERSIONS = List.of("1.1", "1.2", "1.3", "1.4", "1.5");

  /** The field of both forms that names the binding (implementation profile 3.1). */
  public static final String BINDING = "POST/XML/1.0";

  public static final String REQUEST_FIELD = "EidSignRequest";
  public static final String RESPONSE_FIELD = "EidSignResponse";

  /**
   * A processing rule of Genrep's own, since the specifications define none and have no SigType for
   * JWS: the octets are a JWS signing input (RFC 7515, 5.1), {@code base64url(header).payload}.
   */
  public static final String JWS_RULE = "https://genrep.example/csig/processing-rules/jws/1.0";

  private Csig() {}

  /** Whether a version is this one or a later one. */
  public static boolean isAtLeast(String version, String other) {
    return VERSIONS.indexOf(version) >= VERSIONS.indexOf(other);
  }
}
