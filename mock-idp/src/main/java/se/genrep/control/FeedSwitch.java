package se.genrep.control;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import se.genrep.deviation.Applied;
import se.genrep.deviation.FeedWriter;
import se.genrep.deviation.Scene;
import se.genrep.pki.Credential;

/**
 * What the operator's feeds are like: good, unless they are to be wrong for a while. Thread-safe.
 */
public final class FeedSwitch {

  private final Function<byte[], byte[]> none = good -> good;
  private final AtomicInteger fetched = new AtomicInteger();
  private volatile Function<byte[], byte[]> change = none;
  private volatile List<Applied> applied = List.of();

  /**
   * Has the feeds deviate, until {@link #good}.
   *
   * @param operator whose key signs them
   * @param scenes a new scene for each feed that is asked for
   */
  public void deviate(Credential operator, Supplier<Scene> scenes) {
    applied = List.of();
    change =
        good -> {
          Scene scene = scenes.get();
          byte[] feed = FeedWriter.write(good, operator, scene);
          applied = scene.applied();
          return feed;
        };
  }

  /** Has the feeds be as they should from now on. */
  public void good() {
    change = none;
  }

  /** The feed to give out in place of the good one; empty when that is it. Counts. */
  public Optional<byte[]> serve(Supplier<byte[]> good) {
    fetched.incrementAndGet();
    Function<byte[], byte[]> now = change;
    return now == none ? Optional.empty() : Optional.of(now.apply(good.get()));
  }

  /** How often a feed was given out. */
  public int fetched() {
    return fetched.get();
  }

  /** What deviations did to the feed that was given out last. */
  public List<Applied> applied() {
    return applied;
  }
}
