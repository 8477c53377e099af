package se.genrep.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.genrep.idp.ErrorAnswer;
import se.genrep.idp.SignInRequest;

/** The compact form of {@link Pending} inside {@link SealedState}; a change needs a new version. */
final class PendingForm {

  private static final byte CHOICE = 1;
  private static final byte CONFIRMATION = 2;

  /** Far from the others, which grow in number. */
  private static final byte JOINING = 100;

  private PendingForm() {}

  static void write(Pending pending, DataOutputStream out) throws IOException {
    if (pending instanceof Pending.Choice choice) {
      out.writeByte(CHOICE);
      write(choice.request(), out);
    } else if (pending instanceof Pending.Confirmation confirmation) {
      out.writeByte(CONFIRMATION);
      write(confirmation.error(), out);
    } else if (pending instanceof Pending.Joining) {
      out.writeByte(JOINING);
    }
  }

  static Pending read(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case CHOICE -> new Pending.Choice(request(in));
      case CONFIRMATION -> new Pending.Confirmation(error(in));
      case JOINING -> new Pending.Joining();
      default -> throw new IOException("no such kind of state: " + kind);
    };
  }

  private static void write(SignInRequest request, DataOutputStream out) throws IOException {
    text(request.id(), out);
    text(request.serviceProvider(), out);
    text(request.acsUrl(), out);
    text(request.relayState(), out);
    out.writeShort(request.contexts().size());
    for (String context : request.contexts()) {
      text(context, out);
    }
    text(request.nameIdFormat(), out);
    out.writeBoolean(request.forceAuthn());
    out.writeBoolean(request.passive());
    out.writeInt(request.attributeConsumingService());
    out.writeShort(request.principalSelection().size());
    for (Map.Entry<String, String> wanted : request.principalSelection().entrySet()) {
      text(wanted.getKey(), out);
      text(wanted.getValue(), out);
    }
    time(request.received(), out);
  }

  private static SignInRequest request(DataInputStream in) throws IOException {
    return new SignInRequest(
        text(in),
        text(in),
        text(in),
        text(in),
        texts(in),
        text(in),
        in.readBoolean(),
        in.readBoolean(),
        in.readInt(),
        pairs(in),
        time(in));
  }

  private static void write(ErrorAnswer error, DataOutputStream out) throws IOException {
    text(error.issuer(), out);
    text(error.serviceProvider(), out);
    text(error.inResponseTo(), out);
    text(error.acsUrl(), out);
    text(error.relayState(), out);
    text(error.topStatus(), out);
    text(error.secondStatus(), out);
    text(error.message(), out);
    time(error.issueInstant(), out);
  }

  private static ErrorAnswer error(DataInputStream in) throws IOException {
    return new ErrorAnswer(
        text(in), text(in), text(in), text(in), text(in), text(in), text(in), text(in), time(in));
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(in));
    }
    return List.copyOf(texts);
  }

  private static Map<String, String> pairs(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      pairs.put(text(in), text(in));
    }
    return Collections.unmodifiableMap(pairs);
  }

  /** Not writeUTF, whose limit of 64 kB a RelayState could pass; -1 stands for null. */
  private static void text(String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void time(Instant instant, DataOutputStream out) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant time(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
