// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.benchmarks.runs.Window;
import java.util.List;

/**
 * What a pipeline did.
 *
 * @param pipeline what the events went through
 * @param eventsPerCpuSecond answers and marks per second of cpu time of the whole process, the
 *     median of the rounds
 * @param rounds what each round took
 */
public record QualityFigure(
    QualityPipeline pipeline, double eventsPerCpuSecond, List<Window> rounds) {}
