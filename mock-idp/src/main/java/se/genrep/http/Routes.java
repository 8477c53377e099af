package se.genrep.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The route table: which endpoint answers which method at which path. */
final class Routes {

  @FunctionalInterface
  interface Endpoint {
    /**
     * @throws Problem for what the person at the browser must be told instead
     */
    Reply answer(Call call);
  }

  /** Endpoints by method. */
  private static final class Methods extends TreeMap<String, Endpoint> {}

  private record Branch(String prefix, Methods methods) {}

  private final Map<String, Methods> exact = new HashMap<>();
  private final List<Branch> branches = new ArrayList<>();

  Routes get(String path, Endpoint endpoint) {
    exact.computeIfAbsent(path, key -> new Methods()).put("GET", endpoint);
    return this;
  }

  Routes post(String path, Endpoint endpoint) {
    exact.computeIfAbsent(path, key -> new Methods()).put("POST", endpoint);
    return this;
  }

  /** Everything under a prefix that ends in a slash, where no exact path is. */
  Routes getUnder(String prefix, Endpoint endpoint) {
    return under(prefix, "GET", endpoint);
  }

  /** As {@link #getUnder}, for any method. */
  Routes under(String prefix, String method, Endpoint endpoint) {
    Optional<Branch> known =
        branches.stream().filter(branch -> branch.prefix().equals(prefix)).findFirst();
    Branch branch = known.orElseGet(() -> new Branch(prefix, new Methods()));
    branch.methods().put(method, endpoint);
    if (known.isEmpty()) {
      branches.add(branch);
    }
    return this;
  }

  /**
   * Finds the endpoint. HEAD goes where GET goes; the server leaves the body out.
   *
   * @throws Problem 404 for an unknown path, 405 for a method that the path does not have
   */
  Endpoint find(String method, String path) {
    Methods methods = methods(path);
    if (methods == null) {
      throw new Problem(404, Text.NOT_FOUND, Text.NOT_FOUND_ADVICE, "There is nothing at " + path);
    }
    Endpoint endpoint = methods.get(method.equals("HEAD") ? "GET" : method);
    if (endpoint == null) {
      throw new Problem.MethodNotAllowed(String.join(", ", methods.keySet()));
    }
    return endpoint;
  }

  private Methods methods(String path) {
    Methods found = exact.get(path);
    if (found == null) {
      for (Branch branch : branches) {
        if (path.startsWith(branch.prefix())) {
          return branch.methods();
        }
      }
    }
    return found;
  }
}
