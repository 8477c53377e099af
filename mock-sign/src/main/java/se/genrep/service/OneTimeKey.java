package se.genrep.service;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * The key of one request: nobody had it before, and when it is closed nobody has it any more (SAP
 * 2.1). It is never written, named or logged.
 */
final class OneTimeKey implements AutoCloseable {

  private final PublicKey publicKey;
  private PrivateKey privateKey;

  OneTimeKey(KeyPair pair) {
    this.publicKey = pair.getPublic();
    this.privateKey = pair.getPrivate();
  }

  PublicKey publicKey() {
    return publicKey;
  }

  /**
   * @throws IllegalStateException when it is destroyed
   */
  byte[] sign(SignatureMethod method, byte[] octets, SignatureMethod.Encoding encoding) {
    if (privateKey == null) {
      throw new IllegalStateException("the key is destroyed");
    }
    return method.sign(privateKey, octets, encoding);
  }

  /** The JDK's keys cannot be overwritten ({@code destroy} throws), so they are let go. */
  @Override
  public void close() {
    privateKey = null;
  }
}
