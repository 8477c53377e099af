package se.genrep.reference;

/** A service provider of this process: where it is reached and what describes it. */
public interface RunningSp extends AutoCloseable {

  /** Scheme, host and port, without a final slash. */
  String baseUrl();

  default String entityId() {
    return baseUrl();
  }

  /** Where a browser begins to sign in. */
  default String loginUrl() {
    return baseUrl() + ServiceSite.LOGIN;
  }

  /** A JSON page whose {@code /subject} says who is signed in; status 401 when nobody is. */
  default String whoamiUrl() {
    return baseUrl() + ServiceSite.WHOAMI;
  }

  /** Its SAML metadata, an md:EntityDescriptor. */
  byte[] metadata();

  /** Stops answering, at once. */
  @Override
  void close();
}
