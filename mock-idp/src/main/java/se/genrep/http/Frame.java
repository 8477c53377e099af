package se.genrep.http;

import se.genrep.person.Bilingual;

/**
 * What every page has around its content.
 *
 * @param title without the word MOCK, which every page adds
 * @param switchUrl where the same page is in the other language; null when it cannot be had again
 * @param switchState when not null, the switch posts it as the field {@code state}
 * @param script whether the page has the script for searching and copying
 */
public record Frame(
    Language language, String title, String switchUrl, String switchState, boolean script) {

  /** A page that is there to be read again: the switch is a link. */
  static Frame page(Language language, Text title) {
    return page(language, title.both());
  }

  /** A page that is there to be read again: the switch is a link. */
  static Frame page(Language language, Bilingual title) {
    String other = "?lang=" + language.other().tag();
    return new Frame(language, in(language, title), other, null, true);
  }

  /**
   * A page that is there to be read again, with a query.
   *
   * @param address path and query, to which the language is added
   */
  static Frame query(Language language, String title, String address) {
    String other =
        address + (address.indexOf('?') < 0 ? "?lang=" : "&lang=") + language.other().tag();
    return new Frame(language, title, other, null, true);
  }

  /** A page that cannot be had again. */
  static Frame once(Language language, Text title) {
    return once(language, title.both());
  }

  /** A page that cannot be had again. */
  static Frame once(Language language, Bilingual title) {
    return new Frame(language, in(language, title), null, null, false);
  }

  /** A page in the middle of a sign-in: what is under way goes with the switch. */
  static Frame pending(Language language, String title, String path, String state) {
    String other = path + (path.contains("?") ? "&" : "?") + "lang=" + language.other().tag();
    return new Frame(language, title, other, state, true);
  }

  /** The address of a static file. */
  public String asset(String name) {
    return StaticFiles.url(name);
  }

  public String of(Bilingual text) {
    return in(language, text);
  }

  /** In the language that the page is not in. */
  public String otherOf(Bilingual text) {
    return in(language.other(), text);
  }

  private static String in(Language language, Bilingual text) {
    return language == Language.SV ? text.sv() : text.en();
  }

  public String text(Text text, Object... arguments) {
    return text.in(language, arguments);
  }
}
