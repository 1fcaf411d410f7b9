// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.util.concurrent.atomic.LongAdder;

/**
 * A sum over the matches of this process by which two engines are compared, whatever their order.
 * Static because the operators are made by Flink, out of reach.
 */
final class MatchDigest {
  private static final LongAdder COUNT = new LongAdder();
  private static final LongAdder SUM = new LongAdder();

  private MatchDigest() {}

  /** Adds a match by its key and the times of its three events. */
  static void add(String key, long firstMs, long secondMs, long thirdMs) {
    COUNT.increment();
    long hash = key.hashCode();
    for (long timeMs : new long[] {firstMs, secondMs, thirdMs}) {
      hash = (hash ^ timeMs) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    SUM.add(hash);
  }

  static long count() {
    return COUNT.sum();
  }

  static String sum() {
    return Long.toHexString(SUM.sum());
  }
}
