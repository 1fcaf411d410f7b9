// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.analytics.finops.aggregates.Flows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All unusual costs of a time that is over, by every dimension. The last hour is left out: nothing
 * says that it is whole.
 */
public final class CostAnomalies {
  private final CostWatch watch = new CostWatch();
  private final long lastMs;

  private CostAnomalies(long lastMs) {
    this.lastMs = lastMs;
  }

  /** All anomalies, in the order of dimension, value, metric and time. */
  public static List<CostAnomaly> find(Flows flows) {
    long lastMs = flows.all().keySet().stream().mapToLong(FlowKey::hourMs).max().orElse(0);
    CostAnomalies search = new CostAnomalies(lastMs);
    List<CostAnomaly> found = new ArrayList<>();
    subjects(flows).forEach((subject, hours) -> found.addAll(search.watch(subject, hours)));
    return found;
  }

  private static SortedMap<CostSubject, SortedMap<Long, SortedMap<String, Flow>>> subjects(
      Flows flows) {
    SortedMap<CostSubject, SortedMap<Long, SortedMap<String, Flow>>> all = new TreeMap<>();
    flows
        .all()
        .forEach(
            (key, flow) -> {
              add(all, CostSubject.ALL, key, flow);
              for (Dimension one : Dimension.values()) {
                add(all, new CostSubject(one, key.value(one)), key, flow);
              }
            });
    Map<Dimension, Integer> values = new EnumMap<>(Dimension.class);
    for (CostSubject subject : all.keySet()) {
      if (subject.dimension() != null) {
        values.merge(subject.dimension(), 1, Integer::sum);
      }
    }
    // a dimension with one value says what the sum of all says
    all.keySet()
        .removeIf(one -> one.dimension() != null && values.getOrDefault(one.dimension(), 0) == 1);
    return all;
  }

  private static void add(
      Map<CostSubject, SortedMap<Long, SortedMap<String, Flow>>> all,
      CostSubject subject,
      FlowKey key,
      Flow flow) {
    all.computeIfAbsent(subject, none -> new TreeMap<>())
        .computeIfAbsent(key.hourMs(), none -> new TreeMap<>())
        .computeIfAbsent(key.model(), none -> new Flow())
        .add(flow);
  }

  private List<CostAnomaly> watch(
      CostSubject subject, SortedMap<Long, SortedMap<String, Flow>> hours) {
    CostHistory history = new CostHistory(subject);
    Map<String, CostAnomaly> last = new HashMap<>();
    hours
        .headMap(lastMs)
        .forEach(
            (hour, used) ->
                watch.take(history, hour, used, one -> last.put(one.id(), one.anomaly())));
    watch.advance(history, lastMs, one -> last.put(one.id(), one.anomaly()));
    return last.values().stream()
        .sorted(
            Comparator.comparing(CostAnomaly::perRequest).thenComparingLong(CostAnomaly::fromMs))
        .toList();
  }
}
