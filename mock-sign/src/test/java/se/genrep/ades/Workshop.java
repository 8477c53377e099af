package se.genrep.ades;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.pki.KeyType;
import se.genrep.pki.TestPki;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.CertType;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.Revocations;
import se.genrep.trust.SigningAuthority;
import se.genrep.trust.TimestampAuthority;
import se.genrep.trust.TrustAddresses;

/** A signing PKI, documents, and a person who signs them. */
final class Workshop {

  final Clock clock = Clock.systemUTC();
  final SigningAuthority authority =
      new SigningAuthority(
          TestPki.inMemory(clock), TrustAddresses.of("http://localhost:8480"), clock);
  final RevocationStatus status = new RevocationStatus(authority, Revocations.inMemory(), clock);
  final TimestampAuthority timestamps = new TimestampAuthority(authority, clock);
  final DocumentSigner signer = new DocumentSigner(authority, status, timestamps, clock);
  final Verifier verifier = new Verifier(List.of(authority.root()), Optional.of(status), clock);
  final TestPerson person = Cast.load().person("ordinary-woman");

  /** The last chain that a document was signed with. */
  List<X509Certificate> chain = List.of();

  byte[] sign(Document document, Format format, Level level) {
    return sign(document, new SigningOptions(format, level), KeyType.P_256);
  }

  byte[] sign(Document document, SigningOptions options, KeyType type) {
    KeyPair keys = type.generate();
    chain =
        authority.issue(
            PersonCertificate.of(
                person, LevelOfAssurance.LOA3, CertType.PKC, keys.getPublic(), clock.instant()));
    return signer.sign(document, options, keys, chain);
  }

  Verdict verify(byte[] signed, Format format) {
    return verifier.verify(new Document("signed." + format.extension(), signed));
  }

  static Document documentFor(Format format) {
    return switch (format) {
      case PADES -> pdf("Jag köper cykeln för 100 kronor.");
      case XADES -> xml("<order><price>100</price></order>");
      case CADES, JADES, ASIC_E, ASIC_S -> text("Jag köper cykeln för 100 kronor.");
    };
  }

  static Document text(String text) {
    return new Document("order.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  static Document xml(String text) {
    return new Document("order.xml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A PDF of one page. */
  static Document pdf(String text) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(text);
        content.endText();
      }
      document.save(out);
      return new Document("order.pdf", out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
