// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.detection.DetectorSettings;
import io.signalbox.analytics.detection.Judged;
import io.signalbox.analytics.detection.SeriesDetector;
import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.analytics.finops.aggregates.Flows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Watches the cost of each hour and of a call in it, by every dimension, with the detector of all
 * series. The first and the last hour are left out: nothing says that they are whole.
 */
public final class CostAnomalies {
  private static final long HOUR = 3_600_000L;
  private static final int MOST_USUAL = 168; // hours of a week
  private static final int FEWEST_REQUESTS = 50; // of fewer the mean is mostly chance
  private static final int LONGEST_PAUSE = 2; // hours within an episode that look as usual

  private final SeriesDetector detector = new SeriesDetector(DetectorSettings.defaults());
  private final Judged judged = new Judged();
  private final List<CostAnomaly> found = new ArrayList<>();
  private long firstMs = Long.MAX_VALUE;
  private long lastMs = Long.MIN_VALUE;

  private record Subject(@Nullable Dimension dimension, String value) {
    static final Comparator<Subject> ORDER =
        Comparator.comparing(Subject::dimension, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Subject::value);
  }

  private CostAnomalies() {}

  /** All anomalies, in the order of dimension, value, metric and time. */
  public static List<CostAnomaly> find(Flows flows) {
    CostAnomalies search = new CostAnomalies();
    search.subjects(flows).forEach(search::watch);
    return search.found;
  }

  private Map<Subject, Map<Long, Map<String, Flow>>> subjects(Flows flows) {
    Map<Subject, Map<Long, Map<String, Flow>>> all = new TreeMap<>(Subject.ORDER);
    flows
        .all()
        .forEach(
            (key, flow) -> {
              firstMs = Math.min(firstMs, key.hourMs());
              lastMs = Math.max(lastMs, key.hourMs());
              add(all, new Subject(null, Aggregate.ALL), key, flow);
              for (Dimension one : Dimension.values()) {
                add(all, new Subject(one, key.value(one)), key, flow);
              }
            });
    Map<Dimension, Integer> values = new EnumMap<>(Dimension.class);
    for (Subject subject : all.keySet()) {
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
      Map<Subject, Map<Long, Map<String, Flow>>> all, Subject subject, FlowKey key, Flow flow) {
    all.computeIfAbsent(subject, none -> new HashMap<>())
        .computeIfAbsent(key.hourMs(), none -> new HashMap<>())
        .computeIfAbsent(key.model(), none -> new Flow())
        .add(flow);
  }

  private void watch(Subject subject, Map<Long, Map<String, Flow>> hours) {
    for (boolean perRequest : new boolean[] {false, true}) {
      byte[] state = new byte[SeriesDetector.BYTES];
      List<Long> usual = new ArrayList<>();
      Run run = new Run();
      long from = Math.max(firstMs + HOUR, Collections.min(hours.keySet()));
      for (long hour = from; hour < lastMs; hour += HOUR) {
        double value = value(hours.getOrDefault(hour, Map.of()), perRequest);
        detector.step(state, 0, hour, value, judged);
        boolean odd = judged.ready && judged.abnormal && !usual.isEmpty();
        if (odd) {
          boolean cheaper = value < judged.expected;
          if (!run.takes(hour, cheaper)) {
            end(subject, perRequest, hours, usual, run);
          }
          run.take(hour, cheaper);
        } else {
          if (run.over(hour)) {
            end(subject, perRequest, hours, usual, run);
          }
          usual.add(hour);
        }
      }
      end(subject, perRequest, hours, usual, run);
    }
  }

  private static double value(Map<String, Flow> hour, boolean perRequest) {
    BigDecimal cost = BigDecimal.ZERO;
    long requests = 0;
    for (Flow flow : hour.values()) {
      cost = cost.add(flow.asKnown());
      requests += flow.requests();
    }
    // a measured value for the detector, no money that anyone is charged
    double measured = cost.doubleValue();
    if (perRequest) {
      return requests < FEWEST_REQUESTS ? Double.NaN : measured / requests;
    }
    return measured;
  }

  private void end(
      Subject subject,
      boolean perRequest,
      Map<Long, Map<String, Flow>> hours,
      List<Long> usual,
      Run run) {
    List<Long> odd = run.end();
    if (odd.isEmpty()) {
      return;
    }
    List<Long> before = usual.stream().filter(hour -> hour < odd.get(0)).toList();
    before = before.subList(Math.max(0, before.size() - MOST_USUAL), before.size());
    Profile base = Profile.of(before.stream().map(hour -> used(hours, hour)).toList());
    Profile now = Profile.of(odd.stream().map(hour -> used(hours, hour)).toList());
    if (perRequest && (base.requests() == 0 || now.requests() == 0)) {
      return;
    }
    Map<Driver, BigDecimal> drivers = CostChange.drivers(base, now);
    Map<Driver, BigDecimal> candidates = new EnumMap<>(drivers);
    if (perRequest) {
      candidates.remove(Driver.VOLUME);
    }
    found.add(
        new CostAnomaly(
            subject.dimension(),
            subject.value(),
            perRequest,
            odd.get(0),
            CalendarWindow.HOUR.end(odd.get(odd.size() - 1)),
            now.cost(),
            CostChange.expected(base, now),
            drivers,
            CostChange.largest(candidates),
            run.cheaper));
  }

  private static Map<String, Flow> used(Map<Long, Map<String, Flow>> hours, long hour) {
    return hours.getOrDefault(hour, Map.of());
  }

  /** Unusual hours of one direction, with short pauses. */
  private static final class Run {
    private final List<Long> hours = new ArrayList<>();
    private boolean cheaper;

    boolean takes(long hour, boolean asCheaper) {
      return hours.isEmpty() || (cheaper == asCheaper && !over(hour));
    }

    boolean over(long hour) {
      return !hours.isEmpty() && hour - hours.get(hours.size() - 1) > LONGEST_PAUSE * HOUR;
    }

    void take(long hour, boolean asCheaper) {
      hours.add(hour);
      cheaper = asCheaper;
    }

    List<Long> end() {
      List<Long> all = List.copyOf(hours);
      hours.clear();
      return all;
    }
  }
}
