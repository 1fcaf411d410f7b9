// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.load;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many points the sources of this process have sent since it began; back pressure keeps what
 * was taken close to it. Static because the sources are made by Flink, out of reach.
 */
public final class Sent {
  private static final LongAdder POINTS = new LongAdder();

  private Sent() {}

  /** Points so far. */
  public static long points() {
    return POINTS.sum();
  }

  /** Counts points that a source sends. */
  public static void add(int points) {
    POINTS.add(points);
  }
}
