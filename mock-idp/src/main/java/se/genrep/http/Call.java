package se.genrep.http;

import java.util.Optional;

/**
 * One request, read within its limits and free of the server's types.
 *
 * @param path decoded and normalised
 * @param rawQuery as sent; empty when there is none
 * @param form the fields of a POST; none for other methods
 * @param exchange the value of the cookie that names an armed exchange
 * @param clientAddress the browser's network address, IPv6 without brackets
 */
record Call(
    String method,
    String path,
    String rawQuery,
    FormFields form,
    Language language,
    Optional<String> exchange,
    String clientAddress) {}
