package se.genrep.http;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.EntityMetadata.Logo;

/**
 * A service provider as pages show it, from its mdui:UIInfo (DP-5.4.3-01, TAR 2.1). Its texts are
 * somebody else's: templates escape them.
 *
 * @param name the display name, or the entityID when the metadata has none
 * @param description null when there is none
 * @param logo null when there is none that is safe to show
 */
public record Service(String entityId, String name, String description, Picture logo) {

  /** How large a logotype may become on a page, in pixels. */
  private static final int WIDEST = 240;

  private static final int HIGHEST = 72;

  /** How much of a text is shown, in characters; the rest would push the form off the page. */
  private static final int LONGEST_NAME = 100;

  private static final int LONGEST_DESCRIPTION = 300;

  /** Control and format characters but for white space; joiners stay, since scripts need them. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s\\x{200C}\\x{200D}]]");

  /** A logotype with the size it is drawn at. */
  public record Picture(String url, int width, int height) {}

  static Service of(EntityMetadata entity, Language language) {
    EntityMetadata.UiInfo ui =
        entity
            .serviceProvider()
            .map(EntityMetadata.SpRole::ui)
            .or(() -> entity.identityProvider().map(EntityMetadata.IdpRole::ui))
            .orElse(EntityMetadata.UiInfo.NONE);
    return new Service(
        entity.entityId(),
        ui.displayName(language.tag())
            .map(name -> shown(name, LONGEST_NAME))
            .filter(name -> !name.isEmpty())
            .orElse(entity.entityId()),
        ui.description(language.tag())
            .map(text -> shown(text, LONGEST_DESCRIPTION))
            .filter(text -> !text.isEmpty())
            .orElse(null),
        logo(ui, language).orElse(null));
  }

  /**
   * A text of somebody else's as one line of bounded length. Characters that turn the direction of
   * writing or cannot be seen are left out: with them a name can look like another.
   */
  private static String shown(String text, int longest) {
    String line = UNSEEN.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest)).stripTrailing() + "…";
  }

  /** A service provider that is known by its entityID alone. */
  static Service unknown(String entityId) {
    return new Service(entityId, entityId, null, null);
  }

  /** The one in the person's language, else one for all; among those the largest that is shown. */
  private static Optional<Picture> logo(EntityMetadata.UiInfo ui, Language language) {
    Comparator<Logo> closest =
        Comparator.comparingInt(
            (Logo logo) ->
                logo.language().equals(language.tag()) ? 0 : logo.language().isEmpty() ? 1 : 2);
    return ui.logos().stream()
        .filter(logo -> isSafe(logo.url()) && logo.width() > 0 && logo.height() > 0)
        .min(closest.thenComparing(Comparator.comparingInt(Logo::height).reversed()))
        .map(Service::fitted);
  }

  /**
   * Only what an img element cannot run: no javascript: and no data: that is not an image. An SVG
   * image inside img is drawn without its scripts.
   */
  private static boolean isSafe(String url) {
    String start = url.substring(0, Math.min(url.length(), 12)).toLowerCase(Locale.ROOT);
    return start.startsWith("https://")
        || start.startsWith("http://")
        || start.startsWith("data:image/");
  }

  /**
   * The metadata's width and height are the dimensions, not the actual size (DP-5.4.3-05): the
   * picture is drawn in their proportion, made smaller when it would fill the page.
   */
  private static Picture fitted(Logo logo) {
    double scale =
        Math.min(1, Math.min((double) WIDEST / logo.width(), (double) HIGHEST / logo.height()));
    return new Picture(
        logo.url(),
        Math.max(1, (int) Math.round(logo.width() * scale)),
        Math.max(1, (int) Math.round(logo.height() * scale)));
  }
}
