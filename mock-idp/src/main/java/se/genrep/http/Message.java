package se.genrep.http;

import gg.jte.Content;
import se.genrep.idp.message.MessageFormat;
import se.genrep.idp.message.MessageHtml;
import se.genrep.idp.message.SignMessage;
import se.genrep.idp.message.UserMessage;

/**
 * A message of a service provider, ready for a page.
 *
 * @param language the BCP 47 tag of its text; empty when it is not known
 * @param plain its line breaks are to be shown as they are
 * @param html safe, see {@link MessageHtml}
 */
public record Message(String language, boolean plain, Content html) {

  static Message of(UserMessage message, Language language) {
    UserMessage.Version version = message.in(language.tag());
    return of(message.format(), version.language(), version.text());
  }

  static Message of(SignMessage message) {
    return of(message.format(), "", message.text());
  }

  private static Message of(MessageFormat format, String language, String text) {
    String html = MessageHtml.of(format, text);
    return new Message(language, format == MessageFormat.TEXT, output -> output.writeContent(html));
  }
}
