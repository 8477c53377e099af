package se.genrep.reference;

import java.time.Duration;
import java.time.Instant;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import se.genrep.registry.Limits;
import se.genrep.saml.XmlNode;

/**
 * What one service provider goes by when it judges an answer.
 *
 * @param acsUrl where answers are delivered
 */
record Policy(Variant variant, Setup setup, String entityId, String acsUrl, ServiceKeys keys) {

  private static final Duration TOO_MUCH_SKEW = Duration.ofMinutes(10);

  boolean makes(Check check) {
    return variant.makes(check);
  }

  /** Refuses when the check is made and does not hold. */
  void require(Check check, boolean holds, String reason) throws Refusal {
    if (!holds && makes(check)) {
      throw new Refusal(check, reason);
    }
  }

  Instant now() {
    return setup.clock().instant();
  }

  /** How far the clock of a peer may be off (DP 6.3.5). */
  Duration skew() {
    if (!makes(Check.CLOCK_SKEW_TOLERATED)) {
      return Duration.ZERO;
    }
    return makes(Check.CLOCK_SKEW_BOUNDED) ? Limits.CLOCK_SKEW : TOO_MUCH_SKEW;
  }

  /** The text of an element: all of it, or for one that is careless up to the first comment. */
  String text(XmlNode node) {
    if (makes(Check.WHOLE_TEXT)) {
      return node.text();
    }
    Node first = node.element().getFirstChild();
    return first instanceof Text text ? text.getData() : "";
  }
}
