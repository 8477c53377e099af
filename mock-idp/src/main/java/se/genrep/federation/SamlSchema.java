package se.genrep.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.validation.ValidatorHandler;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The XML schemas of SAML 2.0 protocol and metadata with the metadata extensions in use (DP-2-02).
 * They are the ones OpenSAML carries; only those that are needed are compiled, at first use, which
 * takes a third of the time of OpenSAML's whole set. What has no schema here is accepted wherever
 * the schemas allow foreign elements.
 */
public final class SamlSchema {

  /**
   * What the schema objects to.
   *
   * @param line counted from 1, or -1 when a tree without lines was checked
   */
  public record Fault(int line, String problem) {}

  private static final String[] SCHEMAS = {
    "saml-schema-protocol-2.0.xsd",
    "saml-schema-metadata-2.0.xsd",
    "sstc-saml-metadata-ui-v1.0.xsd",
    "sstc-metadata-attr.xsd",
    "sstc-saml-metadata-algsupport-v1.0.xsd",
    "sstc-saml-idp-discovery.xsd",
    "sstc-req-attr-ext.xsd",
    "xmldsig11-schema.xsd",
    "xenc11-schema.xsd"
  };

  /** Making a validator takes as long as validating a request; one serves one thread at a time. */
  private static final ThreadLocal<Validator> VALIDATOR =
      ThreadLocal.withInitial(() -> Compiled.SCHEMA.newValidator());

  private SamlSchema() {}

  /** The first fault of a document that is known to be well-formed and without DOCTYPE. */
  public static Optional<Fault> check(byte[] xml) {
    return check(new StreamSource(new ByteArrayInputStream(xml)));
  }

  /** The first fault of an element and what it holds. */
  public static Optional<Fault> check(Element element) {
    return check(new DOMSource(element));
  }

  /**
   * A validator for a stream of events. It goes on after a fault, and finds the next.
   *
   * @param faults told of each fault at the event that has it
   */
  public static ValidatorHandler stream(Consumer<Fault> faults) {
    ValidatorHandler handler = Compiled.SCHEMA.newValidatorHandler();
    handler.setErrorHandler(new EveryFault(faults));
    return handler;
  }

  private static Optional<Fault> check(Source source) {
    Validator validator = VALIDATOR.get();
    validator.reset();
    validator.setErrorHandler(new FirstFault());
    try {
      validator.validate(source);
      return Optional.empty();
    } catch (SAXParseException e) {
      return Optional.of(new Fault(e.getLineNumber(), readable(e.getMessage())));
    } catch (SAXException e) {
      return Optional.of(new Fault(-1, readable(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves out the rule's name and the namespaces: {@code cvc-…: Invalid … '{"urn:…":Name}'}. */
  private static String readable(String message) {
    String text = message == null ? "not valid" : message.replaceFirst("^cvc-[^:]*: ", "");
    text = text.replaceAll("\"[^\"]*\":", "").replaceAll("'\\{([^{}]*)}'", "'$1'");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** A holder, so that nothing is compiled before a document is checked. */
  private static final class Compiled {
    static final Schema SCHEMA = compile();

    private static Schema compile() {
      try {
        var ls =
            (DOMImplementationLS)
                DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setResourceResolver(
            (type, namespace, publicId, systemId, base) -> input(ls, systemId));
        Source[] sources = new Source[SCHEMAS.length];
        for (int i = 0; i < SCHEMAS.length; i++) {
          URL schema = resource(SCHEMAS[i]);
          sources[i] = new StreamSource(schema.openStream(), schema.toString());
        }
        return factory.newSchema(sources);
      } catch (SAXException | IOException | ReflectiveOperationException e) {
        throw new IllegalStateException("the SAML schemas do not compile", e);
      }
    }

    /** Schemas import each other by web addresses; they are all in the jar, and only there. */
    private static LSInput input(DOMImplementationLS ls, String systemId) {
      URL schema = resource(systemId.substring(systemId.lastIndexOf('/') + 1));
      LSInput input = ls.createLSInput();
      try {
        input.setByteStream(schema.openStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      input.setSystemId(schema.toString());
      return input;
    }

    private static URL resource(String name) {
      URL found = SAMLSchemaBuilder.class.getResource("/schema/" + name);
      if (found == null) {
        throw new IllegalStateException("OpenSAML has no schema '" + name + "'");
      }
      return found;
    }
  }

  private record EveryFault(Consumer<Fault> faults) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // A warning is no fault of the document.
    }

    @Override
    public void error(SAXParseException e) {
      faults.accept(new Fault(e.getLineNumber(), readable(e.getMessage())));
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }

  private static final class FirstFault implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // A warning is no fault of the document.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
