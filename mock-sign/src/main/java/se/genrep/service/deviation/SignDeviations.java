package se.genrep.service.deviation;

import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.input.Constants;

/**
 * Every deviation of the signing protocol: the constants of this package. Those of responses begin
 * with {@code sign-response-}, those of requests with {@code sign-request-}.
 */
public final class SignDeviations {

  private static final String OF_RESPONSES = "sign-response-";

  private SignDeviations() {}

  /** Found when first asked for. */
  private static final class Found {
    static final List<Deviation> ALL =
        DeviationLibrary.checked(
            Constants.of(
                Deviation.class, SignDeviations.class, SignDeviations.class.getPackageName()));
  }

  /** Those of sign responses, sorted by id. */
  public static List<Deviation> all() {
    return Found.ALL.stream().filter(each -> each.id().startsWith(OF_RESPONSES)).toList();
  }

  /** Those of sign requests, sorted by id. */
  public static List<Deviation> ofRequests() {
    return Found.ALL.stream().filter(each -> !each.id().startsWith(OF_RESPONSES)).toList();
  }

  /** The one of sign responses with this id. */
  public static Optional<Deviation> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
