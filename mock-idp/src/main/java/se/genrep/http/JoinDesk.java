package se.genrep.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.genrep.federation.Membership;
import se.genrep.federation.Report;

/**
 * Where service providers join by a form: metadata pasted, as a file, or fetched from an address. A
 * form counts only when a page of ours sent it: it carries a sealed token, and browsers say where
 * it comes from.
 */
final class JoinDesk {

  static final String PATH = "/join";

  /** What the token is bound to; no identity provider is called so. */
  private static final String BINDING = "join";

  private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\s[^>]*\\?>");

  private final Membership membership;
  private final SealedState sealed;
  private final Pages pages;
  private final Set<String> origins;

  JoinDesk(Membership membership, SealedState sealed, Pages pages, String baseUrl) {
    this.membership = membership;
    this.sealed = sealed;
    this.pages = pages;
    URI base = URI.create(baseUrl);
    this.origins =
        base.getHost().equals("localhost")
            ? Set.of(
                baseUrl, "http://127.0.0.1:" + base.getPort(), "http://[::1]:" + base.getPort())
            : Set.of(baseUrl);
  }

  Reply show(Call call) {
    return page(call, null, "", 200);
  }

  Reply take(Call call) {
    refuseOthers(call);
    FormFields form = call.form();
    sealed.open(form.need("state"), BINDING);
    String name = form.find("name").orElse("");
    return switch (form.need("action")) {
      case "submit" -> report(call, membership.submit("", metadata(form)), "");
      case "fetch" -> {
        String address = form.need("address");
        yield report(call, membership.fetch("", address), address);
      }
      case "refetch" -> report(call, membership.refetch(name), "");
      case "remove" -> {
        if (!membership.remove(name)) {
          throw Problem.badRequest("Nothing was handed in under the name '" + name + "'");
        }
        yield page(call, null, "", 200);
      }
      default -> throw Problem.badRequest("There is no action '" + form.need("action") + "'");
    };
  }

  /** A file goes before what is pasted, whose characters are no longer in a file's encoding. */
  private static byte[] metadata(FormFields form) {
    return form.file()
        .orElseGet(
            () -> {
              String pasted = form.find("metadata").orElse("");
              if (pasted.isBlank()) {
                throw new Problem(
                    400,
                    Text.JOIN_EMPTY,
                    Text.JOIN_EMPTY_ADVICE,
                    "Neither a file nor pasted metadata was sent");
              }
              return DECLARATION.matcher(pasted).replaceFirst("").getBytes(StandardCharsets.UTF_8);
            });
  }

  /**
   * Another site's form would come with its own origin; no form of ours comes without the token.
   */
  private void refuseOthers(Call call) {
    boolean foreign =
        Stream.concat(
                call.headers().find("Origin").stream().filter(origin -> !origins.contains(origin)),
                call.headers().find("Sec-Fetch-Site").stream()
                    .filter(site -> !site.equals("same-origin") && !site.equals("none")))
            .findAny()
            .isPresent();
    if (foreign) {
      throw new Problem(
          403,
          Text.STATE_FOREIGN,
          Text.JOIN_FOREIGN_ADVICE,
          "The form was sent by a page of another site");
    }
  }

  private Reply report(Call call, Report report, String address) {
    return page(call, report, report.accepted() ? "" : address, report.accepted() ? 200 : 422);
  }

  private Reply page(Call call, Report report, String address, int status) {
    Language language = call.language();
    List<JoinPage.Entry> entries =
        membership.entries().stream()
            .map(
                each ->
                    new JoinPage.Entry(each.name(), each.address().map(URI::toString).orElse(null)))
            .toList();
    JoinPage page =
        new JoinPage(
            Frame.page(language, Text.JOIN_TITLE),
            PATH + "?lang=" + language.tag(),
            sealed.seal(new Pending.Joining(), BINDING),
            report,
            address,
            entries);
    // Without it the form would come with "Origin: null".
    return pages.join(page, status).with("Referrer-Policy", "same-origin");
  }
}
