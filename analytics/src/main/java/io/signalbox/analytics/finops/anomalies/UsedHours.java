// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.aggregates.Flow;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Some hours, and what was used in them of each model. Mutable: a part of state. */
public final class UsedHours {
  /** Models that are told apart; what is used of others is summed as if it were one more. */
  static final int MOST_MODELS = 32;

  /** The name under which these others are summed. */
  static final String OTHERS = "*";

  private final TreeMap<String, Flow> models = new TreeMap<>();
  private long hours;

  /** None. */
  public UsedHours() {}

  /** Of what was summed before. */
  public UsedHours(long hours, Map<String, Flow> models) {
    this.hours = hours;
    this.models.putAll(models);
  }

  /** How many hours. */
  public long hours() {
    return hours;
  }

  /** What was used of each model. */
  public SortedMap<String, Flow> models() {
    return models;
  }

  /** Calls of models. */
  long requests() {
    return models.values().stream().mapToLong(Flow::requests).sum();
  }

  /** Adds an hour. */
  void add(SortedMap<String, Flow> hour) {
    add(1, hour);
  }

  /** Adds other hours. */
  void add(UsedHours other) {
    add(other.hours, other.models);
  }

  private void add(long more, SortedMap<String, Flow> used) {
    hours += more;
    used.forEach(
        (model, flow) -> {
          boolean known = models.containsKey(model) || models.size() < MOST_MODELS;
          models.computeIfAbsent(known ? model : OTHERS, name -> new Flow()).add(flow);
        });
  }
}
