package se.genrep.http;

import java.util.Arrays;

/**
 * What was chosen on the pages so far; empty texts where nothing was.
 *
 * @param person the id of a test person
 * @param context the URI of a level
 * @param search what was searched for
 * @param authority the id of who authenticates for a proxy
 * @param shown what is released was shown
 * @param unbound the Swedish number that is bound is not to be given
 */
record Choice(
    String person,
    String context,
    String search,
    String authority,
    boolean shown,
    boolean unbound) {

  static final Choice NONE = new Choice("", "", "", "", false, false);

  /** Signing in at the eIDAS connector without the Swedish number that is bound. */
  static final String UNBOUND = "sign-in-unbound";

  static Choice of(Call call) {
    FormFields form = call.form();
    return new Choice(
        form.find("person").orElse(""),
        form.find("context").orElse(""),
        form.find("search").orElse(""),
        form.find("authority").orElseGet(() -> authority(call.rawQuery())),
        form.find("shown").isPresent(),
        form.find("outcome").filter(UNBOUND::equals).isPresent());
  }

  /** It is written without escapes: ids are small letters, digits and hyphens. */
  private static String authority(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith("authority="))
        .map(pair -> pair.substring("authority=".length()))
        .findFirst()
        .orElse("");
  }
}
