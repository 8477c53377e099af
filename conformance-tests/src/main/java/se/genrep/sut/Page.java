package se.genrep.sut;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser shows after all redirects.
 *
 * @param uri where it ended up
 * @param status the HTTP status
 * @param body the text of the answer as it came
 * @param forms the forms on it
 */
public record Page(URI uri, int status, String body, List<Form> forms) {

  /**
   * @param method GET or POST
   * @param action absolute address
   * @param fields the fields that would be sent, hidden ones included
   */
  public record Form(String method, URI action, Map<String, String> fields) {}

  /** The form that carries a SAML message and only waits to be sent. */
  public Optional<Form> samlForm() {
    return forms.stream()
        .filter(
            f -> f.fields().containsKey("SAMLRequest") || f.fields().containsKey("SAMLResponse"))
        .findFirst();
  }
}
