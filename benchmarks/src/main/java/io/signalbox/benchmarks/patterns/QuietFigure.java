// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.benchmarks.patterns.FoundMatches.Match;
import java.util.List;

/**
 * False matches where nothing went wrong.
 *
 * @param world which
 * @param serviceWeeks how long services were watched, in weeks of one service
 * @param matches patterns recognised, each false
 * @param perServiceWeek false matches in a week of one service
 * @param patterns which patterns, each once, sorted
 */
public record QuietFigure(
    String world, double serviceWeeks, int matches, double perServiceWeek, List<String> patterns) {
  static QuietFigure of(String world, FoundMatches found) {
    double weeks = found.serviceWeeks();
    int matches = found.matches().size();
    return new QuietFigure(
        world,
        weeks,
        matches,
        weeks == 0 ? 0 : matches / weeks,
        found.matches().stream().map(Match::pattern).distinct().sorted().toList());
  }
}
