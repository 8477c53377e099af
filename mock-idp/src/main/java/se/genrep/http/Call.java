package se.genrep.http;

import java.security.cert.X509Certificate;
import java.util.Optional;
import se.genrep.control.Exchange;

/**
 * One request, read within its limits and free of the server's types.
 *
 * @param path decoded and normalised
 * @param rawPath as sent, for the endpoints where an escaped slash is not a slash
 * @param rawQuery as sent; empty when there is none
 * @param tls how the connection is protected; empty for none
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
    Optional<Tls> tls,
    String clientAddress,
    Optional<Exchange> exchange) {

  /**
   * A connection by TLS.
   *
   * @param client the certificate that the browser has proved to have the key of; not checked
   *     otherwise
   */
  record Tls(Optional<X509Certificate> client) {}

  Call(
      String method,
      String path,
      String rawPath,
      String rawQuery,
      Headers headers,
      Body body,
      Language language,
      Optional<Tls> tls,
      String clientAddress) {
    this(
        method,
        path,
        rawPath,
        rawQuery,
        headers,
        body,
        language,
        tls,
        clientAddress,
        Optional.empty());
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
        tls,
        clientAddress,
        Optional.of(other));
  }

  /** The same call of a browser that has forgotten everything. */
  Call withoutCookies() {
    Headers others =
        new Headers() {
          @Override
          public Optional<String> find(String name) {
            return headers.find(name);
          }

          @Override
          public Optional<String> cookie(String name) {
            return Optional.empty();
          }
        };
    return new Call(
        method, path, rawPath, rawQuery, others, body, language, tls, clientAddress, exchange);
  }
}
