package se.genrep.http;

import java.util.List;

/**
 * What the discovery page shows.
 *
 * @param service the service provider that asks
 * @param without where the person goes without a choice
 * @param shown the identity providers to choose from
 * @param hidden those that do not match, with the reasons
 */
public record DiscoveryPage(
    Frame frame, Service service, String without, List<Choice> shown, List<Hidden> hidden) {

  /**
   * @param address where the choice leads: back to the service provider
   */
  public record Choice(Service idp, String address) {}

  public record Hidden(Service idp, List<Reason> reasons) {}

  /**
   * Why an identity provider is not shown.
   *
   * @param requirement the id of the rule
   * @param asked what the service provider declares
   * @param offered what the identity provider declares
   */
  public record Reason(
      String requirement, String sentence, List<Category> asked, List<Category> offered) {}

  /** An entity category: its URI, and its name when it has one. */
  public record Category(String uri, String label) {}
}
