package se.genrep.reference;

import se.genrep.saml.XmlNode;

/** How a service provider gets from the octets of an answer to the elements it reads. */
interface AnswerReading {

  /** The samlp:Response that is read. */
  XmlNode response() throws Refusal;

  /** The saml:Assertion that is read; asked for after {@link #response}. */
  XmlNode assertion() throws Refusal;
}
