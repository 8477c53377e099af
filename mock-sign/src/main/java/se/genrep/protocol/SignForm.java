package se.genrep.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import se.genrep.saml.PostBinding;
import se.genrep.saml.PostForm;

/** What the browser posts with a message of the protocol (implementation profile 3.1). */
public final class SignForm {

  private SignForm() {}

  /** To the signing service. */
  public static PostForm request(String action, String requestId, byte[] xml) {
    return form(action, requestId, Csig.REQUEST_FIELD, xml);
  }

  /** To the requester. */
  public static PostForm response(String action, String requestId, byte[] xml) {
    return form(action, requestId, Csig.RESPONSE_FIELD, xml);
  }

  private static PostForm form(String action, String requestId, String field, byte[] xml) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Binding", Csig.BINDING);
    fields.put("RelayState", requestId);
    fields.put(field, PostBinding.encode(xml));
    return new PostForm(action, fields);
  }

  /**
   * Reads the message of a form.
   *
   * @param field {@link Csig#REQUEST_FIELD} or {@link Csig#RESPONSE_FIELD}
   * @throws Malformed when a field is missing or another than it must be
   * @throws se.genrep.saml.MalformedMessage when the message is no base64, or too large
   */
  public static byte[] message(Map<String, String> fields, String field) throws Malformed {
    String binding = fields.get("Binding");
    if (!Csig.BINDING.equals(binding)) {
      throw new Malformed(
          "the field Binding is "
              + (binding == null ? "missing" : "'" + Malformed.shortened(binding) + "'")
              + ", not "
              + Csig.BINDING);
    }
    String value = fields.get(field);
    if (value == null || value.isBlank()) {
      throw new Malformed("the field " + field + " is missing");
    }
    return PostBinding.decode(value, field);
  }
}
