package se.genrep.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two texts, line by line, with some lines around each place. XML that
 * stands in one line is broken between its tags first, since it would be one large difference.
 */
public final class LineDiff {

  private static final int CONTEXT = 3;

  /** A longer piece, such as an encrypted assertion in base64, is cut in its middle. */
  private static final int LONGEST_PIECE = 240;

  private static final int KEPT_END = 100;

  /** Beyond this many comparisons the middle is shown as wholly replaced. */
  private static final long MOST_COMPARISONS = 4_000_000;

  private LineDiff() {}

  /** What a line of the difference is. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED,
    /** Stands for lines that are the same; the text says how many. */
    GAP
  }

  /** What a piece of a line is. */
  public enum Look {
    PLAIN,
    /** It is what makes the line different from its counterpart. */
    CHANGED,
    /** It stands for characters that are left out; the text says how many. */
    CUT
  }

  public record Piece(String text, Look look) {}

  public record Line(Kind kind, List<Piece> pieces) {
    static Line whole(Kind kind, String text) {
      return new Line(kind, List.of(new Piece(text, Look.PLAIN)));
    }

    public String text() {
      return String.join("", pieces.stream().map(Piece::text).toList());
    }

    private Line cut() {
      return new Line(
          kind, pieces.stream().flatMap(piece -> LineDiff.cut(piece).stream()).toList());
    }
  }

  /** Empty when the texts have the same lines. */
  static List<Line> between(String before, String after) {
    List<Line> all = marked(compare(lines(before), lines(after)));
    return all.stream().allMatch(line -> line.kind() == Kind.SAME)
        ? List.of()
        : shortened(all).stream().map(Line::cut).toList();
  }

  private static List<String> lines(String text) {
    String broken = text.stripLeading().startsWith("<") ? text.replace("><", ">\n<") : text;
    return broken.lines().toList();
  }

  private static List<Line> compare(List<String> before, List<String> after) {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<Line> lines = new ArrayList<>();
    before.subList(0, head).forEach(line -> lines.add(Line.whole(Kind.SAME, line)));
    lines.addAll(
        middle(
            before.subList(head, before.size() - tail), after.subList(head, after.size() - tail)));
    before
        .subList(before.size() - tail, before.size())
        .forEach(line -> lines.add(Line.whole(Kind.SAME, line)));
    return lines;
  }

  /** The longest common subsequence; of equal ways the one that removes first. */
  private static List<Line> middle(List<String> before, List<String> after) {
    int[][] common =
        (long) before.size() * after.size() > MOST_COMPARISONS ? null : lengths(before, after);
    List<Line> lines = new ArrayList<>();
    int b = 0;
    int a = 0;
    while (b < before.size() || a < after.size()) {
      boolean both = common != null && b < before.size() && a < after.size();
      if (both && before.get(b).equals(after.get(a))) {
        lines.add(Line.whole(Kind.SAME, before.get(b)));
        b++;
        a++;
      } else if (b < before.size() && (!both || common[b + 1][a] >= common[b][a + 1])) {
        lines.add(Line.whole(Kind.REMOVED, before.get(b++)));
      } else {
        lines.add(Line.whole(Kind.ADDED, after.get(a++)));
      }
    }
    return lines;
  }

  private static int[][] lengths(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int b = before.size() - 1; b >= 0; b--) {
      for (int a = after.size() - 1; a >= 0; a--) {
        common[b][a] =
            before.get(b).equals(after.get(a))
                ? common[b + 1][a + 1] + 1
                : Math.max(common[b + 1][a], common[b][a + 1]);
      }
    }
    return common;
  }

  /** Marks in each removed line and the added line that takes its place what is not the same. */
  private static List<Line> marked(List<Line> lines) {
    List<Line> marked = new ArrayList<>(lines);
    int from = 0;
    while (from < lines.size()) {
      int removed = runOf(Kind.REMOVED, lines, from);
      int added = runOf(Kind.ADDED, lines, from + removed);
      for (int i = 0; i < Math.min(removed, added); i++) {
        String one = lines.get(from + i).text();
        String other = lines.get(from + removed + i).text();
        int head = commonHead(one, other);
        int tail = commonTail(one, other, head);
        if (head + tail > 0) {
          marked.set(from + i, new Line(Kind.REMOVED, pieces(one, head, tail)));
          marked.set(from + removed + i, new Line(Kind.ADDED, pieces(other, head, tail)));
        }
      }
      from += Math.max(1, removed + added);
    }
    return marked;
  }

  private static int runOf(Kind kind, List<Line> lines, int from) {
    int end = from;
    while (end < lines.size() && lines.get(end).kind() == kind) {
      end++;
    }
    return end - from;
  }

  private static int commonHead(String one, String other) {
    int head = 0;
    int most = Math.min(one.length(), other.length());
    while (head < most && one.charAt(head) == other.charAt(head)) {
      head++;
    }
    return head > 0 && Character.isHighSurrogate(one.charAt(head - 1)) ? head - 1 : head;
  }

  private static int commonTail(String one, String other, int head) {
    int tail = 0;
    int most = Math.min(one.length(), other.length()) - head;
    while (tail < most
        && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    return tail > 0 && Character.isLowSurrogate(one.charAt(one.length() - tail)) ? tail - 1 : tail;
  }

  private static List<Piece> pieces(String text, int head, int tail) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(text.substring(0, head), Look.PLAIN));
    pieces.add(new Piece(text.substring(head, text.length() - tail), Look.CHANGED));
    pieces.add(new Piece(text.substring(text.length() - tail), Look.PLAIN));
    pieces.removeIf(piece -> piece.text().isEmpty());
    return pieces;
  }

  private static List<Piece> cut(Piece piece) {
    String text = piece.text();
    if (text.length() <= LONGEST_PIECE) {
      return List.of(piece);
    }
    int head = LONGEST_PIECE - KEPT_END;
    int tail = text.length() - KEPT_END;
    head -= Character.isLowSurrogate(text.charAt(head)) ? 1 : 0;
    tail += Character.isLowSurrogate(text.charAt(tail)) ? 1 : 0;
    return List.of(
        new Piece(text.substring(0, head), piece.look()),
        new Piece(String.valueOf(tail - head), Look.CUT),
        new Piece(text.substring(tail), piece.look()));
  }

  private static List<Line> shortened(List<Line> lines) {
    boolean[] near = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() != Kind.SAME) {
        for (int n = Math.max(0, i - CONTEXT); n < Math.min(lines.size(), i + CONTEXT + 1); n++) {
          near[n] = true;
        }
      }
    }
    List<Line> shown = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      int gap = 0;
      while (i + gap < lines.size() && !near[i + gap]) {
        gap++;
      }
      if (gap > 1) {
        shown.add(Line.whole(Kind.GAP, String.valueOf(gap)));
        i += gap;
      } else {
        shown.add(lines.get(i++)); // a gap of one line would take as much room as the line
      }
    }
    return shown;
  }
}
