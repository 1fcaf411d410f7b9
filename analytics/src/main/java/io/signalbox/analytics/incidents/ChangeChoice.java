// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which change of a node is behind its trouble: one that speaks of what the symptoms speak of, in
 * words that few other changes use, before one that merely came last. A change after the onset is
 * innocent.
 */
final class ChangeChoice {
  /** Time before the onset at which nearness speaks half as much. */
  private static final double HALF_MS = 900_000;

  /** Worth of nearness against the words in common. */
  private static final double NEARNESS = 0.5;

  /** Weight of words in common at which they are worth half of the most. */
  private static final double HALF_WORDS = 6;

  private final Collection<Change> all;
  private final SortedSet<String> symptoms;
  private final long slackMs;
  private final TreeMap<String, Integer> uses = new TreeMap<>();

  /**
   * A choice among all changes that are known.
   *
   * @param symptoms texts that tell of the trouble
   */
  ChangeChoice(Collection<Change> all, Collection<String> symptoms, long slackMs) {
    this.all = all;
    this.symptoms = Words.of(symptoms);
    this.slackMs = slackMs;
    for (Change change : all) {
      if (change.description() != null) {
        Words.of(change.description()).forEach(word -> uses.merge(word, 1, Integer::sum));
      }
    }
  }

  /** The likeliest change of one of these nodes, null when none came before the onset. */
  @Nullable Change of(Collection<String> nodes, long onsetMs) {
    Change best = null;
    double most = 0;
    for (Change change : candidates(nodes, onsetMs)) {
      double worth = worth(change, onsetMs);
      if (best == null || worth >= most) {
        best = change;
        most = worth;
      }
    }
    return best;
  }

  private List<Change> candidates(Collection<String> nodes, long onsetMs) {
    List<Change> found = new ArrayList<>();
    for (Change change : all) {
      if (nodes.contains(change.service()) && change.at().toEpochMilli() <= onsetMs + slackMs) {
        found.add(change);
      }
    }
    return found;
  }

  private double worth(Change change, long onsetMs) {
    double before = Math.max(0, onsetMs - change.at().toEpochMilli());
    return affinity(change) + NEARNESS / (1 + before / HALF_MS);
  }

  /** How much of what a change says the symptoms say too, 0..1. */
  double affinity(Change change) {
    if (change.description() == null) {
      return 0;
    }
    double sum = 0;
    for (String word : Words.of(change.description())) {
      if (symptoms.contains(word)) {
        sum += StrictMath.log((1.0 + all.size()) / uses.getOrDefault(word, 1));
      }
    }
    return sum / (sum + HALF_WORDS);
  }
}
