package se.genrep.ades;

import java.util.ArrayList;
import java.util.List;
import se.genrep.ades.Verdict.Point;
import se.genrep.person.Bilingual;

/** Collects what speaks for one point and against it. */
final class Findings {

  private final List<Bilingual> evidence = new ArrayList<>();
  private final List<Bilingual> missing = new ArrayList<>();

  void found(AdesText text, Object... arguments) {
    evidence.add(text.with(arguments));
  }

  void lacking(AdesText text, Object... arguments) {
    missing.add(text.with(arguments));
  }

  Point point() {
    return new Point(evidence, missing);
  }
}
