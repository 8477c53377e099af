package se.genrep.service;

import java.security.KeyPair;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import se.genrep.pki.KeyType;

/**
 * Makes keys for one use each. An elliptic key costs less than a millisecond and is made when it is
 * needed; an RSA key costs a hundred and more, so some lie ready, and a thread in the background
 * puts new ones there. It begins with the first key of that size. Thread-safe.
 */
final class OneTimeKeys implements AutoCloseable {

  private static final int READY = 8;

  private final Map<KeyType, BlockingQueue<KeyPair>> ready = new EnumMap<>(KeyType.class);
  private final Map<KeyType, Thread> makers = new EnumMap<>(KeyType.class);
  private boolean closed;

  OneTimeKey take(KeyType type) {
    if (!type.isRsa()) {
      return new OneTimeKey(type.generate());
    }
    KeyPair waiting = pool(type).poll();
    return new OneTimeKey(waiting == null ? type.generate() : waiting);
  }

  private synchronized BlockingQueue<KeyPair> pool(KeyType type) {
    BlockingQueue<KeyPair> pool =
        ready.computeIfAbsent(type, any -> new ArrayBlockingQueue<>(READY));
    if (!closed && !makers.containsKey(type)) {
      Thread maker = new Thread(() -> fill(type, pool), "genrep-one-time-keys-" + type.bits());
      maker.setDaemon(true);
      maker.setPriority(Thread.MIN_PRIORITY);
      makers.put(type, maker);
      maker.start();
    }
    return pool;
  }

  private static void fill(KeyType type, BlockingQueue<KeyPair> pool) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        pool.put(type.generate());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many lie ready. */
  synchronized int waiting(KeyType type) {
    return ready.containsKey(type) ? ready.get(type).size() : 0;
  }

  /** Makes no more, and lets go of those that lie ready. */
  @Override
  public synchronized void close() {
    closed = true;
    makers.values().forEach(Thread::interrupt);
    ready.values().forEach(BlockingQueue::clear);
  }
}
