package se.genrep.sut;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriverException;

/**
 * A tab of a real browser. Pages go on by themselves there: a form that a script posts, a redirect
 * that a script makes. So a page is what stands when the browser has come to rest.
 */
final class WebDriverAgent implements UserAgent {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A page that has not come by then is not coming. */
  private static final Duration PAGE = Duration.ofSeconds(30);

  /** A form with a SAML message that no script has posted by then waits for a person. */
  private static final Duration AUTOMATIC = Duration.ofSeconds(3);

  /** Scripts that have asked for nothing during this time have done their work. */
  private static final Duration QUIET = Duration.ofMillis(300);

  /** While one page takes the place of another, neither can be looked at. */
  private static final Duration EXCHANGE = Duration.ofMillis(50);

  /** Events may come after the answer that they belong to. */
  private static final Duration NEWS = Duration.ofSeconds(1);

  private static final int MOST_PAGES = 30;

  private static final String LOOK =
      """
      (() => JSON.stringify({
        ready: document.readyState,
        scripts: document.scripts.length,
        refresh: !!document.querySelector('meta[http-equiv="refresh" i]'),
        body: /html/.test(document.contentType)
          ? document.documentElement.outerHTML
          : (document.querySelector('pre') || document.documentElement).textContent,
        forms: [...document.forms].map(form => ({
          method: form.method,
          action: form.action,
          fields: [...form.elements]
            .filter(e => e.name && (e.tagName === 'INPUT' || e.tagName === 'TEXTAREA'))
            .map(e => [e.name, e.value]),
        })),
      }))()
      """;

  /** Posts the fields from wherever the tab is, as the form of a page there would. */
  private static final String SUBMIT =
      """
      (({method, action, fields}) => {
        const form = document.createElement('form');
        form.method = method;
        form.action = action;
        for (const [name, value] of Object.entries(fields)) {
          const field = document.createElement('textarea');
          field.name = name;
          field.value = value;
          form.append(field);
        }
        document.documentElement.append(form);
        HTMLFormElement.prototype.submit.call(form);
      })(%s)
      """;

  private final BrowserSession session;
  private final Consumer<HttpStep> listener;
  private Traffic traffic;
  private String user;
  private String tab;

  WebDriverAgent(BrowserSession session, Consumer<HttpStep> listener) {
    this.session = session;
    this.listener = listener;
    begin();
  }

  private void begin() {
    traffic = new Traffic(listener);
    String[] opened = session.open(traffic);
    user = opened[0];
    tab = opened[1];
    traffic.belongsTo(tab);
  }

  @Override
  public Page open(URI uri) {
    return after(
        () ->
            session.send(
                "browsingContext.navigate",
                Map.of("context", tab, "url", uri.toString(), "wait", "none")),
        uri);
  }

  @Override
  public Page submit(Page.Form form) {
    Map<String, Object> parts =
        Map.of(
            "method", form.method(), "action", form.action().toString(), "fields", form.fields());
    return after(() -> evaluate(SUBMIT.formatted(json(parts))), form.action());
  }

  /**
   * Does something with the element, or says that there is none: the function gets it as {@code e}.
   */
  private boolean with(String selector, String deed) {
    return Boolean.parseBoolean(
        evaluate(
            "(() => { const e = document.querySelector("
                + json(selector)
                + "); if (e) {"
                + deed
                + "} return String(!!e); })()"));
  }

  private void need(boolean found, String selector) {
    if (!found) {
      throw new NoSuchElement(selector, traffic.uri());
    }
  }

  @Override
  public boolean has(String selector) {
    return with(selector, "");
  }

  @Override
  public void fill(String selector, String value) {
    need(
        with(
            selector,
            "e.value = "
                + json(value)
                + "; for (const n of ['input', 'change'])"
                + " e.dispatchEvent(new Event(n, {bubbles: true}));"),
        selector);
  }

  @Override
  public void choose(String selector) {
    need(
        with(
            selector,
            "if (e.tagName === 'OPTION') { e.selected = true;"
                + " e.closest('select').dispatchEvent(new Event('change', {bubbles: true})); }"
                + " else if (!e.checked) { e.click(); }"),
        selector);
  }

  @Override
  public Page click(String selector) {
    long before = traffic.begin();
    need(with(selector, "e.click();"), selector);
    traffic.awaitBeginning(before, NEWS);
    return rest(traffic.uri(), before);
  }

  @Override
  public Page await(String selector) {
    long end = System.nanoTime() + PAGE.toNanos();
    while (!has(selector)) {
      if (System.nanoTime() > end) {
        throw new NoSuchElement(selector, traffic.uri());
      }
      traffic.awaitBeginning(traffic.begun(), EXCHANGE);
    }
    return rest(traffic.uri(), traffic.begun());
  }

  private Page after(Runnable step, URI uri) {
    long before = traffic.begin();
    try {
      step.run();
    } catch (WebDriverException e) {
      // What goes wrong with a page the traffic tells too, and better; it may come a little later.
      if (!traffic.awaitBeginning(before, NEWS)) {
        throw new Unreachable(uri + " cannot be reached: " + words(e), e);
      }
    }
    if (!traffic.awaitBeginning(before, PAGE)) {
      throw new Unreachable(uri + " was not asked for: the browser stays where it is", null);
    }
    return rest(uri, before);
  }

  /** The browser's message, out of the JSON that it comes in. */
  private static String words(WebDriverException e) {
    try {
      return MAPPER.readTree(e.getRawMessage()).path("message").asText();
    } catch (JsonProcessingException none) {
      return e.getRawMessage();
    }
  }

  /** Waits until pages have stopped to follow each other. */
  private Page rest(URI uri, long before) {
    while (true) {
      if (!traffic.awaitPage(before + MOST_PAGES, PAGE)) {
        throw new Unreachable(uri + " does not answer within " + PAGE.toSeconds() + " s", null);
      }
      if (traffic.failure() != null) {
        throw new Unreachable(traffic.failure(), null);
      }
      long page = traffic.begun();
      if (page - before >= MOST_PAGES) {
        throw new Unreachable(uri + " leads on and on, through " + MOST_PAGES + " pages", null);
      }
      JsonNode seen = look();
      if (seen == null || traffic.begun() != page) {
        traffic.awaitBeginning(page, EXCHANGE);
        continue;
      }
      Page found = page(seen);
      boolean scripted = seen.get("scripts").asInt() > 0;
      if (seen.get("refresh").asBoolean() || scripted && found.samlForm().isPresent()) {
        if (traffic.awaitBeginning(page, AUTOMATIC)) {
          continue;
        }
      } else if (scripted) {
        traffic.awaitQuiet(page, QUIET, PAGE);
        seen = look();
        if (seen == null || traffic.begun() != page) {
          continue;
        }
        found = page(seen);
      }
      return found;
    }
  }

  /** The page as it stands; null while it is being exchanged for another. */
  private JsonNode look() {
    try {
      JsonNode seen = MAPPER.readTree(evaluate(LOOK));
      return seen.get("ready").asText().equals("loading") ? null : seen;
    } catch (WebDriverException e) {
      return null;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written as JSON is none", e);
    }
  }

  private Page page(JsonNode seen) {
    List<Page.Form> forms = new ArrayList<>();
    for (JsonNode form : seen.get("forms")) {
      Map<String, String> fields = new LinkedHashMap<>();
      form.get("fields").forEach(field -> fields.put(field.get(0).asText(), field.get(1).asText()));
      forms.add(
          new Page.Form(
              form.get("method").asText().toUpperCase(Locale.ROOT),
              URI.create(form.get("action").asText()),
              fields));
    }
    return new Page(traffic.uri(), traffic.status(), seen.get("body").asText(), forms);
  }

  @SuppressWarnings("unchecked")
  private String evaluate(String script) {
    Map<String, Object> answer =
        session.send(
            "script.evaluate",
            Map.of("expression", script, "target", Map.of("context", tab), "awaitPromise", false));
    Map<String, Object> result = (Map<String, Object>) answer.get("result");
    if (result == null) {
      throw new WebDriverException("a script of our own fails: " + answer);
    }
    return (String) result.get("value");
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text that cannot be written as JSON", e);
    }
  }

  @Override
  public void forgetCookies() {
    close();
    begin();
  }

  @Override
  public void close() {
    session.close(user, tab);
  }
}
