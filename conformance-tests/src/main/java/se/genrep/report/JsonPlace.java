package se.genrep.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.input.BadInput;
import se.genrep.input.FileTrouble;

/**
 * One JSON value with its place, so that every complaint can name file, line and key. Duplicate
 * keys, deep nesting and trailing text are refused.
 */
final class JsonPlace {

  private static final int DEEPEST = 50;

  /** Bytes; some hundred times what a run of all cases writes. */
  private static final long LONGEST = 500_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxDocumentLength(LONGEST)
                  .build())
          .build();

  /** How the parser names a place. */
  private static final Pattern START =
      Pattern.compile("\\(start marker at \\[.*?line: ([0-9]+), column: [0-9]+\\]\\)");

  private final String file;
  private final int line;
  private final String key;

  /** Map, List, String, BigInteger, another Number, Boolean, or null. */
  private final Object value;

  private JsonPlace(String file, int line, String key, Object value) {
    this.file = file;
    this.line = line;
    this.key = key;
    this.value = value;
  }

  /**
   * Reads a file.
   *
   * @throws BadInput when it is missing, unreadable or no JSON
   */
  static JsonPlace read(Path file) {
    String name = file.toString();
    try (JsonParser parser = JSON.createParser(Files.newInputStream(file))) {
      if (parser.nextToken() == null) {
        throw new BadInput(name, "the file is empty", "Name a report.json that a run has written");
      }
      JsonPlace root = value(parser, name, "");
      if (parser.nextToken() != null) {
        throw new BadInput(
            name + ":" + parser.currentTokenLocation().getLineNr(),
            "there is more after the end of the JSON value",
            "Remove it");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new BadInput(
          name + ":" + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          (e instanceof JsonParseException ? "not valid JSON: " : "not acceptable: ")
              + START
                  .matcher(e.getOriginalMessage().lines().findFirst().orElse(""))
                  .replaceAll("that begins in line $1"),
          "Use the file as the run wrote it",
          e);
    } catch (IOException e) {
      throw new BadInput(
          name,
          "the file cannot be read (" + FileTrouble.inWords(e) + ")",
          "Check the path and its permissions",
          e);
    }
  }

  private static JsonPlace value(JsonParser parser, String file, String key) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    Object value =
        switch (parser.currentToken()) {
          case START_OBJECT -> {
            Map<String, JsonPlace> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
              String name = parser.currentName();
              parser.nextToken();
              entries.put(name, value(parser, file, key.isEmpty() ? name : key + "." + name));
            }
            yield entries;
          }
          case START_ARRAY -> {
            List<JsonPlace> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              items.add(value(parser, file, key + "[" + items.size() + "]"));
            }
            yield items;
          }
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
          case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
          case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
          default -> null;
        };
    return new JsonPlace(file, line, key, value);
  }

  BadInput bad(String problem, String remedy) {
    return new BadInput(file + ":" + line + (key.isEmpty() ? "" : ": " + key), problem, remedy);
  }

  private BadInput expected(String what) {
    return bad(what + " is expected here", "Use the file as the run wrote it");
  }

  /** The value of a key; keys that are not asked for may be there, from a later version. */
  Optional<JsonPlace> get(String name) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw expected("an object");
    }
    return Optional.ofNullable((JsonPlace) entries.get(name));
  }

  JsonPlace required(String name) {
    return get(name)
        .orElseThrow(
            () ->
                bad(
                    "the key '" + name + "' is missing",
                    "Name a report.json that a run has written, unchanged"));
  }

  List<JsonPlace> items() {
    if (!(value instanceof List<?> items)) {
      throw expected("an array");
    }
    return items.stream().map(JsonPlace.class::cast).toList();
  }

  List<String> texts() {
    return items().stream().map(JsonPlace::text).toList();
  }

  String text() {
    if (!(value instanceof String text)) {
      throw expected("a text");
    }
    return text;
  }

  /** A text that is not empty. */
  String word() {
    if (text().isEmpty()) {
      throw expected("a text that is not empty");
    }
    return text();
  }

  /** A whole number of 64 bits. */
  long integer() {
    if (!(value instanceof BigInteger number) || number.bitLength() > 63) {
      throw expected("a whole number");
    }
    return number.longValue();
  }

  /** A whole number that is not negative. */
  long count() {
    long number = integer();
    if (number < 0) {
      throw expected("a whole number from 0 on");
    }
    return number;
  }

  /** One of an enum's constants, as its name. */
  <E extends Enum<E>> E oneOf(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text()))
        .findFirst()
        .orElseThrow(
            () ->
                bad(
                    "'" + text() + "' is not known",
                    "Use one of "
                        + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())));
  }
}
