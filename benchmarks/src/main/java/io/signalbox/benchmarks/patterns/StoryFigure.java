// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.benchmarks.patterns.FoundMatches.Match;
import io.signalbox.simulator.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a story was recognised.
 *
 * @param number of the story in the catalogue
 * @param scenario kind of the fault
 * @param pattern the one expected
 * @param matched whether it was recognised between the fault's beginning and {@link #GRACE} after
 *     its end
 * @param delaySeconds from the fault's beginning to the first such match; -1 without one
 * @param accused node that this match blames, empty without one
 * @param culprit whether that is the culprit of the truth
 * @param others patterns recognised that are not the one expected, each once, sorted
 * @param early matches of any pattern before the fault began
 */
public record StoryFigure(
    int number,
    String scenario,
    String pattern,
    boolean matched,
    double delaySeconds,
    String accused,
    boolean culprit,
    List<String> others,
    int early) {
  /** A pattern may be complete this long after its fault has ended. */
  public static final Duration GRACE = Duration.ofMinutes(15);

  private static final double MILLIS = 1e3;

  /** Judges what was found in a world of one fault. */
  static StoryFigure of(Scenario scenario, Truth.Entry truth, FoundMatches found) {
    Instant last = truth.endedAt().plus(GRACE);
    SortedSet<String> others = new TreeSet<>();
    int early = 0;
    Match first = null;
    for (Match match : found.matches()) {
      if (match.at().isBefore(truth.startedAt())) {
        early++;
      } else if (!match.pattern().equals(truth.pattern())) {
        others.add(match.pattern());
      } else if (first == null && !match.at().isAfter(last)) {
        first = match;
      }
    }
    return new StoryFigure(
        scenario.number(),
        scenario.label(),
        truth.pattern(),
        first != null,
        delay(truth, first),
        first == null ? "" : first.accused(),
        first != null && first.accused().equals(truth.node()),
        List.copyOf(others),
        early);
  }

  private static double delay(Truth.Entry truth, @Nullable Match match) {
    return match == null ? -1 : Duration.between(truth.startedAt(), match.at()).toMillis() / MILLIS;
  }
}
