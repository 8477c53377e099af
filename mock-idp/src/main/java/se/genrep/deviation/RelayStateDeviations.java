package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.DELIVERY;

import java.util.function.Function;
import se.genrep.saml.PostBinding;
import se.genrep.saml.PostForm;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/** A good answer that comes with another RelayState than the request had (SAML bindings 3.5.3). */
public final class RelayStateDeviations {

  /** Ends a quoted attribute and a tag, and begins an element of its own. */
  public static final String MARKUP = "\"'><u id=genrep-relayed>";

  private static final String FIELD = "RelayState";

  /** A hundred times what SAML allows. */
  private static final int LONG = 8_000;

  public static final Deviation RELAY_STATE_LOST =
      deviation("relay-state-lost", "leaves out the RelayState of the request")
          .at(DELIVERY, (form, scene) -> form.with(FIELD, null));

  public static final Deviation RELAY_STATE_CHANGED =
      relay("relay-state-changed", "brings a RelayState that was never sent", form -> "genrep");

  public static final Deviation RELAY_STATE_LONG =
      relay("relay-state-long", "brings a RelayState of 8,000 bytes", form -> "a".repeat(LONG));

  /** The address is one of the identity provider, where nobody comes to harm. */
  public static final Deviation RELAY_STATE_URL =
      relay(
          "relay-state-url",
          "brings the address of another site as RelayState",
          RelayStateDeviations::elsewhere);

  public static final Deviation RELAY_STATE_MARKUP =
      relay("relay-state-markup", "brings a RelayState with HTML in it", form -> MARKUP);

  private RelayStateDeviations() {}

  private static Deviation relay(String id, String title, Function<PostForm, String> value) {
    return deviation(id, title).at(DELIVERY, (form, scene) -> form.with(FIELD, value.apply(form)));
  }

  /** An address that the Issuer of the answer answers itself. */
  private static String elsewhere(PostForm form) {
    byte[] response = PostBinding.decode(form.fields().get("SAMLResponse"), "SAMLResponse");
    return XmlNode.root(Xml.parse(response)).at("saml:Issuer").text() + "?relayed";
  }
}
