package se.genrep.ades;

/**
 * What a visible signature shows, and where on the first page.
 *
 * @param text lines of text
 * @param left points from the left edge of the page
 * @param bottom points from the lower edge of the page
 */
public record Appearance(String text, float left, float bottom) {

  private static final float MARGIN = 36;

  /** At the foot of the page. */
  public static Appearance of(String text) {
    return new Appearance(text, MARGIN, MARGIN);
  }
}
