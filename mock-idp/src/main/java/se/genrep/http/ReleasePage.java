package se.genrep.http;

import java.util.List;
import se.genrep.idp.ReleasedAttribute;
import se.genrep.registry.Attribute;

/**
 * Where the person sees what the service provider would get, and can cancel (TAR 2.1.2).
 *
 * @param idp the identity provider's name
 * @param action where the form goes
 * @param state the request, sealed
 * @param person the id of the person who was chosen
 * @param context the URI of the level that was chosen
 * @param binding whether a Swedish number is known for a foreign identity, so that the person is
 *     asked whether it may be delivered (IB-2.2-01)
 */
public record ReleasePage(
    Frame frame,
    String idp,
    String action,
    String state,
    Service service,
    String person,
    String context,
    List<Row> rows,
    boolean binding) {

  /** One attribute: what people call it, its name in the framework, and the values. */
  public record Row(String label, String name, List<String> values) {
    static List<Row> of(List<ReleasedAttribute> attributes, Language language) {
      return attributes.stream()
          .filter(each -> Attribute.of(each.name()).map(Attribute::identity).orElse(true))
          .map(each -> new Row(label(each, language), each.friendlyName(), each.values()))
          .toList();
    }

    private static String label(ReleasedAttribute attribute, Language language) {
      return Attribute.of(attribute.name())
          .flatMap(AttributeLabel::of)
          .map(label -> label.in(language))
          .orElse(attribute.friendlyName());
    }
  }
}
