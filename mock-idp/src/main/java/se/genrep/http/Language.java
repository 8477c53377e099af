package se.genrep.http;

import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. */
public enum Language {
  SV("sv", "Svenska"),
  EN("en", "English");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The BCP 47 tag, as in the attributes {@code lang} and {@code xml:lang}. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The language that a page offers to switch to. */
  public Language other() {
    return this == SV ? EN : SV;
  }

  static Optional<Language> ofTag(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /**
   * The one of ours that Accept-Language ranks highest (RFC 9110, 12.5.4). Without the header, and
   * when it takes any, Swedish; for people who read neither, English.
   *
   * @param header the field value, or null
   */
  static Language accepted(String header) {
    if (header == null || header.isBlank()) {
      return SV;
    }
    Language best = EN;
    double bestQuality = 0;
    for (String range : header.split(",", 50)) {
      String[] parts = range.split(";", 3);
      String primary = parts[0].strip().toLowerCase(Locale.ROOT).split("-", 2)[0];
      Optional<Language> named = primary.equals("*") ? Optional.of(SV) : ofTag(primary);
      double quality = parts.length > 1 ? quality(parts[1].strip()) : 1;
      if (named.isPresent() && quality > bestQuality) {
        best = named.get();
        bestQuality = quality;
      }
    }
    return best;
  }

  private static double quality(String parameter) {
    if (!parameter.startsWith("q=")) {
      return 1;
    }
    try {
      return Double.parseDouble(parameter.substring(2));
    } catch (NumberFormatException e) {
      return 0; // a range with a broken weight is passed over, as if it were not there
    }
  }
}
