// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import org.jspecify.annotations.Nullable;

/**
 * When a shard of charges is to be swept: each midnight of event time what is too old is forgotten.
 * Its bytes are of version 1.
 */
public final class ShardClock {
  private static final int VERSION = 1;
  private static final long DAY_MS = 86_400_000L;

  private long sweepMs;

  private ShardClock(long sweepMs) {
    this.sweepMs = sweepMs;
  }

  /** Not begun, or as its bytes say. */
  public static ShardClock of(byte @Nullable [] bytes) {
    return new ShardClock(
        bytes == null ? Long.MAX_VALUE : LedgerReader.of(bytes, VERSION).signed());
  }

  /** Its bytes. */
  public byte[] toBytes() {
    return new LedgerWriter().put(VERSION).signed(sweepMs).toBytes();
  }

  /** Start of the day of a time. */
  public static long dayOf(long atMs) {
    return Math.floorDiv(atMs, DAY_MS) * DAY_MS;
  }

  /** Makes sure that the next midnight is waited for. */
  public void begin(long nowMs) {
    if (isOver()) {
      sweepMs = dayOf(nowMs) + DAY_MS;
    }
  }

  /** Whether midnight has come. */
  public boolean isDue(long nowMs) {
    return nowMs >= sweepMs;
  }

  /** Goes on after a sweep, or waits for nothing where nothing is left. */
  public void swept(long nowMs, boolean left) {
    sweepMs = left ? dayOf(nowMs) + DAY_MS : Long.MAX_VALUE;
  }

  /** When it is to be swept next, {@link Long#MAX_VALUE} when there is nothing to sweep. */
  public long sweepMs() {
    return sweepMs;
  }

  /** Whether there is nothing to sweep. */
  public boolean isOver() {
    return sweepMs == Long.MAX_VALUE;
  }
}
