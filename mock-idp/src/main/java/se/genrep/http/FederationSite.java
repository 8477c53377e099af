package se.genrep.http;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.genrep.input.BadInput;

/** Has calls answered by their endpoints, and turns whatever they throw into a page. */
final class FederationSite implements WebServer.Site {

  private static final Logger LOG = LoggerFactory.getLogger(FederationSite.class);

  private final Routes routes;
  private final Pages pages;
  private final boolean stackTraces;

  /**
   * @param stackTraces whether the log shows where a fault of ours happened
   */
  FederationSite(Routes routes, Pages pages, boolean stackTraces) {
    this.routes = routes;
    this.pages = pages;
    this.stackTraces = stackTraces;
  }

  @Override
  public Reply answer(Call call) {
    try {
      return routes.find(call.method(), call.path()).answer(call);
    } catch (Problem problem) {
      return problem(problem, call.language());
    } catch (BadInput e) {
      return problem(SignInDesk.unanswerable(e.getMessage()), call.language());
    } catch (RuntimeException e) {
      return fault(call, e);
    }
  }

  @Override
  public Reply problem(Problem problem, Language language) {
    return pages.problem(problem, language);
  }

  /** The person gets a number, the log gets the same number and the reason. */
  private Reply fault(Call call, RuntimeException e) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    if (stackTraces) {
      LOG.error("{}: {} {} failed", number, call.method(), call.path(), e);
    } else {
      LOG.error("{}: {} {} failed: {}", number, call.method(), call.path(), e.toString());
    }
    return problem(new Problem(500, Text.FAULT, Text.FAULT_ADVICE, number), call.language());
  }
}
