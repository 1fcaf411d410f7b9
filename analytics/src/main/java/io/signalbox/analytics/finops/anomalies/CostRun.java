// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.detection.Judged;
import io.signalbox.analytics.finops.aggregates.Flow;
import java.util.SortedMap;

/**
 * Unusual hours of one direction, with short pauses. Mutable: a part of state, and its fields are
 * what a codec stores.
 */
public final class CostRun {
  private static final long HOUR = 3_600_000L;
  private static final int LONGEST_PAUSE = 2; // hours within an episode that look as usual

  /** What was usual before, and what was used in the unusual hours. */
  public final UsedHours usual;

  public final UsedHours now;

  /** First and last unusual hour, epoch milliseconds. */
  public long fromMs;

  public long lastMs;

  /** Whether it is less than usual. */
  public boolean cheaper;

  /** Last revision that was told. */
  public int revision;

  /** Smallest p-value, and what was measured and expected in that hour. */
  public double worstP = 1;

  public double value;
  public double expected;
  public double lower;
  public double upper;

  /** A run with what is known of it. */
  public CostRun(UsedHours usual, UsedHours now) {
    this.usual = usual;
    this.now = now;
  }

  static CostRun begin(long hourMs, boolean cheaper, UsedHours usual) {
    CostRun run = new CostRun(usual, new UsedHours());
    run.fromMs = hourMs;
    run.cheaper = cheaper;
    return run;
  }

  /** Takes in an unusual hour. */
  void take(long hourMs, SortedMap<String, Flow> used, double measured, Judged judged) {
    now.add(used);
    lastMs = hourMs;
    double p = judged.pValue();
    if (p < worstP || now.hours() == 1) {
      worstP = p;
      value = measured;
      expected = judged.expected;
      lower = judged.lower;
      upper = judged.upper;
    }
  }

  /** Whether it has ended with a usual hour. */
  boolean isOver(long hourMs) {
    return hourMs - lastMs > LONGEST_PAUSE * HOUR;
  }
}
