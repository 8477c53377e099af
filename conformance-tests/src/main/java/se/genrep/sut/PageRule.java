package se.genrep.sut;

import java.util.List;

/**
 * What to do on one kind of page of an identity provider.
 *
 * @param when a CSS selector of something that such a page has
 * @param kind what the page is for
 * @param steps what a person does on it to get on
 * @param cancel what a person does on it to break off; empty when it cannot be done there
 */
public record PageRule(String when, Kind kind, List<Step> steps, List<Step> cancel) {

  /** What a page is for. */
  public enum Kind {
    /** The person is authenticated. */
    LOGIN,
    /** The person reads what is signed and agrees. */
    SIGN,
    /** The person is told what is given out and agrees. */
    CONSENT,
    /** The person is told of an error and acknowledges it. */
    ERROR,
    /** Anything else, such as the choice of a method. */
    OTHER
  }

  /** What a person does. */
  public enum Verb {
    /** Writes into a field. */
    FILL,
    /** Chooses a radio button, a check box or an option. */
    CHOOSE,
    /** Clicks on a button or a link. */
    CLICK,
    /** Waits for something that a script brings. */
    WAIT
  }

  /**
   * One thing that a person does.
   *
   * @param selector CSS; names in braces stand for the person's values
   * @param text what is written; empty but for {@link Verb#FILL}
   * @param where file, line and key, for complaints
   */
  public record Step(Verb verb, String selector, String text, String where) {}

  public PageRule {
    steps = List.copyOf(steps);
    cancel = List.copyOf(cancel);
  }
}
