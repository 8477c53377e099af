package se.genrep.http;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/** The route table of the control API, with a name in the place of what differs. */
final class ControlRoutes {

  /** An endpoint that is given what stood in the place of the names. */
  @FunctionalInterface
  interface Endpoint {
    Reply answer(Call call, Map<String, String> path);
  }

  private static final class Methods extends TreeMap<String, Endpoint> {}

  private final PathMappings<Methods> paths = new PathMappings<>();
  private final SortedMap<String, Methods> byTemplate = new TreeMap<>();

  /**
   * @param template such as {@code /v1/persons/{id}}
   */
  ControlRoutes add(String method, String template, Endpoint endpoint) {
    Methods methods =
        byTemplate.computeIfAbsent(
            template,
            key -> {
              Methods made = new Methods();
              paths.put(new UriTemplatePathSpec(key), made);
              return made;
            });
    methods.put(method, endpoint);
    return this;
  }

  /** Every method and path: {@code GET /v1/persons/{id}}. */
  TreeSet<String> all() {
    TreeSet<String> all = new TreeSet<>();
    byTemplate.forEach(
        (template, methods) -> methods.keySet().forEach(m -> all.add(m + " " + template)));
    return all;
  }

  /**
   * @throws ControlRefusal 404 for an unknown path
   * @throws Problem 405 for a method that the path does not have
   */
  Routes.Endpoint find(String method, String path) {
    MatchedResource<Methods> matched = paths.getMatched(path);
    if (matched == null) {
      throw ControlRefusal.notFound(
          "There is nothing at " + path, "GET /openapi.json tells what there is");
    }
    Methods methods = matched.getResource();
    Endpoint endpoint = methods.get(method.equals("HEAD") ? "GET" : method);
    if (endpoint == null) {
      throw new Problem.MethodNotAllowed(String.join(", ", methods.keySet()));
    }
    UriTemplatePathSpec template = (UriTemplatePathSpec) matched.getPathSpec();
    return call -> endpoint.answer(call, template.getPathParams(path));
  }
}
