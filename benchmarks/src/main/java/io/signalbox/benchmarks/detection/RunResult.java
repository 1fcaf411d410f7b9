// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.Window;

/**
 * What one run took.
 *
 * @param pointsPerCpuSecond points per second of cpu time of the whole process
 * @param pointsPerSecond points per second of wall time
 * @param window what was used meanwhile
 * @param scrapesBefore points of each series before measuring
 * @param checkpoints completed ones that were triggered in the window
 * @param updatesPerCheckpoint k: points of a series between two checkpoints
 * @param liveHeapBytes what the heap held after it, less what it held before the job started
 */
public record RunResult(
    double pointsPerCpuSecond,
    double pointsPerSecond,
    Window window,
    double scrapesBefore,
    Checkpoints checkpoints,
    double updatesPerCheckpoint,
    long liveHeapBytes) {

  static RunResult of(
      RunSpec spec, long before, Window window, Checkpoints checkpoints, long liveHeapBytes) {
    double scrapesPerSecond = window.perSecond() / spec.allSeries();
    return new RunResult(
        window.perCpuSecond(),
        window.perSecond(),
        window,
        (double) before / spec.allSeries(),
        checkpoints,
        scrapesPerSecond * spec.checkpointMs() / 1e3,
        liveHeapBytes);
  }
}
