// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.io.IOException;
import java.util.function.Function;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What a fold remembers of a key: when its pending wake timer fires, and its state, as bytes or
 * decoded. Mutable; where it is kept decoded, what is stored and what is worked on are one object.
 */
final class Block<S> {
  /** Time of the registered wake timer, {@link Long#MAX_VALUE} when there is none. */
  long wakeMs = Long.MAX_VALUE;

  private byte @Nullable [] bytes;
  private @Nullable S state;
  private @Nullable Function<S, byte[][]> encoding;

  /** Of a key of which nothing is known, when there are no bytes. */
  Block(long wakeMs, byte @Nullable [] bytes) {
    this.wakeMs = wakeMs;
    this.bytes = bytes;
  }

  /**
   * The decoded state.
   *
   * @param decode makes it of bytes
   * @param encode makes bytes of it, whenever they are wanted: parts to be put one after the other,
   *     which may belong to the state
   */
  synchronized S state(Function<byte @Nullable [], S> decode, Function<S, byte[][]> encode) {
    S known = state;
    if (known == null) {
      known = decode.apply(bytes);
      state = known;
      encoding = encode;
      bytes = null;
    }
    return known;
  }

  /**
   * A block for the task to go on with, while a snapshot writes this one. The decoded state goes
   * over and this one keeps its bytes, so that a state is copied once, what lives on stays where it
   * is in memory, and what was copied is garbage as soon as it is written.
   */
  synchronized Block<S> handOver() {
    byte[] now = toBytes();
    Block<S> next = new Block<>(wakeMs, state == null ? now : null);
    next.state = state;
    next.encoding = encoding;
    bytes = now;
    state = null;
    encoding = null;
    return next;
  }

  /** Puts the state away as bytes. */
  synchronized void putAway() {
    bytes = toBytes();
    state = null;
    encoding = null;
  }

  /** The bytes of the state as it is now, not to be changed by it. */
  synchronized byte[] toBytes() {
    if (state == null && bytes != null) {
      return bytes;
    }
    byte[][] parts = parts();
    byte[] whole = new byte[lengthOf(parts)];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  /**
   * Writes the number of bytes, the wake time and the bytes of the state as they are now.
   * Synchronized because an asynchronous snapshot may write an old block while it is copied for the
   * task to go on with, and writes a state's own bytes without a copy.
   */
  synchronized void write(DataOutputView out) throws IOException {
    byte[][] parts = parts();
    out.writeInt(Long.BYTES + lengthOf(parts));
    out.writeLong(wakeMs);
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  private byte[][] parts() {
    S known = state;
    if (known != null && encoding != null) {
      return encoding.apply(known);
    }
    if (bytes == null) {
      throw new IllegalStateException("a block that was never filled");
    }
    return new byte[][] {bytes};
  }

  private static int lengthOf(byte[][] parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    return length;
  }
}
