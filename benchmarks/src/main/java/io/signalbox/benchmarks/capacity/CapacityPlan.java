// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import io.signalbox.benchmarks.detection.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one backend needs for a workload.
 *
 * @param pipeline the job on its backend
 * @param busyCores cpu-seconds a second
 * @param lowCores lower end of the interval
 * @param highCores upper end of the interval
 * @param tasks parallelism, for the upper end of the interval; 0 when no number of tasks is enough
 * @param memoryGigabytes heap and RocksDB memory of all TaskManagers
 * @param stateGigabytes of a full checkpoint
 * @param checkpointMegabytesPerSecond written to checkpoint storage, on average
 * @param partitions of each telemetry topic
 * @param inputMegabytesPerSecond read from Kafka
 * @param notes what has to be known beside it
 */
public record CapacityPlan(
    Pipeline pipeline,
    double busyCores,
    double lowCores,
    double highCores,
    int tasks,
    double memoryGigabytes,
    double stateGigabytes,
    double checkpointMegabytesPerSecond,
    int partitions,
    double inputMegabytesPerSecond,
    List<String> notes) {

  private static final int MOST_TASKS = 720;
  private static final double BASE_GIGABYTES = 1;
  private static final double ROCKSDB_GIGABYTES_PER_TASK = 0.5;
  private static final double DEFAULT_FILL = 0.5;
  private static final double PARTITION_BYTES_PER_SECOND = 10e6;

  /** Plans a workload. */
  public static CapacityPlan of(CapacityModel model, Pipeline pipeline, Workload workload) {
    CostModel cost = model.of(pipeline);
    double series = (double) workload.allSeries();
    double nanos = cost.nanosPerPoint(series, workload.updatesPerCheckpoint());
    double cores = workload.pointsPerSecond() * nanos / 1e9;
    double high = cores * (1 + cost.uncertainty());
    int tasks = model.scaling().tasksFor(high / workload.utilisation(), MOST_TASKS);
    double bytesPerPoint =
        workload.bytesPerPoint() > 0 ? workload.bytesPerPoint() : model.bytesPerPoint();
    double input = workload.pointsPerSecond() * bytesPerPoint;
    double touched = Math.min(1, workload.updatesPerCheckpoint());
    return new CapacityPlan(
        pipeline,
        cores,
        cores * (1 - Math.min(0.9, cost.uncertainty())),
        high,
        tasks,
        memory(model, cost, pipeline, series, Math.max(1, tasks)),
        series * cost.stateBytes() / 1e9,
        series
            * cost.writtenBytes()
            * written(pipeline, touched)
            / workload.checkpointSeconds()
            / 1e6,
        partitions(input, Math.max(1, tasks)),
        input / 1e6,
        notes(model, cost, workload, tasks));
  }

  /** The heap backend writes all at each checkpoint, RocksDB what was touched. */
  private static double written(Pipeline pipeline, double touched) {
    return pipeline == Pipeline.DETECT_ROCKSDB ? touched : 1;
  }

  private static double memory(
      CapacityModel model, CostModel cost, Pipeline pipeline, double series, int tasks) {
    double fill = model.heapFill() > 0 ? model.heapFill() : DEFAULT_FILL;
    double heap = BASE_GIGABYTES + series * Math.max(0, cost.heapBytes()) / fill / 1e9;
    return pipeline == Pipeline.DETECT_ROCKSDB ? heap + ROCKSDB_GIGABYTES_PER_TASK * tasks : heap;
  }

  /** A multiple of the parallelism, so that every source task has the same number. */
  static int partitions(double bytesPerSecond, int tasks) {
    int wanted = (int) Math.ceil(bytesPerSecond / PARTITION_BYTES_PER_SECOND);
    return Math.max(1, (wanted + tasks - 1) / tasks) * tasks;
  }

  private static List<String> notes(
      CapacityModel model, CostModel cost, Workload workload, int tasks) {
    List<String> notes = new ArrayList<>();
    double series = (double) workload.allSeries();
    if (series < cost.fewest() || series > cost.most()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "measured from %,d to %,d series: this is beyond",
              cost.fewest(),
              cost.most()));
    }
    int measured = model.scaling().measured().stream().mapToInt(Integer::intValue).max().orElse(1);
    if (tasks > measured) {
      notes.add("measured up to " + measured + " tasks: more are extrapolated");
    }
    if (tasks == 0) {
      notes.add("no number of tasks up to " + MOST_TASKS + " is enough: split the topics");
    }
    if (model.heapFill() == 0) {
      notes.add("how full a heap may be was not measured: taken as one half");
    }
    if (cost.figures() < 4) {
      notes.add("rests on " + cost.figures() + " figures only");
    }
    return notes;
  }

  /** The plan as lines of text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(pipeline.title());
    lines.add(
        String.format(
            Locale.ROOT,
            "  cores busy        %.2f (%.2f to %.2f), in %s tasks",
            busyCores,
            lowCores,
            highCores,
            tasks == 0 ? "too many" : Integer.toString(tasks)));
    lines.add(String.format(Locale.ROOT, "  memory            %.1f GB", memoryGigabytes));
    lines.add(
        String.format(
            Locale.ROOT,
            "  state             %.2f GB a checkpoint, %.1f MB/s written",
            stateGigabytes,
            checkpointMegabytesPerSecond));
    lines.add(
        String.format(
            Locale.ROOT,
            "  Kafka             %d partitions, %.1f MB/s read",
            partitions,
            inputMegabytesPerSecond));
    notes.forEach(note -> lines.add("  note: " + note));
    return lines;
  }
}
