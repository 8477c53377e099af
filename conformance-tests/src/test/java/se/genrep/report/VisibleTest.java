package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Whatever a message holds can be written into XML and HTML, and be seen. */
class VisibleTest {

  @Test
  void leavesTextAsItIs() {
    String text = "Åsa Öberg, 李, \uD83D\uDE00, <a b=\"c\">&amp;</a>\n\ttab";
    assertEquals(text, Visible.of(text));
    assertEquals(text, Visible.wellFormed(text));
  }

  @Test
  void showsWhatCannotBeSeen() {
    assertEquals(
        "⟨U+0000⟩⟨U+001B⟩[31m⟨U+007F⟩⟨U+0085⟩", Visible.of("\u0000\u001B[31m\u007F\u0085"));
    assertEquals("⟨U+202E⟩txt⟨U+200B⟩⟨U+FEFF⟩", Visible.of("\u202Etxt\u200B\uFEFF"));
    assertEquals("⟨U+2028⟩⟨U+FFFE⟩⟨U+1FFFF⟩", Visible.of("\u2028\uFFFE\uD83F\uDFFF"));
  }

  @Test
  void linesEndInOneWay() {
    assertEquals("a\nb⟨U+000D⟩c", Visible.of("a\r\nb\rc"));
  }

  @Test
  void halvesOfPairsAreReplaced() {
    assertEquals("a\uFFFDb", Visible.of("a\uD800b"));
    assertEquals("a\uFFFDb\uFFFD", Visible.wellFormed("a\uDC00b\uD83D"));
  }

  @Test
  void everyCharacterBecomesOneThatXmlAllows() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      String shown = Visible.of(new String(Character.toChars(point)));
      assertTrue(shown.codePoints().allMatch(VisibleTest::isXml), Integer.toHexString(point));
    }
  }

  /** XML 1.0, production 2. */
  private static boolean isXml(int point) {
    return point == 9
        || point == 10
        || point == 13
        || point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }
}
