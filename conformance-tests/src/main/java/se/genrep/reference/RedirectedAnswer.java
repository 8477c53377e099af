package se.genrep.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads an answer from an address, as only a careless service provider does (DP 6.1). */
final class RedirectedAnswer {

  private RedirectedAnswer() {}

  /** The fields as if they had been posted; the message inflated where it was deflated. */
  static Map<String, String> of(Map<String, String> query) {
    Map<String, String> fields = new HashMap<>(query);
    fields.computeIfPresent("SAMLResponse", (name, value) -> inflated(value));
    return fields;
  }

  private static String inflated(String value) {
    Inflater raw = new Inflater(true);
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(value)), raw)) {
      return Base64.getEncoder().encodeToString(in.readNBytes(ServiceCall.MOST_BODY_BYTES));
    } catch (IOException | IllegalArgumentException e) {
      return value; // as it came: not deflated, or nothing at all
    } finally {
      raw.end();
    }
  }
}
