package se.genrep.sut;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.htmlunit.BrowserVersion;
import org.htmlunit.FormEncodingType;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.util.NameValuePair;
import org.htmlunit.util.WebConnectionWrapper;

/** The browser inside this process: HtmlUnit, with scripts off unless the system needs them. */
public final class EmbeddedAgent implements UserAgent {

  private static final int TIMEOUT_MS = 30_000;

  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 15; Mobile) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Mobile Safari/537.36";

  private final WebClient client;

  private EmbeddedAgent(Options options, Consumer<HttpStep> listener) {
    // Without scripts there is no script engine either; setting one up for each page takes longer
    // than all the rest of a sign-in.
    client = new WebClient(BrowserVersion.CHROME, options.javaScript(), null, -1);
    client.getOptions().setJavaScriptEnabled(options.javaScript());
    client.getOptions().setCssEnabled(false);
    client.getOptions().setDownloadImages(false);
    client.getOptions().setThrowExceptionOnFailingStatusCode(false);
    client.getOptions().setThrowExceptionOnScriptError(false);
    client.getOptions().setUseInsecureSSL(options.insecureTls());
    client.getOptions().setTimeout(TIMEOUT_MS);
    client.getOptions().setHistorySizeLimit(1);
    client.setWebConnection(new Listening(client, listener));
  }

  /**
   * @param javaScript run the scripts of pages
   * @param insecureTls accept any server certificate, for systems on a developer's machine
   */
  public record Options(boolean javaScript, boolean insecureTls) {}

  public static Factory factory(Options options) {
    return new Factory() {
      @Override
      public UserAgent fresh(Consumer<HttpStep> listener) {
        return new EmbeddedAgent(options, listener);
      }

      @Override
      public Optional<Factory> phone() {
        return Optional.of(listener -> new EmbeddedAgent(options, listener).onPhone());
      }
    };
  }

  private EmbeddedAgent onPhone() {
    client.addRequestHeader("User-Agent", PHONE);
    client.addRequestHeader("Sec-CH-UA-Mobile", "?1");
    return this;
  }

  @Override
  public Page open(URI uri) {
    try {
      return load(new WebRequest(uri.toURL(), HttpMethod.GET));
    } catch (MalformedURLException e) {
      throw new Unreachable("'" + uri + "' is no web address", e);
    }
  }

  @Override
  public Page submit(Page.Form form) {
    try {
      WebRequest request = new WebRequest(form.action().toURL(), HttpMethod.valueOf(form.method()));
      request.setCharset(StandardCharsets.UTF_8);
      request.setEncodingType(FormEncodingType.URL_ENCODED);
      List<NameValuePair> fields = new ArrayList<>();
      form.fields().forEach((name, value) -> fields.add(new NameValuePair(name, value)));
      request.setRequestParameters(fields);
      return load(request);
    } catch (MalformedURLException e) {
      throw new Unreachable("'" + form.action() + "' is no web address", e);
    }
  }

  private Page load(WebRequest request) {
    return after(request.getUrl().toString(), () -> client.getPage(request));
  }

  /** Something that leads to a page. */
  private interface Navigation {
    org.htmlunit.Page go() throws IOException;
  }

  private Page after(String where, Navigation navigation) {
    try {
      org.htmlunit.Page page = navigation.go();
      if (client.getOptions().isJavaScriptEnabled()) {
        client.waitForBackgroundJavaScript(TIMEOUT_MS);
        page = client.getCurrentWindow().getEnclosedPage();
      }
      WebResponse response = page.getWebResponse();
      return new Page(
          page.getUrl().toURI(),
          response.getStatusCode(),
          response.getContentAsString(),
          forms(page));
    } catch (IOException e) {
      throw new Unreachable(where + " cannot be reached: " + e.getMessage(), e);
    } catch (java.net.URISyntaxException e) {
      throw new Unreachable("the browser was sent to an address that is none: " + e.getInput(), e);
    }
  }

  private Optional<HtmlElement> find(String selector) {
    return client.getCurrentWindow().getEnclosedPage() instanceof HtmlPage page
        ? Optional.ofNullable(page.querySelector(selector))
        : Optional.empty();
  }

  private HtmlElement need(String selector) {
    return find(selector)
        .orElseThrow(
            () ->
                new NoSuchElement(
                    selector,
                    URI.create(client.getCurrentWindow().getEnclosedPage().getUrl().toString())));
  }

  @Override
  public boolean has(String selector) {
    return find(selector).isPresent();
  }

  @Override
  public void fill(String selector, String value) {
    HtmlElement field = need(selector);
    if (field instanceof HtmlInput input) {
      input.setValue(value);
    } else if (field instanceof HtmlTextArea area) {
      area.setText(value);
    } else {
      throw new NoSuchElement(
          selector + " to write into",
          URI.create(client.getCurrentWindow().getEnclosedPage().getUrl().toString()));
    }
  }

  @Override
  public void choose(String selector) {
    HtmlElement element = need(selector);
    if (element instanceof HtmlOption option) {
      option.setSelected(true);
    } else if (element instanceof HtmlInput input) {
      input.setChecked(true);
    }
  }

  @Override
  public Page click(String selector) {
    HtmlElement element = need(selector);
    return after(selector, element::click);
  }

  @Override
  public Page await(String selector) {
    if (!has(selector)) {
      client.waitForBackgroundJavaScript(TIMEOUT_MS);
    }
    need(selector);
    return after(selector, () -> client.getCurrentWindow().getEnclosedPage());
  }

  private static List<Page.Form> forms(org.htmlunit.Page page) throws MalformedURLException {
    List<Page.Form> forms = new ArrayList<>();
    if (page instanceof HtmlPage html) {
      for (HtmlForm form : html.getForms()) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (HtmlElement element : form.getFormElements()) {
          if (element instanceof HtmlInput input && !input.getNameAttribute().isEmpty()) {
            fields.put(input.getNameAttribute(), input.getValue());
          } else if (element instanceof HtmlTextArea area) {
            fields.put(area.getNameAttribute(), area.getText());
          }
        }
        forms.add(
            new Page.Form(
                form.getMethodAttribute().toUpperCase(java.util.Locale.ROOT),
                URI.create(html.getFullyQualifiedUrl(form.getActionAttribute()).toString()),
                fields));
      }
    }
    return forms;
  }

  @Override
  public void forgetCookies() {
    client.getCookieManager().clearCookies();
  }

  @Override
  public void close() {
    client.close();
  }

  /** Passes every request on and tells the listener. */
  private static final class Listening extends WebConnectionWrapper {
    private final Consumer<HttpStep> listener;

    Listening(WebClient client, Consumer<HttpStep> listener) {
      super(client);
      this.listener = listener;
    }

    @Override
    public WebResponse getResponse(WebRequest request) throws IOException {
      WebResponse response = super.getResponse(request);
      listener.accept(
          new HttpStep(
              request.getHttpMethod().name(),
              URI.create(request.getUrl().toString()),
              body(request),
              response.getStatusCode(),
              response.getResponseHeaderValue("Location"),
              response.getContentAsString()));
      return response;
    }

    private static String body(WebRequest request) {
      StringBuilder body = new StringBuilder();
      for (NameValuePair pair : request.getRequestParameters()) {
        body.append(pair.getName()).append('=').append(pair.getValue()).append('\n');
      }
      return body.toString();
    }
  }
}
