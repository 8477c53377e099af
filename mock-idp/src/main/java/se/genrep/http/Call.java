package se.genrep.http;

import java.util.Optional;
import se.genrep.control.Exchanges;

/**
 * One request, read within its limits and free of the server's types.
 *
 * @param path decoded and normalised
 * @param rawQuery as sent; empty when there is none
 * @param clientAddress the browser's network address, IPv6 without brackets
 */
record Call(
    String method,
    String path,
    String rawQuery,
    Headers headers,
    Body body,
    Language language,
    String clientAddress) {

  /** The fields of a POST. */
  FormFields form() {
    return body.form();
  }

  /** The id of the armed exchange that the browser belongs to: a header goes before a cookie. */
  Optional<String> exchange() {
    return headers.find(Exchanges.HEADER).or(() -> headers.cookie(Exchanges.COOKIE));
  }
}
