package se.genrep.control;

import java.time.Instant;
import java.util.Optional;
import se.genrep.idp.Decision;
import se.genrep.idp.Inbound;
import se.genrep.idp.Made;
import se.genrep.idp.SignInRequest;

/** One exchange of the history. Written under the lock of {@link History}; read at any time. */
public final class PastExchange {

  /** What was found of a request. */
  public enum Verdict {
    ACCEPTED,
    /** The sender is told why not. */
    REFUSED,
    /** Nobody can be told safely. */
    UNANSWERABLE,
    /** The request came before this history begins. */
    UNKNOWN
  }

  /**
   * @param assertion as XML before encryption
   */
  public record Answer(
      Instant at,
      String serviceProvider,
      Decision decision,
      Made made,
      Optional<String> assertion) {

    /** Characters that it keeps in memory, roughly. */
    long size() {
      return assertion.map(String::length).orElse(0)
          + made.form().fields().values().stream().mapToLong(String::length).sum()
          + made.applied().stream()
              .mapToLong(step -> step.before().length() + step.after().length())
              .sum();
    }
  }

  private final String id;
  private final String profile;
  private final Instant at;
  private volatile Inbound message;
  private volatile Verdict verdict = Verdict.UNKNOWN;
  private volatile String serviceProvider;
  private volatile String problem;
  private volatile SignInRequest request;
  private volatile String exchange;
  private volatile Answer answer;
  private long size;

  PastExchange(String id, String profile, Instant at) {
    this.id = id;
    this.profile = profile;
    this.at = at;
  }

  PastExchange received(Inbound inbound) {
    message = inbound;
    return this;
  }

  void accepted(SignInRequest good) {
    request = good;
    serviceProvider = good.serviceProvider();
    verdict = Verdict.ACCEPTED;
  }

  void refused(String sender, String why) {
    serviceProvider = sender;
    problem = why;
    verdict = Verdict.REFUSED;
  }

  void unanswerable(String why) {
    problem = why;
    verdict = Verdict.UNANSWERABLE;
  }

  void label(String armed) {
    exchange = armed;
  }

  void answered(Answer made) {
    serviceProvider = made.serviceProvider();
    answer = made;
  }

  void grow(long more) {
    size += more;
  }

  long size() {
    return size;
  }

  /** Counts up from 1 since the start of the program. */
  public String id() {
    return id;
  }

  /** The identity provider. */
  public String profile() {
    return profile;
  }

  /** When the request arrived, or the answer to one that is not known. */
  public Instant at() {
    return at;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** The entityID that sent the request; empty when it could not be told. */
  public Optional<String> serviceProvider() {
    return Optional.ofNullable(serviceProvider);
  }

  /** Why the request was not accepted. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  public Optional<Inbound> message() {
    return Optional.ofNullable(message);
  }

  /** The request, when it was accepted. */
  public Optional<SignInRequest> request() {
    return Optional.ofNullable(request);
  }

  /** The armed exchange it was part of. */
  public Optional<String> exchange() {
    return Optional.ofNullable(exchange);
  }

  public Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }
}
