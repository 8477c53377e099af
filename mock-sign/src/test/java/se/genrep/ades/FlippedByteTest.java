package se.genrep.ades;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.input.BadInput;

/** EIDAS26-d-01 and 02: one bit of what is signed, wherever it is, makes the verdict another. */
class FlippedByteTest {

  private static final Workshop SHOP = new Workshop();
  private static final int SAMPLE = 40;
  private static final long SEED = 26;

  /** Positions in a file that the signature covers. */
  private record Covered(byte[] file, List<Integer> positions) {}

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"PADES", "XADES", "CADES", "JADES"})
  void aFlippedBitIsNoticed(Format format) throws Exception {
    Covered covered = covered(format);
    assertTrue(covered.positions().size() > SAMPLE, covered.positions().size() + " positions");
    new Random(SEED)
        .ints(SAMPLE, 0, covered.positions().size())
        .map(covered.positions()::get)
        .forEach(position -> assertNoticed(covered.file(), position, format));
  }

  @Test
  void everyBitOfASmallFileIsNoticed() throws Exception {
    Covered covered = covered(Format.CADES);
    for (int position : covered.positions()) {
      assertNoticed(covered.file(), position, Format.CADES);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"ASIC_E", "ASIC_S"})
  void everyByteOfADocumentInAContainerIsNoticed(Format format) throws Exception {
    byte[] file = SHOP.sign(Workshop.documentFor(format), format, Level.B);
    int length = Workshop.documentFor(format).content().length;
    for (int i = 0; i < length; i++) {
      assertNotBelieved(withFlipped(file, "order.txt", i), format, "byte " + i);
    }
  }

  private static Covered covered(Format format) throws IOException {
    byte[] file = SHOP.sign(Workshop.documentFor(format), format, Level.B);
    List<Integer> positions = new ArrayList<>();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    switch (format) {
      case PADES -> {
        try (var pdf = Loader.loadPDF(file)) {
          int[] range = pdf.getLastSignatureDictionary().getByteRange();
          add(positions, range[0], range[0] + range[1]);
          add(positions, range[2], range[2] + range[3]);
        }
      }
      case XADES -> {
        add(positions, text.indexOf("<order>"), text.indexOf("<ds:Signature"));
        add(positions, text.indexOf("<ds:SignedInfo"), text.indexOf("</ds:SignedInfo"));
        add(
            positions,
            text.indexOf("<xades:SignedProperties"),
            text.indexOf("</xades:SignedProperties"));
      }
      case CADES -> {
        try {
          CMSSignedData cms = new CMSSignedData(file);
          addPart(positions, text, (byte[]) cms.getSignedContent().getContent());
          var signer = cms.getSignerInfos().iterator().next();
          byte[] attributes = signer.getEncodedSignedAttributes();
          // In the file the set has the tag [0] instead, which is not signed (RFC 5652, 5.4).
          addPart(positions, text, Arrays.copyOfRange(attributes, 1, attributes.length));
          addPart(positions, text, signer.getSignature());
        } catch (org.bouncycastle.cms.CMSException e) {
          throw new AssertionError(e);
        }
      }
      case JADES -> {
        for (String name : List.of("payload", "protected", "signature")) {
          int from = text.indexOf("\"" + name + "\":\"") + name.length() + 4;
          // The last letter of base64url has bits that stand for nothing.
          add(positions, from, text.indexOf('"', from) - 1);
        }
      }
      default -> throw new IllegalArgumentException(format.word());
    }
    return new Covered(file, positions);
  }

  private static void add(List<Integer> positions, int from, int to) {
    assertTrue(from >= 0 && to > from, from + " to " + to);
    IntStream.range(from, to).forEach(positions::add);
  }

  private static void addPart(List<Integer> positions, String file, byte[] part) {
    int from = file.indexOf(new String(part, StandardCharsets.ISO_8859_1));
    add(positions, from, from + part.length);
  }

  private static void assertNoticed(byte[] file, int position, Format format) {
    byte[] flipped = file.clone();
    flipped[position] ^= 1;
    assertNotBelieved(flipped, format, "byte " + position);
  }

  private static void assertNotBelieved(byte[] file, Format format, String what) {
    try {
      assertFalse(SHOP.verify(file, format).advanced(), format + ": " + what);
    } catch (BadInput noticed) {
      assertTrue(noticed.getMessage().startsWith("signed."), noticed.getMessage());
    }
  }

  private static byte[] withFlipped(byte[] zip, String name, int position) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals(name)) {
          content[position] ^= 1;
        }
        copy.putNextEntry(new ZipEntry(entry.getName()));
        copy.write(content);
        copy.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
