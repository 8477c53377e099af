package se.genrep.idp;

import java.util.List;
import se.genrep.person.TestPerson;
import se.genrep.saml.PostForm;
import se.genrep.saml.XmlNode;

/**
 * One wrong way in which a mutant of an identity provider behaves, beyond what deviations make of
 * its answers: in its metadata, in what it takes a request or its sender for, in what it releases
 * and in what it shows. Each method is asked at its point and by default changes nothing.
 */
public interface IdpHabit {

  /** Its metadata, before it is published. */
  default void publishes(XmlNode entity) {}

  /** The octets of a request, before they are parsed. */
  default byte[] reads(byte[] xml) {
    return xml;
  }

  /**
   * What it takes a request for. It is changed so that a check which the mutant lacks finds nothing
   * to object to; the signature is judged by the request as it came.
   *
   * @param location the address it arrived at, as metadata names it
   * @param sender the sender's md:EntityDescriptor, not to be changed
   */
  default void hears(XmlNode request, String location, XmlNode sender) {}

  /** Whether signatures of requests are looked at. */
  default boolean verifies() {
    return true;
  }

  /** What it takes the metadata of a service provider for. */
  default void believes(XmlNode sender) {}

  /** What is given of a person, instead of what is right. */
  default List<ReleasedAttribute> releases(List<ReleasedAttribute> given, TestPerson person) {
    return given;
  }

  /** The assertion, before it is signed. */
  default void asserts(XmlNode assertion) {}

  /** A Response, with or without an assertion, before it is signed. */
  default void responds(XmlNode response) {}

  /** The form that the browser posts. */
  default PostForm delivers(PostForm form) {
    return form;
  }

  /** What a service provider is told of an error. */
  default ErrorAnswer tells(ErrorAnswer error) {
    return error;
  }

  /** Whether a person confirms an error before the service provider is told. */
  default boolean confirms() {
    return true;
  }

  /** Whether a person is told what is given, where the profile says so. */
  default boolean informs() {
    return true;
  }

  /** A page, as HTML. */
  default String shows(String page) {
    return page;
  }
}
