// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.util.List;
import java.util.Locale;

/**
 * One engine.
 *
 * @param engine its name
 * @param eventsPerCpuSecond median of all rounds
 * @param runs every round
 * @param matches of the events that all engines matched to the end
 * @param digest of these matches
 */
public record PatternFigure(
    String engine,
    double eventsPerCpuSecond,
    List<PatternRunResult> runs,
    long matches,
    String digest) {

  /** A table, with the first figure as the floor. */
  static List<String> lines(List<PatternFigure> figures) {
    double floor = figures.get(0).eventsPerCpuSecond;
    return figures.stream()
        .map(
            figure ->
                String.format(
                    Locale.ROOT,
                    "%-24s %,14.0f events per cpu-second %7.2f %% of the floor  %,8d matches  %s",
                    figure.engine,
                    figure.eventsPerCpuSecond,
                    100 * figure.eventsPerCpuSecond / floor,
                    figure.matches,
                    figure.digest))
        .toList();
  }
}
