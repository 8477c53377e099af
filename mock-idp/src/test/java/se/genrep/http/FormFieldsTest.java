package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

  private static FormFields parse(String text) {
    return FormFields.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsNamesAndValues() {
    FormFields form = parse("a=1&b=x+y%2B%C3%A5&&c&d=&e=a=b&f=å");

    assertEquals("1", form.need("a"));
    assertEquals("x y+å", form.need("b"));
    assertEquals("", form.need("c"));
    assertEquals("", form.need("d"));
    assertEquals("a=b", form.need("e"));
    assertEquals(Optional.empty(), form.find("g"));
  }

  @Test
  void anEmptyTextHasNoFields() {
    assertEquals(Optional.empty(), parse("").find(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%C3%28", "a=%FF", "a=1&a=2", "a&a"})
  void refusesWhatCanBeReadInTwoWays(String text) {
    assertEquals(400, assertThrows(Problem.class, () -> parse(text)).status());
  }

  @Test
  void refusesManyFields() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= 50; i++) {
      text.append("&f").append(i);
    }
    Problem problem = assertThrows(Problem.class, () -> parse(text.toString()));
    assertTrue(problem.getMessage().contains("50"), problem.getMessage());
  }

  @Test
  void namesTheFieldThatIsMissing() {
    Problem problem = assertThrows(Problem.class, () -> FormFields.NONE.need("state"));

    assertEquals("The field 'state' is missing", problem.getMessage());
  }
}
