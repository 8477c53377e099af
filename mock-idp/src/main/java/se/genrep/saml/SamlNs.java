package se.genrep.saml;

import java.util.Map;

/**
 * XML namespaces of SAML 2.0, what it builds on and what the signing protocol adds, with the
 * prefixes used throughout.
 */
public final class SamlNs {

  public static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  public static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
  public static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  public static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
  public static final String DSIG11 = "http://www.w3.org/2009/xmldsig11#";
  public static final String MDUI = "urn:oasis:names:tc:SAML:metadata:ui";
  public static final String MDATTR = "urn:oasis:names:tc:SAML:metadata:attribute";
  public static final String ALG = "urn:oasis:names:tc:SAML:metadata:algsupport";
  public static final String SHIBMD = "urn:mace:shibboleth:metadata:1.0";
  public static final String IDPDISC =
      "urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol";
  public static final String DSS = "urn:oasis:names:tc:dss:1.0:core:schema";
  public static final String CSIG = "http://id.elegnamnden.se/csig/1.1/dss-ext/ns";
  public static final String SAP = "http://id.elegnamnden.se/csig/1.1/sap/ns";
  public static final String PSC = "http://id.swedenconnect.se/authn/1.0/principal-selection/ns";
  public static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  public static final String XS = "http://www.w3.org/2001/XMLSchema";
  public static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  /** Prefix to namespace, as paths in {@link XmlNode#at} write them. */
  static final Map<String, String> BY_PREFIX =
      Map.ofEntries(
          Map.entry("saml", SAML),
          Map.entry("samlp", SAMLP),
          Map.entry("md", MD),
          Map.entry("ds", DS),
          Map.entry("xenc", XENC),
          Map.entry("xenc11", XENC11),
          Map.entry("dsig11", DSIG11),
          Map.entry("mdui", MDUI),
          Map.entry("mdattr", MDATTR),
          Map.entry("alg", ALG),
          Map.entry("shibmd", SHIBMD),
          Map.entry("idpdisc", IDPDISC),
          Map.entry("dss", DSS),
          Map.entry("csig", CSIG),
          Map.entry("sap", SAP),
          Map.entry("psc", PSC),
          Map.entry("xades", XADES));

  private SamlNs() {}
}
