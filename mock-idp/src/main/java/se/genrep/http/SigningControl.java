package se.genrep.http;

import com.fasterxml.jackson.databind.JsonNode;

/** What the signing service does next, in the control API. */
final class SigningControl {

  private final ControlParts parts;

  SigningControl(ControlParts parts) {
    this.parts = parts;
  }

  void addTo(ControlRoutes routes) {
    routes
        .add("GET", "/v1/sign/deviations", (call, path) -> ok(steering().deviations()))
        .add("GET", "/v1/sign/outcomes", (call, path) -> ok(steering().outcomes()))
        .add("GET", "/v1/sign/next", (call, path) -> ok(steering().next()))
        .add(
            "POST",
            "/v1/sign/next",
            (call, path) -> ControlJson.created(steering().arrange(ControlJson.read(call))))
        .add("DELETE", "/v1/sign/next", (call, path) -> forget());
  }

  private static Reply ok(JsonNode json) {
    return ControlJson.ok(json);
  }

  private Reply forget() {
    steering().forget();
    return ControlJson.nothing();
  }

  private Guest.Steering steering() {
    return parts
        .signing()
        .orElseThrow(
            () ->
                ControlRefusal.notFound(
                    "No signing service runs here", "Start one with 'genrep up'"));
  }
}
