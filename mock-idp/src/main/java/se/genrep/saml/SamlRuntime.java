package se.genrep.saml;

import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;

/** Brings up OpenSAML and Santuario once per JVM. */
public final class SamlRuntime {

  private static final boolean STARTED;

  static {
    // Must be set before any Santuario class loads; otherwise base64 comes out with CRLF (&#13;).
    System.setProperty("org.apache.xml.security.ignoreLineBreaks", "true");
    org.apache.xml.security.Init.init();
    STARTED = org.apache.xml.security.Init.isInitialized();
  }

  private SamlRuntime() {}

  /** Makes sure that Santuario is ready; returns at once after the first call. */
  public static void start() {
    if (!STARTED) {
      throw new IllegalStateException("the XML security library did not start");
    }
  }

  /** Makes sure that OpenSAML's builders and unmarshallers are registered. */
  public static void startOpenSaml() {
    start();
    OpenSaml.start();
  }

  private static final class OpenSaml {
    static {
      try {
        InitializationService.initialize();
      } catch (InitializationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    static void start() {
      // Loading the class did the work.
    }
  }
}
