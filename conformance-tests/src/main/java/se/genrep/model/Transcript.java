package se.genrep.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every step of one case, verbatim, with times: the evidence. Thread-safe to write. */
public final class Transcript {

  /** What kind of step an entry is. */
  public enum Kind {
    /** A remark of the runner: what begins now. */
    NOTE,
    /** A request of the browser and the answer to it. */
    HTTP,
    /** A protocol message, decoded. */
    MESSAGE,
    /** What a deviation changed. */
    DEVIATION
  }

  /**
   * @param at when
   * @param title one line
   * @param text verbatim content, possibly long, possibly empty
   */
  public record Entry(Instant at, Kind kind, String title, String text) {}

  private final List<Entry> entries = new ArrayList<>();

  public synchronized void add(Instant at, Kind kind, String title, String text) {
    entries.add(new Entry(at, kind, title, text));
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }
}
