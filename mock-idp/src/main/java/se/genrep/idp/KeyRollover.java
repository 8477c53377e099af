package se.genrep.idp;

/**
 * Rolls the keys of an identity provider over, step by step, and publishes its metadata anew at
 * each (DP 2.1.1.2). Peers have to follow: they see the next key before it is used, and the old one
 * for a while after.
 *
 * <p>Each method throws {@link se.genrep.input.BadInput} when it is not its turn.
 */
public interface KeyRollover {

  /** Two signing certificates are published and the old key signs; the new encryption key alone. */
  void publishNext();

  /** Both certificates stay published, and the new key signs. */
  void switchToNext();

  /** The old certificate is withdrawn, and what is encrypted to the old key is no longer read. */
  void retireOld();
}
