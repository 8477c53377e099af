package se.genrep.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import se.genrep.registry.Namespace;

/** The prefixes in XPaths, whatever the document itself uses. */
public final class Prefixes {

  private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();
  private static final Map<String, String> BY_NAMESPACE = new LinkedHashMap<>();

  static {
    add("md", Namespace.MD);
    add("saml", Namespace.SAML2);
    add("mdattr", Namespace.MDATTR);
    add("mdui", Namespace.MDUI);
    add("alg", Namespace.ALG);
    add("ds", Namespace.DS);
    add("xenc", Namespace.XENC);
    add("xenc11", Namespace.XENC11);
    add("shibmd", Namespace.SHIBMD);
    add("idpdisc", Namespace.IDPDISC);
    add("hoksso", Namespace.HOKSSO);
    add("psc", Namespace.PSC);
    add("mdorgext", Namespace.MDORGEXT);
    add("mdrpi", "urn:oasis:names:tc:SAML:metadata:rpi");
  }

  private Prefixes() {}

  private static void add(String prefix, String namespace) {
    BY_PREFIX.put(prefix, namespace);
    BY_NAMESPACE.put(namespace, prefix);
  }

  /** Prefix to namespace. */
  public static Map<String, String> all() {
    return Map.copyOf(BY_PREFIX);
  }

  /** The step of an XPath to the n-th child with the name; a name without a prefix is spelt out. */
  static String step(String namespace, String localName, int position) {
    String prefix = BY_NAMESPACE.get(namespace);
    String name =
        prefix != null
            ? prefix + ":" + localName
            : "*[local-name()='"
                + localName
                + "' and namespace-uri()='"
                + (namespace == null ? "" : namespace.replace("'", "%27"))
                + "']";
    return "/" + name + "[" + position + "]";
  }
}
