package se.genrep.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Style sheet, scripts and icon. Pages name them with their checksum, so browsers can keep them.
 */
final class StaticFiles {

  static final String PREFIX = "/static/";

  private static final Map<String, String> TYPES =
      Map.of(
          "style.css", "text/css;charset=utf-8",
          "post.js", "text/javascript;charset=utf-8",
          "page.js", "text/javascript;charset=utf-8",
          "icon.svg", "image/svg+xml");

  private record Asset(String type, byte[] bytes, String version) {}

  private static final Map<String, Asset> LOADED = new ConcurrentHashMap<>();

  private StaticFiles() {}

  /** The address of a file, which changes with its content. */
  static String url(String name) {
    return PREFIX + name + "?v=" + find(name).orElseThrow().version();
  }

  static Reply answer(Call call) {
    String name = call.path().substring(PREFIX.length());
    Asset asset =
        find(name)
            .orElseThrow(
                () ->
                    new Problem(
                        404,
                        Text.NOT_FOUND,
                        Text.NOT_FOUND_ADVICE,
                        "There is nothing at " + call.path()));
    boolean current = call.rawQuery().equals("v=" + asset.version());
    return new Reply(200, asset.type(), Map.of(), asset.bytes())
        .with("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
  }

  private static Optional<Asset> find(String name) {
    String type = TYPES.get(name);
    return type == null
        ? Optional.empty()
        : Optional.of(LOADED.computeIfAbsent(name, key -> load(key, type)));
  }

  private static Asset load(String name, String type) {
    try (InputStream in = StaticFiles.class.getResourceAsStream("/se/genrep/http/static/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program has no file static/" + name);
      }
      byte[] bytes = in.readAllBytes();
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      return new Asset(type, bytes, Long.toHexString(checksum.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
