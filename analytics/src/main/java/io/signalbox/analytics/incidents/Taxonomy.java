// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;

/**
 * The classes of incidents. An incident is of exactly one.
 *
 * @param rules in order: of those that hold the first counts
 */
public record Taxonomy(List<ClassRule> rules) {
  /** The class of what no rule holds for. */
  public static final String UNKNOWN = "unknown";

  /** Keeps an unmodifiable copy. */
  public Taxonomy {
    rules = List.copyOf(rules);
  }

  /** The leaf that an incident is of; what class it has already does not matter. */
  public String classify(Incident incident) {
    Incident bare = incident.classified(null);
    return rules.stream()
        .filter(rule -> rule.when().test(bare))
        .map(ClassRule::name)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
