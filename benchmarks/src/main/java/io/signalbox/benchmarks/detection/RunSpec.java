// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

/**
 * One run.
 *
 * @param pipeline what runs
 * @param services number of services, a multiple of the parallelism
 * @param series series of each service
 * @param intervalMs event time between two points of a series
 * @param parallelism tasks of each operator
 * @param checkpointMs wall time between checkpoints
 * @param managedMegabytes memory of RocksDB
 * @param cacheMegabytes heap in which a task keeps state back from RocksDB until a checkpoint
 * @param warmUpCpuSeconds cpu time of the process before measuring
 * @param warmUpScrapes points of each series before measuring
 * @param cpuSeconds cpu time that is measured, at least; a run with state is measured for at least
 *     one checkpoint interval
 * @param minCheckpoints completed checkpoints that the window holds, at least
 */
public record RunSpec(
    Pipeline pipeline,
    int services,
    int series,
    long intervalMs,
    int parallelism,
    long checkpointMs,
    int managedMegabytes,
    int cacheMegabytes,
    double warmUpCpuSeconds,
    int warmUpScrapes,
    double cpuSeconds,
    int minCheckpoints) {

  /** Refuses what cannot be run. */
  public RunSpec {
    if (parallelism < 1 || services < parallelism || services % parallelism != 0) {
      throw new IllegalArgumentException(
          services + " services are not a multiple of parallelism " + parallelism);
    }
    if (series < 1 || intervalMs < 1 || checkpointMs < 1 || cpuSeconds <= 0) {
      throw new IllegalArgumentException(
          "series, interval, checkpoint and measured time must be positive");
    }
  }

  /** All series. */
  public long allSeries() {
    return (long) services * series;
  }

  /** The same run of another pipeline. */
  public RunSpec of(Pipeline other) {
    return new RunSpec(
        other,
        services,
        series,
        intervalMs,
        parallelism,
        checkpointMs,
        managedMegabytes,
        cacheMegabytes,
        warmUpCpuSeconds,
        warmUpScrapes,
        cpuSeconds,
        minCheckpoints);
  }

  /** The same run with another number of services. */
  public RunSpec withServices(int other) {
    return new RunSpec(
        pipeline,
        other,
        series,
        intervalMs,
        parallelism,
        checkpointMs,
        managedMegabytes,
        cacheMegabytes,
        warmUpCpuSeconds,
        warmUpScrapes,
        cpuSeconds,
        minCheckpoints);
  }
}
