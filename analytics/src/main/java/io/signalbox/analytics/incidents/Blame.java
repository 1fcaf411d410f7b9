// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a suspicion rested on.
 *
 * @param node who was suspected
 * @param shares kind of evidence to its share of the weight, whole thousandths, rounded down
 */
public record Blame(String node, SortedMap<String, Integer> shares) {
  private static final int WHOLE = 1000;

  static Blame of(Suspect suspect) {
    double total = suspect.evidence().stream().mapToDouble(Evidence::weight).sum();
    TreeMap<String, Double> weights = new TreeMap<>();
    suspect.evidence().forEach(one -> weights.merge(one.kind(), one.weight(), Double::sum));
    TreeMap<String, Integer> shares = new TreeMap<>();
    weights.forEach((kind, weight) -> shares.put(kind, (int) Math.floor(WHOLE * weight / total)));
    return new Blame(suspect.node(), shares);
  }
}
