package se.genrep.saml;

/**
 * A message that cannot be read at all. The text says what is wrong, for the person who sent it.
 */
public final class MalformedMessage extends RuntimeException {

  public MalformedMessage(String problem, Throwable cause) {
    super(problem, cause);
  }
}
