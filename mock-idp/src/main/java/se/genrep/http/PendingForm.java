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
import se.genrep.idp.MatchValue;
import se.genrep.idp.Scoping;
import se.genrep.idp.SignInRequest;
import se.genrep.idp.SsoSession;
import se.genrep.idp.message.MessageFormat;
import se.genrep.idp.message.SignMessage;
import se.genrep.idp.message.UserMessage;
import se.genrep.idp.sap.SadRequest;
import se.genrep.registry.Attribute;

/** The compact form of {@link Pending} inside {@link SealedState}; a change needs a new version. */
final class PendingForm {

  private static final byte CHOICE = 1;
  private static final byte CONFIRMATION = 2;
  private static final byte SIGNING = 3;

  /** Far from the others, which grow in number. */
  private static final byte JOINING = 100;

  private PendingForm() {}

  static void write(Pending pending, DataOutputStream out) throws IOException {
    if (pending instanceof Pending.Choice choice) {
      out.writeByte(CHOICE);
      write(choice.request(), out);
    } else if (pending instanceof Pending.Signing signing) {
      out.writeByte(SIGNING);
      write(signing.request(), out);
      text(signing.person(), out);
      text(signing.context(), out);
      out.writeBoolean(signing.unbound());
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
      case SIGNING -> new Pending.Signing(request(in), text(in), text(in), in.readBoolean());
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
    texts(request.contexts(), out);
    text(request.nameIdFormat(), out);
    out.writeBoolean(request.forceAuthn());
    out.writeBoolean(request.passive());
    out.writeInt(request.attributeConsumingService());
    out.writeShort(request.principalSelection().size());
    for (MatchValue wanted : request.principalSelection()) {
      text(wanted.attribute().oidName(), out);
      text(wanted.value(), out);
    }
    write(request.userMessage(), out);
    write(request.signMessage(), out);
    texts(request.scoping().providers(), out);
    texts(request.scoping().requesters(), out);
    out.writeInt(request.scoping().proxyCount());
    write(request.sadRequest(), out);
    text(request.certificate(), out);
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
        matchValues(in),
        userMessage(in),
        signMessage(in),
        new Scoping(texts(in), texts(in), in.readInt()),
        sadRequest(in),
        text(in),
        time(in));
  }

  private static List<MatchValue> matchValues(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<MatchValue> wanted = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      Attribute attribute =
          Attribute.of(name).orElseThrow(() -> new IOException("no such attribute: " + name));
      wanted.add(new MatchValue(attribute, text(in)));
    }
    return List.copyOf(wanted);
  }

  private static void write(UserMessage message, DataOutputStream out) throws IOException {
    text(message == null ? null : message.format().name(), out);
    if (message != null) {
      out.writeShort(message.texts().size());
      for (Map.Entry<String, String> version : message.texts().entrySet()) {
        text(version.getKey(), out);
        text(version.getValue(), out);
      }
    }
  }

  private static UserMessage userMessage(DataInputStream in) throws IOException {
    String format = text(in);
    return format == null ? null : new UserMessage(MessageFormat.valueOf(format), pairs(in));
  }

  private static void write(SignMessage message, DataOutputStream out) throws IOException {
    text(message == null ? null : message.format().name(), out);
    if (message != null) {
      text(message.text(), out);
      out.writeBoolean(message.mustShow());
    }
  }

  private static SignMessage signMessage(DataInputStream in) throws IOException {
    String format = text(in);
    return format == null
        ? null
        : new SignMessage(MessageFormat.valueOf(format), text(in), in.readBoolean());
  }

  private static void write(SadRequest request, DataOutputStream out) throws IOException {
    text(request == null ? null : request.id(), out);
    if (request != null) {
      text(request.requester(), out);
      text(request.signRequest(), out);
      out.writeInt(request.documents());
      text(request.version(), out);
    }
  }

  private static SadRequest sadRequest(DataInputStream in) throws IOException {
    String id = text(in);
    return id == null ? null : new SadRequest(id, text(in), text(in), in.readInt(), text(in));
  }

  static void write(SsoSession session, DataOutputStream out) throws IOException {
    text(session.id(), out);
    text(session.person(), out);
    text(session.context(), out);
    time(session.authenticated(), out);
    texts(session.delivered(), out);
    text(session.certificate(), out);
  }

  static SsoSession session(DataInputStream in) throws IOException {
    return new SsoSession(text(in), text(in), text(in), time(in), texts(in), text(in));
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

  private static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      text(text, out);
    }
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
