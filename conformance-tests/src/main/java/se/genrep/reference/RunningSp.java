package se.genrep.reference;

/** A service provider of this process: where it is reached and what describes it. */
public interface RunningSp extends AutoCloseable {

  /** Scheme, host and port, without a final slash. */
  String baseUrl();

  String entityId();

  /** Where a browser begins to sign in. */
  String loginUrl();

  /** A JSON page whose {@code /subject} says who is signed in; status 401 when nobody is. */
  String whoamiUrl();

  /** Its SAML metadata, an md:EntityDescriptor. */
  byte[] metadata();

  /** Stops answering, at once. */
  @Override
  void close();
}
