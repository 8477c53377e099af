package se.genrep.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.PostBinding;

/** Has a variant with a {@link Frailty} fall over where it would. */
final class FrailtyCheck {

  /** What {@link Sessions#unguessable} makes. */
  private static final Pattern OWN_RELAY_STATE = Pattern.compile("_[0-9a-f]{40}");

  private static final int MOST_RELAY_STATE = 80;
  private static final int MEMORY_BYTES = 32 << 20;
  private static final int SMALL_STACK = 1_000;
  private static final int FEW_XML_ATTRIBUTES = 1_000;

  /** A message with a person's own attributes is a tenth of this. */
  private static final int USUAL_BYTES = 120_000;

  private final Variant variant;

  FrailtyCheck(Variant variant) {
    this.variant = variant;
  }

  /**
   * @throws IllegalStateException when this is what it does not bear
   */
  void bear(Map<String, String> form) {
    if (variant.habits().stream().noneMatch(Frailty.class::isInstance)) {
      return;
    }
    Optional<String> relayState = Optional.ofNullable(form.get("RelayState"));
    falls(Frailty.RELAY_STATE_MISSING, relayState.isEmpty());
    falls(
        Frailty.RELAY_STATE_UNKNOWN,
        relayState.filter(value -> !OWN_RELAY_STATE.matcher(value).matches()).isPresent());
    falls(
        Frailty.RELAY_STATE_LONG,
        relayState.filter(value -> value.length() > MOST_RELAY_STATE).isPresent());
    byte[] message = message(form);
    String text = new String(message, StandardCharsets.ISO_8859_1);
    falls(Frailty.INFLATION, !text.contains("<") && inflated(message) > MEMORY_BYTES);
    falls(Frailty.DEPTH, text.contains("</a>".repeat(SMALL_STACK)));
    falls(Frailty.XML_ATTRIBUTES, text.contains(" a" + FEW_XML_ATTRIBUTES + "="));
    falls(
        Frailty.SAML_ATTRIBUTES,
        message.length > USUAL_BYTES && text.contains("EncryptedAssertion"));
    falls(Frailty.SIZE, message.length > USUAL_BYTES);
  }

  private void falls(Frailty frailty, boolean overIt) {
    if (overIt && variant.has(frailty)) {
      throw new IllegalStateException("a variant that does not bear " + frailty);
    }
  }

  private static byte[] message(Map<String, String> form) {
    try {
      return PostBinding.decode(form.getOrDefault("SAMLResponse", ""), "SAMLResponse");
    } catch (MalformedMessage e) {
      return new byte[0]; // the judgement says what is wrong with it
    }
  }

  /** Counted, not kept. */
  private static long inflated(byte[] message) {
    Inflater raw = new Inflater(true);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(message), raw)) {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return 0;
    } finally {
      raw.end();
    }
  }
}
