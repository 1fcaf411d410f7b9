// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a fold stores of a key: the time of its pending wake timer (8 bytes, big endian), then the
 * state's own versioned bytes.
 *
 * @param wakeMs time of the registered wake timer, {@link Long#MAX_VALUE} when there is none
 * @param state the decoded state
 */
record Block<S>(long wakeMs, S state) {

  static <S> Block<S> read(byte @Nullable [] stored, Function<byte @Nullable [], S> decode) {
    if (stored == null) {
      return new Block<>(Long.MAX_VALUE, decode.apply(null));
    }
    byte[] bytes = new byte[stored.length - Long.BYTES];
    System.arraycopy(stored, Long.BYTES, bytes, 0, bytes.length);
    return new Block<>(ByteBuffer.wrap(stored).getLong(), decode.apply(bytes));
  }

  static byte[] write(long wakeMs, byte[] bytes) {
    return ByteBuffer.allocate(Long.BYTES + bytes.length).putLong(wakeMs).put(bytes).array();
  }
}
