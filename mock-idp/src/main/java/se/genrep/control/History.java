package se.genrep.control;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.idp.ErrorAnswer;
import se.genrep.idp.Inbound;
import se.genrep.idp.MockIdp;
import se.genrep.idp.Received;
import se.genrep.idp.SignInRequest;
import se.genrep.idp.Witness;

/**
 * The latest exchanges of all identity providers: each request, what was found of it, and its
 * answer. The oldest are forgotten when there are more than {@value #MOST} or their messages take
 * more than {@value #MOST_BYTES} bytes. Thread-safe.
 */
public final class History implements Witness {

  public static final int MOST = 500;
  public static final long MOST_BYTES = 16L << 20;

  /** The request that an answer belongs to. */
  private record Key(String profile, String serviceProvider, String requestId) {}

  private final Clock clock;
  private final Deque<PastExchange> entries = new ArrayDeque<>();
  private final Map<Key, PastExchange> open = new HashMap<>();
  private long bytes;
  private long last;

  public History(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void received(MockIdp idp, Inbound message, Received verdict) {
    PastExchange entry = begin(idp.profile().id()).received(message);
    if (verdict instanceof Received.Ask ask) {
      accepted(entry, ask.request());
    } else if (verdict instanceof Received.Known known) {
      accepted(entry, known.request());
    } else if (verdict instanceof Received.Refused refused) {
      ErrorAnswer error = refused.error();
      entry.refused(error.serviceProvider(), error.message());
      open.put(new Key(entry.profile(), error.serviceProvider(), error.inResponseTo()), entry);
    } else {
      entry.unanswerable(((Received.Unanswerable) verdict).problem());
    }
    keep(entry, message.xml().length);
  }

  private void accepted(PastExchange entry, SignInRequest request) {
    entry.accepted(request);
    open.put(new Key(entry.profile(), request.serviceProvider(), request.id()), entry);
  }

  /**
   * An answer to a request from before a restart, or that was forgotten, is an entry of its own.
   */
  @Override
  public synchronized void answered(MockIdp idp, Answered answer) {
    Key key = new Key(idp.profile().id(), answer.serviceProvider(), answer.inResponseTo());
    PastExchange entry = open.remove(key);
    if (entry == null) {
      entry = begin(key.profile());
      keep(entry, 0);
    }
    PastExchange.Answer made =
        new PastExchange.Answer(
            clock.instant(),
            answer.serviceProvider(),
            answer.decision(),
            answer.made(),
            Optional.ofNullable(answer.assertion()));
    entry.answered(made);
    grow(entry, made.size());
  }

  /** Says which armed exchange an accepted request belongs to. */
  public synchronized void label(String profile, SignInRequest request, String exchange) {
    PastExchange entry = open.get(new Key(profile, request.serviceProvider(), request.id()));
    if (entry != null) {
      entry.label(exchange);
    }
  }

  private PastExchange begin(String profile) {
    return new PastExchange(String.valueOf(++last), profile, clock.instant());
  }

  private void keep(PastExchange entry, long size) {
    entries.addLast(entry);
    grow(entry, size);
  }

  private void grow(PastExchange entry, long size) {
    entry.grow(size);
    bytes += size;
    while (entries.size() > 1 && (entries.size() > MOST || bytes > MOST_BYTES)) {
      PastExchange oldest = entries.removeFirst();
      bytes -= oldest.size();
      open.values().remove(oldest);
    }
  }

  /** The newest first. */
  public synchronized List<PastExchange> latest() {
    List<PastExchange> all = new ArrayList<>();
    entries.descendingIterator().forEachRemaining(all::add);
    return all;
  }

  public synchronized Optional<PastExchange> find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  public synchronized void forget() {
    entries.clear();
    open.clear();
    bytes = 0;
  }
}
