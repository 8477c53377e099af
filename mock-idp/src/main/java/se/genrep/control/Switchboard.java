package se.genrep.control;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was arranged for requests that belong to no armed exchange: instructions for the next ones,
 * used once each, and standing ones for all that follow. Thread-safe.
 */
public final class Switchboard {

  /** More are refused: they were forgotten rather than meant. */
  public static final int MOST_WAITING = 1_000;

  private final List<Instruction> next = new ArrayList<>();
  private final List<Instruction> standing = new ArrayList<>();

  /**
   * @return false when {@value #MOST_WAITING} wait already
   */
  public synchronized boolean addNext(Instruction instruction) {
    return next.size() < MOST_WAITING && next.add(instruction);
  }

  /** Replaces all standing instructions; the first that fits a request is used. */
  public synchronized void standing(List<Instruction> instructions) {
    standing.clear();
    standing.addAll(instructions);
  }

  public synchronized List<Instruction> next() {
    return List.copyOf(next);
  }

  public synchronized List<Instruction> standing() {
    return List.copyOf(standing);
  }

  public synchronized void forgetNext() {
    next.clear();
  }

  /**
   * What to do with a good request. One that was for the next request is used up.
   *
   * @param profile of the identity provider
   * @param sender the entityID of the service provider
   */
  public synchronized Optional<Instruction> take(String profile, String sender) {
    for (Iterator<Instruction> waiting = next.iterator(); waiting.hasNext(); ) {
      Instruction instruction = waiting.next();
      if (instruction.isFor(profile, sender)) {
        waiting.remove();
        return Optional.of(instruction);
      }
    }
    return standing.stream().filter(each -> each.isFor(profile, sender)).findFirst();
  }

  /** Whether requests of the sender are answered without a person. */
  public synchronized boolean answersAlone(String profile, String sender) {
    return standing.stream().anyMatch(each -> each.isFor(profile, sender));
  }
}
