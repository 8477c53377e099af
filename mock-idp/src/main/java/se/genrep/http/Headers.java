package se.genrep.http;

import java.util.Optional;

/** The header fields of one request, free of the server's types. */
interface Headers {

  /** The first value of a field; names are compared without regard to case. */
  Optional<String> find(String name);

  /** The first value of a cookie. */
  Optional<String> cookie(String name);
}
