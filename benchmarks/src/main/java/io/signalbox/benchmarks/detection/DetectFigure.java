// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.Medians;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of one pipeline say; figures are medians over them.
 *
 * @param pipeline what ran
 * @param services number of services
 * @param series series of each
 * @param parallelism tasks of each operator
 * @param checkpointSeconds between checkpoints
 * @param pointsPerCpuSecond cpu time of the whole process
 * @param pointsPerSecond wall time
 * @param nanosPerPoint cpu time
 * @param gcShare wall time of collectors as a share of the window
 * @param spread how far the rounds lie apart: greatest over least less 1
 * @param updatesPerCheckpoint k: points of a series between two checkpoints
 * @param liveBytesPerSeries of heap, whatever it holds; 0 when not measured
 * @param checkpoints of the last round
 * @param runs the rounds themselves
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DetectFigure(
    Pipeline pipeline,
    int services,
    int series,
    int parallelism,
    double checkpointSeconds,
    double pointsPerCpuSecond,
    double pointsPerSecond,
    double nanosPerPoint,
    double gcShare,
    double spread,
    double updatesPerCheckpoint,
    double liveBytesPerSeries,
    Checkpoints checkpoints,
    List<RunResult> runs) {

  /**
   * Takes the medians.
   *
   * @throws IllegalArgumentException when there are no runs
   */
  public static DetectFigure of(RunSpec spec, List<RunResult> runs) {
    double perCpuSecond = median(runs, RunResult::pointsPerCpuSecond);
    return new DetectFigure(
        spec.pipeline(),
        spec.services(),
        spec.series(),
        spec.parallelism(),
        spec.checkpointMs() / 1e3,
        perCpuSecond,
        median(runs, RunResult::pointsPerSecond),
        1e9 / perCpuSecond,
        median(runs, run -> run.window().gcSeconds() / run.window().seconds()),
        Medians.spread(values(runs, RunResult::pointsPerCpuSecond)),
        median(runs, RunResult::updatesPerCheckpoint),
        median(runs, run -> (double) run.liveHeapBytes() / spec.allSeries()),
        runs.get(runs.size() - 1).checkpoints(),
        runs);
  }

  /** All series. */
  public long allSeries() {
    return (long) services * series;
  }

  private static double median(List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
    return Medians.of(values(runs, figure));
  }

  private static double[] values(List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
    return runs.stream().mapToDouble(figure).toArray();
  }
}
