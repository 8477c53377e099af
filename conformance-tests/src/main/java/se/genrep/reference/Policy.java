package se.genrep.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.w3c.dom.Comment;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import se.genrep.registry.Attribute;
import se.genrep.registry.Limits;
import se.genrep.saml.XmlNode;

/**
 * What one service provider goes by when it judges an answer.
 *
 * @param acsUrl where answers are delivered
 * @param knownBy the attribute by which it knows people
 * @param door by which of its sign-ins people come; empty where there is one only
 * @param passed is told every check that was made and held, as often as it was
 */
record Policy(
    Variant variant,
    Setup setup,
    String entityId,
    String acsUrl,
    ServiceKeys keys,
    Attribute knownBy,
    String door,
    Consumer<Check> passed) {

  private static final Duration TOO_MUCH_SKEW = Duration.ofMinutes(10);

  /** For a service that knows people by their personal identity number, and tells nobody. */
  Policy(Variant variant, Setup setup, String entityId, String acsUrl, ServiceKeys keys) {
    this(
        variant,
        setup,
        entityId,
        acsUrl,
        keys,
        Attribute.PERSONAL_IDENTITY_NUMBER,
        "",
        check -> {});
  }

  Policy telling(Consumer<Check> listener) {
    return new Policy(variant, setup, entityId, acsUrl, keys, knownBy, door, listener);
  }

  /** For another of its sign-ins. */
  Policy at(Door other) {
    return new Policy(
        variant,
        setup.with(other.idp()).asking(other.contexts().toArray(String[]::new)),
        entityId,
        acsUrl,
        keys,
        other.knownBy(),
        other.name(),
        passed);
  }

  /** The levels it takes; whichever the identity provider declares when it asks for none. */
  List<String> levels() {
    return setup.contexts().isEmpty() ? List.copyOf(setup.idp().assurance()) : setup.contexts();
  }

  boolean makes(Check check) {
    return variant.makes(check);
  }

  /** Refuses when the check is made and does not hold. */
  void require(Check check, boolean holds, String reason) throws Refusal {
    if (!makes(check)) {
      return;
    }
    if (!holds) {
      throw new Refusal(check, reason);
    }
    passed.accept(check);
  }

  /** Notes a check that lies in how something is done, not in a comparison. */
  void done(Check check) {
    if (makes(check)) {
      passed.accept(check);
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
    done(Check.CLOCK_SKEW_TOLERATED);
    done(Check.CLOCK_SKEW_BOUNDED);
    return makes(Check.CLOCK_SKEW_BOUNDED) ? Limits.CLOCK_SKEW : TOO_MUCH_SKEW;
  }

  /** The text of an element: all of it, or for one that is careless up to the first comment. */
  String text(XmlNode node) {
    Node first = node.element().getFirstChild();
    if (!makes(Check.COMMENTS_ARE_NO_TEXT) && first instanceof Comment comment) {
      return comment.getData();
    }
    done(Check.COMMENTS_ARE_NO_TEXT);
    if (makes(Check.WHOLE_TEXT)) {
      return node.text();
    }
    return first instanceof Text text ? text.getData() : "";
  }
}
