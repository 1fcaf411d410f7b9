// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

/** Wall time that only goes forward: epoch nanoseconds, set once when the process begins. */
final class WallClock {
  private static final long OFFSET = System.currentTimeMillis() * 1_000_000 - System.nanoTime();

  private WallClock() {}

  static long nanos() {
    return OFFSET + System.nanoTime();
  }
}
