package se.genrep.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import se.genrep.federation.Federation;
import se.genrep.input.BadInput;
import se.genrep.input.YamlNode;
import se.genrep.person.Bilingual;
import se.genrep.person.Cast;
import se.genrep.pki.TestPki;
import se.genrep.saml.PostForm;

/**
 * Another service of the federation that is reached by the ports of the identity providers, under a
 * path of its own. It has the pages and the limits of this server, and knows nothing of it.
 */
public interface Guest extends AutoCloseable {

  /** Under which everything of it lies: {@code /sign}. */
  String path();

  /** What the start page calls it. */
  Bilingual name();

  /**
   * Takes its place, before anything runs. A start waits for it, so what takes time is left for the
   * first call.
   */
  void settle(Place place);

  /**
   * Answers a call under {@link #path}.
   *
   * @throws BadInput for what the person at the browser must be told
   */
  Answer answer(Visit visit);

  /** What the control API can arrange for it, if anything. */
  default Optional<Steering> steering() {
    return Optional.empty();
  }

  @Override
  void close();

  /**
   * What it stands on.
   *
   * @param baseUrl where the federation is reached, without a final slash
   * @param seal for what travels in the browser
   */
  record Place(
      String baseUrl,
      TestPki pki,
      Federation federation,
      Supplier<Cast> cast,
      Clock clock,
      Seal seal) {}

  /**
   * A call.
   *
   * @param path below the guest's own, with a slash at the beginning unless it is empty
   * @param form the fields of a POST; reading them fails with a page of its own
   * @param cookie the value of a cookie, by its name
   * @param secure whether the browser came by TLS
   */
  record Visit(
      String method,
      String path,
      Language language,
      Supplier<Map<String, String>> form,
      Supplier<byte[]> body,
      Function<String, Optional<String>> cookie,
      boolean secure) {

    public boolean isPost() {
      return method.equals("POST");
    }
  }

  /** What is answered. */
  sealed interface Answer {}

  /**
   * A page that posts a form on.
   *
   * @param receiver the entityID of who gets it, whose name the page shows
   * @param cookies values of Set-Cookie
   */
  record Posted(PostForm form, String receiver, List<String> cookies) implements Answer {}

  /** A document for programs. */
  record Document(String contentType, byte[] bytes) implements Answer {}

  /**
   * A page with something to know.
   *
   * @param address to copy; empty for none
   */
  record Notice(Bilingual title, Bilingual lead, String address) implements Answer {}

  /**
   * A page that says what is wrong.
   *
   * @param status the HTTP status, 4xx or 5xx
   * @param advice what the person can do
   * @param detail one technical sentence in English
   */
  record Refusal(int status, Bilingual title, Bilingual advice, String detail) implements Answer {}

  /** There is nothing at the path, or not by this method. */
  record Nowhere(boolean wrongMethod) implements Answer {}

  /** What the control API can arrange. */
  interface Steering {

    /** {@code [{id, title}]}. */
    JsonNode deviations();

    /** {@code [{id, title, major, minor}]}. */
    JsonNode outcomes();

    /** What waits for the next requests. */
    JsonNode next();

    /**
     * Arranges what happens with the next request.
     *
     * @throws BadInput naming line and key
     */
    JsonNode arrange(YamlNode instruction);

    void forget();
  }
}
