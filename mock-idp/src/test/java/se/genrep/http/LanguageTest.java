package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | SV",
        "'' | SV",
        "sv | SV",
        "SV-se | SV",
        "en-GB,en;q=0.9,sv;q=0.8 | EN",
        "en;q=0.5,sv;q=0.8 | SV",
        "nn, nb;q=0.9, sv;q=0.8, en;q=0.7 | SV",
        "de-DE,de;q=0.9,en;q=0.5 | EN",
        "de | EN",
        "* | SV",
        "en;q=0, * | SV",
        "sv;q=0, en;q=0.1 | EN",
        "sv;q=x, en;q=0.1 | EN",
        ";;,,;q= | EN",
      })
  void isTheOneTheBrowserRanksHighest(String header, Language expected) {
    assertEquals(expected, Language.accepted(header));
  }
}
