// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.signalbox.simulator.Recording.From;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads vital signs out of a recording. */
final class Gauged {
  private Gauged() {}

  /** What a metric of a node read in the minutes [from, to). */
  static DoubleSummaryStatistics of(
      Recording world, String node, String metric, double from, double to) {
    return points(world, node, metric, from, to).stream()
        .mapToDouble(m -> number(m.item()))
        .summaryStatistics();
  }

  /** By how much the counters of a metric rose, all series of a node together. */
  static double rise(Recording world, String node, String metric, double from, double to) {
    Map<String, DoubleSummaryStatistics> series =
        points(world, node, metric, from, to).stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.instance() + " " + m.item().getUnit(),
                    Collectors.summarizingDouble(m -> number(m.item()))));
    return series.values().stream().mapToDouble(s -> s.getMax() - s.getMin()).sum();
  }

  /** Log records of a sort, written in the minutes [from, to). */
  static List<From<LogRecord>> records(
      Recording world, double from, double to, Predicate<LogRecord> sort) {
    return world.records.stream()
        .filter(r -> Recording.within(r.item().getTimeUnixNano(), from, to))
        .filter(r -> sort.test(r.item()))
        .toList();
  }

  /** Records whose body holds a text, in lower case. */
  static Predicate<LogRecord> says(String text) {
    return r -> r.getBody().getStringValue().toLowerCase(Locale.ROOT).contains(text);
  }

  /** Events of the cluster with a reason. */
  static Predicate<LogRecord> reason(String reason) {
    return r -> Recording.text(r.getAttributesList(), "k8s.event.reason").equals(reason);
  }

  private static List<From<Metric>> points(
      Recording world, String node, String metric, double from, double to) {
    return world.metrics.stream()
        .filter(m -> m.item().getName().equals(metric) && m.service().equals(node))
        .filter(m -> Recording.within(Recording.time(m.item()), from, to))
        .toList();
  }

  private static double number(Metric metric) {
    if (metric.hasHistogram()) {
      return metric.getHistogram().getDataPoints(0).getCount();
    }
    NumberDataPoint point =
        metric.hasGauge() ? metric.getGauge().getDataPoints(0) : metric.getSum().getDataPoints(0);
    return point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
  }
}
