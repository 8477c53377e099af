package se.genrep.http;

import java.util.LinkedHashMap;
import java.util.Map;
import se.genrep.federation.Federation;

/** The endpoint of a guest: its calls in its words, its answers in those of the server. */
final class GuestDesk {

  private final Guest guest;
  private final Federation federation;
  private final Pages pages;

  GuestDesk(Guest guest, Federation federation, Pages pages) {
    this.guest = guest;
    this.federation = federation;
    this.pages = pages;
  }

  void serve(Routes routes) {
    routes.get(guest.path(), this::answer);
    routes.under(guest.path() + "/", "GET", this::answer);
    routes.under(guest.path() + "/", "POST", this::answer);
  }

  private Reply answer(Call call) {
    Guest.Answer answer =
        guest.answer(
            new Guest.Visit(
                call.method(),
                call.path().substring(guest.path().length()),
                call.language(),
                () -> fields(call.form()),
                () -> call.body().bytes(),
                call.headers()::cookie,
                call.tls().isPresent()));
    if (answer instanceof Guest.Posted posted) {
      return pages
          .post(call.language(), receiver(call, posted), posted.form())
          .withCookies(posted.cookies());
    }
    if (answer instanceof Guest.Document document) {
      return new Reply(200, document.contentType(), Map.of(), document.bytes());
    }
    if (answer instanceof Guest.Notice notice) {
      Frame frame = Frame.page(call.language(), notice.title());
      return pages.notice(frame, frame.of(notice.lead()), notice.address());
    }
    if (answer instanceof Guest.Refusal refusal) {
      return pages.problem(
          refusal.status(), refusal.title(), refusal.advice(), refusal.detail(), call.language());
    }
    if (((Guest.Nowhere) answer).wrongMethod()) {
      throw new Problem.MethodNotAllowed(call.method().equals("POST") ? "GET, HEAD" : "POST");
    }
    throw new Problem(
        404, Text.NOT_FOUND, Text.NOT_FOUND_ADVICE, "There is nothing at " + call.path());
  }

  private static Map<String, String> fields(FormFields form) {
    Map<String, String> fields = new LinkedHashMap<>();
    form.names().forEach(name -> fields.put(name, form.need(name)));
    return fields;
  }

  private Service receiver(Call call, Guest.Posted posted) {
    return federation
        .entity(posted.receiver())
        .map(entity -> Service.of(entity, call.language()))
        .orElseGet(() -> Service.unknown(posted.receiver()));
  }
}
