package se.genrep.lint;

import java.util.Locale;
import se.genrep.requirement.Level;

/** How bad a finding is. It follows from the level of the requirement, never from the rule. */
public enum Severity {
  /** A MUST is broken. */
  ERROR,
  /** A SHOULD is not followed, or a MUST may be broken and the metadata alone cannot prove it. */
  WARNING,
  /** Nothing is wrong: something to know, such as what is on its way out. */
  INFO;

  static Severity of(Level level) {
    return switch (level) {
      case MUST, MUST_NOT -> ERROR;
      case SHOULD, SHOULD_NOT -> WARNING;
      case MAY -> INFO;
    };
  }

  /** The milder of the two. */
  Severity atMost(Severity other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** In small letters, as it is printed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
