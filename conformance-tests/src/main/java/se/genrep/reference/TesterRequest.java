package se.genrep.reference;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import se.genrep.saml.XmlNode;

/**
 * How a tester asks: well, but for what is changed. A value without a state; {@link TesterSps#send}
 * makes the message.
 *
 * @param by who asks
 * @param post whether by HTTP-POST; otherwise by HTTP-Redirect
 * @param holderOfKey whether at the endpoint of the Holder-of-key profile
 * @param levels the contexts that are asked for; empty for those of whoever signs in
 * @param forced ForceAuthn
 * @param change a change of the message before it is signed
 * @param seal how it is signed
 * @param text a change of the XML as text, after signing by HTTP-POST and before it by
 *     HTTP-Redirect
 * @param wire a change of the query, or of the value of the field SAMLRequest
 * @param relayState what goes with it
 */
public record TesterRequest(
    Tester by,
    boolean post,
    boolean holderOfKey,
    List<String> levels,
    boolean forced,
    Consumer<XmlNode> change,
    Seal seal,
    UnaryOperator<String> text,
    UnaryOperator<String> wire,
    String relayState) {

  /** How a request is signed. */
  public enum Seal {
    /** With the mandatory method for the key (DP 8.2). */
    GOOD,
    /** Not at all. */
    NONE,
    /** With a key that no metadata has. */
    UNREGISTERED,
    /** With SHA-1. */
    SHA1,
    /** With RSA-PSS, which the profile does not list. */
    UNLISTED,
    /** With SHA-384 for the key's kind. */
    SHA384,
    /** With SHA-512 for the key's kind. */
    SHA512,
    /** As a good one, and spoilt after it. */
    SPOILT
  }

  private static final String RELAY_STATE = "genrep-relay-state";

  public static TesterRequest askedBy(Tester tester) {
    return new TesterRequest(
        tester,
        false,
        false,
        List.of(),
        true,
        request -> {},
        Seal.GOOD,
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        RELAY_STATE);
  }

  public TesterRequest byPost() {
    return new TesterRequest(
        by, true, holderOfKey, levels, forced, change, seal, text, wire, relayState);
  }

  public TesterRequest atHolderOfKey() {
    return new TesterRequest(by, post, true, levels, forced, change, seal, text, wire, relayState);
  }

  public TesterRequest at(String... contexts) {
    return new TesterRequest(
        by, post, holderOfKey, List.of(contexts), forced, change, seal, text, wire, relayState);
  }

  /** A live session will do. */
  public TesterRequest unforced() {
    return new TesterRequest(
        by, post, holderOfKey, levels, false, change, seal, text, wire, relayState);
  }

  /** Also changed so, after any change before. */
  public TesterRequest changed(Consumer<XmlNode> how) {
    return new TesterRequest(
        by, post, holderOfKey, levels, forced, change.andThen(how), seal, text, wire, relayState);
  }

  public TesterRequest sealed(Seal how) {
    return new TesterRequest(
        by, post, holderOfKey, levels, forced, change, how, text, wire, relayState);
  }

  public TesterRequest written(UnaryOperator<String> how) {
    return new TesterRequest(
        by, post, holderOfKey, levels, forced, change, seal, how, wire, relayState);
  }

  public TesterRequest sent(UnaryOperator<String> how) {
    return new TesterRequest(
        by, post, holderOfKey, levels, forced, change, seal, text, how, relayState);
  }

  public TesterRequest with(String otherRelayState) {
    return new TesterRequest(
        by, post, holderOfKey, levels, forced, change, seal, text, wire, otherRelayState);
  }
}
