// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;

/** Arithmetic of event time in ticks. */
final class SignalClock {
  static final long TICK_MS = SignalBatch.TICK_MS;

  private SignalClock() {}

  /**
   * The first full second at or after a time that still lies ahead, so that wakes never coincide
   * with folds.
   */
  static long nextFullSecond(long wantedMs, long nowMs) {
    if (wantedMs == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    long atLeast = Math.max(wantedMs, nowMs + 1);
    return -Math.floorDiv(-atLeast, TICK_MS) * TICK_MS;
  }
}
