package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

  @Test
  void decodesOnce() {
    assertEquals(Optional.of("https://sp/å?a+b"), Percent.decode("https%3A%2f%2Fsp/%C3%A5?a+b"));
    assertEquals(Optional.of("%2F"), Percent.decode("%252F"));
    assertEquals(Optional.of("å"), Percent.decode("å"));
    assertEquals(Optional.of(""), Percent.decode(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a%2", "a%zz", "%ff", "%C3", "%-1", "%C3%28"})
  void refusesWhatIsNoEscapeOrNotUtf8(String text) {
    assertEquals(Optional.empty(), Percent.decode(text));
  }
}
