package se.genrep.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.genrep.federation.XmlTime;
import se.genrep.saml.XmlNode;

/** Compares the times of a message with the clock, give or take the permitted skew (DP 6.3.5). */
final class Times {

  /** How long an answer may be under way: a slow browser, not one that was put aside. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private final Policy policy;
  private final Instant now;
  private final Duration skew;

  Times(Policy policy) {
    this.policy = policy;
    this.now = policy.now();
    this.skew = policy.skew();
  }

  /** A time at which something begins; when it is left out it has begun. */
  void begun(Check check, XmlNode node, String attribute) throws Refusal {
    if (node.attribute(attribute).isPresent()) {
      notInFuture(check, node, attribute);
    }
  }

  /** A time at which something ends, which must be there. */
  void notOver(Check check, XmlNode node, String attribute) throws Refusal {
    Optional<Instant> end = time(node, attribute);
    policy.require(
        check,
        end.filter(each -> now.minus(skew).isBefore(each)).isPresent(),
        described(node, attribute) + " has passed (it is now " + now + ")");
  }

  /** IssueInstant: it has come, and not long ago (DP-6.3.5-02). */
  void recent(Check check, XmlNode node) throws Refusal {
    notInFuture(check, node, "IssueInstant");
    notBefore(check, node, "IssueInstant", now.minus(UNDER_WAY));
  }

  /** A time that must be there and have come. */
  void notInFuture(Check check, XmlNode node, String attribute) throws Refusal {
    Optional<Instant> begin = time(node, attribute);
    policy.require(
        check,
        begin.filter(each -> !each.isAfter(now.plus(skew))).isPresent(),
        described(node, attribute) + " has not come (it is now " + now + ")");
  }

  /** A time that must be there and not lie before another. */
  void notBefore(Check check, XmlNode node, String attribute, Instant earliest) throws Refusal {
    Optional<Instant> time = time(node, attribute);
    policy.require(
        check,
        time.filter(each -> !each.isBefore(earliest.minus(skew))).isPresent(),
        described(node, attribute) + " is before " + earliest);
  }

  /** How long an assertion must be remembered, so that it is not taken twice. */
  Instant remembered(XmlNode confirmationData) {
    return time(confirmationData, "NotOnOrAfter").orElse(now.plus(Duration.ofHours(1))).plus(skew);
  }

  private static Optional<Instant> time(XmlNode node, String attribute) {
    return node.attribute(attribute).flatMap(XmlTime::parse);
  }

  private static String described(XmlNode node, String attribute) {
    return attribute
        + " '"
        + node.attribute(attribute).orElse("(none)")
        + "' of <"
        + node.element().getLocalName()
        + ">";
  }
}
