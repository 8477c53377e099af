package se.genrep.sut;

import java.util.Arrays;

/** What a service may show of a person besides who it is, and so what it made of the answer. */
public enum Shown {
  /** YYYY-MM-DD. */
  BIRTH_DATE("birthDate", "date of birth"),
  /** M or F, or a word that begins so; in Swedish M, K. */
  SEX("sex", "sex"),
  /** In whole years. */
  AGE("age", "age"),
  /** Anything that is the same whenever the person comes, and another for everybody else. */
  ACCOUNT("account", "account");

  static final String[] KEYS =
      Arrays.stream(values()).map(shown -> shown.key).toArray(String[]::new);

  private final String key;
  private final String words;

  Shown(String key, String words) {
    this.key = key;
    this.words = words;
  }

  static Shown of(String key) {
    return Arrays.stream(values())
        .filter(shown -> shown.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing shown is called " + key));
  }

  /** As SUT.yaml calls it. */
  public String key() {
    return key;
  }

  /** For sentences. */
  String inWords() {
    return words;
  }
}
