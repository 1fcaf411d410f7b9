// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

/**
 * One run.
 *
 * @param pipeline what the events go through
 * @param services number of services, each with an answer a second
 * @param horizonSeconds how long answers wait for marks, event time
 * @param warmUpCpuSeconds cpu time of the process before measuring
 * @param cpuSeconds cpu time that is measured, at least
 * @param checkpointMs wall time between checkpoints
 */
public record QualityRunSpec(
    QualityPipeline pipeline,
    int services,
    int horizonSeconds,
    double warmUpCpuSeconds,
    double cpuSeconds,
    long checkpointMs) {

  QualityRunSpec of(QualityPipeline other) {
    return new QualityRunSpec(
        other, services, horizonSeconds, warmUpCpuSeconds, cpuSeconds, checkpointMs);
  }
}
