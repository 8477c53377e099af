package se.genrep.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The query of a call of the control API; a parameter that nothing reads is refused. */
final class ControlQuery {

  private final FormFields fields;

  private ControlQuery(FormFields fields) {
    this.fields = fields;
  }

  static ControlQuery of(Call call, String... known) {
    FormFields fields = FormFields.parse(call.rawQuery().getBytes(StandardCharsets.ISO_8859_1));
    for (String name : fields.names()) {
      if (!List.of(known).contains(name)) {
        throw Problem.badRequest(
            "There is no parameter '" + name + "' here; there is " + String.join(", ", known));
      }
    }
    return new ControlQuery(fields);
  }

  Optional<String> find(String name) {
    return fields.find(name);
  }

  String need(String name) {
    return fields.need(name);
  }

  /**
   * A whole number.
   *
   * @throws Problem (400) when it is none, or not between 1 and the most
   */
  int number(String name, int otherwise, int most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Problem.badRequest("'" + text.get() + "' is no whole number");
    }
    throw Problem.badRequest("The parameter '" + name + "' goes from 1 to " + most);
  }
}
