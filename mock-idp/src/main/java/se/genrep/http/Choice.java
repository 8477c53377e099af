package se.genrep.http;

/**
 * What was chosen on the page so far; empty texts where nothing was.
 *
 * @param person the id of a test person
 * @param context the URI of a level
 * @param search what was searched for
 */
record Choice(String person, String context, String search) {

  static final Choice NONE = new Choice("", "", "");

  static Choice of(FormFields form) {
    return new Choice(
        form.find("person").orElse(""),
        form.find("context").orElse(""),
        form.find("search").orElse(""));
  }
}
