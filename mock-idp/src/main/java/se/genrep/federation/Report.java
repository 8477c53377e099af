package se.genrep.federation;

import java.util.List;

/**
 * What the operator says of metadata that was handed in.
 *
 * @param name under which it was kept, or would have been; what {@link Membership#remove} takes
 * @param accepted whether its service providers are members now
 * @param entities the service providers in it
 * @param reasons why it was refused; empty when it was not
 * @param findings what was found about the registration, in document order
 */
public record Report(
    String name,
    boolean accepted,
    List<Entity> entities,
    List<Reason> reasons,
    List<Finding> findings) {

  /**
   * A service provider.
   *
   * @param published whether the operator publishes it: none of the findings is a fault
   */
  public record Entity(String entityId, boolean published) {}

  /**
   * Why something was refused.
   *
   * @param line where in the document, counted from 1; -1 when there is no place
   * @param problem what is wrong, without a final full stop
   * @param remedy what to do about it, without a final full stop
   */
  public record Reason(int line, String problem, String remedy) {}
}
