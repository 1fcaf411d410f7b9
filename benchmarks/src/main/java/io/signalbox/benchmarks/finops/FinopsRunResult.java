// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.Window;

/**
 * What one run took.
 *
 * @param perCpuSecond usages per second of cpu time of the whole process
 * @param window what was used while it was measured
 * @param usagesBefore that were sent before
 * @param checkpoints that were completed meanwhile
 */
public record FinopsRunResult(
    double perCpuSecond, Window window, long usagesBefore, Checkpoints checkpoints) {}
