package se.genrep.http;

import java.util.regex.Pattern;
import se.genrep.control.Exchange;
import se.genrep.control.Exchanges;
import se.genrep.saml.PostForm;

/** Makes a browser take part in an armed exchange, and gives out answers that were held. */
final class ExchangeDesk {

  static final String PREFIX = "/exchange/";
  private static final String DELIVER = "/deliver";

  /** What can stand in a cookie and a path as it is. */
  static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  private final Exchanges exchanges;
  private final Pages pages;

  ExchangeDesk(Exchanges exchanges, Pages pages) {
    this.exchanges = exchanges;
    this.pages = pages;
  }

  static String deliveryPath(String id) {
    return PREFIX + id + DELIVER;
  }

  Reply answer(Call call) {
    String rest = call.path().substring(PREFIX.length());
    boolean deliver = rest.endsWith(DELIVER);
    String id = deliver ? rest.substring(0, rest.length() - DELIVER.length()) : rest;
    if (!ID.matcher(id).matches()) {
      throw unknown("'" + id + "' cannot be the id of an exchange");
    }
    Exchange exchange =
        exchanges.find(id).orElseThrow(() -> unknown("No exchange '" + id + "' is armed"));
    return deliver ? deliver(call, exchange) : join(call, exchange);
  }

  /**
   * Without SameSite on purpose: browsers then still send the cookie with a POST from another site
   * for two minutes. SameSite=None would need https.
   */
  private Reply join(Call call, Exchange exchange) {
    return pages
        .notice(
            Frame.once(call.language(), Text.EXCHANGE_TITLE),
            Text.EXCHANGE_LEAD.in(call.language(), exchange.id()),
            "")
        .with("Set-Cookie", Exchanges.COOKIE + "=" + exchange.id() + "; Path=/; HttpOnly");
  }

  private Reply deliver(Call call, Exchange exchange) {
    PostForm form =
        exchange
            .answer()
            .orElseThrow(
                () ->
                    new Problem(
                        409,
                        Text.NOT_ANSWERED,
                        Text.NOT_ANSWERED_ADVICE,
                        "The exchange '" + exchange.id() + "' has no answer yet"));
    return pages.post(call.language(), form);
  }

  private static Problem unknown(String detail) {
    return new Problem(404, Text.EXCHANGE_UNKNOWN, Text.EXCHANGE_UNKNOWN_ADVICE, detail);
  }
}
