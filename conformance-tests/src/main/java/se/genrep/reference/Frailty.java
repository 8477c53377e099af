package se.genrep.reference;

/** What makes a service provider fall over: status 500, and no judgement. */
public enum Frailty implements Variant.Habit {
  /** No RelayState. */
  RELAY_STATE_MISSING,
  /** A RelayState that it did not send. */
  RELAY_STATE_UNKNOWN,
  /** A RelayState of more than 80 bytes. */
  RELAY_STATE_LONG,
  /** A message that is large when inflated; it inflates whatever is not XML. */
  INFLATION,
  /** Elements in elements in elements. */
  DEPTH,
  /** Many XML attributes of one element. */
  XML_ATTRIBUTES,
  /** Many SAML attributes. */
  SAML_ATTRIBUTES,
  /** A large message. */
  SIZE
}
