package se.genrep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a deviation changed is shown by line, and within the line. */
class LineDiffTest {

  private static String shown(String before, String after) {
    return LineDiff.between(before, after).stream()
        .map(
            line ->
                switch (line.kind()) {
                      case SAME -> " ";
                      case REMOVED -> "-";
                      case ADDED -> "+";
                      case GAP -> "…";
                    }
                    + line.pieces().stream()
                        .map(
                            piece ->
                                switch (piece.look()) {
                                  case PLAIN -> piece.text();
                                  case CHANGED -> "[" + piece.text() + "]";
                                  case CUT -> "{" + piece.text() + "}";
                                })
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static String numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  @Test
  void theSameIsNoDifference() {
    assertEquals(List.of(), LineDiff.between("a\nb", "a\nb\n"));
    assertEquals(List.of(), LineDiff.between("", ""));
  }

  @Test
  void marksTheChangedPartOfALine() {
    assertEquals("-a=[1];\n+a=[2];", shown("a=1;", "a=2;"));
    assertEquals("-ab\n+a[x]b", shown("ab", "axb"));
    assertEquals("-one\n+two", shown("one", "two"));
  }

  @Test
  void breaksXmlBetweenItsTags() {
    assertEquals(
        " <a>\n-<b/>\n+<c/>\n </a>".replace("<b/>", "<[b]/>").replace("<c/>", "<[c]/>"),
        shown("<a><b/></a>", "<a><c/></a>"));
  }

  @Test
  void leavesOutWhatIsFarAway() {
    String before = numbered(0, 20);
    assertEquals(
        "…7\n 7\n 8\n 9\n-10\n 11\n 12\n 13\n…6", shown(before, before.replace("10\n", "")));
  }

  @Test
  void aGapOfOneLineIsShownInstead() {
    String before = numbered(0, 9);
    assertEquals(" 0\n 1\n 2\n 3\n-4\n 5\n 6\n 7\n 8", shown(before, before.replace("4\n", "")));
  }

  @Test
  void addedAndRemovedElsewhereAreKeptApart() {
    assertEquals("-a\n b\n+c", shown("a\nb", "b\nc"));
    assertEquals("+x", shown("", "x"));
    assertEquals("-x", shown("x", ""));
  }

  @Test
  void surrogatePairsAreNotTornApart() {
    for (LineDiff.Line line : LineDiff.between("x\uD83D\uDE00y", "x\uD83D\uDE01y")) {
      for (LineDiff.Piece piece : line.pieces()) {
        assertEquals(piece.text(), Visible.wellFormed(piece.text()));
      }
    }
  }

  @Test
  void longLinesAreCutBetweenTheChanges() {
    String far = "a".repeat(1000);
    assertEquals(
        "-"
            + "a".repeat(140)
            + "{760}"
            + "a".repeat(100)
            + "[1]\n+"
            + "a".repeat(140)
            + "{760}"
            + "a".repeat(100)
            + "[2]",
        shown(far + "1", far + "2"));
    for (int i = 0; i < 2; i++) {
      String faces = "x".repeat(i) + "\uD83D\uDE00".repeat(300);
      for (LineDiff.Line line : LineDiff.between(faces, "")) {
        line.pieces()
            .forEach(piece -> assertEquals(piece.text(), Visible.wellFormed(piece.text())));
      }
    }
  }

  @Test
  void hugeTextsAreShownAsReplaced() {
    List<LineDiff.Line> lines = LineDiff.between(numbered(0, 5000), numbered(5000, 10_000));
    assertEquals(10_000, lines.size());
    assertTrue(lines.subList(0, 5000).stream().allMatch(l -> l.kind() == LineDiff.Kind.REMOVED));
  }
}
