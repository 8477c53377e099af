package se.genrep.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Applied;
import se.genrep.idp.Inbound;
import se.genrep.idp.SignInRequest;
import se.genrep.saml.PostForm;

/** One armed exchange: its script and, as they happen, the request and the answer. Thread-safe. */
public final class Exchange {

  /** Something that happened, in words, for the transcript. */
  public record Event(Instant at, String text) {}

  private final String id;
  private final Script script;
  private final List<Event> events = new ArrayList<>();
  private Inbound inbound;
  private SignInRequest request;
  private PostForm answer;
  private List<Applied> applied = List.of();

  public Exchange(String id, Script script) {
    this.id = id;
    this.script = script;
  }

  public String id() {
    return id;
  }

  public Script script() {
    return script;
  }

  /** The request as it arrived; the last one when the browser came more than once. */
  public synchronized void received(Inbound message) {
    this.inbound = message;
  }

  /** The request was found good. */
  public synchronized void accepted(SignInRequest good) {
    this.request = good;
  }

  public synchronized void answered(PostForm form, List<Applied> deviationSteps) {
    this.answer = form;
    this.applied = List.copyOf(deviationSteps);
  }

  public synchronized void note(Instant at, String text) {
    events.add(new Event(at, text));
  }

  public synchronized Optional<Inbound> inbound() {
    return Optional.ofNullable(inbound);
  }

  public synchronized Optional<SignInRequest> request() {
    return Optional.ofNullable(request);
  }

  public synchronized Optional<PostForm> answer() {
    return Optional.ofNullable(answer);
  }

  /** What the deviations did to the answer, step by step. */
  public synchronized List<Applied> applied() {
    return applied;
  }

  public synchronized List<Event> events() {
    return List.copyOf(events);
  }
}
