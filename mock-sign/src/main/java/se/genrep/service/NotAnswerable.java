package se.genrep.service;

/**
 * A message that nobody is answered for: it is not certain who sent it, or that the answer would
 * reach the right receiver (implementation profile 2.1.1). The text says why.
 */
final class NotAnswerable extends Exception {

  NotAnswerable(String message) {
    super(message);
  }
}
