// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.patterns.PatternMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Known failures that were recognised of late, oldest first, without the events they are made of.
 */
public final class MatchLog {
  private static final Comparator<PatternMatch> ORDER =
      Comparator.comparing(PatternMatch::matchedAt).thenComparing(PatternMatch::id);

  private final TreeSet<PatternMatch> matches = new TreeSet<>(ORDER);

  /** All matches, oldest first. */
  public NavigableSet<PatternMatch> all() {
    return Collections.unmodifiableNavigableSet(matches);
  }

  /**
   * Takes in one match.
   *
   * @return false when the oldest had to go for it
   */
  public boolean add(PatternMatch match, int maxMatches) {
    matches.add(match.withoutStages());
    if (matches.size() <= maxMatches) {
      return true;
    }
    matches.pollFirst();
    return false;
  }

  /** Forgets matches before a time, epoch milliseconds. */
  void forgetBefore(long ms) {
    matches.removeIf(match -> match.matchedAt().toEpochMilli() < ms);
  }

  /**
   * The matches that accuse a node around an onset, the last one of each pattern, oldest first.
   *
   * @param windowMs a match that was complete this long before the onset says nothing about it
   */
  List<PatternMatch> against(String node, long onsetMs, long windowMs) {
    List<PatternMatch> found = new ArrayList<>();
    for (PatternMatch match : matches) {
      if (match.accused().equals(node) && match.matchedAt().toEpochMilli() >= onsetMs - windowMs) {
        found.removeIf(other -> other.pattern().equals(match.pattern()));
        found.add(match);
      }
    }
    return found;
  }
}
