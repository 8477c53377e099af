package se.genrep.reference;

import java.util.List;

/** What the demo's pages show. Texts are as they came: templates escape them. */
public final class DemoView {

  private DemoView() {}

  /** One of the services, to switch to. */
  public record Tab(String id, String name, DemoText lead, boolean current) {}

  /** A level: its URI, and the last part of that to call it by. */
  public record Level(String uri, String name) {
    static Level of(String uri) {
      return new Level(uri, uri.substring(uri.lastIndexOf('/') + 1));
    }
  }

  /**
   * An identity provider to choose.
   *
   * @param logo null when it has none
   */
  public record Choice(
      String entityId, String name, String description, Logo logo, List<Level> levels) {}

  public record Logo(String url, int width, int height) {}

  /** An identity provider that the matching rules leave out (EC 1.4). */
  public record Hidden(String entityId, String name, List<Reason> reasons) {}

  public record Reason(String requirement, DemoText sentence) {}

  /** The page where a sign-in begins. */
  public record Start(
      String language,
      Tab service,
      String entityId,
      String metadata,
      List<Tab> tabs,
      List<Choice> choices,
      List<Hidden> hidden,
      List<Level> levels) {}

  /** A check in words. */
  public record Made(String name, String sentence, List<String> requirements) {}

  /** An attribute; the friendly name is empty for one that the registry does not know. */
  public record Told(String name, String friendlyName, List<String> values) {}

  public record Time(String name, String value) {}

  /** The page after an answer was accepted. */
  public record Accepted(
      String language,
      Tab service,
      String name,
      String knownBy,
      String subject,
      String context,
      List<Level> asked,
      boolean forced,
      String idpName,
      String idp,
      List<String> authorities,
      String nameId,
      String nameIdFormat,
      List<Time> times,
      String at,
      List<Told> attributes,
      List<Made> checks) {}

  /**
   * The page after an answer was refused.
   *
   * @param reason in English
   */
  public record Refused(
      String language,
      Tab service,
      String idpName,
      String idp,
      Made check,
      String reason,
      List<Made> held) {

    /** Whether the answer is sound, and says that there is no identity (DP 6.4). */
    public boolean ended() {
      return check.name().equals(Check.STATUS.name());
    }
  }
}
