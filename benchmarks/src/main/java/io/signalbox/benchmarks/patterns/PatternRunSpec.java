// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.util.List;

/**
 * One run.
 *
 * @param engine what matches
 * @param services number of services, each with an event a second
 * @param shares share of events that fit each stage, 0..1
 * @param events how many events to match to the end; 0 for as many as the time allows
 * @param warmUpCpuSeconds cpu time of the process before measuring
 * @param cpuSeconds cpu time that is measured, at least
 * @param checkpointMs wall time between checkpoints
 */
public record PatternRunSpec(
    PatternEngine engine,
    int services,
    List<Double> shares,
    long events,
    double warmUpCpuSeconds,
    double cpuSeconds,
    long checkpointMs) {

  PatternRunSpec of(PatternEngine other) {
    return new PatternRunSpec(
        other, services, shares, events, warmUpCpuSeconds, cpuSeconds, checkpointMs);
  }
}
