// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.benchmarks.runs.Window;

/**
 * What one run took.
 *
 * @param eventsPerCpuSecond events per second of cpu time of the whole process, 0 when a number of
 *     events was matched to the end
 * @param window what was used while it was measured
 * @param matches of the whole run
 * @param digest of these matches, whatever their order
 */
public record PatternRunResult(
    double eventsPerCpuSecond, Window window, long matches, String digest) {}
