package se.genrep.idp.message;

import java.util.Arrays;
import java.util.Optional;

/** How a message is written (UM 2, DSS extension 3.1.2). */
public enum MessageFormat {
  TEXT("text", "text/plain"),
  MARKDOWN("text/markdown", "text/markdown"),
  HTML("text/html", "text/html");

  private final String signMimeType;
  private final String mimeType;

  MessageFormat(String signMimeType, String mimeType) {
    this.signMimeType = signMimeType;
    this.mimeType = mimeType;
  }

  /** As {@code csig:SignMessage/@MimeType} writes it; there plain text is {@code text}. */
  public String signMimeType() {
    return signMimeType;
  }

  /** As {@code umsg:UserMessage/@mimeType} writes it. */
  public String mimeType() {
    return mimeType;
  }

  public static Optional<MessageFormat> ofSignMimeType(String type) {
    return Arrays.stream(values()).filter(format -> format.signMimeType.equals(type)).findFirst();
  }

  /** A parameter such as {@code ;charset=UTF-8} says nothing new (UM 2) and is passed over. */
  public static Optional<MessageFormat> ofMimeType(String type) {
    String bare = type.split(";", 2)[0].strip();
    return Arrays.stream(values())
        .filter(format -> format.mimeType.equalsIgnoreCase(bare))
        .findFirst();
  }
}
