package se.genrep.http;

import java.time.Clock;
import se.genrep.control.Exchange;
import se.genrep.control.History;
import se.genrep.control.Instruction;
import se.genrep.control.Script;
import se.genrep.idp.Decision;
import se.genrep.idp.Inbound;
import se.genrep.idp.Made;
import se.genrep.idp.MockIdp;
import se.genrep.idp.Received;
import se.genrep.idp.SignInRequest;

/** Answers the requests of an armed exchange: by its script, without a page for a person. */
final class ScriptedDesk {

  private final MockIdp idp;
  private final Pages pages;
  private final History history;
  private final Clock clock;

  ScriptedDesk(MockIdp idp, Pages pages, History history, Clock clock) {
    this.idp = idp;
    this.pages = pages;
    this.history = history;
    this.clock = clock;
  }

  Reply answer(Call call, Inbound inbound, Exchange exchange) {
    exchange.received(inbound);
    note(
        exchange,
        "a request arrived by "
            + (inbound.redirect() ? "HTTP-Redirect" : "HTTP-POST")
            + " from "
            + call.clientAddress());
    try {
      Made made = made(call, inbound, exchange);
      exchange.answered(made.form(), made.applied());
      note(exchange, "an answer was made for " + made.form().action());
      return deliver(call.language(), exchange, made);
    } catch (RuntimeException e) {
      note(exchange, "no answer was made: " + e.getMessage());
      throw e;
    }
  }

  /** Answers a good request that belongs to no exchange, as was arranged for it. */
  Reply answer(Call call, SignInRequest request, Instruction arranged) {
    Script script = arranged.script();
    Decision decision = script.decision().apply(request);
    Made made =
        idp.answer(request, decision, call.clientAddress(), script.deviations(), script.canary());
    return pages.post(call.language(), made.form());
  }

  private Made made(Call call, Inbound inbound, Exchange exchange) {
    Script script = exchange.script();
    Received received = idp.receive(inbound);
    if (received instanceof Received.Ask ask) {
      exchange.accepted(ask.request());
      note(exchange, "the request " + ask.request().id() + " was accepted");
      history.label(idp.profile().id(), ask.request(), exchange.id());
      Decision decision = script.decision().apply(ask.request());
      return idp.answer(
          ask.request(), decision, call.clientAddress(), script.deviations(), script.canary());
    }
    if (received instanceof Received.Refused refused) {
      note(exchange, "the request was refused: " + refused.error().message());
      return idp.refuse(refused.error());
    }
    throw SignInDesk.unanswerable(((Received.Unanswerable) received).problem());
  }

  private Reply deliver(Language language, Exchange exchange, Made made) {
    if (!exchange.script().hold()) {
      return pages.post(language, made.form());
    }
    note(exchange, "the answer is held");
    return pages.notice(
        Frame.once(language, Text.HELD_TITLE),
        Text.HELD_LEAD.in(language),
        ExchangeDesk.deliveryPath(exchange.id()));
  }

  private void note(Exchange exchange, String text) {
    exchange.note(clock.instant(), text);
  }
}
