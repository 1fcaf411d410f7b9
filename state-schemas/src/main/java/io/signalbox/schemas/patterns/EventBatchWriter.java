// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Writes a batch event by event. Of an event its section has the key, the milliseconds since the
 * tick began (2) and the fields, as {@link PatternEventCodec} writes them.
 */
public final class EventBatchWriter {
  private static final int SECTION = 256;

  private final int shard;
  private final long tickMs;
  private final List<Section> sections = new ArrayList<>(2);
  private int bytes;

  /**
   * Events of a type.
   *
   * @param start where they begin in {@code out}, behind their type and their length
   */
  private record Section(String type, int start, DataOutputSerializer out) {}

  /** Starts a batch without events. */
  public EventBatchWriter(int shard, long tickMs) {
    this.shard = shard;
    this.tickMs = tickMs;
  }

  /** Adds an event of its shard and tick. */
  public void add(PatternEvent event) {
    try {
      DataOutputSerializer out = section(event.type());
      int before = out.length();
      PatternEventCodec.text(event.key(), out);
      out.writeShort((int) (event.timeMs() - tickMs));
      PatternEventCodec.fields(event.fields(), out);
      bytes += out.length() - before;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Reads back what {@link #add} wrote. */
  static PatternEvent read(long tickMs, String type, DataInputView in) throws IOException {
    String key = PatternEventCodec.text(in);
    long timeMs = tickMs + in.readShort();
    return new PatternEvent(key, timeMs, type, PatternEventCodec.fields(in));
  }

  private DataOutputSerializer section(String type) throws IOException {
    for (Section section : sections) {
      if (section.type.equals(type)) {
        return section.out;
      }
    }
    DataOutputSerializer out = new DataOutputSerializer(SECTION);
    PatternEventCodec.text(type, out);
    out.writeInt(0);
    Section added = new Section(type, out.length(), out);
    sections.add(added);
    bytes += out.length();
    return out;
  }

  /** Bytes of the batch so far. */
  public int bytes() {
    return bytes;
  }

  /** The batch; nothing is added afterwards. */
  public EventBatch toBatch() {
    byte[] all = new byte[bytes];
    int at = 0;
    for (Section section : sections) {
      int length = section.out.length();
      System.arraycopy(section.out.getSharedBuffer(), 0, all, at, length);
      ByteBuffer.wrap(all).putInt(at + section.start - Integer.BYTES, length - section.start);
      at += length;
    }
    return new EventBatch(shard, tickMs, all);
  }
}
