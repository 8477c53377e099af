package se.genrep.requester;

/**
 * The checks that a sign requester makes of a response. A conforming one makes all of them; a
 * mutant leaves one out.
 */
public enum RequesterCheck {
  /** The response is signed with a key of the signing service's metadata (extension 5). */
  RESPONSE_SIGNATURE,
  /** Signature and digest methods are of the permitted list (DP 8.1, 8.2). */
  RESPONSE_ALGORITHM,
  /** RelayState is the RequestID (profile 3.1.2). */
  RELAY_STATE,
  /** The response answers the request that was sent (profile 2.2). */
  REQUEST_ID,
  /** A request is answered once. */
  REPLAY,
  /** The version is that of the request (profile 2.2.4.1). */
  VERSION,
  /** The response was made after the request, and not long ago. */
  RESPONSE_TIME,
  /** The result is Success. */
  RESULT,
  /** The identity provider is the one that was asked for (profile 2.1.3.4). */
  IDENTITY_PROVIDER,
  /** The level is one of those asked for (extension 3.1.1). */
  LEVEL,
  /** The signer is who was to sign (profile 2.1.3.3). */
  SIGNER,
  /** Every task is answered, once, and no other (extension 4.1.1). */
  EVERY_TASK,
  /** What was signed is what was asked for, but for the certificate's digest. */
  TO_BE_SIGNED,
  /** The algorithm is the one that was asked for. */
  SIGNATURE_ALGORITHM,
  /** Every signature verifies with the signer's certificate (profile 2.2.4.5). */
  SIGNATURE_VALUE,
  /** The chain is complete and leads to a root that is trusted (profile 2.2.4.5). */
  CHAIN,
  /** Every certificate of the chain is valid now. */
  CERTIFICATE_TIME,
  /** The certificate is for signatures (EN 319 412-2). */
  CERTIFICATE_USE,
  /** The certificate says how its subject was authenticated (certificate profile 2.3.2). */
  AUTH_CONTEXT,
  /** And it says the same as the response. */
  AUTH_CONTEXT_AGREES,
  /** The subject is the person of the attributes (certificate profile 2.3.1). */
  CERTIFICATE_SUBJECT
}
