package se.genrep.idp;

import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.AssertionConsumer;
import se.genrep.federation.EntityMetadata.SpRole;
import se.genrep.saml.XmlNode;

/** Where an answer may go: an address of the sender's metadata, or nowhere (DP 5.4.2). */
final class ReplyAddress {

  /** The request names a place that the metadata does not have. */
  static final class Unknown extends Exception {
    Unknown(String problem) {
      super(RefusedRequest.shortened(problem), null, false, false);
    }
  }

  private ReplyAddress() {}

  /**
   * The Location of the assertion consumer service, exactly as in metadata.
   *
   * @param holderOfKey the profile in use, whose consumers alone count (DP-5.4.2-02, -06)
   */
  static String of(XmlNode request, EntityMetadata sender, boolean holderOfKey) throws Unknown {
    SpRole role = sender.sp();
    Optional<String> url = request.attribute("AssertionConsumerServiceURL");
    if (url.isPresent()) {
      // DP-5.4.2-01, DP-5.3-04: string comparison, no normalisation.
      return role.consumers(holderOfKey).stream()
          .map(AssertionConsumer::location)
          .filter(url.get()::equals)
          .findFirst()
          .orElseThrow(
              () ->
                  new Unknown(
                      "The address "
                          + url.get()
                          + " is not an AssertionConsumerService with HTTP-POST"
                          + (holderOfKey ? " for Holder-of-key" : "")
                          + " in the metadata of "
                          + sender.entityId()));
    }
    Optional<String> index = request.attribute("AssertionConsumerServiceIndex");
    if (index.isPresent()) {
      // DP-5.4.2-04, DP-5.4.2-05: one of another binding or for holder-of-key does not count.
      return role.consumers(holderOfKey).stream()
          .filter(consumer -> consumer.index() == number(index.get()))
          .map(AssertionConsumer::location)
          .findFirst()
          .orElseThrow(
              () ->
                  new Unknown(
                      "There is no AssertionConsumerService with index "
                          + index.get()
                          + " and HTTP-POST in the metadata of "
                          + sender.entityId()));
    }
    return role.defaultConsumer(holderOfKey)
        .map(AssertionConsumer::location)
        .orElseThrow(
            () ->
                new Unknown(
                    "The metadata of "
                        + sender.entityId()
                        + " has no address to answer to"
                        + (holderOfKey ? " by Holder-of-key" : "")));
  }

  /** An xs:unsignedShort, or -1 when it is none. */
  private static int number(String text) {
    return text.strip().matches("[0-9]{1,5}") ? Integer.parseInt(text.strip()) : -1;
  }
}
