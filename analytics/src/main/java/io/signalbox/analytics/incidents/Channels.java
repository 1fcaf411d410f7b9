// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much more or less each kind of evidence counts in an environment, by what people said of past
 * incidents: the odds of a Beta distribution, (right + 4) / (wrong + 4) incidents, no more than 2
 * and no less than 1/2. Without feedback all are 1.
 */
final class Channels {
  /** All kinds as they are. */
  static final Channels NEUTRAL = new Channels(Collections.emptySortedMap());

  /** Incidents that are taken to have spoken for a kind, and as many against it. */
  private static final double PRIOR = 4;

  private static final double MOST = 2;
  private static final double THOUSANDTHS = 1000;

  private final SortedMap<String, Double> factors;

  private Channels(SortedMap<String, Double> factors) {
    this.factors = factors;
  }

  /** What opinions come to, one an incident, in any order. */
  static Channels of(Collection<Opinion> opinions) {
    TreeMap<String, Integer> right = new TreeMap<>();
    TreeMap<String, Integer> wrong = new TreeMap<>();
    for (Opinion opinion : opinions) {
      opinion.right().forEach((kind, share) -> right.merge(kind, share, Integer::sum));
      opinion.wrong().forEach((kind, share) -> wrong.merge(kind, share, Integer::sum));
    }
    TreeMap<String, Double> factors = new TreeMap<>();
    right.forEach((kind, share) -> factors.put(kind, odds(share, wrong.getOrDefault(kind, 0))));
    wrong.forEach((kind, share) -> factors.putIfAbsent(kind, odds(0, share)));
    return new Channels(factors);
  }

  private static double odds(int right, int wrong) {
    double odds = (PRIOR + right / THOUSANDTHS) / (PRIOR + wrong / THOUSANDTHS);
    return Math.max(1 / MOST, Math.min(MOST, odds));
  }

  /** What the weight of evidence of a kind is to be multiplied by, 1/2..2. */
  double of(String kind) {
    return factors.getOrDefault(kind, 1.0);
  }

  /** Evidence as it counts now; it says so when feedback makes a difference. */
  Evidence heed(Evidence one) {
    double factor = of(one.kind());
    if (factor == 1) {
      return one;
    }
    return new Evidence(
        one.kind(),
        one.subject(),
        one.since(),
        one.statement() + "; counts " + Figures.plain(factor) + " times by feedback",
        one.value(),
        one.expected(),
        one.pValue(),
        one.weight() * factor);
  }
}
