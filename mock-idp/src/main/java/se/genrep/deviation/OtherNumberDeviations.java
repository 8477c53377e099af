package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.ASSERTION;

import java.util.function.Consumer;
import se.genrep.registry.Attribute;
import se.genrep.registry.IdentityBindingProcess;
import se.genrep.saml.XmlNode;

/** Numbers in other attributes than personalIdentityNumber, beside it or in its place (ATTR 3). */
public final class OtherNumberDeviations {

  /** An official test personnummer of somebody born in 1890. */
  private static final String ANY_NUMBER = "189001029819";

  /** The earlier number is somebody else's, so that it shows who is taken for the person. */
  public static final Deviation PREVIOUS_NUMBER_BESIDE =
      deviation("previous-number-beside", "says another number was the person's before")
          .at(
              ASSERTION,
              (assertion, scene) ->
                  number(
                      assertion,
                      number ->
                          add(
                              number,
                              Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER,
                              NumberDeviations.SOMEBODY_ELSE)));

  public static final Deviation PREVIOUS_NUMBER_ALONE =
      deviation("previous-number-alone", "sends the number as the earlier one alone")
          .at(
              ASSERTION,
              (assertion, scene) ->
                  number(
                      assertion,
                      number -> rename(number, Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER)));

  public static final Deviation MAPPED_NUMBER_BESIDE =
      deviation("mapped-number-beside", "says another number is bound to the identity")
          .at(
              ASSERTION,
              (assertion, scene) ->
                  number(
                      assertion,
                      number -> {
                        add(
                            number,
                            Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER,
                            NumberDeviations.SOMEBODY_ELSE);
                        add(
                            number,
                            Attribute.PERSONAL_IDENTITY_NUMBER_BINDING,
                            IdentityBindingProcess.SWEDISH_EID.uri());
                      }));

  public static final Deviation MAPPED_NUMBER_WITHOUT_BINDING =
      mapped(
          "mapped-number-without-binding",
          "sends a bound number alone, and not how it was bound",
          null);

  public static final Deviation MAPPED_NUMBER_EMPTY_BINDING =
      mapped(
          "mapped-number-empty-binding",
          "sends a bound number alone, and says nothing of how it was bound",
          "");

  public static final Deviation MAPPED_NUMBER_UNKNOWN_BINDING =
      mapped(
          "mapped-number-unknown-binding",
          "sends a bound number alone, bound in a way that nobody knows",
          "http://id.swedenconnect.se/id-binding/process/unknown");

  public static final Deviation MAPPED_NUMBER_KNOWN_BINDING =
      mapped(
          "mapped-number-known-binding",
          "sends a bound number alone, bound by a Swedish eID",
          IdentityBindingProcess.SWEDISH_EID.uri());

  /** Meant for somebody of the cast whose number was changed; anybody else gets an earlier one. */
  public static final Deviation CHANGED_NUMBER =
      deviation("changed-number", "says what number the person had before")
          .at(
              ASSERTION,
              (assertion, scene) -> {
                Attribute earlier = Attribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER;
                return Parts.attribute(assertion, earlier).isPresent()
                    ? assertion // the service asked for it
                    : number(
                        assertion,
                        number ->
                            add(number, earlier, scene.canary().value(earlier).orElse(ANY_NUMBER)));
              });

  private OtherNumberDeviations() {}

  /**
   * @param binding null for none
   */
  private static Deviation mapped(String id, String title, String binding) {
    return deviation(id, title)
        .at(
            ASSERTION,
            (assertion, scene) ->
                number(
                    assertion,
                    number -> {
                      if (binding != null) {
                        add(number, Attribute.PERSONAL_IDENTITY_NUMBER_BINDING, binding);
                      }
                      rename(number, Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER);
                    }));
  }

  private static XmlNode number(XmlNode assertion, Consumer<XmlNode> change) {
    Parts.attribute(assertion, Attribute.PERSONAL_IDENTITY_NUMBER).ifPresent(change);
    return assertion;
  }

  private static void rename(XmlNode attribute, Attribute other) {
    attribute.set("Name", other.oidName()).set("FriendlyName", other.friendlyName());
  }

  private static void add(XmlNode beside, Attribute other, String value) {
    XmlNode added = beside.copy();
    rename(added, other);
    added.at("saml:AttributeValue").text(value);
    beside.insertAfter(added);
  }
}
