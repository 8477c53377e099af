package se.genrep.idp;

/** Is told what an identity provider receives and answers, in its own thread; must not throw. */
public interface Witness {

  Witness NONE =
      new Witness() {
        @Override
        public void received(MockIdp idp, Inbound message, Received verdict) {}

        @Override
        public void answered(MockIdp idp, Answered answer) {}
      };

  /** A message was judged. */
  void received(MockIdp idp, Inbound message, Received verdict);

  /** An answer was made; it need not have been delivered. */
  void answered(MockIdp idp, Answered answer);

  /**
   * @param serviceProvider the entityID that it goes to
   * @param inResponseTo the ID of the request; null when there was none
   * @param decision what was decided
   * @param assertion the assertion before encryption, as XML; null when there is none
   */
  record Answered(
      String serviceProvider,
      String inResponseTo,
      Decision decision,
      Made made,
      String assertion) {}
}
