package se.genrep.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.genrep.input.BadInput;

/**
 * A document as UTF-8, whatever it was written in (XML 1.0, appendix F).
 *
 * @param converted false when the stream has the bytes as they came
 */
record Utf8Source(InputStream stream, boolean converted) {

  private static final int BEGINNING = 256;
  private static final Pattern DECLARED =
      Pattern.compile("^(<\\?xml[^>]*?\\bencoding\\s*=\\s*)([\"'])([A-Za-z][A-Za-z0-9._-]*)\\2");

  /**
   * @throws BadInput when the document declares an encoding that this Java does not know, or is not
   *     written in the one it declares
   */
  static Utf8Source of(String name, InputStream in) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, BEGINNING);
    byte[] start = whole.readNBytes(BEGINNING);
    whole.unread(start);
    Charset charset = charset(name, start);
    if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
      return new Utf8Source(whole, false);
    }
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(whole.readAllBytes())).toString();
      String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      String utf8 = DECLARED.matcher(marked).replaceFirst("$1$2UTF-8$2");
      return new Utf8Source(new ByteArrayInputStream(utf8.getBytes(StandardCharsets.UTF_8)), true);
    } catch (CharacterCodingException e) {
      throw new BadInput(name, "the document is not written in " + charset, "Write it in UTF-8", e);
    }
  }

  private static Charset charset(String name, byte[] start) {
    int first = start.length < 2 ? 0 : (start[0] & 0xff) << 8 | start[1] & 0xff;
    switch (first) {
      case 0xFEFF, 0xFFFE -> {
        return StandardCharsets.UTF_16;
      }
      case '<' -> {
        return StandardCharsets.UTF_16BE;
      }
      case '<' << 8 -> {
        return StandardCharsets.UTF_16LE;
      }
      default -> {
        int mark = first == 0xEFBB ? 3 : 0;
        byte[] text = Arrays.copyOfRange(start, Math.min(mark, start.length), start.length);
        return declared(name, new String(text, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static Charset declared(String name, String start) {
    Matcher matcher = DECLARED.matcher(start);
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(matcher.group(3));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadInput(
          name + ":1",
          "the encoding '" + matcher.group(3) + "' is not known",
          "Write the document in UTF-8",
          e);
    }
  }
}
