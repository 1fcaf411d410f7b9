// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which change of a node is behind its trouble: one that speaks of what the symptoms speak of, in
 * words that few other changes use, before one that merely came last. A change after the first sign
 * is innocent.
 */
final class ChangeChoice {
  /** Time before the onset at which nearness speaks half as much. */
  private static final double HALF_MS = 900_000;

  /** Worth of nearness against the words in common. */
  private static final double NEARNESS = 0.1;

  /** Weight of words in common at which they are worth half of the most. */
  private static final double HALF_WORDS = 6;

  /** Worth of what was only merged against what was deployed by name. */
  private static final double SHIPPED = 0.6;

  /** Share of the strongest evidence from which a sign tells when it began. */
  private static final double STRONG = 0.2;

  /** Worth of a change of one against whom there is hardly anything else. */
  private static final double OTHERS = 0.3;

  private final Collection<Change> all;
  private final SortedSet<String> symptoms;
  private final TreeMap<String, Integer> uses = new TreeMap<>();

  /**
   * A choice among all changes that are known.
   *
   * @param symptoms texts that tell of the trouble
   */
  ChangeChoice(Collection<Change> all, Collection<String> symptoms) {
    this.all = all;
    this.symptoms = Words.of(symptoms);
    for (Change change : all) {
      if (change.description() != null) {
        Words.of(change.description()).forEach(word -> uses.merge(word, 1, Integer::sum));
      }
    }
  }

  /** The likeliest change of one of these suspects, null when none came before the onset. */
  @Nullable Change of(List<Suspect> suspects, long onsetMs) {
    Change best = null;
    double most = 0;
    for (Suspect suspect : suspects) {
      double share = suspect.score() / suspects.get(0).score();
      long sinceMs = Math.min(onsetMs, since(suspect, onsetMs));
      double trust = OTHERS + (1 - OTHERS) * share;
      for (Change change : all) {
        double worth = trust * worthFor(suspect.node(), change, sinceMs);
        if (worth > most) {
          best = change;
          most = worth;
        }
      }
    }
    return best;
  }

  private double worthFor(String node, Change change, long sinceMs) {
    if (change.at().toEpochMilli() > sinceMs) {
      return 0;
    }
    if (change.service().equals(node)) {
      return worth(change, sinceMs);
    }
    return change.kind().equals(Change.MERGED) && isShipped(node, change, sinceMs)
        ? SHIPPED * affinity(change)
        : 0;
  }

  /** What was merged goes out with the next deployment. */
  private boolean isShipped(String node, Change merged, long sinceMs) {
    for (Change change : all) {
      long atMs = change.at().toEpochMilli();
      if (change.service().equals(node)
          && change.kind().equals("deployed")
          && atMs >= merged.at().toEpochMilli()
          && atMs <= sinceMs) {
        return true;
      }
    }
    return false;
  }

  /** The first strong sign against a suspect, epoch milliseconds. */
  private static long since(Suspect suspect, long otherwiseMs) {
    return suspect.evidence().stream()
        .filter(Evidence::isSign)
        .filter(one -> one.weight() >= STRONG * suspect.evidence().get(0).weight())
        .mapToLong(one -> one.since().toEpochMilli())
        .min()
        .orElse(otherwiseMs);
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
