package se.genrep.reference;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import se.genrep.idp.IdpHabit;
import se.genrep.saml.XmlNode;

/**
 * A check of requests that a mutant of an identity provider lacks: it takes the request for one
 * that has nothing wrong there.
 */
public enum RequestLapse implements IdpHabit {
  /** Destination (DP-5.4.1-01, -02). */
  DESTINATION((request, location) -> request.set("Destination", location)),
  /** AssertionConsumerServiceURL, and answers where metadata says first (DP-5.4.2-01). */
  ACS_URL(request -> request.unset("AssertionConsumerServiceURL"));

  private final BiConsumer<XmlNode, String> change;

  RequestLapse(Consumer<XmlNode> change) {
    this((request, location) -> change.accept(request));
  }

  RequestLapse(BiConsumer<XmlNode, String> change) {
    this.change = change;
  }

  @Override
  public void hears(XmlNode request, String location, XmlNode sender) {
    change.accept(request, location);
  }
}
