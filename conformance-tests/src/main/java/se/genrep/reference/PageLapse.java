package se.genrep.reference;

import java.util.function.UnaryOperator;
import se.genrep.idp.IdpHabit;

/** What is wrong in the pages of a mutant of an identity provider. */
public enum PageLapse implements IdpHabit {
  /** Nothing of the service provider is shown. */
  NO_SERVICE(page -> page.replaceAll("(?s)<div class=\"service\">.*?</div>\\s*</div>", "")),
  /** Markup of others is shown as it came. */
  UNESCAPED(page -> page.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"")),
  /** A script of somebody else runs. */
  SCRIPTS(page -> page.replace("</main>", "<script>genrep()</script></main>")),
  /** A page of an error that leaves the person alone. */
  NOTHING_OF_ERRORS(
      page ->
          page.replaceAll("(?s)<p class=\"notice\" data-testid=\"explanation\">.*?</p>", "")
              .replaceAll("(?s)<div class=\"service\">.*?</div>\\s*</div>", "")
              .replaceAll("(?s)<p>[^<]*</p>", "")
              .replaceAll("(?s)<h1>[^<]*</h1>", "<h1> </h1>")
              .replaceAll("(?s)<details>.*?</details>", "")),
  /** Nobody can break off. */
  NO_CANCEL(page -> page.replaceAll("(?s)<button[^>]*value=\"cancel\".*?</button>", "")),
  /** Messages of service providers and signature services are not shown. */
  NO_MESSAGE(page -> page.replaceAll("(?s)<section class=\"message.*?</section>", "")),
  /** What is given is not told. */
  NOTHING_RELEASED(page -> page.replaceAll("(?s)<dl data-testid=\"released\">.*?</dl>", "")),
  /** The page that tells what is given is left out. */
  NO_CONSENT(UnaryOperator.identity()) {
    @Override
    public boolean informs() {
      return false;
    }
  },
  /** It works on wide screens only. */
  WIDE_ONLY(page -> page.replaceAll("<meta name=\"viewport\"[^>]*>", ""));

  private final UnaryOperator<String> change;

  PageLapse(UnaryOperator<String> change) {
    this.change = change;
  }

  @Override
  public String shows(String page) {
    return change.apply(page);
  }
}
