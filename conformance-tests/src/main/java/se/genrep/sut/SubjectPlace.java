package se.genrep.sut;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import se.genrep.input.YamlNode;

/** Where on the whoami page the identity stands: a JSON pointer, or a regular expression. */
public final class SubjectPlace {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonPointer pointer;
  private final Pattern pattern;

  private SubjectPlace(JsonPointer pointer, Pattern pattern) {
    this.pointer = pointer;
    this.pattern = pattern;
  }

  /** A place in JSON, as a pointer (RFC 6901). */
  static SubjectPlace json(String pointer) {
    return new SubjectPlace(JsonPointer.compile(pointer), null);
  }

  /** {@code /json/pointer} (RFC 6901), or {@code regex:…} with one group. */
  static SubjectPlace parse(YamlNode node) {
    String text = node.text();
    try {
      if (text.startsWith("/")) {
        return new SubjectPlace(JsonPointer.compile(text), null);
      }
      if (text.startsWith("regex:")) {
        Pattern pattern = Pattern.compile(text.substring("regex:".length()));
        if (pattern.matcher("").groupCount() == 1) {
          return new SubjectPlace(null, pattern);
        }
        throw node.bad("the expression must have exactly one group", "Put the identity in ( )");
      }
    } catch (PatternSyntaxException e) {
      throw node.bad("not a regular expression: " + e.getDescription(), "Mend the expression");
    } catch (IllegalArgumentException e) {
      throw node.bad("not a JSON pointer: " + e.getMessage(), "Write it as /name/name (RFC 6901)");
    }
    throw node.bad(
        "'" + text + "' is neither a JSON pointer nor a regular expression",
        "Write /path/to/value for a JSON page or regex:…(…)… for any other");
  }

  /** The identity on the page; empty when there is none. Several values are joined with a comma. */
  public Optional<String> find(String body) {
    return pattern == null ? inJson(body) : inText(body);
  }

  private Optional<String> inText(String body) {
    Matcher matcher = pattern.matcher(body);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return joined(found);
  }

  private Optional<String> inJson(String body) {
    try {
      JsonNode root = JSON.readTree(body);
      JsonNode value = root == null ? null : root.at(pointer);
      List<String> found = new ArrayList<>();
      if (value != null && value.isArray()) {
        value.forEach(item -> found.add(item.asText()));
      } else if (value != null && value.isValueNode() && !value.isNull()) {
        found.add(value.asText());
      }
      return joined(found);
    } catch (JsonProcessingException e) {
      // A page that is no JSON shows nobody: many systems answer a stranger with a login page.
      return Optional.empty();
    }
  }

  private static Optional<String> joined(List<String> found) {
    String text = String.join(", ", found);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
