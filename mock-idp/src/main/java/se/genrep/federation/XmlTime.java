package se.genrep.federation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** xs:dateTime as SAML uses it; without a zone it is UTC (SAML core 1.3.3). */
public final class XmlTime {

  private static final DatatypeFactory FACTORY = factory();

  private XmlTime() {}

  /** The instant, or empty when the text is no xs:dateTime. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeException e) {
      return parseAny(text.strip());
    }
  }

  /** The forms that are rare: a zone offset, or none. */
  private static Optional<Instant> parseAny(String text) {
    try {
      var calendar = FACTORY.newXMLGregorianCalendar(text);
      if (!calendar.getXMLSchemaType().getLocalPart().equals("dateTime")) {
        return Optional.empty();
      }
      TimeZone utc = TimeZone.getTimeZone("UTC");
      return Optional.of(
          calendar
              .toGregorianCalendar(
                  calendar.getTimezone() == javax.xml.datatype.DatatypeConstants.FIELD_UNDEFINED
                      ? utc
                      : null,
                  null,
                  null)
              .toInstant());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static DatatypeFactory factory() {
    try {
      return DatatypeFactory.newInstance();
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML data types", e);
    }
  }
}
