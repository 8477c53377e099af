package se.genrep.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import se.genrep.protocol.Malformed;
import se.genrep.protocol.SignRequest;
import se.genrep.saml.Xml;
import se.genrep.saml.XmlNode;

/**
 * A signature that waits for its signer to be authenticated: what travels, sealed, with the
 * browser.
 *
 * @param request as it was accepted
 * @param authnRequest the ID of the request to the identity provider
 * @param sadRequest the ID of the SADRequest in it, if there is one
 * @param levels the authentication contexts that were asked for
 * @param asked when
 */
record PendingSignature(
    SignRequest request,
    String authnRequest,
    Optional<String> sadRequest,
    List<String> levels,
    Instant asked) {

  PendingSignature {
    levels = List.copyOf(levels);
  }

  /** In short: the request is compressed, since cookies are small. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out =
        new DataOutputStream(
            new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true)))) {
      out.writeUTF(authnRequest);
      out.writeUTF(sadRequest.orElse(""));
      out.writeByte(levels.size());
      for (String level : levels) {
        out.writeUTF(level);
      }
      out.writeLong(asked.toEpochMilli());
      // The signature did its work, and base64 of certificates does not compress.
      byte[] xml = Xml.bytes(request.write().element());
      out.writeInt(xml.length);
      out.write(xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What {@link #bytes} gave, unchanged. */
  static PendingSignature of(byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true)))) {
      String authnRequest = in.readUTF();
      String sadRequest = in.readUTF();
      int count = in.readUnsignedByte();
      List<String> levels = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        levels.add(in.readUTF());
      }
      Instant asked = Instant.ofEpochMilli(in.readLong());
      SignRequest request =
          SignRequest.unsigned(XmlNode.root(Xml.parse(in.readNBytes(in.readInt()))));
      return new PendingSignature(
          request,
          authnRequest,
          Optional.of(sadRequest).filter(id -> !id.isEmpty()),
          levels,
          asked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Malformed e) {
      throw new IllegalStateException("a request of our own cannot be read again", e);
    }
  }
}
