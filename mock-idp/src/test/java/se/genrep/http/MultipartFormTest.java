package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {

  private static final String TYPE = "multipart/form-data; boundary=xyz";

  private static String part(String name, String content) {
    return "--xyz\r\nContent-Disposition: form-data; name=\""
        + (name + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n");
  }

  private static Map<String, byte[]> parse(String body) {
    return MultipartForm.parse(TYPE, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsPartsAsTheyAre() {
    Map<String, byte[]> parts =
        parse(
            part("a", "å\r\n--xy\r\n") + part("b", "") + part("ä", "-xyz--xyzabc") + "--xyz--\r\n");
    assertEquals(List.of("a", "b", "ä"), List.copyOf(parts.keySet()));
    assertEquals("å\r\n--xy\r\n", MultipartForm.text(parts.get("a")));
    assertEquals(0, parts.get("b").length);
    assertEquals("-xyz--xyzabc", MultipartForm.text(parts.get("ä")));
  }

  @Test
  void readsAFileByteByByte() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    String body =
        "--xyz\r\ncontent-disposition: form-data; filename=\"a; name=b\"; name=\"file\"\r\n\r\n"
            + new String(all, StandardCharsets.ISO_8859_1)
            + "\r\n--xyz--";
    byte[] file =
        FormFields.parse(TYPE, body.getBytes(StandardCharsets.ISO_8859_1)).file().orElseThrow();
    assertArrayEquals(all, file);
  }

  @Test
  void takesAQuotedBoundary() {
    byte[] body = (part("a", "1") + "--xyz--").getBytes(StandardCharsets.UTF_8);
    String type = "multipart/form-data; charset=utf-8; Boundary=\"xyz\"";
    assertEquals("1", MultipartForm.text(MultipartForm.parse(type, body).get("a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "--xyz",
        "--xyz\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nopen",
        "--xyz\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xyz--",
        "--xyz\r\n\r\n1\r\n--xyz--"
      })
  void refusesABrokenForm(String body) {
    assertEquals(400, assertThrows(Problem.class, () -> parse(body)).status());
  }

  @Test
  void refusesWhatCouldBeReadInTwoWays() {
    assertThrows(Problem.class, () -> parse(part("a", "1") + part("a", "2") + "--xyz--"));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      many.append(part("f" + i, ""));
    }
    assertThrows(Problem.class, () -> parse(many + "--xyz--"));
    assertThrows(Problem.class, () -> MultipartForm.parse("multipart/form-data", new byte[0]));
    byte[] latin = {(byte) 0xe5};
    assertThrows(Problem.class, () -> MultipartForm.text(latin));
  }
}
