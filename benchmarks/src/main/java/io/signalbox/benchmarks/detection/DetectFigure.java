// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

/**
 * One row of the table.
 *
 * @param pipeline what ran
 * @param pointsPerCpuSecond median over the rounds; cpu time of the whole process
 * @param pointsPerSecond median over the rounds; wall time
 * @param shareOfFloor points per cpu-second as a share of the pass-through pipeline's
 */
public record DetectFigure(
    String pipeline, double pointsPerCpuSecond, double pointsPerSecond, double shareOfFloor) {}
