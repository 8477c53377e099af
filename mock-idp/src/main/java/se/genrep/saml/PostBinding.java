package se.genrep.saml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The HTTP-POST binding (SAML bindings 3.5): base64 in a form field. */
public final class PostBinding {

  private PostBinding() {}

  /**
   * Reads the value of a SAMLRequest or SAMLResponse form field.
   *
   * @throws MalformedMessage when it is not base64 or larger than {@link
   *     RedirectBinding#MOST_BYTES}
   */
  public static byte[] decode(String value, String parameter) {
    byte[] xml = RedirectBinding.base64(value, parameter);
    if (xml.length > RedirectBinding.MOST_BYTES) {
      throw new MalformedMessage(
          parameter + " is larger than " + RedirectBinding.MOST_BYTES + " bytes", null);
    }
    return xml;
  }

  public static String encode(byte[] xml) {
    return new String(Base64.getEncoder().encode(xml), StandardCharsets.ISO_8859_1);
  }
}
