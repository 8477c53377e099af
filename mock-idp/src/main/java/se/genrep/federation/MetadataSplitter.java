package se.genrep.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import se.genrep.saml.Xml;

/**
 * Finds the md:EntityDescriptor elements of a document in one pass over its bytes, without building
 * a tree, so that an aggregate of any size costs little. It looks at tags only and judges nothing:
 * each part, and what is left without the parts, is put to a real parser afterwards.
 *
 * <p>Bytes of any encoding that agrees with ASCII on {@code < > ' "} and letters; others have to be
 * turned into UTF-8 first.
 */
final class MetadataSplitter {

  /**
   * Stands for the entities of a group in what is left of a document, which then still has the form
   * that the schema wants.
   */
  private static final byte[] PLACEHOLDER =
      ("<m:EntityDescriptor xmlns:m=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"urn:x\">"
              + "<m:AffiliationDescriptor affiliationOwnerID=\"urn:x\">"
              + "<m:AffiliateMember>urn:x</m:AffiliateMember></m:AffiliationDescriptor>"
              + "</m:EntityDescriptor>")
          .getBytes(StandardCharsets.US_ASCII);

  private static final int WINDOW = 1 << 16;

  /** A longer start tag around entities is not looked at; the parser will say what is wrong. */
  private static final int LONGEST_TAG = 1 << 16;

  /** What was found. The rest has the entities' line breaks, so that its lines are right. */
  record Split(List<MetadataPart> parts, List<MetadataGroup> groups, byte[] rest) {}

  private enum State {
    TEXT,
    OPENED,
    START_TAG,
    END_TAG,
    INSTRUCTION,
    DECLARATION,
    COMMENT,
    CDATA
  }

  private record Level(MetadataGroup group, Declarations declarations) {}

  private final boolean keep;
  private final List<MetadataPart> parts = new ArrayList<>();
  private final List<MetadataGroup> groups = new ArrayList<>();
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private final Deque<Level> around = new ArrayDeque<>();
  private boolean placed;

  private State state = State.TEXT;
  private byte quote;
  private byte before;
  private byte beforeThat;
  private final StringBuilder opening = new StringBuilder(8);
  private final ByteArrayOutputStream tag = new ByteArrayOutputStream();

  /** The depth inside an entity, or inside another child of a group; 0 for outside. */
  private int depth;

  private boolean inEntity;
  private boolean rootSeen;
  private int line = 1;
  private int tagLine;
  private long tagOffset;
  private MetadataPart current;
  private final ByteArrayOutputStream entity = new ByteArrayOutputStream();

  private MetadataSplitter(boolean keep) {
    this.keep = keep;
  }

  /**
   * @param keep whether the parts keep their bytes, for a document that is not a file
   */
  static Split split(InputStream in, boolean keep) throws IOException {
    MetadataSplitter splitter = new MetadataSplitter(keep);
    byte[] window = new byte[WINDOW];
    long start = 0;
    for (int read = in.read(window); read >= 0; read = in.read(window)) {
      splitter.take(window, read, start);
      start += read;
    }
    splitter.end();
    return new Split(
        List.copyOf(splitter.parts), List.copyOf(splitter.groups), splitter.rest.toByteArray());
  }

  private void take(byte[] window, int length, long start) {
    int done = 0; // what of the window has been passed on
    for (int i = 0; i < length; i++) {
      byte b = window[i];
      if (b == '\n') {
        line++;
      }
      switch (state) {
        case TEXT -> {
          if (b == '<') {
            state = State.OPENED;
            tagOffset = start + i;
            tagLine = line;
            if (!inEntity) {
              rest.write(window, done, i - done);
              done = i;
              tag.reset();
            }
          }
        }
        case OPENED -> {
          opening.setLength(0);
          quote = 0;
          state =
              switch (b) {
                case '/' -> State.END_TAG;
                case '?' -> State.INSTRUCTION;
                case '!' -> State.DECLARATION;
                default -> State.START_TAG;
              };
        }
        case START_TAG -> {
          if (quote != 0) {
            quote = b == quote ? 0 : quote;
          } else if (b == '"' || b == '\'') {
            quote = b;
          } else if (b == '>') {
            state = State.TEXT;
            done = startTag(window, done, i + 1, before == '/');
          }
        }
        case END_TAG -> {
          if (b == '>') {
            state = State.TEXT;
            done = endTag(window, done, i + 1);
          }
        }
        case INSTRUCTION -> state = b == '>' && before == '?' ? State.TEXT : state;
        case DECLARATION -> {
          opening.append((char) (b & 0xff));
          if (opening.indexOf("--") == 0) {
            state = State.COMMENT;
            beforeThat = 0;
            before = 0;
            continue;
          } else if (opening.indexOf("[CDATA[") == 0) {
            state = State.CDATA;
          } else if (b == '>' || opening.length() > 7) {
            state = State.TEXT; // a DOCTYPE, which the parser refuses
          }
        }
        case COMMENT -> state = b == '>' && before == '-' && beforeThat == '-' ? State.TEXT : state;
        case CDATA -> state = b == '>' && before == ']' && beforeThat == ']' ? State.TEXT : state;
        default -> throw new IllegalStateException("no such state");
      }
      beforeThat = before;
      before = b;
    }
    pass(window, done, length);
  }

  /** Passes bytes on to where they belong. */
  private void pass(byte[] window, int from, int to) {
    if (inEntity) {
      entity.write(window, from, to - from);
    } else if (state == State.START_TAG || state == State.OPENED) {
      tag.write(window, from, to - from);
    } else {
      rest.write(tag.toByteArray(), 0, tag.size());
      tag.reset();
      rest.write(window, from, to - from);
    }
  }

  private int startTag(byte[] window, int from, int to, boolean closed) {
    if (depth > 0) {
      depth += closed ? 0 : 1;
      if (!inEntity) {
        pass(window, from, to);
        return to;
      }
      return from;
    }
    tag.write(window, from, to - from);
    StartTag read = StartTag.read(tag.size() > LONGEST_TAG ? new byte[0] : tag.toByteArray());
    boolean outermost = !rootSeen;
    rootSeen = true;
    Level level = around.peek();
    if (read.isNamed("EntityDescriptor") && (outermost || level != null)) {
      beginEntity(read, level, closed);
      return to;
    }
    if (read.isNamed("EntitiesDescriptor")
        && (outermost || level != null)
        && around.size() < Xml.MOST_DEPTH) {
      MetadataGroup group = new MetadataGroup(level == null ? null : level.group());
      groups.add(group);
      if (!closed) {
        around.push(
            new Level(
                group,
                (level == null ? Declarations.NONE : level.declarations())
                    .and(read.declarations())));
        placed = false;
      }
    } else {
      depth = closed ? 0 : 1;
    }
    rest.write(tag.toByteArray(), 0, tag.size());
    tag.reset();
    return to;
  }

  private void beginEntity(StartTag read, Level level, boolean closed) {
    entity.reset();
    entity.write(tag.toByteArray(), 0, tag.size());
    tag.reset();
    Declarations outer = level == null ? Declarations.NONE : level.declarations();
    current =
        new MetadataPart(
            read.attribute("entityID").strip(),
            tagOffset,
            0,
            read.nameEnd(),
            tagLine,
            outer.without(read.declarations()),
            level == null ? null : level.group(),
            null);
    inEntity = true;
    depth = 1;
    if (closed) {
      endEntity();
    }
  }

  private int endTag(byte[] window, int from, int to) {
    if (depth > 0) {
      depth--;
      if (inEntity && depth == 0) {
        entity.write(window, from, to - from);
        endEntity();
        return to;
      }
      if (inEntity) {
        return from;
      }
    } else if (!around.isEmpty()) {
      around.pop();
      placed = true; // what follows in the outer group has had a child
    }
    pass(window, from, to);
    return to;
  }

  private void endEntity() {
    byte[] raw = entity.toByteArray();
    parts.add(
        new MetadataPart(
            current.entityId(),
            current.offset(),
            raw.length,
            current.nameEnd(),
            current.line(),
            current.declarations(),
            current.group(),
            keep ? raw : null));
    if (!placed) {
      rest.writeBytes(PLACEHOLDER);
      placed = true;
    }
    for (byte b : raw) {
      if (b == '\n') {
        rest.write('\n');
      }
    }
    entity.reset();
    inEntity = false;
    depth = 0;
  }

  /** What was cut off goes to the rest as it is, and the parser finds the end missing there. */
  private void end() {
    rest.writeBytes(tag.toByteArray());
    if (inEntity) {
      rest.writeBytes(entity.toByteArray());
    }
  }
}
