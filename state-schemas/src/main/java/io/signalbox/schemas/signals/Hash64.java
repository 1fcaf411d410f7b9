// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 64-bit hash behind every stored identity. It is part of the state schema: changing it loses
 * all baselines. The finalizer is that of MurmurHash3 (Appleby, public domain).
 */
public final class Hash64 {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long PRIME = 0xff51afd7ed558ccdL;

  private Hash64() {}

  /** Hash of so many bytes from an offset. */
  public static long of(byte[] bytes, int offset, int length) {
    long hash = GOLDEN ^ length;
    int end = offset + length;
    int at = offset;
    for (; at + 8 <= end; at += 8) {
      hash = (hash ^ (long) WORD.get(bytes, at)) * PRIME;
      hash ^= hash >>> 32;
    }
    long tail = 0;
    for (int shift = 0; at < end; at++, shift += 8) {
      tail |= (bytes[at] & 0xffL) << shift;
    }
    return mix(hash ^ tail);
  }

  /** Hash of two hashes in this order. */
  public static long pair(long first, long second) {
    return pairOfMixed(mix(first), second);
  }

  /** The same of a first hash that was mixed already, as one that is paired with many is. */
  static long pairOfMixed(long first, long second) {
    return mix(first + second * GOLDEN);
  }

  /** Spreads every bit of a number over all bits. */
  public static long mix(long number) {
    long hash = number;
    hash = (hash ^ (hash >>> 33)) * PRIME;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
