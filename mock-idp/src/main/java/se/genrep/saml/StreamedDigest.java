package se.genrep.saml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xml.sax.Attributes;

/**
 * The digest of an element as exclusive canonical XML without comments, taken from a stream of
 * events: an aggregate of any size is digested without a tree of it.
 */
final class StreamedDigest {

  private static final int BUFFER = 16 * 1024;

  private record Named(String uri, String local, String qualified, String value) {}

  private final MessageDigest digest;
  private final Set<String> inclusive;
  private final StringBuilder out = new StringBuilder(BUFFER + 1024);

  /** What was written for each prefix, as it holds for children of the open elements. */
  private final Deque<Map<String, String>> rendered = new ArrayDeque<>();

  /**
   * @param inclusive prefixes of ec:InclusiveNamespaces; "" for the default namespace
   */
  StreamedDigest(MessageDigest digest, Set<String> inclusive) {
    this.digest = digest;
    this.inclusive = Set.copyOf(inclusive);
    rendered.push(Map.of());
  }

  /**
   * @param scope prefix to namespace, of all that are in scope
   */
  void startElement(String qualified, Attributes attributes, Map<String, String> scope) {
    Set<String> used = new TreeSet<>(inclusive);
    used.add(prefix(qualified));
    List<Named> sorted = new ArrayList<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getQName(i);
      sorted.add(
          new Named(
              attributes.getURI(i), attributes.getLocalName(i), name, attributes.getValue(i)));
      if (name.indexOf(':') > 0) {
        used.add(prefix(name));
      }
    }
    sorted.sort(Comparator.comparing(Named::uri).thenComparing(Named::local));
    out.append('<').append(qualified);
    rendered.push(namespaces(used, scope));
    for (Named attribute : sorted) {
      out.append(' ').append(attribute.qualified()).append("=\"");
      escaped(attribute.value(), true);
      out.append('"');
    }
    out.append('>');
    flush(false);
  }

  /** Writes the declarations that are used here and were not written further up with this value. */
  private Map<String, String> namespaces(Set<String> used, Map<String, String> scope) {
    Map<String, String> before = rendered.peek();
    Map<String, String> written = new TreeMap<>();
    for (String prefix : used) {
      String namespace = scope.getOrDefault(prefix, "");
      boolean known = namespace.equals(before.getOrDefault(prefix, ""));
      if (!known && !prefix.equals("xml")) {
        written.put(prefix, namespace);
      }
    }
    if (written.isEmpty()) {
      return before;
    }
    written.forEach(
        (prefix, namespace) -> {
          out.append(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"");
          escaped(namespace, true);
          out.append('"');
        });
    Map<String, String> after = new HashMap<>(before);
    after.putAll(written);
    return after;
  }

  void endElement(String qualified) {
    rendered.pop();
    out.append("</").append(qualified).append('>');
    flush(false);
  }

  void characters(String text) {
    escaped(text, false);
    flush(false);
  }

  void processingInstruction(String target, String data) {
    out.append("<?").append(target);
    if (!data.isEmpty()) {
      out.append(' ').append(data);
    }
    out.append("?>");
  }

  byte[] value() {
    flush(true);
    return digest.digest();
  }

  /** Never within a text: a character of two chars must not be torn apart. */
  private void flush(boolean all) {
    if (all || out.length() > BUFFER) {
      digest.update(out.toString().getBytes(StandardCharsets.UTF_8));
      out.setLength(0);
    }
  }

  private static String prefix(String qualified) {
    int colon = qualified.indexOf(':');
    return colon < 0 ? "" : qualified.substring(0, colon);
  }

  private void escaped(String text, boolean attribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '\r' -> out.append("&#xD;");
        case '>' -> out.append(attribute ? ">" : "&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\t' -> out.append(attribute ? "&#x9;" : "\t");
        case '\n' -> out.append(attribute ? "&#xA;" : "\n");
        default -> out.append(c);
      }
    }
  }
}
