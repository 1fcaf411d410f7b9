// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.Window;
import org.HdrHistogram.Histogram;

/**
 * What a run at a fixed rate showed. Latencies are milliseconds from intended time to verdict.
 *
 * @param offeredPerSecond points that the schedule held for the window
 * @param achievedPerSecond points that were sent in it
 * @param p50 median latency
 * @param p99 of a hundred points one waits longer
 * @param p999 of a thousand points one waits longer
 * @param max the longest
 * @param recordedPoints points that these rest on
 * @param complete false when some points of the window had no verdict two minutes after it
 * @param lagSeconds how far event time was behind the wall at the end, D taken off
 * @param cores cpu-seconds of the process a second, the load generator included
 * @param window what was used
 * @param checkpoints completed ones that were triggered in the window
 * @param updatesPerCheckpoint k: points of a series between two checkpoints
 */
public record OpenLoopResult(
    double offeredPerSecond,
    double achievedPerSecond,
    double p50,
    double p99,
    double p999,
    double max,
    long recordedPoints,
    boolean complete,
    double lagSeconds,
    double cores,
    Window window,
    Checkpoints checkpoints,
    double updatesPerCheckpoint) {

  private static final double MS = 1e3;

  static OpenLoopResult of(
      OpenLoopSpec spec,
      Histogram us,
      boolean complete,
      double offeredPerSecond,
      double lagSeconds,
      Window window,
      Checkpoints checkpoints) {
    return new OpenLoopResult(
        offeredPerSecond,
        window.perSecond(),
        us.getValueAtPercentile(50) / MS,
        us.getValueAtPercentile(99) / MS,
        us.getValueAtPercentile(99.9) / MS,
        us.getMaxValue() / MS,
        us.getTotalCount(),
        complete,
        lagSeconds,
        window.cpuSeconds() / window.seconds(),
        window,
        checkpoints,
        spec.checkpointMs() / 1e3 / spec.intervalSeconds());
  }
}
