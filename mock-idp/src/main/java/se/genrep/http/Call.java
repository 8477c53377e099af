package se.genrep.http;

import java.util.Optional;
import se.genrep.control.Exchange;

/**
 * One request, read within its limits and free of the server's types.
 *
 * @param path decoded and normalised
 * @param rawPath as sent, for the endpoints where an escaped slash is not a slash
 * @param rawQuery as sent; empty when there is none
 * @param clientAddress the browser's network address, IPv6 without brackets
 * @param exchange what was armed for the browser that calls; told by {@link ExchangeGuard}
 */
record Call(
    String method,
    String path,
    String rawPath,
    String rawQuery,
    Headers headers,
    Body body,
    Language language,
    String clientAddress,
    Optional<Exchange> exchange) {

  Call(
      String method,
      String path,
      String rawPath,
      String rawQuery,
      Headers headers,
      Body body,
      Language language,
      String clientAddress) {
    this(method, path, rawPath, rawQuery, headers, body, language, clientAddress, Optional.empty());
  }

  /** The fields of a POST. */
  FormFields form() {
    return body.form();
  }

  /** The same call as part of an exchange. */
  Call in(Exchange other) {
    return new Call(
        method,
        path,
        rawPath,
        rawQuery,
        headers,
        body,
        language,
        clientAddress,
        Optional.of(other));
  }
}
