package se.genrep.saml;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the browser posts to a peer: the address and the fields of the form.
 *
 * @param action where the form goes, exactly as in metadata
 * @param fields names and values in order, not encoded
 */
public record PostForm(String action, Map<String, String> fields) {

  public PostForm {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public static PostForm response(String action, byte[] xml, String relayState) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("SAMLResponse", PostBinding.encode(xml));
    if (relayState != null) {
      fields.put("RelayState", relayState);
    }
    return new PostForm(action, fields);
  }

  /** The same form with one field set, or left out when the value is null. */
  public PostForm with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    if (value == null) {
      changed.remove(field);
    } else {
      changed.put(field, value);
    }
    return new PostForm(action, changed);
  }

  public PostForm to(String otherAction) {
    return new PostForm(otherAction, fields);
  }
}
