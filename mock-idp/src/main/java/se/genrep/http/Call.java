package se.genrep.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * One request, read within its limits and free of the server's types.
 *
 * @param path decoded and normalised
 * @param rawPath as sent, for the endpoints where an escaped slash is not a slash
 * @param rawQuery as sent; empty when there is none
 * @param form the fields of a POST; none for other methods
 * @param exchange the value of the cookie that names an armed exchange
 * @param header the value of a header field, when there is one
 * @param clientAddress the browser's network address, IPv6 without brackets
 */
record Call(
    String method,
    String path,
    String rawPath,
    String rawQuery,
    FormFields form,
    Language language,
    Optional<String> exchange,
    Function<String, Optional<String>> header,
    String clientAddress) {}
