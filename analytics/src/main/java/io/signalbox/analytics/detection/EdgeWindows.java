// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;

/** Tells what went over an edge in a window. */
final class EdgeWindows {
  private EdgeWindows() {}

  static EdgeWindow of(EdgeName name, boolean silent, long startMs, EdgeSums sums) {
    DurationSketch durations = new DurationSketch();
    sums.durations.copyTo(durations);
    DurationSketch wires = new DurationSketch();
    sums.wires.copyTo(wires);
    return new EdgeWindow(
        name.environment(),
        name.caller(),
        name.callee(),
        silent,
        Instant.ofEpochMilli(startMs),
        Instant.ofEpochMilli(startMs + EdgeWatchSettings.WINDOW_MS),
        sums.calls,
        sums.errors,
        sums.answered(),
        durations.quantile(0.5),
        durations.quantile(0.99),
        wires.quantile(0.5),
        wires.quantile(0.99));
  }
}
