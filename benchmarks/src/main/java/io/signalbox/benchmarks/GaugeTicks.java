// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks;

import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.Points;
import java.util.Random;

/** One point for each of so many series at one time after the other, half of them counters. */
final class GaugeTicks implements Points {
  private static final long STEP_MS = 10_000;

  /** Values drawn beforehand, so that drawing them is not measured. */
  private static final int DRAWN = 1 << 16;

  private final int series;
  private final double[] drawn = new double[DRAWN];
  private final double[] sums;
  private int at;
  private long nowMs = 1_700_000_000_000L;

  GaugeTicks(int series, long seed) {
    this.series = series;
    this.sums = new double[series];
    Random random = new Random(seed);
    for (int i = 0; i < DRAWN; i++) {
      drawn[i] = 100 + 10 * random.nextGaussian();
    }
    next();
  }

  /** Moves to the next time; the same object then holds its points. */
  GaugeTicks next() {
    nowMs += STEP_MS;
    for (int i = 0; i < series; i++) {
      at = at + 1 & DRAWN - 1;
      sums[i] = isCounter(i) ? sums[i] + drawn[at] : drawn[at];
    }
    return this;
  }

  private static boolean isCounter(int i) {
    return (i & 1) == 1;
  }

  @Override
  public int size() {
    return series;
  }

  @Override
  public long series(int i) {
    return i * 0x9e3779b9L;
  }

  @Override
  public long atMs(int i) {
    return nowMs;
  }

  @Override
  public long startMs(int i) {
    return 1_600_000_000_000L;
  }

  @Override
  public Nature nature(int i) {
    return isCounter(i) ? Nature.COUNTER : Nature.GAUGE;
  }

  @Override
  public double value(int i) {
    return sums[i];
  }

  @Override
  public long weight(int i) {
    return 0;
  }

  @Override
  public String label(int i) {
    return "system.network.io{device=eth" + i + ",direction=receive,host=web-01}";
  }
}
