// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.outcomes.Outcome;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums charges by hour and all dimensions at once, and from there by each of them: the sums of one
 * dimension in a period are together the sum of all, and hours are together days and months.
 */
public final class Flows {
  private final Map<FlowKey, Flow> flows = new HashMap<>();

  /** Adds a charge. */
  public void add(Charge charge) {
    flows.computeIfAbsent(FlowKey.of(charge), key -> new Flow()).add(charge);
  }

  /** Adds an outcome that counts; one that was taken back adds nothing. */
  public void add(Outcome outcome) {
    if (outcome.count() != 0) {
      flows
          .computeIfAbsent(FlowKey.of(outcome), key -> new Flow())
          .add(outcome.name(), outcome.count());
    }
  }

  /** The finest sums, in no order. */
  public Map<FlowKey, Flow> all() {
    return Collections.unmodifiableMap(flows);
  }

  /** All sums by hour, day and month, in order. */
  public SortedMap<Aggregate, Flow> aggregates() {
    SortedMap<Aggregate, Flow> hours = hours();
    SortedMap<Aggregate, Flow> days = wider(hours, CalendarWindow.DAY);
    SortedMap<Aggregate, Flow> months = wider(days, CalendarWindow.MONTH);
    hours.putAll(days);
    hours.putAll(months);
    return hours;
  }

  private SortedMap<Aggregate, Flow> hours() {
    SortedMap<Aggregate, Flow> hours = new TreeMap<>();
    flows.forEach(
        (key, flow) -> key.aggregates(CalendarWindow.HOUR).forEach(one -> add(hours, one, flow)));
    return hours;
  }

  private static SortedMap<Aggregate, Flow> wider(
      SortedMap<Aggregate, Flow> narrow, CalendarWindow window) {
    SortedMap<Aggregate, Flow> wide = new TreeMap<>();
    narrow.forEach(
        (key, flow) ->
            add(
                wide,
                new Aggregate(window, window.start(key.startMs()), key.dimension(), key.value()),
                flow));
    return wide;
  }

  private static void add(Map<Aggregate, Flow> sums, Aggregate key, Flow flow) {
    sums.computeIfAbsent(key, none -> new Flow()).add(flow);
  }
}
