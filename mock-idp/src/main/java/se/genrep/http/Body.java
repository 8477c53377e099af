package se.genrep.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** The body of one request, read when it is asked for and then kept; bounded in size. */
final class Body {

  static final Body NONE = new Body(null, 0, InputStream::nullInputStream);

  /** Room for the largest message (1 MiB), in base64 and then URL-encoded. */
  static final int MOST_BYTES = 3 << 20;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private final String contentType;
  private final long announced;
  private final Supplier<InputStream> content;
  private byte[] bytes;
  private FormFields form;

  /**
   * @param contentType as sent; null when there is none
   * @param announced the length the sender says, or -1
   */
  Body(String contentType, long announced, Supplier<InputStream> content) {
    this.contentType = contentType;
    this.announced = announced;
    this.content = content;
  }

  /** The media type without parameters, in small letters; empty when there is none. */
  String type() {
    return contentType == null
        ? ""
        : contentType.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * @throws Problem 413 when there is more than {@link #MOST_BYTES}
   */
  byte[] bytes() {
    if (bytes == null) {
      if (announced > MOST_BYTES) {
        throw tooLarge();
      }
      try (InputStream in = content.get()) {
        byte[] read = in.readNBytes(MOST_BYTES);
        // Asked for one byte more at once, it would wait for what comes after that byte.
        if (read.length == MOST_BYTES && in.read() >= 0) {
          throw tooLarge();
        }
        bytes = read;
      } catch (IOException e) {
        throw Problem.badRequest("The form did not arrive whole");
      }
    }
    return bytes;
  }

  /**
   * The fields of a form.
   *
   * @throws Problem 415 when it is no form, 413 when it is too large, 400 when it is broken
   */
  FormFields form() {
    if (form == null) {
      form =
          switch (type()) {
            case FORM -> FormFields.parse(bytes());
            case MULTIPART -> FormFields.parse(contentType, bytes());
            default ->
                throw new Problem(
                    415,
                    Text.WRONG_TYPE,
                    Text.WRONG_TYPE_ADVICE,
                    "The Content-Type is " + contentType);
          };
    }
    return form;
  }

  private static Problem tooLarge() {
    return new Problem(
        413,
        Text.TOO_LARGE,
        Text.TOO_LARGE_ADVICE,
        "The form has more than " + MOST_BYTES + " bytes");
  }
}
