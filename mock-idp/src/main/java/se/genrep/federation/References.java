package se.genrep.federation;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character and predefined entity references of XML (1.0, 4.1 and 4.6). */
final class References {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));");

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  private References() {}

  /** Resolves each; one that is none stays as it is. */
  static String resolve(String text) {
    return REFERENCE.matcher(text).replaceAll(each -> Matcher.quoteReplacement(meaning(each)));
  }

  private static String meaning(MatchResult reference) {
    if (reference.group(3) != null) {
      return NAMED.getOrDefault(reference.group(3), reference.group());
    }
    int point =
        reference.group(1) != null
            ? Integer.parseInt(reference.group(1))
            : Integer.parseInt(reference.group(2), 16);
    return Character.isValidCodePoint(point) ? Character.toString(point) : reference.group();
  }
}
