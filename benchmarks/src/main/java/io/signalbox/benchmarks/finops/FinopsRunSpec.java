// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

/**
 * One run.
 *
 * @param pipeline what runs
 * @param keys responses a day, each kept until the end of the next day; what is told again is one
 *     of the last of so many
 * @param checkpointMs wall time between checkpoints
 * @param managedMegabytes memory of RocksDB
 * @param warmUpCpuSeconds cpu time of the process before measuring, at least
 * @param cpuSeconds cpu time that is measured, at least; a run with state is measured for at least
 *     one checkpoint interval
 */
public record FinopsRunSpec(
    FinopsPipeline pipeline,
    int keys,
    long checkpointMs,
    int managedMegabytes,
    double warmUpCpuSeconds,
    double cpuSeconds) {

  /** The same run of another pipeline. */
  FinopsRunSpec of(FinopsPipeline other) {
    return new FinopsRunSpec(
        other, keys, checkpointMs, managedMegabytes, warmUpCpuSeconds, cpuSeconds);
  }
}
