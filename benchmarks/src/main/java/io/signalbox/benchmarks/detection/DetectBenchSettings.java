// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import java.time.Duration;

/**
 * What is measured.
 *
 * @param services number of services
 * @param series series of each service
 * @param interval event time between two points of a series
 * @param parallelism tasks of each operator
 * @param checkpoint wall time between checkpoints
 * @param rounds how often each pipeline is run, alternately
 * @param warmUpCpuSeconds cpu time of the process before measuring
 * @param cpuSeconds cpu time that is measured
 */
public record DetectBenchSettings(
    int services,
    int series,
    Duration interval,
    int parallelism,
    Duration checkpoint,
    int rounds,
    double warmUpCpuSeconds,
    double cpuSeconds) {}
